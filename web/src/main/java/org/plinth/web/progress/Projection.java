package org.plinth.web.progress;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plinth.core.position.TestPosition;
import org.plinth.core.quantity.Force;
import org.plinth.core.trend.GoalProjection;
import org.plinth.core.trend.TrendPoint;
import org.plinth.core.visit.Side;
import org.plinth.web.measure.Course;
import org.plinth.web.measure.CoursePoint;
import org.plinth.web.measure.Segment;
import org.plinth.web.measure.SeriesChange;

/**
 * When the injured leg would be at the clinic's reference line of the other leg's newest value, if the rise of the last visits went
 * on (decision S10): for clinicians, from five visits, a band and never a day.
 *
 * @param position which
 * @param side the injured leg
 * @param goal the reference line [N]
 * @param band days from the last test
 */
public record Projection(TestPosition position, Side side, Force goal, GoalProjection.Band band) {

    private static final Set<SeriesChange.Kind> WEAKER =
            Set.of(SeriesChange.Kind.WEAKER, SeriesChange.Kind.POSSIBLY_WEAKER);

    /** Of one course; empty where nothing can be foreseen, or the other leg got weaker and would lower the line. */
    public static Optional<Projection> of(Course course, double thresholdPercent) {
        return course.injured()
                .flatMap(injured -> course.side(injured).current().flatMap(segment -> other(course, injured, segment)
                        .flatMap(other -> of(course, injured, segment, other, thresholdPercent))));
    }

    /** The other leg's newest value, where it is of the same set-up and day, may be judged, and did not fall. */
    private static Optional<CoursePoint> other(Course course, Side injured, Segment segment) {
        return course.side(injured.other())
                .current()
                .filter(other -> other.key().equals(segment.key().onSide(injured.other())))
                .filter(other -> other.newest().date().equals(segment.newest().date()))
                .filter(other -> !WEAKER.contains(other.change().kind()))
                .map(Segment::newest)
                .filter(newest -> !newest.hollow());
    }

    private static Optional<Projection> of(
            Course course, Side injured, Segment segment, CoursePoint other, double thresholdPercent) {
        Force goal = other.value().times(thresholdPercent / 100);
        List<CoursePoint> judged =
                segment.points().stream().filter(point -> !point.hollow()).toList();
        if (segment.error().isEmpty() || judged.isEmpty()) {
            return Optional.empty();
        }
        List<TrendPoint> points = judged.stream()
                .map(point -> new TrendPoint(
                        ChronoUnit.DAYS.between(judged.get(0).date(), point.date()),
                        point.value().newtons()))
                .toList();
        return GoalProjection.of(points, goal.newtons(), segment.error().get()) instanceof GoalProjection.Band band
                ? Optional.of(new Projection(course.position(), injured, goal, band))
                : Optional.empty();
    }
}
