package org.plinth.web.measure;

import java.util.List;
import java.util.Optional;
import org.plinth.core.visit.Side;

/**
 * One side of one position over time. Points of different segments are never joined or compared.
 *
 * @param side which
 * @param segments stretches of one series each, oldest first; two stretches differ in what the later one's {@link
 *     Segment#breakBecause} names
 */
public record SideCourse(Side side, List<Segment> segments) {

    /** Copies the list. */
    public SideCourse {
        segments = List.copyOf(segments);
    }

    /** All points, oldest first. */
    public List<CoursePoint> points() {
        return segments.stream().flatMap(segment -> segment.points().stream()).toList();
    }

    /** The newest point, if there is any. */
    public Optional<CoursePoint> newest() {
        return segments.isEmpty()
                ? Optional.empty()
                : Optional.of(segments.get(segments.size() - 1).newest());
    }

    /** The newest segment, if there is any. */
    public Optional<Segment> current() {
        return segments.isEmpty() ? Optional.empty() : Optional.of(segments.get(segments.size() - 1));
    }
}
