package org.plinth.core.ratio;

import java.time.Duration;
import java.util.Optional;
import org.plinth.core.position.Fixation;
import org.plinth.core.series.SeriesKey;

/**
 * A ratio of two positions of one side at one visit.
 *
 * <pre>
 *   R = numerator / denominator          95 % = R · e^(±1.96·s),  s = √(c1² + c2²)     c = relative SEM
 * </pre>
 *
 * <p>For information: hamstring-to-quadriceps ratios are no independent risk factor, so none is ever good or bad here.
 */
public sealed interface StrengthRatio {

    /** Both are measured within this time. */
    Duration TOGETHER = Duration.ofMinutes(60);

    /**
     * A ratio.
     *
     * @param definition which
     * @param value R
     * @param low lower end of the 95 % interval; empty where an error is not known
     * @param high upper end
     * @param painLimited whether it is shown greyed and out of any trend
     */
    record Ratio(
            RatioDefinition definition, double value, Optional<Double> low, Optional<Double> high, boolean painLimited)
            implements StrengthRatio {}

    /**
     * None.
     *
     * @param reason why
     */
    record Refused(Reason reason) implements StrengthRatio {}

    /** Why there is none. */
    enum Reason {
        /** The positions are not the pair of this ratio. */
        NOT_THIS_PAIR,
        /** Newtons with newton metres, or not the unit of this ratio. */
        UNIT,
        /** Left with right. */
        SIDE,
        /** Other patient, estimator, quantity or limb-weight policy. */
        NOT_COMPARABLE,
        /** Other fixation or sensor. */
        FIXATION,
        /** Not both hand-held. */
        NOT_HAND_HELD,
        /** More than an hour apart. */
        TOO_FAR_APART,
        /** A value is not above 0. */
        NO_VALUE
    }

    /** The ratio of two values, or why there is none. */
    static StrengthRatio of(RatioDefinition definition, RatioPart top, RatioPart bottom) {
        Optional<Reason> refusal = refusal(definition, top, bottom);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        double ratio = top.value() / bottom.value();
        Optional<Double> spread = top.error().flatMap(one -> bottom.error()
                .map(other -> StrictMath.hypot(one.semPercent(), other.semPercent()) / 100));
        return new Ratio(
                definition,
                ratio,
                spread.map(s -> ratio * StrictMath.exp(-1.96 * s)),
                spread.map(s -> ratio * StrictMath.exp(1.96 * s)),
                top.painLimited() || bottom.painLimited());
    }

    private static Optional<Reason> refusal(RatioDefinition definition, RatioPart top, RatioPart bottom) {
        SeriesKey x = top.key();
        SeriesKey y = bottom.key();
        if (!x.position().equals(definition.numerator()) || !y.position().equals(definition.denominator())) {
            return Optional.of(Reason.NOT_THIS_PAIR);
        }
        if (!top.unit().equals(definition.unit()) || !bottom.unit().equals(definition.unit())) {
            return Optional.of(Reason.UNIT);
        }
        if (x.side() != y.side()) {
            return Optional.of(Reason.SIDE);
        }
        if (x.fixation() != y.fixation() || !x.sensorModel().equals(y.sensorModel())) {
            return Optional.of(Reason.FIXATION);
        }
        if (definition.handHeldOnly() && x.fixation() != Fixation.HAND_HELD) {
            return Optional.of(Reason.NOT_HAND_HELD);
        }
        return values(top, bottom, x, y);
    }

    private static Optional<Reason> values(RatioPart top, RatioPart bottom, SeriesKey x, SeriesKey y) {
        boolean same = x.patient().equals(y.patient())
                && x.estimator().equals(y.estimator())
                && x.quantity().equals(y.quantity())
                && x.limbWeight().equals(y.limbWeight())
                && x.provenance() == y.provenance();
        if (!same) {
            return Optional.of(Reason.NOT_COMPARABLE);
        }
        if (Duration.between(top.measured(), bottom.measured()).abs().compareTo(TOGETHER) > 0) {
            return Optional.of(Reason.TOO_FAR_APART);
        }
        return top.value() > 0 && bottom.value() > 0 ? Optional.empty() : Optional.of(Reason.NO_VALUE);
    }
}
