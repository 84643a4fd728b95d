package org.plinth.driver.time;

import java.util.OptionalDouble;

/**
 * How arrival on the host's clock follows another count of time: least squares over a whole segment, by running sums.
 *
 * <pre>
 *   host = a + b · other          b = Sxy / Sxx
 *   scatter s² = (Syy − b · Sxy) / (n − 2)          SE(b) = s / √Sxx
 * </pre>
 *
 * <p>The scatter is the radio's: it stands in the arrivals alone, so they are the dependent side. One thread.
 */
final class ClockFit {

    private static final int FEWEST = 10;

    private long count;
    private double meanX;
    private double meanY;
    private double sxx;
    private double sxy;
    private double syy;
    private double firstX;
    private double lastX;

    /** One packet: the other time and the host's, both in µs from any origin. */
    void add(double x, double y) {
        if (count == 0) {
            firstX = x;
        }
        lastX = x;
        count++;
        double dx = x - meanX;
        double dy = y - meanY;
        meanX += dx / count;
        meanY += dy / count;
        sxx += dx * (x - meanX);
        syy += dy * (y - meanY);
        sxy += dx * (y - meanY);
    }

    /** From the first to the last [µs of the other time]. */
    double span() {
        return lastX - firstX;
    }

    /** b; empty while there is too little. */
    OptionalDouble slope() {
        return count >= FEWEST && sxx > 0 && sxy > 0 ? OptionalDouble.of(sxy / sxx) : OptionalDouble.empty();
    }

    /** s [µs of the host]; empty likewise. */
    OptionalDouble scatterMicros() {
        if (slope().isEmpty()) {
            return OptionalDouble.empty();
        }
        double left = Math.max(0, syy - sxy * sxy / sxx);
        return OptionalDouble.of(Math.sqrt(left / (count - 2)));
    }

    /** Standard error of b; empty likewise. */
    OptionalDouble slopeError() {
        OptionalDouble scatter = scatterMicros();
        return scatter.isPresent() ? OptionalDouble.of(scatter.getAsDouble() / Math.sqrt(sxx)) : scatter;
    }
}
