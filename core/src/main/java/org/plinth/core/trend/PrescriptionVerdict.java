package org.plinth.core.trend;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hipparchus.special.Erf;
import org.plinth.core.change.VisitPoint;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.statistics.Sample;

/**
 * What strength did after a prescription was changed (decision M14): the first test at least 28 days later, against the
 * mean of the two tests before. "Associated with", never "caused by".
 *
 * <pre>
 *   d  = ln F(after) - mean ln F(before)        s = SEM · √(1/b + 1), b = 1 or 2
 *   IMPROVED  d > 1.96 s     WORSE  d &lt; -1.96 s
 *   POSSIBLE  Φ(d / s) ≥ 0.9 and d ≥ ln 1.05     otherwise NO_CHANGE
 * </pre>
 *
 * @param verdict what may be said
 * @param figures of the comparison; empty where nothing was compared
 */
public record PrescriptionVerdict(Verdict verdict, Optional<Figures> figures) {

    /** Least time to the test after the change [days]. */
    public static final long LEAST_DAYS = 28;
    /** The smallest worthwhile change; assumed. */
    public static final double WORTHWHILE = 0.05;

    private static final double Z95 = 1.96;
    private static final double SURE = 0.9;

    /** What may be said. */
    public enum Verdict {
        /** Stronger by more than measurement error. */
        IMPROVED,
        /** A true gain is likely, but not beyond measurement error. */
        POSSIBLE,
        /** Neither. */
        NO_CHANGE,
        /** Weaker by more than measurement error. */
        WORSE,
        /** No test yet 28 days after the change. */
        TOO_EARLY,
        /** No test before the change. */
        INSUFFICIENT
    }

    /**
     * The comparison.
     *
     * @param percent 100 · (e^d − 1)
     * @param chanceOfGain Φ(d / s)
     * @param testsBefore 1 or 2
     * @param after date of the test that was compared
     */
    public record Figures(double percent, double chanceOfGain, int testsBefore, LocalDate after) {}

    /** The verdict on a change made on a date; points of one series in order of date. */
    public static PrescriptionVerdict of(LocalDate changed, List<VisitPoint> points, MeasurementError error) {
        List<VisitPoint> judged = points.stream()
                .filter(point -> point.counts() && point.value().newtons() > 0)
                .toList();
        List<VisitPoint> before =
                judged.stream().filter(point -> !point.date().isAfter(changed)).toList();
        if (before.isEmpty()) {
            return new PrescriptionVerdict(Verdict.INSUFFICIENT, Optional.empty());
        }
        List<VisitPoint> lastTwo = before.subList(Math.max(0, before.size() - 2), before.size());
        return judged.stream()
                .filter(point -> ChronoUnit.DAYS.between(changed, point.date()) >= LEAST_DAYS)
                .findFirst()
                .map(after -> compare(lastTwo, after, error))
                .orElse(new PrescriptionVerdict(Verdict.TOO_EARLY, Optional.empty()));
    }

    private static PrescriptionVerdict compare(List<VisitPoint> before, VisitPoint after, MeasurementError error) {
        double mean = Sample.of(before.stream()
                        .mapToDouble(point -> StrictMath.log(point.value().newtons()))
                        .toArray())
                .mean();
        double d = StrictMath.log(after.value().newtons()) - mean;
        double s = error.semPercent() / 100 * Math.sqrt(1.0 / before.size() + 1);
        double chance = Erf.erfc(-d / s / Math.sqrt(2)) / 2;
        return new PrescriptionVerdict(
                verdict(d, s, chance),
                Optional.of(new Figures(100 * (StrictMath.exp(d) - 1), chance, before.size(), after.date())));
    }

    private static Verdict verdict(double d, double s, double chance) {
        if (Math.abs(d) > Z95 * s) {
            return d > 0 ? Verdict.IMPROVED : Verdict.WORSE;
        }
        return chance >= SURE && d >= StrictMath.log(1 + WORTHWHILE) ? Verdict.POSSIBLE : Verdict.NO_CHANGE;
    }
}
