package org.plinth.web.words;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.plinth.core.quantity.Force;
import org.plinth.core.visit.Side;
import org.plinth.web.chart.EpisodeSeries;
import org.plinth.web.chart.EpisodeSeries.Position;
import org.plinth.web.chart.OutcomeSeries.Panel;
import org.plinth.web.chart.OutcomeSeries.Point;
import org.plinth.web.chart.OutcomeSeries.Segment;
import org.plinth.web.text.Texts;

/** The sentence and the table of all positions of an episode. Any thread. */
public final class MultiplesWords {

    private static final String BETWEEN = "; ";

    private final Texts texts;
    private final Numbers numbers;
    private final Sides sides;

    /** With its wordings, and the way numbers are shown. */
    public MultiplesWords(Texts texts, Numbers numbers) {
        this.texts = texts;
        this.numbers = numbers;
        this.sides = new Sides(texts);
    }

    /** What {@code multiples} shows of this series. */
    public ChartTwin of(EpisodeSeries series) {
        List<String> heads = Stream.of("position", "date", "left", "right", "notes")
                .map(head -> texts.text("chart.table." + head))
                .toList();
        List<List<String>> rows =
                series.positions().stream().flatMap(this::rows).toList();
        return new ChartTwin(sentence(series), heads, rows);
    }

    private String sentence(EpisodeSeries series) {
        if (series.positions().isEmpty()) {
            return texts.text("chart.multiples.none");
        }
        String said =
                String.join(BETWEEN, series.positions().stream().map(this::said).toList());
        return texts.count("chart.multiples.sentence", series.positions().size(), said);
    }

    private String said(Position position) {
        return texts.text(
                "chart.multiples.position", position.name(), newest(position, Side.LEFT), newest(position, Side.RIGHT));
    }

    /** "left 221 N on 6 August 2026". */
    private String newest(Position position, Side side) {
        String name = sides.inSentence(side);
        return points(position, side)
                .reduce((a, b) -> b)
                .map(point -> texts.text("chart.multiples.newest", name, force(point), numbers.date(point.date())))
                .orElseGet(() -> texts.text("chart.multiples.newest.none", name));
    }

    private Stream<List<String>> rows(Position position) {
        Set<LocalDate> dates = new TreeSet<>(Comparator.reverseOrder());
        for (Side side : Side.values()) {
            points(position, side).forEach(point -> dates.add(point.date()));
        }
        return dates.stream()
                .map(date -> List.of(
                        position.name(),
                        numbers.date(date),
                        cell(position, Side.LEFT, date),
                        cell(position, Side.RIGHT, date),
                        notes(position, date)));
    }

    private String cell(Position position, Side side, LocalDate date) {
        List<String> values = points(position, side)
                .filter(point -> point.date().equals(date))
                .map(this::force)
                .toList();
        return values.isEmpty() ? texts.text("page.unknown.notmeasured") : String.join(BETWEEN, values);
    }

    private String notes(Position position, LocalDate date) {
        List<String> notes = new ArrayList<>();
        for (Panel panel : position.sides()) {
            String name = sides.name(panel.side());
            for (Segment segment : panel.segments()) {
                if (!segment.points().isEmpty()
                        && segment.points().get(0).date().equals(date)) {
                    segment.breakReason()
                            .map(reason -> texts.text("chart.multiples.break", name, reason))
                            .ifPresent(notes::add);
                }
                if (segment.points().stream()
                        .anyMatch(point -> point.flagged() && point.date().equals(date))) {
                    notes.add(texts.text("chart.multiples.hollow", name));
                }
            }
        }
        return notes.isEmpty() ? texts.text("page.table.notes.none") : String.join(BETWEEN, notes);
    }

    private static Stream<Point> points(Position position, Side side) {
        Optional<Panel> panel =
                position.sides().stream().filter(one -> one.side() == side).findFirst();
        return panel.stream().flatMap(one -> one.segments().stream()).flatMap(segment -> segment.points().stream());
    }

    private String force(Point point) {
        return numbers.force(new Force(point.newtons()));
    }
}
