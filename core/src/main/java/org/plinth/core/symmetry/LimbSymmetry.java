package org.plinth.core.symmetry;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.position.TestPosition;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.series.SeriesKey;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;

/**
 * Limb symmetry of two sides of one position at one visit (decisions M2, M5 to M7).
 *
 * <pre>
 *   LSI = 100 · injured / uninjured                         [%]     never capped
 *   k   = the smaller count of valid efforts; each side's value is the best of its first k
 *   net = 100 · (Xi - Bi) / (Xu - Bu)                       B = baseline of the effort that is the side's best
 * </pre>
 *
 * <p>The interval is that of {@link SymmetryInterval#around}, with the same relative error on both sides and errors that
 * do not go together (ρ = 0).
 */
public final class LimbSymmetry {

    /** The reference line unless the clinic sets another [%]. */
    public static final double DEFAULT_THRESHOLD_PERCENT = 90;

    /** The uninjured side is at least this strong [N]. */
    public static final double LEAST_REFERENCE_N = 20;

    /** The uninjured side is at least this many times its noise. */
    public static final double LEAST_REFERENCE_NOISES = 3;

    /** The sides are tested within this time of each other [µs]; assumed. */
    public static final long PAIR_MICROS = 30L * 60 * 1_000_000;

    /** Best and mean may tell symmetries this far apart [points]. */
    public static final double UNSTEADY_POINTS = 3;

    private LimbSymmetry() {}

    /**
     * Injured ÷ uninjured × 100 with its interval and state, or a refusal.
     *
     * @param injured the injured side
     * @param one one side
     * @param other the other side
     * @param error of one side; empty where not known: the ratio alone, {@code NO_MEASUREMENT_ERROR}, cannot tell
     * @param thresholdPercent the reference line
     */
    public static SymmetryOutcome of(
            Side injured,
            SideMeasurement one,
            SideMeasurement other,
            Optional<MeasurementError> error,
            double thresholdPercent) {
        if (one.side() == other.side()) {
            return new SymmetryOutcome.Refused(SymmetryRefusal.NOT_COMPARABLE);
        }
        SideMeasurement hurt = one.side() == injured ? one : other;
        SideMeasurement healthy = one.side() == injured ? other : one;
        int k = Math.min(hurt.values().size(), healthy.values().size());
        if (k == 0) {
            return new SymmetryOutcome.Refused(SymmetryRefusal.MISSING_SIDE);
        }
        ComparedSide x = ComparedSide.of(hurt, k);
        ComparedSide y = ComparedSide.of(healthy, k);
        Optional<SymmetryRefusal> refusal = refusal(hurt, healthy, x, y);
        return refusal.isPresent()
                ? new SymmetryOutcome.Refused(refusal.get())
                : compare(injured, x, y, error, thresholdPercent);
    }

    /** Why a position or the involvement allows no limb symmetry at all; empty where nothing does. */
    public static Optional<SymmetryRefusal> refusedBy(TestPosition position, Involvement involvement) {
        if (!position.symmetryAllowed()) {
            return Optional.of(SymmetryRefusal.BRIDGE_BILATERAL_TEST);
        }
        return involvement == Involvement.BILATERAL ? Optional.of(SymmetryRefusal.BILATERAL) : Optional.empty();
    }

    /** Why two series give no limb symmetry; empty where they differ in side only. */
    public static Optional<SymmetryRefusal> refusedBy(SeriesKey one, SeriesKey other) {
        boolean sideOnly =
                one.side() != other.side() && one.onSide(other.side()).equals(other);
        return sideOnly ? Optional.empty() : Optional.of(SymmetryRefusal.NOT_COMPARABLE);
    }

    private static Optional<SymmetryRefusal> refusal(
            SideMeasurement hurt, SideMeasurement healthy, ComparedSide x, ComparedSide y) {
        if (Math.abs(hurt.testedAtMicros() - healthy.testedAtMicros()) > PAIR_MICROS) {
            return Optional.of(SymmetryRefusal.EXPIRED_PAIR);
        }
        double least = Math.max(LEAST_REFERENCE_N, LEAST_REFERENCE_NOISES * y.noise());
        // An injured side at or below zero gives no ratio either: no effort was measured there.
        if (y.best() < least
                || x.best() <= 0
                || y.value().mean().newtons() <= 0
                || x.value().mean().newtons() <= 0) {
            return Optional.of(y.best() < least ? SymmetryRefusal.ZERO_REF : SymmetryRefusal.MISSING_SIDE);
        }
        return Optional.empty();
    }

    private static SymmetryOutcome compare(
            Side injured, ComparedSide x, ComparedSide y, Optional<MeasurementError> error, double threshold) {
        double percent = 100 * x.best() / y.best();
        double percentOfMeans =
                100 * x.value().mean().newtons() / y.value().mean().newtons();
        Set<ResultFlag> flags = flags(x, y, error);
        if (Math.abs(percent - percentOfMeans) > UNSTEADY_POINTS) {
            flags.add(ResultFlag.UNSTEADY);
        }
        Optional<SymmetryInterval> interval =
                error.map(known -> SymmetryInterval.around(percent, SymmetryInterval.spread(known), threshold));
        ThresholdState state = flags.contains(ResultFlag.PRETENSION_UNEQUAL)
                ? ThresholdState.CANNOT_TELL
                : interval.map(known -> known.state(threshold)).orElse(ThresholdState.CANNOT_TELL);
        return new SymmetryOutcome.Symmetry(
                injured, x.value().k(), percent, percentOfMeans, net(x, y), interval, state, threshold, error, flags);
    }

    private static OptionalDouble net(ComparedSide x, ComparedSide y) {
        return x.net() > 0 && y.net() > 0 ? OptionalDouble.of(100 * x.net() / y.net()) : OptionalDouble.empty();
    }

    private static Set<ResultFlag> flags(ComparedSide x, ComparedSide y, Optional<MeasurementError> error) {
        Set<ResultFlag> flags = EnumSet.noneOf(ResultFlag.class);
        flags.addAll(x.flags());
        flags.addAll(y.flags());
        if (Pretension.isUnequal(x, y)) {
            flags.add(ResultFlag.PRETENSION_UNEQUAL);
        }
        if (error.isEmpty()) {
            flags.add(ResultFlag.NO_MEASUREMENT_ERROR);
        } else if (error.get().provisional()) {
            flags.add(ResultFlag.PROVISIONAL_ERROR);
        }
        return flags;
    }
}
