package org.plinth.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plinth.core.outcome.Instrument;
import org.plinth.core.outcome.Polarity;
import org.plinth.web.chart.EpisodeSeries;
import org.plinth.web.chart.EpisodeSeries.Direction;
import org.plinth.web.chart.EpisodeSeries.Line;
import org.plinth.web.chart.EpisodeSeries.Track;
import org.plinth.web.chart.EpisodeSeries.Value;
import org.plinth.web.progress.ProgressWords;
import org.plinth.web.progress.ScoreCourse;
import org.plinth.web.text.Texts;

/** Outcomes beside strength as tracks of one chart: each instrument on its own, the most often asked first. */
final class EpisodeTracks {

    /** More lines than this on one track are not told apart any more; the table has all. */
    private static final int MOST_LINES = 4;

    private final Texts texts;
    private final ProgressWords words;

    EpisodeTracks(Texts texts, ProgressWords words) {
        this.texts = texts;
        this.words = words;
    }

    /** All of them; what is only a note beside the others is not among them. */
    List<Track> all(List<ScoreCourse> courses) {
        Map<String, List<ScoreCourse>> byInstrument = new LinkedHashMap<>();
        courses.stream()
                .filter(course -> course.instrument().use() == Instrument.Use.OUTCOME)
                .forEach(course -> byInstrument
                        .computeIfAbsent(course.instrument().id(), id -> new ArrayList<>())
                        .add(course));
        return byInstrument.values().stream()
                .sorted(Comparator.comparingInt(EpisodeTracks::points).reversed())
                .map(this::track)
                .toList();
    }

    /** Of all those at most as many as one time axis bears, each with as many lines as can be told apart. */
    static List<Track> drawn(List<Track> all) {
        return all.stream()
                .limit(EpisodeSeries.MOST_TRACKS)
                .map(track -> new Track(
                        track.name(),
                        track.unit(),
                        track.direction(),
                        track.low(),
                        track.high(),
                        track.decimals(),
                        track.lines().stream().limit(MOST_LINES).toList()))
                .toList();
    }

    private static int points(List<ScoreCourse> courses) {
        return courses.stream().mapToInt(course -> course.points().size()).sum();
    }

    private Track track(List<ScoreCourse> courses) {
        Instrument instrument = courses.get(0).instrument();
        List<Line> lines = courses.stream()
                .sorted(Comparator.comparingInt(
                                (ScoreCourse course) -> course.points().size())
                        .reversed())
                .map(this::line)
                .toList();
        return new Track(
                instrument.name(),
                instrument.unit().isEmpty() ? texts.text("progress.track.points") : instrument.unit(),
                instrument.polarity() == Polarity.HIGHER_BETTER
                        ? Direction.HIGHER_IS_BETTER
                        : Direction.LOWER_IS_BETTER,
                instrument.min(),
                highest(instrument),
                instrument.step() < 1 ? 1 : 0,
                lines);
    }

    /** Minutes have a greatest value that nobody reaches: their axis grows with them. */
    private static OptionalDouble highest(Instrument instrument) {
        return instrument.unit().equals("min") ? OptionalDouble.empty() : OptionalDouble.of(instrument.max());
    }

    private Line line(ScoreCourse course) {
        return new Line(
                words.about(course),
                course.points().stream()
                        .map(point -> new Value(
                                point.score().date(),
                                point.score().value(),
                                hollow(point),
                                point.score().atLeast()))
                        .toList());
    }

    private Optional<String> hollow(ScoreCourse.Point point) {
        if (point.hollow()) {
            return Optional.of(texts.text("progress.track.painkiller"));
        }
        return point.score().atLeast() ? Optional.of(texts.text("progress.track.atLeast")) : Optional.empty();
    }
}
