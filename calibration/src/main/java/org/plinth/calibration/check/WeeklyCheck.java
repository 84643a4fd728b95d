package org.plinth.calibration.check;

import java.time.Instant;
import org.plinth.core.quantity.Force;

/**
 * Any object that does not change, hung on the sensor every week: shows that it still says what it said (stability), not
 * that what it says is right (accuracy).
 *
 * <pre>
 *   change = indicated − reference      passes if |change| ≤ max(1 % of reference, one resolution step, 0.5 N)
 * </pre>
 *
 * <dl>
 *   <dt>Example</dt><dd>98.0 N at calibration, 100.0 N today: limit 0.98 N, change 2.0 N, does not pass</dd>
 * </dl>
 *
 * @param at when
 * @param reference what the object showed right after the calibration
 * @param indicated what it shows now
 * @param resolutionStep least step of the display or of the curve
 */
public record WeeklyCheck(Instant at, Force reference, Force indicated, Force resolutionStep) {

    private static final double PART = 0.01;
    private static final double FLOOR_NEWTONS = 0.5;

    /** Rejects what cannot be checked against. */
    public WeeklyCheck {
        if (reference.newtons() <= 0) {
            throw new IllegalArgumentException("the reference must be above 0 N, was " + reference);
        }
        if (resolutionStep.newtons() < 0) {
            throw new IllegalArgumentException("a resolution step is 0 N or more, was " + resolutionStep);
        }
    }

    /** Greatest change. */
    public Force limit() {
        double part = PART * reference.newtons();
        return Force.ofNewtons(Math.max(part, Math.max(resolutionStep.newtons(), FLOOR_NEWTONS)));
    }

    /** Now less then. */
    public Force change() {
        return indicated.minus(reference);
    }

    /** Change as a part of the reference [%]: what the control chart shows. */
    public double changePercent() {
        return 100 * change().newtons() / reference.newtons();
    }

    /** Whether it still says what it said. */
    public boolean passes() {
        return change().abs().compareTo(limit()) <= 0;
    }
}
