package org.plinth.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.web.chart.ChartRoom;
import org.plinth.web.chart.Charts;
import org.plinth.web.chart.EpisodeSeries;
import org.plinth.web.chart.OutcomeSeries;
import org.plinth.web.chart.Timeline;
import org.plinth.web.measure.Course;
import org.plinth.web.page.EpisodePage.Known;
import org.plinth.web.progress.ProgressWords;
import org.plinth.web.progress.ScoreCourse;
import org.plinth.web.text.Texts;
import org.plinth.web.words.ChartTwin;
import org.plinth.web.words.MarkWords;
import org.plinth.web.words.MultiplesWords;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.TrackWords;

/** The charts of a whole episode, with the sentence and the table of each. */
final class EpisodeCharts {

    static final String MULTIPLES = "multiples";
    static final String TRACKS = "tracks";
    private static final String STRENGTH = "strength";
    private static final String AGAINST = "against";

    private final Texts texts;
    private final Numbers numbers;
    private final Charts charts;

    EpisodeCharts(Texts texts, Numbers numbers, Charts charts) {
        this.texts = texts;
        this.numbers = numbers;
        this.charts = charts;
    }

    /** What both show; the title and the description are those of the kind. */
    EpisodeSeries series(Known known, String kind, ForceUnit unit) {
        CourseSeries courses = new CourseSeries(texts);
        Timeline timeline = timeline(known);
        EpisodeSeries bare = new EpisodeSeries(
                texts.text("progress.chart." + kind),
                "",
                unit,
                EpisodeTracks.drawn(tracks(known)),
                known.found().courses().stream()
                        .map(course -> courses.position(course, known.episode().involvement()))
                        .toList(),
                timeline);
        return new EpisodeSeries(
                bare.title(), twin(known, bare, kind).sentence(), unit, bare.tracks(), bare.positions(), timeline);
    }

    /** Both legs in one position, with what was prescribed and what happened on the time axis; no reference line. */
    OutcomeSeries series(Known known, Course course, String kind, ForceUnit unit) {
        return new CourseSeries(texts)
                .of(
                        course,
                        known.episode().involvement(),
                        unit,
                        OptionalDouble.empty(),
                        texts.text(ChartPage.caption(kind, course, false)),
                        timeline(known))
                .titled(texts.text(ChartPage.title(kind), course.position().name()));
    }

    private Timeline timeline(Known known) {
        return new EpisodeTimeline(texts, numbers).of(known.episode(), known.entries(), known.today());
    }

    private List<EpisodeSeries.Track> tracks(Known known) {
        return new EpisodeTracks(texts, new ProgressWords(texts, numbers)).all(ScoreCourse.of(known.entries()));
    }

    /** The table has what the picture has no room for. */
    private ChartTwin twin(Known known, EpisodeSeries series, String kind) {
        return kind.equals(MULTIPLES)
                ? new MultiplesWords(texts, numbers).of(series)
                : new TrackWords(texts, numbers).of(series, tracks(known));
    }

    /** Those that have something to show. */
    List<EpisodeView.Picture> pictures(Known known, ForceUnit unit) {
        List<EpisodeView.Picture> pictures = new ArrayList<>();
        EpisodeSeries multiples = series(known, MULTIPLES, unit);
        if (!multiples.positions().isEmpty()) {
            pictures.add(picture(known, multiples, MULTIPLES, List.of()));
            known.found().courses().forEach(course -> pictures.addAll(of(known, course, unit)));
        }
        EpisodeSeries tracks = series(known, TRACKS, unit);
        if (!tracks.tracks().isEmpty()) {
            MarkWords marks = new MarkWords(texts, numbers);
            pictures.add(picture(known, tracks, TRACKS, marks.list(tracks.timeline())));
        }
        return pictures;
    }

    private List<EpisodeView.Picture> of(Known known, Course course, ForceUnit unit) {
        List<EpisodeView.Picture> pictures = new ArrayList<>();
        pictures.add(picture(known, course, STRENGTH, unit));
        if (series(known, course, AGAINST, unit).against().isPresent()) {
            pictures.add(picture(known, course, AGAINST, unit));
        }
        return pictures;
    }

    private EpisodeView.Picture picture(Known known, Course course, String kind, ForceUnit unit) {
        OutcomeSeries series = series(known, course, kind, unit);
        ChartRoom room = charts.room(kind, series).orElseThrow();
        ChartView chart = new ChartView(
                known.href() + "/charts/" + kind + "." + course.position().id() + ".svg",
                series.title(),
                series.description(),
                room.width(),
                room.height());
        EpisodeSeries alone = new EpisodeSeries(
                series.title(),
                "",
                unit,
                List.of(),
                List.of(new CourseSeries(texts).position(course, known.episode().involvement())),
                Timeline.none());
        ChartTwin twin = new MultiplesWords(texts, numbers).of(alone);
        List<String> marks = kind.equals(STRENGTH) ? new MarkWords(texts, numbers).list(series.timeline()) : List.of();
        return new EpisodeView.Picture(chart, marks, twin.heads(), twin.rows());
    }

    private EpisodeView.Picture picture(Known known, EpisodeSeries series, String kind, List<String> marks) {
        ChartTwin twin = twin(known, series, kind);
        ChartRoom room = charts.room(kind, series).orElseThrow();
        ChartView chart = new ChartView(
                known.href() + "/charts/" + kind + ".svg",
                series.title(),
                twin.sentence(),
                room.width(),
                room.height());
        return new EpisodeView.Picture(chart, marks, twin.heads(), twin.rows());
    }
}
