package org.plinth.driver.virtual;

import java.time.Duration;
import org.plinth.core.quantity.Force;

/**
 * How a sample patient makes one effort: dip, rise, plateau, release.
 *
 * <pre>
 *   F(t) = rest + (strength - rest) · shape(t)      [N]
 *   rise and release: minimum jerk, s = u³ (10 - 15 u + 6 u²)
 *   plateau: 1 - fatigue · t, with a slow wander and tremor of 8 to 12 Hz
 * </pre>
 *
 * <p>The shape is an engineering model for sample data and tests, not a claim about muscle.
 *
 * @param strength force at the start of the plateau
 * @param ramp time from onset to plateau
 * @param hold length of the plateau
 * @param release time back to rest
 * @param tremorFraction amplitude of the tremor, of strength
 * @param wanderFraction amplitude of slow changes on the plateau, of strength
 * @param fatiguePerSecond share of strength lost each second of the plateau
 * @param countermovement dip below rest before the rise; 0 N for none
 */
public record EffortModel(
        Force strength,
        Duration ramp,
        Duration hold,
        Duration release,
        double tremorFraction,
        double wanderFraction,
        double fatiguePerSecond,
        Force countermovement) {

    /** Rejects what cannot be. */
    public EffortModel {
        if (ramp.isNegative() || hold.isNegative() || release.isNegative()) {
            throw new IllegalArgumentException(
                    "an effort has no negative times: " + ramp + ", " + hold + ", " + release);
        }
        if (countermovement.newtons() < 0) {
            throw new IllegalArgumentException("a countermovement is the depth of a dip, not " + countermovement);
        }
    }

    /** A steady three-second effort, as most people make it. */
    public static EffortModel ofStrength(Force strength) {
        return new EffortModel(
                strength,
                Duration.ofMillis(700),
                Duration.ofMillis(3000),
                Duration.ofMillis(350),
                0.004,
                0.01,
                0.01,
                Force.ZERO);
    }

    /** The same with another strength. */
    public EffortModel withStrength(Force other) {
        return new EffortModel(
                other, ramp, hold, release, tremorFraction, wanderFraction, fatiguePerSecond, countermovement);
    }

    /** The same with another rise. */
    public EffortModel withRamp(Duration other) {
        return new EffortModel(
                strength, other, hold, release, tremorFraction, wanderFraction, fatiguePerSecond, countermovement);
    }

    /** The same with another plateau. */
    public EffortModel withHold(Duration other) {
        return new EffortModel(
                strength, ramp, other, release, tremorFraction, wanderFraction, fatiguePerSecond, countermovement);
    }

    /** The same without wander, tremor or fatigue: its plateau is its strength. */
    public EffortModel withoutUnrest() {
        return new EffortModel(strength, ramp, hold, release, 0, 0, 0, countermovement);
    }

    /** The same with a dip of this depth before the rise. */
    public EffortModel withCountermovement(Force depth) {
        return new EffortModel(strength, ramp, hold, release, tremorFraction, wanderFraction, fatiguePerSecond, depth);
    }

    /** The same with this share of strength lost each second. */
    public EffortModel withFatiguePerSecond(double share) {
        return new EffortModel(strength, ramp, hold, release, tremorFraction, wanderFraction, share, countermovement);
    }
}
