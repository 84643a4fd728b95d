package org.plinth.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plinth.core.symmetry.LimbSymmetry;
import org.plinth.core.visit.Side;
import org.plinth.web.chart.OutcomeSeries.Against;
import org.plinth.web.chart.OutcomeSeries.AgainstPoint;
import org.plinth.web.measure.BaselineBand;
import org.plinth.web.measure.Course;
import org.plinth.web.measure.CoursePoint;
import org.plinth.web.measure.Segment;
import org.plinth.web.words.FlagWords;

/**
 * The injured leg of each visit against the other leg's baseline of the same series but for the side (decision M15):
 *
 * <pre>
 *   100 · X(now) / Y(first)     [%]          X injured, Y uninjured
 * </pre>
 *
 * Without an interval; it decides nothing.
 */
final class AgainstFirst {

    private final FlagWords flags;

    AgainstFirst(FlagWords flags) {
        this.flags = flags;
    }

    /** Empty where both legs are injured, or the other leg was never tested in the injured one's set-up. */
    Optional<Against> of(Course course) {
        return course.injured().flatMap(injured -> of(course, injured));
    }

    private Optional<Against> of(Course course, Side injured) {
        List<AgainstPoint> points = new ArrayList<>();
        boolean provisional = false;
        for (Segment segment : course.side(injured).segments()) {
            Optional<BaselineBand> reference = reference(course, segment, injured);
            if (reference.isPresent()) {
                List<AgainstPoint> more = points(segment, reference.get(), !points.isEmpty());
                provisional |= !more.isEmpty() && reference.get().single();
                points.addAll(more);
            }
        }
        return points.isEmpty() ? Optional.empty() : Optional.of(new Against(provisional, points));
    }

    /** The other leg's first baseline in this set-up, where it is not too weak to divide by (decision M6). */
    private static Optional<BaselineBand> reference(Course course, Segment segment, Side injured) {
        return course.side(injured.other()).segments().stream()
                .filter(other -> other.key().equals(segment.key().onSide(injured.other())))
                .findFirst()
                .flatMap(Segment::baseline)
                .filter(base -> base.value().newtons() >= LimbSymmetry.LEAST_REFERENCE_N);
    }

    /** From the day of the reference on. */
    private List<AgainstPoint> points(Segment segment, BaselineBand reference, boolean anotherBefore) {
        List<AgainstPoint> points = new ArrayList<>();
        for (CoursePoint point : segment.points()) {
            if (!point.date().isBefore(reference.dates().get(0))) {
                boolean seam = points.isEmpty()
                        && anotherBefore
                        && !segment.breakBecause().isEmpty();
                points.add(new AgainstPoint(
                        point.date(),
                        100 * point.value().newtons() / reference.value().newtons(),
                        point.hollow(),
                        seam ? Optional.of(flags.breaks(segment)) : Optional.empty()));
            }
        }
        return points;
    }
}
