package org.plinth.web.progress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plinth.core.outcome.Instrument;
import org.plinth.core.outcome.Qualifiers;
import org.plinth.core.outcome.Score;
import org.plinth.core.outcome.ScoreChange;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.diary.Scores;

/**
 * One outcome over time: values of one instrument that may be compared.
 *
 * @param instrument which
 * @param said what its values say beside themselves
 * @param points oldest first; at least one
 * @param change what may be said of the newest against the first
 */
public record ScoreCourse(Instrument instrument, Qualifiers said, List<Point> points, ScoreChange change) {

    /** Copies the list. */
    public ScoreCourse {
        points = List.copyOf(points);
    }

    /**
     * One value.
     *
     * @param score the value
     * @param hollow whether something about it must be known before it is compared: a painkiller
     */
    public record Point(Score score, boolean hollow) {}

    /** The newest value. */
    public Point newest() {
        return points.get(points.size() - 1);
    }

    /** All outcomes of an episode, in the order in which the instruments are listed. */
    public static List<ScoreCourse> of(List<EpisodeEntry> entries) {
        Map<String, List<Point>> bySeries = new LinkedHashMap<>();
        for (EpisodeEntry entry : entries) {
            boolean hollow = "YES".equals(entry.values().get("painkiller"));
            for (Score score : Scores.of(entry)) {
                bySeries.computeIfAbsent(score.seriesId(), series -> new ArrayList<>())
                        .add(new Point(score, hollow));
            }
        }
        return Scores.instruments().all().stream()
                .flatMap(instrument -> bySeries.values().stream()
                        .filter(points -> points.get(0).score().instrument().equals(instrument.id()))
                        .map(points -> of(instrument, points)))
                .toList();
    }

    private static ScoreCourse of(Instrument instrument, List<Point> points) {
        List<Score> compared = points.stream()
                .filter(point -> !point.hollow())
                .map(Point::score)
                .toList();
        ScoreChange change = ScoreChange.of(
                instrument,
                compared.isEmpty() ? List.of(points.get(points.size() - 1).score()) : compared);
        return new ScoreCourse(instrument, points.get(0).score().qualifiers(), points, change);
    }
}
