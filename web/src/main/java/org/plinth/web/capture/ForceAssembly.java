package org.plinth.web.capture;

import java.util.ArrayList;
import java.util.List;
import org.plinth.calibration.ForceConversion;
import org.plinth.core.signal.ForceTrace;
import org.plinth.driver.DecodedSink;
import org.plinth.driver.Ledger;
import org.plinth.driver.Malformed;
import org.plinth.driver.SampleDecoder;
import org.plinth.driver.SensorSpec;
import org.plinth.driver.link.Packet;

/**
 * Packets of one recording → newtons over device time. The same packets, calibration and tare give the same traces,
 * whether they come from the radio or from a journal. One thread at a time.
 */
public final class ForceAssembly {

    /** From this share of the capacity on, the sensor counts as at its limit (decision M9). */
    private static final double LIMIT_SHARE = 0.98;

    private final SampleDecoder decoder;
    private final SensorSpec spec;
    private final ForceConversion conversion;
    private final Ear ear;
    private final List<ForceTrace> finished = new ArrayList<>();
    private final Sink sink = new Sink();
    private ForceTrace.Builder current;
    private boolean holdsSamples;
    private boolean overRange;

    /** Hears what is found, sample by sample. */
    public interface Ear {

        /** One sample of the present segment. */
        void sample(long deviceMicros, double newtons);

        /** What the sensor itself said, in its own unit, right before its {@link #sample}. */
        default void reading(double value) {}

        /** Something that belongs into the record. */
        default void event(StreamEvent event) {}
    }

    /** What a stream says besides samples. */
    public enum StreamEvent {
        /** The sensor's clock began anew. */
        SEGMENT,
        /** The sensor warns of its battery. */
        LOW_BATTERY,
        /** The sensor reached its limit; told once. */
        OVER_RANGE
    }

    /**
     * An empty one.
     *
     * @param decoder a new one
     * @param spec of the sensor
     * @param conversion what makes newtons of its numbers
     * @param ear hears while packets are decoded
     */
    public ForceAssembly(SampleDecoder decoder, SensorSpec spec, ForceConversion conversion, Ear ear) {
        this.decoder = decoder;
        this.spec = spec;
        this.conversion = conversion;
        this.ear = ear;
        this.current = newBuilder();
    }

    /** Decodes one packet. */
    public void packet(Packet packet) {
        decoder.decode(packet, sink);
    }

    /** The account so far. */
    public Ledger ledger() {
        return decoder.ledger();
    }

    /** All so far. */
    public RecordedForce recorded() {
        List<ForceTrace> segments = new ArrayList<>(finished);
        if (holdsSamples || segments.isEmpty()) {
            segments.add(current.build());
        }
        return new RecordedForce(segments, decoder.ledger(), decoder.timing(), ZeroHeld.of(decoder));
    }

    private ForceTrace.Builder newBuilder() {
        ForceTrace.Builder builder = ForceTrace.builder().intervals(spec.intervals());
        spec.capacity().ifPresent(builder::capacity);
        return builder;
    }

    private final class Sink implements DecodedSink {

        @Override
        public void packetStart() {
            current.startPacket();
        }

        @Override
        public void sample(long deviceMicros, double value) {
            double newtons = conversion.newtons(value);
            current.sample(deviceMicros, newtons);
            holdsSamples = true;
            ear.reading(value);
            ear.sample(deviceMicros, newtons);
            watchRange(newtons);
        }

        /** A hole that is known: what is measured over it is withheld, not guessed. */
        @Override
        public void missing(long deviceMicros) {
            current.blank();
        }

        @Override
        public void overRange() {
            tellOverRange();
        }

        @Override
        public void segmentStart() {
            if (holdsSamples) {
                finished.add(current.build());
                current = newBuilder();
                holdsSamples = false;
                ear.event(StreamEvent.SEGMENT);
            }
        }

        @Override
        public void lowBattery() {
            ear.event(StreamEvent.LOW_BATTERY);
        }

        @Override
        public void malformed(Malformed what) {
            // Counted by the decoder's ledger, which is part of the record.
        }

        private void watchRange(double newtons) {
            boolean atLimit = spec.capacity().isPresent()
                    && Math.abs(newtons) >= LIMIT_SHARE * spec.capacity().get().newtons();
            if (atLimit) {
                tellOverRange();
            }
        }

        private void tellOverRange() {
            if (!overRange) {
                overRange = true;
                ear.event(StreamEvent.OVER_RANGE);
            }
        }
    }
}
