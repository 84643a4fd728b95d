package org.plinth.driver.vald;

import java.util.OptionalDouble;

/**
 * Compares rest at the end of a recording with rest at its beginning.
 *
 * <pre>
 *   shift = mean of the last 0.5 s − mean of the first 0.5 s       [N]
 * </pre>
 *
 * <p>A recording that was stopped under load shows a shift too, and is refused likewise: nothing tells the two apart.
 * One thread.
 */
final class ZeroCheck {

    /** How long rest is looked at, at either end [µs]. */
    static final long REST_MICROS = 500_000;

    private long[] micros = new long[256];
    private double[] newtons = new double[256];
    private int oldest;
    private int held;
    private double lastSum;
    private double firstSum;
    private long firstCount;
    private long beganMicros;

    void sample(long atMicros, double force) {
        if (firstCount == 0) {
            beganMicros = atMicros;
        }
        if (atMicros - beganMicros <= REST_MICROS) {
            firstSum += force;
            firstCount++;
        }
        keep(atMicros, force);
        while (atMicros - micros[oldest] > REST_MICROS) {
            lastSum -= newtons[oldest];
            oldest = (oldest + 1) % micros.length;
            held--;
        }
    }

    private void keep(long atMicros, double force) {
        if (held == micros.length) {
            grow();
        }
        int at = (oldest + held) % micros.length;
        micros[at] = atMicros;
        newtons[at] = force;
        lastSum += force;
        held++;
    }

    private void grow() {
        long[] moreMicros = new long[2 * held];
        double[] moreNewtons = new double[2 * held];
        for (int i = 0; i < held; i++) {
            moreMicros[i] = micros[(oldest + i) % held];
            moreNewtons[i] = newtons[(oldest + i) % held];
        }
        micros = moreMicros;
        newtons = moreNewtons;
        oldest = 0;
    }

    /** Empty until the two stretches lie apart. */
    OptionalDouble shift() {
        if (held == 0 || micros[oldest] - beganMicros <= REST_MICROS) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(lastSum / held - firstSum / firstCount);
    }
}
