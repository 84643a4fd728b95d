package org.plinth.web.measure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.position.PositionChange;
import org.plinth.core.series.SeriesKey;

/**
 * A stretch of results of one series: they may be compared with one another, and with nothing else.
 *
 * @param key the series
 * @param points oldest first, one for each date; at least one
 * @param breakBecause what differs from the stretch before; empty for the first
 * @param protocolChanges what was changed in the protocol since the stretch before
 * @param error of one value; empty where none is known
 * @param baseline what the later points are judged against; empty where no point can be one
 * @param change what may be said of the newest point
 */
public record Segment(
        SeriesKey key,
        List<CoursePoint> points,
        Set<SeriesBreak> breakBecause,
        List<PositionChange> protocolChanges,
        Optional<MeasurementError> error,
        Optional<BaselineBand> baseline,
        SeriesChange change) {

    /** Copies the collections. */
    public Segment {
        points = List.copyOf(points);
        breakBecause = Set.copyOf(breakBecause);
        protocolChanges = List.copyOf(protocolChanges);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a stretch of a series needs a point");
        }
    }

    /** The newest point. */
    public CoursePoint newest() {
        return points.get(points.size() - 1);
    }
}
