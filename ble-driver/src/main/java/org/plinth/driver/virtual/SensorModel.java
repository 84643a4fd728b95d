package org.plinth.driver.virtual;

import java.util.Optional;
import org.plinth.core.quantity.Force;

/**
 * How the virtual sensor measures.
 *
 * @param rateHz conversions a second inside a packet
 * @param samplesPerPacket 15 for a Progressor, 1 for its clones
 * @param skipsAtBoundary whether one conversion is missing after each packet
 * @param resolution smallest step
 * @param noise SD of each sample
 * @param driftNewtonsPerMinute creep of the zero
 * @param span what it shows for 1 N; 1 when it is right
 * @param strapWeight load that hangs on it before it is tared
 * @param saturation greatest force it can show, either way
 * @param clockStartMicros what its clock shows at the start of the stream, for wraps
 * @param firstSampleMicros time from the start of the stream to the first sample
 */
public record SensorModel(
        double rateHz,
        int samplesPerPacket,
        boolean skipsAtBoundary,
        Force resolution,
        Force noise,
        double driftNewtonsPerMinute,
        double span,
        Force strapWeight,
        Optional<Force> saturation,
        long clockStartMicros,
        long firstSampleMicros) {

    /** Rejects what cannot be. */
    public SensorModel {
        if (!(rateHz > 0) || samplesPerPacket < 1 || samplesPerPacket > 31 || firstSampleMicros < 0) {
            throw new IllegalArgumentException("no sensor sends " + samplesPerPacket + " samples at " + rateHz + " Hz");
        }
    }

    /** As the one real notification at hand: 86.26 Hz inside a packet of 15, first sample after 53.4 ms. */
    public static SensorModel progressor() {
        return new SensorModel(
                86.26,
                15,
                true,
                Force.ofNewtons(0.01),
                Force.ofNewtons(0.05),
                0,
                1,
                Force.ofNewtons(6),
                Optional.of(Force.ofNewtons(1470)),
                0,
                53_400);
    }

    /** One sample a packet at 80 Hz, evenly, as the open clones send. */
    public static SensorModel progressorClone() {
        return progressor().withRate(80).withPackets(1, false);
    }

    /** The same at another rate. */
    public SensorModel withRate(double hertz) {
        return new SensorModel(
                hertz,
                samplesPerPacket,
                skipsAtBoundary,
                resolution,
                noise,
                driftNewtonsPerMinute,
                span,
                strapWeight,
                saturation,
                clockStartMicros,
                firstSampleMicros);
    }

    /** The same with other packets. */
    public SensorModel withPackets(int samples, boolean skips) {
        return new SensorModel(
                rateHz,
                samples,
                skips,
                resolution,
                noise,
                driftNewtonsPerMinute,
                span,
                strapWeight,
                saturation,
                clockStartMicros,
                firstSampleMicros);
    }

    /** The same with other noise and drift. */
    public SensorModel withNoise(Force sd, double driftPerMinute) {
        return new SensorModel(
                rateHz,
                samplesPerPacket,
                skipsAtBoundary,
                resolution,
                sd,
                driftPerMinute,
                span,
                strapWeight,
                saturation,
                clockStartMicros,
                firstSampleMicros);
    }

    /** The same with another span. */
    public SensorModel withSpan(double other) {
        return new SensorModel(
                rateHz,
                samplesPerPacket,
                skipsAtBoundary,
                resolution,
                noise,
                driftNewtonsPerMinute,
                other,
                strapWeight,
                saturation,
                clockStartMicros,
                firstSampleMicros);
    }

    /** The same that shows no more than this. */
    public SensorModel withSaturation(Force greatest) {
        return new SensorModel(
                rateHz,
                samplesPerPacket,
                skipsAtBoundary,
                resolution,
                noise,
                driftNewtonsPerMinute,
                span,
                strapWeight,
                Optional.of(greatest),
                clockStartMicros,
                firstSampleMicros);
    }

    /** The same with another clock at the start of the stream. */
    public SensorModel withClockStart(long micros) {
        return new SensorModel(
                rateHz,
                samplesPerPacket,
                skipsAtBoundary,
                resolution,
                noise,
                driftNewtonsPerMinute,
                span,
                strapWeight,
                saturation,
                micros,
                firstSampleMicros);
    }
}
