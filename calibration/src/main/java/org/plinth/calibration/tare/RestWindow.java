package org.plinth.calibration.tare;

import org.plinth.core.signal.SampleSink;

/**
 * Half a second of a sensor at rest, and how still it was.
 *
 * <p>Running means and sums of products by Welford (1962, doi:10.1080/00401706.1962.10490022), so that a large offset costs
 * no digits. One thread at a time.
 */
public final class RestWindow implements SampleSink {

    /** Device time that it looks at [µs]. */
    public static final long LENGTH_MICROS = 500_000;

    private long firstMicros;
    private long lastMicros;
    private boolean full;
    private int n;
    private double meanTime;
    private double mean;
    private double timeSquares;
    private double squares;
    private double products;

    /** An empty one. */
    public RestWindow() {}

    /** One sample [N]; ignored once it is full. */
    @Override
    public void sample(long deviceMicros, double newtons) {
        if (full) {
            return;
        }
        if (n == 0) {
            firstMicros = deviceMicros;
        }
        lastMicros = deviceMicros;
        double time = deviceMicros - firstMicros;
        n++;
        double timeStep = time - meanTime;
        double step = newtons - mean;
        meanTime += timeStep / n;
        mean += step / n;
        timeSquares += timeStep * (time - meanTime);
        squares += step * (newtons - mean);
        products += timeStep * (newtons - mean);
        full = time >= LENGTH_MICROS;
    }

    /** Whether it has seen its time, or was ended. */
    public boolean isFull() {
        return full;
    }

    /** Takes no more. */
    public void end() {
        full = true;
    }

    /** What it has seen so far. */
    public Stillness stillness() {
        double spread = n < 2 ? 0 : Math.sqrt(squares / (n - 1));
        double slope = timeSquares > 0 ? products / timeSquares : 0;
        return new Stillness(n, mean, spread, slope * (lastMicros - firstMicros));
    }
}
