package org.plinth.web.measure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plinth.core.change.Baseline;
import org.plinth.core.change.Change;
import org.plinth.core.change.ChangeHistory;
import org.plinth.core.change.DetectableChange;
import org.plinth.core.change.VisitPoint;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.quantity.Force;

/** What may be said of the newest point of a series: core judges, this says it as the pages want it. */
final class ChangeJudge {

    private ChangeJudge() {}

    static SeriesChange judge(List<VisitPoint> points, Optional<Baseline> baseline, Optional<MeasurementError> error) {
        VisitPoint newest = points.get(points.size() - 1);
        if (baseline.isEmpty() || !newest.counts() || newest.value().newtons() <= 0) {
            return bare(SeriesChange.Kind.NOT_JUDGED);
        }
        Baseline base = baseline.get();
        if (!newest.date().isAfter(base.last())) {
            return bare(base.visits() == 1 ? SeriesChange.Kind.ONE_VISIT : SeriesChange.Kind.BASELINE_ONLY);
        }
        Force difference = newest.value().minus(base.value());
        boolean firstRise = base.visits() == 1 && difference.newtons() > 0;
        if (error.isEmpty()) {
            return new SeriesChange(
                    SeriesChange.Kind.NO_MEASUREMENT_ERROR,
                    Optional.of(difference),
                    Optional.empty(),
                    OptionalDouble.empty(),
                    firstRise);
        }
        List<Change> history = ChangeHistory.of(base, points, error.get());
        return of(history.get(history.size() - 1), firstRise);
    }

    private static SeriesChange of(Change change, boolean firstRise) {
        if (change instanceof Change.WithinError within) {
            return with(SeriesChange.Kind.WITHIN_ERROR, within.figures(), firstRise);
        }
        if (change instanceof Change.Possible possible) {
            boolean up = possible.direction() == Change.Direction.INCREASE;
            return with(
                    up ? SeriesChange.Kind.POSSIBLY_STRONGER : SeriesChange.Kind.POSSIBLY_WEAKER,
                    possible.figures(),
                    firstRise);
        }
        if (change instanceof Change.Confirmed confirmed) {
            boolean up = confirmed.direction() == Change.Direction.INCREASE;
            return with(up ? SeriesChange.Kind.STRONGER : SeriesChange.Kind.WEAKER, confirmed.figures(), firstRise);
        }
        return bare(SeriesChange.Kind.NOT_JUDGED);
    }

    private static SeriesChange with(SeriesChange.Kind kind, Change.Figures figures, boolean firstRise) {
        DetectableChange limits = figures.limits();
        Force limit = figures.difference().newtons() >= 0
                ? limits.high().minus(limits.baseline())
                : limits.baseline().minus(limits.low());
        return new SeriesChange(
                kind,
                Optional.of(figures.difference()),
                Optional.of(limit),
                OptionalDouble.of(figures.chanceAboveZero()),
                firstRise);
    }

    private static SeriesChange bare(SeriesChange.Kind kind) {
        return new SeriesChange(kind, Optional.empty(), Optional.empty(), OptionalDouble.empty(), false);
    }
}
