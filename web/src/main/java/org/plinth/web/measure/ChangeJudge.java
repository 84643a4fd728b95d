package org.plinth.web.measure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.special.Erf;
import org.plinth.core.change.DetectableChange;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.quantity.Force;

/**
 * What may be said of the newest point of a series (decision M13).
 *
 * <pre>
 *   beyond      F &lt; baseline × e^−m or F &gt; baseline × e^+m; exactly on the limit is within error
 *   chance      Φ( ln(F / baseline) / (SEM · √(1/a + 1)) )      a = visits in the baseline, SEM relative
 * </pre>
 *
 * <p>The first excursion is possible, two consecutive ones on the same side are a change.
 */
final class ChangeJudge {

    private static final double SQRT_2 = Math.sqrt(2);

    private ChangeJudge() {}

    static SeriesChange judge(
            List<CoursePoint> points,
            List<CoursePoint> judged,
            Optional<BaselineBand> baseline,
            Optional<MeasurementError> error) {
        CoursePoint newest = points.get(points.size() - 1);
        if (newest.hollow() || baseline.isEmpty()) {
            return bare(SeriesChange.Kind.NOT_JUDGED);
        }
        BaselineBand base = baseline.get();
        if (judged.size() <= base.dates().size()) {
            return bare(base.single() ? SeriesChange.Kind.ONE_VISIT : SeriesChange.Kind.BASELINE_ONLY);
        }
        Force difference = newest.value().minus(base.value());
        boolean firstRise = base.single() && difference.newtons() > 0;
        if (base.band().isEmpty() || error.isEmpty()) {
            return new SeriesChange(
                    SeriesChange.Kind.NO_MEASUREMENT_ERROR,
                    Optional.of(difference),
                    Optional.empty(),
                    OptionalDouble.empty(),
                    firstRise);
        }
        DetectableChange band = base.band().get();
        return new SeriesChange(
                kind(judged, base.dates().size(), band),
                Optional.of(difference),
                Optional.of(limit(band, difference)),
                chance(newest.value(), base, error.get()),
                firstRise);
    }

    private static SeriesChange bare(SeriesChange.Kind kind) {
        return new SeriesChange(kind, Optional.empty(), Optional.empty(), OptionalDouble.empty(), false);
    }

    private static SeriesChange.Kind kind(List<CoursePoint> judged, int baselinePoints, DetectableChange band) {
        int now = beyond(judged.get(judged.size() - 1), band);
        int before = judged.size() - 2 >= baselinePoints ? beyond(judged.get(judged.size() - 2), band) : 0;
        if (now == 0) {
            return SeriesChange.Kind.WITHIN_ERROR;
        }
        if (now > 0) {
            return before > 0 ? SeriesChange.Kind.STRONGER : SeriesChange.Kind.POSSIBLY_STRONGER;
        }
        return before < 0 ? SeriesChange.Kind.WEAKER : SeriesChange.Kind.POSSIBLY_WEAKER;
    }

    private static int beyond(CoursePoint point, DetectableChange band) {
        if (point.value().compareTo(band.high()) > 0) {
            return 1;
        }
        return point.value().compareTo(band.low()) < 0 ? -1 : 0;
    }

    private static Force limit(DetectableChange band, Force difference) {
        return difference.newtons() >= 0
                ? band.high().minus(band.baseline())
                : band.baseline().minus(band.low());
    }

    private static OptionalDouble chance(Force value, BaselineBand base, MeasurementError error) {
        if (value.newtons() <= 0) {
            return OptionalDouble.empty();
        }
        double spread = error.semPercent() / 100 * Math.sqrt(1.0 / base.dates().size() + 1);
        double z = Math.log(value.newtons() / base.value().newtons()) / spread;
        return OptionalDouble.of(0.5 * Erf.erfc(-z / SQRT_2));
    }
}
