package org.plinth.core.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.plinth.core.quantity.Force;
import org.plinth.core.series.SeriesKey;

/**
 * One result of one side on one local date, as change and trend see it.
 *
 * @param key what it may be compared with
 * @param date local date of the visit
 * @param value the test value
 * @param counts false for a hollow point: pain-limited, typed, suspect calibration; drawn, but never judged
 */
public record VisitPoint(SeriesKey key, LocalDate date, Force value, boolean counts) {

    /** In order of date, one point a date: of two visits on one date the later given stands. */
    public static List<VisitPoint> byDate(List<VisitPoint> points) {
        List<VisitPoint> sorted = new ArrayList<>(points);
        sorted.sort(Comparator.comparing(VisitPoint::date));
        List<VisitPoint> merged = new ArrayList<>();
        for (VisitPoint point : sorted) {
            int last = merged.size() - 1;
            if (last >= 0 && merged.get(last).date().equals(point.date())) {
                merged.set(last, point);
            } else {
                merged.add(point);
            }
        }
        return List.copyOf(merged);
    }

    /** Whether it can be judged on the ratio scale. */
    boolean isJudged() {
        return counts && value.newtons() > 0;
    }
}
