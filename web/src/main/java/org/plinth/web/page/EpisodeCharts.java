package org.plinth.web.page;

import java.util.ArrayList;
import java.util.List;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.web.chart.ChartRoom;
import org.plinth.web.chart.Charts;
import org.plinth.web.chart.EpisodeSeries;
import org.plinth.web.chart.Timeline;
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
        Timeline timeline =
                new EpisodeTimeline(texts, numbers).of(known.episode(), known.entries(), known.today());
        EpisodeSeries bare = new EpisodeSeries(
                texts.text("progress.chart." + kind),
                "",
                unit,
                new EpisodeTracks(texts, new ProgressWords(texts, numbers)).of(ScoreCourse.of(known.entries())),
                known.found().courses().stream()
                        .map(course -> courses.position(course, known.episode().involvement()))
                        .toList(),
                timeline);
        return new EpisodeSeries(
                bare.title(), twin(bare, kind).sentence(), unit, bare.tracks(), bare.positions(), timeline);
    }

    private ChartTwin twin(EpisodeSeries series, String kind) {
        return kind.equals(MULTIPLES)
                ? new MultiplesWords(texts, numbers).of(series)
                : new TrackWords(texts, numbers).of(series);
    }

    /** Those that have something to show. */
    List<EpisodeView.Picture> pictures(Known known, ForceUnit unit) {
        List<EpisodeView.Picture> pictures = new ArrayList<>();
        EpisodeSeries multiples = series(known, MULTIPLES, unit);
        if (!multiples.positions().isEmpty()) {
            pictures.add(picture(known, multiples, MULTIPLES, List.of()));
        }
        EpisodeSeries tracks = series(known, TRACKS, unit);
        if (!tracks.tracks().isEmpty()) {
            MarkWords marks = new MarkWords(texts, numbers);
            pictures.add(picture(known, tracks, TRACKS, marks.list(tracks.timeline())));
        }
        return pictures;
    }

    private EpisodeView.Picture picture(Known known, EpisodeSeries series, String kind, List<String> marks) {
        ChartTwin twin = twin(series, kind);
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
