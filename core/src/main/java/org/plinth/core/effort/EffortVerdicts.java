package org.plinth.core.effort;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plinth.core.quantity.Force;
import org.plinth.core.signal.ForceTrace;
import org.plinth.core.signal.Gap;

/** Flags and rejects an effort by the table in {@link EffortRules}. */
final class EffortVerdicts {

    private EffortVerdicts() {}

    static Effort judge(EffortParts parts, List<Gap> gaps) {
        Plateau plateau = PlateauFinder.in(parts.trace(), parts.coarse(), parts.first(), parts.last(), parts.peak());
        return new Effort(
                parts.number(),
                parts.onsetMicros(),
                parts.endMicros(),
                parts.first(),
                parts.peak(),
                parts.last(),
                new Force(parts.rest().newtons()),
                new Force(parts.rest().noise()),
                parts.rest().quiet(),
                plateau,
                flags(parts),
                rejection(parts, plateau, gaps));
    }

    private static Set<EffortFlag> flags(EffortParts parts) {
        Set<EffortFlag> flags = EnumSet.noneOf(EffortFlag.class);
        if (parts.rest().newtons() > EffortRules.PRETENSION_PART * parts.peakNewtons()) {
            flags.add(EffortFlag.PRETENSION);
        }
        if (parts.rest().quiet() && dips(parts)) {
            flags.add(EffortFlag.COUNTERMOVEMENT);
        }
        if (parts.bout().twice()) {
            flags.add(EffortFlag.DOUBLE);
        }
        if (parts.cutAtEnd()) {
            flags.add(EffortFlag.CUT_AT_END);
        }
        if (parts.peakNewtons() >= partOfCapacity(parts, EffortRules.NEAR_CAPACITY_PART)) {
            flags.add(EffortFlag.NEAR_LIMIT);
        }
        return flags;
    }

    private static boolean dips(EffortParts parts) {
        double depth =
                Math.max(EffortRules.DIP_N, EffortRules.DIP_SDS * parts.rest().noise());
        CoarseTrace coarse = parts.coarse();
        for (int b = coarse.binOf(parts.first()); b >= 0; b--) {
            long before = parts.onsetMicros() - coarse.micros(b);
            if (before > EffortRules.DIP_MICROS) {
                return false;
            }
            if (before >= 0 && coarse.newtons(b) < parts.rest().newtons() - depth) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Rejection> rejection(EffortParts parts, Plateau plateau, List<Gap> gaps) {
        double rise = parts.peakNewtons()
                - Math.min(parts.rest().newtons(), parts.bout().rest());
        if (Math.min(rise, parts.peakNewtons()) < EffortRules.LEAST_RISE_N) {
            return Optional.of(Rejection.TOO_WEAK);
        }
        if (atLimit(parts)) {
            return Optional.of(Rejection.OVER_RANGE);
        }
        if (brokenByGap(parts, gaps)) {
            return Optional.of(Rejection.LINK_GAP);
        }
        if (!parts.rest().quiet()) {
            return Optional.of(Rejection.NO_QUIET_BASELINE);
        }
        return plateau.durationMicros() < EffortRules.PLATEAU_LEAST_MICROS
                ? Optional.of(Rejection.EARLY_RELEASE)
                : Optional.empty();
    }

    private static boolean atLimit(EffortParts parts) {
        return parts.peakNewtons() >= partOfCapacity(parts, EffortRules.CAPACITY_PART) || isFlat(parts);
    }

    /** [N]; beyond every force where the capacity is not known. */
    private static double partOfCapacity(EffortParts parts, double part) {
        return parts.trace()
                .capacity()
                .map(capacity -> capacity.newtons() * part)
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** A free noisy signal never repeats its greatest value for long. */
    private static boolean isFlat(EffortParts parts) {
        ForceTrace trace = parts.trace();
        int run = 0;
        for (int i = parts.first(); i <= parts.last() && parts.rest().noise() > 0; i++) {
            run = trace.newtons(i) == parts.peakNewtons() ? run + 1 : 0;
            if (run >= EffortRules.FLAT_SAMPLES
                    && trace.micros(i) - trace.micros(i - run + 1) >= EffortRules.FLAT_MICROS) {
                return true;
            }
        }
        return false;
    }

    private static boolean brokenByGap(EffortParts parts, List<Gap> gaps) {
        long origin = parts.trace().micros(0);
        for (Gap gap : gaps) {
            long start = origin + gap.afterMicros();
            boolean inside = start < parts.endMicros() && start + gap.durationMicros() > parts.onsetMicros();
            if (inside && gap.durationMicros() > EffortRules.GAP_MICROS) {
                return true;
            }
        }
        return false;
    }
}
