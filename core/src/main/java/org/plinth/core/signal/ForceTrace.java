package org.plinth.core.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.plinth.core.quantity.Force;

/**
 * Force over device time: immutable, strictly ascending in time, not necessarily uniform, newtons.
 *
 * <p>Sample times are µs on the sensor's clock within one segment. A missing sample is not in the trace at all.
 */
public final class ForceTrace {

    private static final double MICROS_PER_SECOND = 1e6;
    // Enough for one effort's questions; a recording of many efforts forgets the oldest.
    private static final int REMEMBERED = 4;

    private final long[] micros;
    private final double[] newtons;
    private final BitSet packetStarts;
    private final BitSet blanksBefore;
    private final IntervalModel intervals;
    private final Optional<Force> capacity;
    private final Optional<Force> resolution;
    // Worked out once, when first asked for: many metrics need the same. Racing threads would store equal values.
    private Optional<Optional<TraceQuality>> quality = Optional.empty();
    private List<WindowAnswer> windows = List.of();

    private record WindowAnswer(WindowMean.Question asked, Optional<WindowMean.Window> greatest) {}

    private ForceTrace(ForceTrace whole, int from, int to) {
        micros = Arrays.copyOfRange(whole.micros, from, to);
        newtons = Arrays.copyOfRange(whole.newtons, from, to);
        packetStarts = whole.packetStarts.get(from, to);
        blanksBefore = whole.blanksBefore.get(from, to);
        intervals = whole.intervals;
        capacity = whole.capacity;
        resolution = whole.resolution;
    }

    private ForceTrace(Builder from) {
        // Full arrays are taken over as they are: a full builder grows into new ones before it writes again.
        boolean full = from.size == from.micros.length;
        micros = full ? from.micros : Arrays.copyOf(from.micros, from.size);
        newtons = full ? from.newtons : Arrays.copyOf(from.newtons, from.size);
        packetStarts = (BitSet) from.packetStarts.clone();
        blanksBefore = (BitSet) from.blanksBefore.clone();
        intervals = from.intervals;
        capacity = from.capacity;
        resolution = from.resolution;
    }

    /** Starts an empty one. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * An evenly spaced trace that starts at 0 µs; sample {@code i} stands at the µs nearest to i / rate.
     *
     * @param rateHz above 0, at most 1 MHz
     * @param newtons one finite force per sample [N]
     */
    public static ForceTrace ofUniform(double rateHz, double[] newtons) {
        if (!(rateHz > 0 && rateHz <= MICROS_PER_SECOND)) {
            throw new IllegalArgumentException("rate must be above 0 and at most 1 MHz, was " + rateHz + " Hz");
        }
        Builder builder = builder();
        for (int i = 0; i < newtons.length; i++) {
            builder.sample(Math.round(i * MICROS_PER_SECOND / rateHz), newtons[i]);
        }
        return builder.build();
    }

    /** Number of samples. */
    public int size() {
        return micros.length;
    }

    /** Device time of sample {@code i} [µs]. */
    public long micros(int i) {
        return micros[i];
    }

    /** Force of sample {@code i} [N], relative to tare. */
    public double newtons(int i) {
        return newtons[i];
    }

    /** Whether sample {@code i} is the first of a radio packet. */
    public boolean startsPacket(int i) {
        return packetStarts.get(i);
    }

    /** Whether cells without a number stood right before sample {@code i}. */
    public boolean followsBlank(int i) {
        return blanksBefore.get(i);
    }

    /** What the sensor declares as normal spacing. */
    public IntervalModel intervals() {
        return intervals;
    }

    /** The greatest force the sensor can take, where it is known. */
    public Optional<Force> capacity() {
        return capacity;
    }

    /** The smallest step of the sensor, where it is known. */
    public Optional<Force> resolution() {
        return resolution;
    }

    /** How complete it is; empty for fewer than two samples. */
    public Optional<TraceQuality> quality() {
        Optional<Optional<TraceQuality>> known = quality;
        if (known.isEmpty()) {
            known = Optional.of(TraceQuality.of(this));
            quality = known;
        }
        return known.get();
    }

