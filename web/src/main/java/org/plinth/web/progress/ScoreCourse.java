package org.plinth.web.progress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plinth.core.outcome.ActivityMean;
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
 * @param meanOf the activities that its values are the mean of, and whether these are those of the baseline; empty for what was noted
 * @param points oldest first; at least one
 * @param change what may be said of the newest against the first
 */
public record ScoreCourse(
        Instrument instrument, Qualifiers said, Optional<MeanOf> meanOf, List<Point> points, ScoreChange change) {

    /** Copies the list. */
    public ScoreCourse {
        points = List.copyOf(points);
    }

    /**
     * What a mean is of.
     *
     * @param activities in the patient's words
     * @param first whether they are those of the first mean
     */
    public record MeanOf(List<String> activities, boolean first) {
        /** Copies the list. */
        public MeanOf {
            activities = List.copyOf(activities);
        }
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
                .flatMap(instrument ->
                        instrument.id().equals(Scores.MEAN) ? means(instrument, entries) : noted(instrument, bySeries))
                .toList();
    }

    private static Stream<ScoreCourse> noted(Instrument instrument, Map<String, List<Point>> bySeries) {
        return bySeries.values().stream()
                .filter(points -> points.get(0).score().instrument().equals(instrument.id()))
                .map(points -> of(instrument, Optional.empty(), points));
    }

    private static Stream<ScoreCourse> means(Instrument instrument, List<EpisodeEntry> entries) {
        List<ActivityMean.Series> all = Scores.activityMean(entries).series();
        return all.stream()
                .map(series -> of(
                        instrument,
                        Optional.of(new MeanOf(series.activities(), series.equals(all.get(0)))),
                        series.scores().stream()
                                .map(score -> new Point(score, false))
                                .toList()));
    }

    /** The newest day on which activities were answered and have no mean; empty where the newest has one. */
    public static Optional<ActivityMean.Withheld> withheld(List<EpisodeEntry> entries) {
        ActivityMean mean = Scores.activityMean(entries);
        Optional<LocalDate> newest = mean.series().stream()
                .flatMap(series -> series.scores().stream())
                .map(Score::date)
                .max(LocalDate::compareTo);
        return mean.withheld().stream()
                .reduce((earlier, later) -> later)
                .filter(last -> newest.filter(last.date()::isBefore).isEmpty());
    }

    private static ScoreCourse of(Instrument instrument, Optional<MeanOf> meanOf, List<Point> points) {
        List<Score> compared = points.stream()
                .filter(point -> !point.hollow())
                .map(Point::score)
                .toList();
        ScoreChange change = ScoreChange.of(
                instrument,
                compared.isEmpty() ? List.of(points.get(points.size() - 1).score()) : compared);
        return new ScoreCourse(instrument, points.get(0).score().qualifiers(), meanOf, points, change);
    }
}
