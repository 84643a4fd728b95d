package org.plinth.core.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.plinth.core.quantity.Force;
import org.plinth.core.signal.ForceTrace;
import org.plinth.core.signal.IntervalModel;

/**
 * Synthetic traces for tests of every module: sample data, seeded, made without the code that they test.
 *
 * <p>An effort is a smooth rise, a held level and a smooth fall. Several may stand in one trace.
 */
public final class Traces {

    private static final double MICROS = 1e6;

    private final double rateHz;
    private final double seconds;
    private final List<DoubleUnaryOperator> parts = new ArrayList<>();
    private double noiseNewtons;
    private long seed = 1;
    private double dropFrom = Double.NaN;
    private double dropTo = Double.NaN;
    private int packet;
    private double capacity = Double.NaN;

    private Traces(double rateHz, double seconds) {
        this.rateHz = rateHz;
        this.seconds = seconds;
    }

    /** A trace at rest. */
    public static Traces at(double rateHz, double seconds) {
        return new Traces(rateHz, seconds);
    }

    /** One clean effort of this size at this rate: 2 s of rest, 0.5 s rise, 4 s held, 0.3 s fall, 2 s of rest. */
    public static ForceTrace effort(double rateHz, double peakNewtons) {
        return at(rateHz, 9).effort(2, peakNewtons, 4).noise(0.2, 7).build();
    }

    /** Adds an effort: from {@code start}, 0.5 s up, {@code hold} seconds held, 0.3 s down [s, N]. */
    public Traces effort(double start, double newtons, double hold) {
        return effort(start, newtons, 0.5, hold, 0.3);
    }

    /** Adds an effort with its own rise and fall [s, N]. */
    public Traces effort(double start, double newtons, double rise, double hold, double fall) {
        parts.add(t -> newtons * smooth((t - start) / rise) * (1 - smooth((t - start - rise - hold) / fall)));
        return this;
    }

    /** Adds anything: newtons over seconds. */
    public Traces plus(DoubleUnaryOperator newtonsOverSeconds) {
        parts.add(newtonsOverSeconds);
        return this;
    }

    /** Adds a constant: pretension, or a tare that was off [N]. */
    public Traces offset(double newtons) {
        return plus(t -> newtons);
    }

    /** Adds white noise of this standard deviation [N]. */
    public Traces noise(double newtons, long randomSeed) {
        noiseNewtons = newtons;
        seed = randomSeed;
        return this;
    }

    /** Leaves out the samples between two times [s]. */
    public Traces without(double from, double to) {
        dropFrom = from;
        dropTo = to;
        return this;
    }

    /** Samples come in packets of this many, one sample missing at each boundary, as a Tindeq Progressor sends them. */
    public Traces inPackets(int samples) {
        packet = samples;
        return this;
    }

    /** Declares what the sensor can take, and cuts the force there [N]. */
    public Traces capacity(double newtons) {
        capacity = newtons;
        return this;
    }

    /** The trace. */
    public ForceTrace build() {
        ForceTrace.Builder out = ForceTrace.builder();
        if (packet > 0) {
            out.intervals(IntervalModel.SKIPS_ONE_AT_PACKET_BOUNDARY);
        }
        if (!Double.isNaN(capacity)) {
            out.capacity(new Force(capacity));
        }
        SplittableRandom random = new SplittableRandom(seed);
        int total = (int) Math.floor(seconds * rateHz);
        for (int i = 0; i < total; i++) {
            double t = i / rateHz;
            double force = force(t) + noiseNewtons * random.nextGaussian();
            boolean dropped = t > dropFrom && t < dropTo;
            boolean skipped = packet > 0 && i % (packet + 1) == packet;
            if (packet > 0 && i % (packet + 1) == 0) {
                out.startPacket();
            }
            if (!dropped && !skipped) {
                out.sample(Math.round(t * MICROS), Double.isNaN(capacity) ? force : Math.min(force, capacity));
            }
        }
        return out.build();
    }

    private double force(double t) {
        double sum = 0;
        for (DoubleUnaryOperator part : parts) {
            sum += part.applyAsDouble(t);
        }
        return sum;
    }

    /** 0 before 0, 1 after 1, a cosine between. */
    private static double smooth(double x) {
        return x <= 0 ? 0 : x >= 1 ? 1 : (1 - Math.cos(Math.PI * x)) / 2;
    }
}
