package org.plinth.web.words;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.plinth.web.chart.EpisodeSeries;
import org.plinth.web.chart.EpisodeSeries.Line;
import org.plinth.web.chart.EpisodeSeries.Track;
import org.plinth.web.chart.EpisodeSeries.Value;
import org.plinth.web.chart.ValueWords;
import org.plinth.web.text.Texts;

/** The sentence and the table of the tracks of an episode: pain, function and the rest, never merged. Any thread. */
public final class TrackWords {

    private static final String BETWEEN = "; ";

    private final Texts texts;
    private final Numbers numbers;

    /** With its wordings, and the way dates are shown. */
    public TrackWords(Texts texts, Numbers numbers) {
        this.texts = texts;
        this.numbers = numbers;
    }

    /** What {@code tracks} shows of this series. */
    public ChartTwin of(EpisodeSeries series) {
        return of(series, series.tracks());
    }

    /** The same where there are more measures than are drawn: the table has all of them, and the sentence says so. */
    public ChartTwin of(EpisodeSeries series, List<Track> all) {
        List<Column> drawn = columns(series.tracks());
        List<Column> columns = columns(all);
        String sentence = sentence(series, drawn);
        return new ChartTwin(
                drawn.size() == columns.size()
                        ? sentence
                        : texts.text("chart.tracks.cut", drawn.size(), columns.size(), sentence),
                heads(columns),
                rows(columns));
    }

    private static List<Column> columns(List<Track> tracks) {
        return tracks.stream()
                .flatMap(track -> track.lines().stream().map(line -> new Column(track, line)))
                .toList();
    }

    /** One line of one track. */
    private record Column(Track track, Line line) {

        String name(Texts texts) {
            return track.lines().size() == 1
                    ? track.name()
                    : texts.text("chart.tracks.name", track.name(), line.label());
        }

        String value(Value value) {
            return ValueWords.withUnit(value, track);
        }
    }

    private String sentence(EpisodeSeries series, List<Column> columns) {
        if (columns.isEmpty()) {
            return texts.text("chart.tracks.none");
        }
        String said = String.join(BETWEEN, columns.stream().map(this::said).toList());
        long hollow = columns.stream()
                .flatMap(column -> column.line().points().stream())
                .filter(value -> value.hollowBecause().isPresent())
                .count();
        String sentence = texts.count("chart.tracks.sentence", series.tracks().size(), said);
        return hollow == 0 ? sentence : texts.count("chart.tracks.hollow", hollow, sentence);
    }

    private String said(Column column) {
        List<Value> points = column.line().points();
        String name = column.name(texts);
        if (points.isEmpty()) {
            return texts.text("chart.tracks.line.none", name);
        }
        Value first = points.get(0);
        Value last = points.get(points.size() - 1);
        String now = column.value(last);
        return points.size() == 1
                ? texts.text("chart.tracks.line.one", name, now, numbers.date(last.date()))
                : texts.text(
                        "chart.tracks.line.many",
                        name,
                        now,
                        numbers.date(last.date()),
                        column.value(first),
                        numbers.date(first.date()));
    }

    private List<String> heads(List<Column> columns) {
        return Stream.of(
                        Stream.of(texts.text("chart.table.date")),
                        columns.stream().map(column -> column.name(texts)),
                        Stream.of(texts.text("chart.table.notes")))
                .flatMap(all -> all)
                .toList();
    }

    private List<List<String>> rows(List<Column> columns) {
        Set<LocalDate> dates = new TreeSet<>(Comparator.reverseOrder());
        columns.forEach(column -> column.line().points().forEach(value -> dates.add(value.date())));
        return dates.stream().map(date -> row(date, columns)).toList();
    }

    private List<String> row(LocalDate date, List<Column> columns) {
        List<String> cells = new ArrayList<>(List.of(numbers.date(date)));
        List<String> notes = new ArrayList<>();
        for (Column column : columns) {
            List<Value> values = column.line().points().stream()
                    .filter(value -> value.date().equals(date))
                    .toList();
            cells.add(
                    values.isEmpty()
                            ? texts.text("page.unknown.notmeasured")
                            : String.join(
                                    BETWEEN, values.stream().map(column::value).toList()));
            values.stream()
                    .flatMap(value -> value.hollowBecause().stream())
                    .map(why -> texts.text("chart.tracks.note", column.name(texts), why))
                    .forEach(notes::add);
        }
        cells.add(notes.isEmpty() ? texts.text("page.table.notes.none") : String.join(BETWEEN, notes));
        return cells;
    }
}
