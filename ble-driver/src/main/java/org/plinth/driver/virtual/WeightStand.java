package org.plinth.driver.virtual;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A stand on which masses hang on a virtual sensor, as at a calibration. While something hangs, even nothing, the patient is
 * away. Thread-safe.
 *
 * <pre>
 *   F(t) = span · (W + (W0 − W) e^(−t / 0.3 s) cos(2 π t · 1.2 Hz) + creep · W (1 − e^(−t / 30 s)) + hysteresis)
 *   hysteresis = share · 4 W (1 − W / Wmax) on the way down, 0 on the way up
 * </pre>
 *
 * <p>W the weight that hangs, W0 the one before, Wmax the greatest since nothing hung. The span also applies to the patient.
 */
public final class WeightStand implements ForceSource {

    /** Local gravity where the virtual stand stands [m/s²]. */
    public static final double GRAVITY = 9.81162;

    private static final double BUOYANCY = 1 - 1.2 / 8000;
    private static final double SWING_SECONDS = 0.3;
    private static final double SWING_HERTZ = 1.2;
    private static final double CREEP_SECONDS = 30;
    private static final double MICROS_PER_SECOND = 1e6;
    private static final double GREATEST_KILOGRAMS = 140;

    private final ForceSource patient;
    private double span = 1;
    private double creep = 5e-5;
    private double hysteresis = 5e-5;
    private Optional<Double> weight = Optional.empty();
    private double before;
    private double greatest;
    private OptionalLong since = OptionalLong.empty();

    /** Between this patient and the sensor. */
    public WeightStand(ForceSource patient) {
        this.patient = patient;
    }

    /**
     * Hangs so much on it, in place of what hung.
     *
     * @param kilograms 0 for the empty hook
     */
    public synchronized void hang(double kilograms) {
        if (!(kilograms >= 0 && kilograms <= GREATEST_KILOGRAMS)) {
            throw new IllegalArgumentException("the stand carries 0 to 140 kg, not " + kilograms);
        }
        before = weight.orElse(0.0);
        double next = kilograms * GRAVITY * BUOYANCY;
        greatest = next == 0 ? 0 : Math.max(greatest, next);
        weight = Optional.of(next);
        since = OptionalLong.empty();
    }

    /** Takes the stand away: the patient is back. */
    public synchronized void takeAway() {
        weight = Optional.empty();
        greatest = 0;
    }

    /** What the sensor makes of a newton from now on; 1 is right. */
    public synchronized void span(double factor) {
        if (!(factor >= 0.5 && factor <= 2)) {
            throw new IllegalArgumentException("a span is 0.5 to 2, not " + factor);
        }
        span = factor;
    }

    /** How it errs under a weight, both as a part of the weight. */
    public synchronized void errors(double creepShare, double hysteresisShare) {
        creep = creepShare;
        hysteresis = hysteresisShare;
    }

    @Override
    public synchronized void streamStarted(long simMicros) {
        patient.streamStarted(simMicros);
    }

    @Override
    public synchronized void streamStopped(long simMicros) {
        patient.streamStopped(simMicros);
    }

    @Override
    public synchronized double newtonsAt(long simMicros) {
        return span * (weight.isPresent() ? hanging(weight.get(), simMicros) : patient.newtonsAt(simMicros));
    }

    private double hanging(double target, long simMicros) {
        if (since.isEmpty()) {
            since = OptionalLong.of(simMicros);
        }
        double t = (simMicros - since.getAsLong()) / MICROS_PER_SECOND;
        double swing =
                (before - target) * StrictMath.exp(-t / SWING_SECONDS) * StrictMath.cos(2 * Math.PI * SWING_HERTZ * t);
        double crept = creep * target * (1 - StrictMath.exp(-t / CREEP_SECONDS));
        boolean down = target < greatest;
        double left = down ? hysteresis * 4 * target * (1 - target / greatest) : 0;
        return target + swing + crept + left;
    }
}
