package org.plinth.calibration.settle;

import java.util.Arrays;
import org.plinth.calibration.number.InOrder;
import org.plinth.calibration.run.Settling;
import org.plinth.core.signal.SampleSink;

/**
 * Watches the reading under one load until it rests. A new one for each load; one thread.
 *
 * <pre>
 *   drift = slope of the least-squares line over the window · time      fluctuation = greatest − least
 * </pre>
 */
public final class SettlingWatch implements SampleSink {

    private static final int FEWEST_SAMPLES = 5;
    /** A window of n samples holds n − 1 intervals. */
    private static final double WHOLE = 0.95;

    private final SettlingRule rule;
    private long[] micros = new long[256];
    private double[] readings = new double[256];
    private int from;
    private int to;
    private long firstMicros;

    /** By this rule. */
    public SettlingWatch(SettlingRule rule) {
        this.rule = rule;
    }

    /** One reading, in the sensor's own unit. */
    @Override
    public void sample(long deviceMicros, double reading) {
        if (to == 0) {
            firstMicros = deviceMicros;
        }
        if (to == micros.length) {
            makeRoom();
        }
        micros[to] = deviceMicros;
        readings[to] = reading;
        to++;
        while (deviceMicros - micros[from] > rule.windowMicros()) {
            from++;
        }
    }

    /** What it does now. */
    public SettlingState state() {
        int n = to - from;
        long span = n == 0 ? 0 : micros[to - 1] - micros[from];
        if (n < FEWEST_SAMPLES || span < WHOLE * rule.windowMicros()) {
            return new SettlingState.Filling(Math.min(1, (double) span / rule.windowMicros()));
        }
        double mean = InOrder.mean(Arrays.stream(readings, from, to)).orElseThrow();
        Settling how = new Settling(fluctuation(), slopePerMicro(mean) * span);
        if (Math.abs(how.drift()) <= rule.largestDrift() && how.fluctuation() <= rule.largestFluctuation()) {
            return new SettlingState.Settled(mean, n, how);
        }
        boolean impatient = micros[to - 1] - firstMicros >= rule.patienceMicros();
        return impatient ? new SettlingState.NeverSettles(how) : new SettlingState.Moving(how);
    }

    private double fluctuation() {
        return InOrder.spread(Arrays.stream(readings, from, to));
    }

    private double slopePerMicro(double mean) {
        double middle = 0;
        for (int i = from; i < to; i++) {
            middle += (micros[i] - micros[from]) / (double) (to - from);
        }
        double products = 0;
        double squares = 0;
        for (int i = from; i < to; i++) {
            double time = micros[i] - micros[from] - middle;
            products += time * (readings[i] - mean);
            squares += time * time;
        }
        return squares > 0 ? products / squares : 0;
    }

    private void makeRoom() {
        int n = to - from;
        int length = n > micros.length / 2 ? micros.length * 2 : micros.length;
        micros = Arrays.copyOf(Arrays.copyOfRange(micros, from, to), length);
        readings = Arrays.copyOf(Arrays.copyOfRange(readings, from, to), length);
        from = 0;
        to = n;
    }
}
