package org.plinth.driver.virtual;

import org.plinth.core.quantity.Force;

/** One effort of a sample patient in time. Its course depends on its model and seed alone. Immutable. */
final class Effort {

    private static final double DIP_SECONDS = 0.2;
    private static final double MICROS_PER_SECOND = 1e6;
    private static final int TREMOR_TONES = 3;
    private static final double TREMOR_LOWEST_HZ = 8;
    private static final double TREMOR_SPAN_HZ = 4;

    private final long startMicros;
    private final EffortModel model;
    private final double rest;
    private final double dipSeconds;
    private final double ramp;
    private final double hold;
    private final double release;
    private final double[] tremorHz = new double[TREMOR_TONES];
    private final double[] tremorPhase = new double[TREMOR_TONES];
    private final double wanderHz;
    private final double wanderPhase;

    Effort(long startMicros, EffortModel model, Force rest, long seed) {
        this.startMicros = startMicros;
        this.model = model;
        this.rest = rest.newtons();
        dipSeconds = model.countermovement().newtons() > 0 ? DIP_SECONDS : 0;
        ramp = model.ramp().toNanos() / 1e9;
        hold = model.hold().toNanos() / 1e9;
        release = model.release().toNanos() / 1e9;
        Noise noise = new Noise(seed);
        for (int i = 0; i < TREMOR_TONES; i++) {
            tremorHz[i] = TREMOR_LOWEST_HZ + TREMOR_SPAN_HZ * noise.uniform();
            tremorPhase[i] = 2 * Math.PI * noise.uniform();
        }
        wanderHz = 0.3 + 0.3 * noise.uniform();
        wanderPhase = 2 * Math.PI * noise.uniform();
    }

    long startMicros() {
        return startMicros;
    }

    long endMicros() {
        return startMicros + Math.round((dipSeconds + ramp + hold + release) * MICROS_PER_SECOND);
    }

    /** Force of the patient [N] at this simulated time. */
    double newtonsAt(long micros) {
        double t = (micros - startMicros) / MICROS_PER_SECOND;
        if (t < 0 || micros >= endMicros()) {
            return rest;
        }
        if (t < dipSeconds) {
            return rest - model.countermovement().newtons() * StrictMath.sin(Math.PI * t / dipSeconds);
        }
        double sinceOnset = t - dipSeconds;
        return rest + (model.strength().newtons() - rest) * shape(sinceOnset) * unrest(sinceOnset);
    }

    private double shape(double t) {
        if (t < ramp) {
            return minimumJerk(t / ramp);
        }
        if (t < ramp + hold) {
            return 1 - model.fatiguePerSecond() * (t - ramp);
        }
        double end = 1 - model.fatiguePerSecond() * hold;
        return release == 0 ? 0 : end * (1 - minimumJerk((t - ramp - hold) / release));
    }

    private double unrest(double t) {
        double tremor = 0;
        for (int i = 0; i < TREMOR_TONES; i++) {
            tremor += StrictMath.sin(2 * Math.PI * tremorHz[i] * t + tremorPhase[i]);
        }
        double wander = StrictMath.sin(2 * Math.PI * wanderHz * t + wanderPhase);
        return 1 + model.tremorFraction() * tremor / TREMOR_TONES + model.wanderFraction() * wander;
    }

    private static double minimumJerk(double u) {
        return u * u * u * (10 - 15 * u + 6 * u * u);
    }
}