    /** The answer to a question about windows that was asked before, or a new one, which is remembered. */
    Optional<WindowMean.Window> remembered(
            WindowMean.Question asked,
            BiFunction<ForceTrace, WindowMean.Question, Optional<WindowMean.Window>> answer) {
        List<WindowAnswer> known = windows;
        for (WindowAnswer one : known) {
            if (one.asked().equals(asked)) {
                return one.greatest();
            }
        }
        Optional<WindowMean.Window> greatest = answer.apply(this, asked);
        List<WindowAnswer> kept = new ArrayList<>(known.subList(0, Math.min(known.size(), REMEMBERED - 1)));
        kept.add(0, new WindowAnswer(asked, greatest));
        windows = List.copyOf(kept);
        return greatest;
    }

    /** The times themselves, for passes over all of them; not to be written to. */
    long[] times() {
        return micros;
    }

    /** The forces themselves; not to be written to. */
    double[] forces() {
        return newtons;
    }

    /** Time from first to last sample [µs]; 0 for fewer than two. */
    public long durationMicros() {
        return size() < 2 ? 0 : micros[size() - 1] - micros[0];
    }

    /** Index of the first sample at or after {@code deviceMicros}; {@link #size()} if there is none. */
    public int indexAtOrAfter(long deviceMicros) {
        int at = Arrays.binarySearch(micros, deviceMicros);
        return at >= 0 ? at : -at - 1;
    }

    /** The samples {@code from} (inclusive) to {@code to} (exclusive), with the same declarations and times. */
    public ForceTrace slice(int from, int to) {
        return new ForceTrace(this, from, to);
    }

    /** Force at a device time, linear between samples; the first or last sample outside them. Needs a sample. */
    public double newtonsAt(double deviceMicros) {
        int after = indexAtOrAfter((long) Math.ceil(deviceMicros));
        if (after == 0) {
            return newtons[0];
        }
        if (after == size()) {
            return newtons[size() - 1];
        }
        double part = (deviceMicros - micros[after - 1]) / (micros[after] - micros[after - 1]);
        return newtons[after - 1] + part * (newtons[after] - newtons[after - 1]);
    }

    /** Collects samples for a {@link ForceTrace}; one thread. */
    public static final class Builder implements SampleSink {
        private static final int FIRST_CAPACITY = 1024;

        private long[] micros = new long[FIRST_CAPACITY];
        private double[] newtons = new double[FIRST_CAPACITY];
        private final BitSet packetStarts = new BitSet();
        private final BitSet blanksBefore = new BitSet();
        private IntervalModel intervals = IntervalModel.EVEN;
        private Optional<Force> capacity = Optional.empty();
        private Optional<Force> resolution = Optional.empty();
        private int size;

        private Builder() {}

        /** Makes room for this many samples at once, so that long recordings need no growth; before the first sample. */
        public Builder expecting(int samples) {
            micros = new long[Math.max(samples, 2)];
            newtons = new double[Math.max(samples, 2)];
            return this;
        }

        /** Declares the sensor's spacing. */
        public Builder intervals(IntervalModel model) {
            intervals = model;
            return this;
        }

        /** Declares the sensor's greatest force. */
        public Builder capacity(Force greatest) {
            capacity = Optional.of(greatest);
            return this;
        }

        /** Declares the sensor's smallest step. */
        public Builder resolution(Force step) {
            resolution = Optional.of(step);
            return this;
        }

        /** The next sample is the first of a packet. */
        public Builder startPacket() {
            packetStarts.set(size);
            return this;
        }

        /** A cell without a number stood here. */
        public Builder blank() {
            blanksBefore.set(size);
            return this;
        }

        /**
         * Adds one sample.
         *
         * @throws IllegalArgumentException if time does not ascend or the force is not finite
         */
        @Override
        public void sample(long deviceMicros, double valueNewtons) {
            if (size > 0 && deviceMicros <= micros[size - 1]) {
                throw new IllegalArgumentException(
                        "time must ascend: " + deviceMicros + " µs came after " + micros[size - 1] + " µs");
            }
            if (!Double.isFinite(valueNewtons)) {
                throw new IllegalArgumentException("force at " + deviceMicros + " µs is " + valueNewtons);
            }
            if (size == micros.length) {
                // By half: ten million samples must fit into a heap of 512 MB while they grow.
                micros = Arrays.copyOf(micros, size + size / 2);
                newtons = Arrays.copyOf(newtons, size + size / 2);
            }
            micros[size] = deviceMicros;
            newtons[size] = valueNewtons;
            size++;
        }

        /** The trace so far. */
        public ForceTrace build() {
            return new ForceTrace(this);
        }
    }
}
