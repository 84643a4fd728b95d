package org.plinth.core.change;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.special.Erf;
import org.plinth.core.change.Change.Direction;
import org.plinth.core.change.Change.Figures;
import org.plinth.core.change.Change.NotJudged;
import org.plinth.core.position.MeasurementError;

/**
 * Judges every visit of a series against its baseline (decisions M12, M13). One look in twenty is beyond the limit by
 * chance, so a first excursion is only possible; a second, at the next visit or within 14 days, confirms it.
 */
public final class ChangeHistory {

    /** An excursion this recent confirms another [days]. */
    public static final long CONFIRM_DAYS = 14;

    private final Baseline baseline;
    private final MeasurementError error;
    private final DetectableChange limits;
    private Optional<Direction> previous = Optional.empty();
    private final List<Excursion> excursions = new ArrayList<>();

    private record Excursion(LocalDate date, Direction direction) {}

    private ChangeHistory(Baseline baseline, MeasurementError error) {
        this.baseline = baseline;
        this.error = error;
        this.limits = DetectableChange.around(baseline.value(), baseline.visits(), error);
    }

    /** One judgement for each point, in the order given; points in order of date. */
    public static List<Change> of(Baseline baseline, List<VisitPoint> points, MeasurementError error) {
        ChangeHistory history = new ChangeHistory(baseline, error);
        return points.stream().map(history::judge).toList();
    }

    private Change judge(VisitPoint point) {
        Optional<NotJudged> reason = notJudged(point);
        return reason.isPresent() ? new Change.NotComparable(reason.get()) : compare(point);
    }

    private Optional<NotJudged> notJudged(VisitPoint point) {
        if (!point.key().equals(baseline.key())) {
            return Optional.of(NotJudged.OTHER_SERIES);
        }
        if (!point.date().isAfter(baseline.last())) {
            return Optional.of(NotJudged.PART_OF_BASELINE);
        }
        if (!point.counts()) {
            return Optional.of(NotJudged.HOLLOW_POINT);
        }
        return point.isJudged() ? Optional.empty() : Optional.of(NotJudged.NO_FORCE);
    }

    private Change compare(VisitPoint point) {
        Figures figures = figures(point);
        boolean above = point.value().compareTo(limits.high()) > 0;
        boolean below = point.value().compareTo(limits.low()) < 0;
        if (!above && !below) {
            previous = Optional.empty();
            return new Change.WithinError(figures);
        }
        Direction direction = above ? Direction.INCREASE : Direction.DECREASE;
        boolean confirmed = previous.equals(Optional.of(direction)) || recent(point.date(), direction);
        previous = Optional.of(direction);
        excursions.add(new Excursion(point.date(), direction));
        return confirmed ? new Change.Confirmed(direction, figures) : new Change.Possible(direction, figures);
    }

    private boolean recent(LocalDate date, Direction direction) {
        return excursions.stream()
                .anyMatch(excursion -> excursion.direction() == direction
                        && ChronoUnit.DAYS.between(excursion.date(), date) <= CONFIRM_DAYS);
    }

    private Figures figures(VisitPoint point) {
        double ratio = point.value().newtons() / baseline.value().newtons();
        double spread = Math.sqrt(1.0 / baseline.visits() + 1) * error.semPercent() / 100;
        double chance = Erf.erfc(-StrictMath.log(ratio) / spread / Math.sqrt(2)) / 2;
        return new Figures(point.value().minus(baseline.value()), 100 * (ratio - 1), chance, limits);
    }
}
