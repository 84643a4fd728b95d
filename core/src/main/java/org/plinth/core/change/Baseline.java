package org.plinth.core.change;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.plinth.core.quantity.Force;
import org.plinth.core.series.SeriesKey;

/**
 * What a series is judged against (decision M12): the geometric mean of its first two visits where they are at most 14
 * days apart and before treatment starts, otherwise its first visit.
 *
 * <pre>
 *   B = √(F1 · F2)     [N]
 * </pre>
 *
 * @param key the series
 * @param value B
 * @param visits 1 or 2; with 1, part of a first rise may be getting used to the test
 * @param last date of its last visit
 */
public record Baseline(SeriesKey key, Force value, int visits, LocalDate last) {

    /** Two visits this far apart may be averaged [days]. */
    public static final long DAYS_APART = 14;

    /**
     * The baseline of these points; empty where none can be judged.
     *
     * @param points of one series, in order of date
     * @param treatmentStart first day of treatment; empty where it has not started
     */
    public static Optional<Baseline> of(List<VisitPoint> points, Optional<LocalDate> treatmentStart) {
        List<VisitPoint> judged =
                points.stream().filter(VisitPoint::isJudged).limit(2).toList();
        if (judged.isEmpty()) {
            return Optional.empty();
        }
        VisitPoint first = judged.get(0);
        if (judged.size() == 2 && mayAverage(first, judged.get(1), treatmentStart)) {
            double mean =
                    Math.sqrt(first.value().newtons() * judged.get(1).value().newtons());
            return Optional.of(
                    new Baseline(first.key(), new Force(mean), 2, judged.get(1).date()));
        }
        return Optional.of(new Baseline(first.key(), first.value(), 1, first.date()));
    }

    private static boolean mayAverage(VisitPoint first, VisitPoint second, Optional<LocalDate> treatmentStart) {
        return first.key().equals(second.key())
                && ChronoUnit.DAYS.between(first.date(), second.date()) <= DAYS_APART
                && treatmentStart.map(start -> second.date().isBefore(start)).orElse(true);
    }
}
