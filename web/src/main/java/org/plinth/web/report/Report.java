package org.plinth.web.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plinth.web.chart.OutcomeSeries;
import org.plinth.web.hash.Sha256;

/**
 * All that a report says, in words. Page and printed document are made from it alone, so that they cannot differ; it depends on the record
 * and on the day as of which it is written, not on who reads it when.
 *
 * @param audience for whom
 * @param asOf nothing later is in it
 * @param title of it
 * @param person whom it is about
 * @param sample whether it is made up
 * @param lead sentences under the title
 * @param parts in order
 */
public record Report(
        Audience audience,
        LocalDate asOf,
        String title,
        Person person,
        boolean sample,
        List<String> lead,
        List<Part> parts) {

    /** Copies the lists. */
    public Report {
        lead = List.copyOf(lead);
        parts = List.copyOf(parts);
    }

    /**
     * Whom it is about: two identifiers, on every page.
     *
     * @param name first and last
     * @param born in words
     */
    public record Person(String name, String born) {}

    /**
     * A part with a heading.
     *
     * @param id stable, of small letters, digits and hyphens
     * @param heading of it
     * @param sentences the first says most
     * @param items of a list
     * @param tables of it
     * @param figures drawings
     */
    public record Part(
            String id,
            String heading,
            List<String> sentences,
            List<String> items,
            List<Grid> tables,
            List<Figure> figures) {

        /** Copies the lists. */
        public Part {
            sentences = List.copyOf(sentences);
            items = List.copyOf(items);
            tables = List.copyOf(tables);
            figures = List.copyOf(figures);
        }

        /** Sentences alone. */
        public static Part of(String id, String heading, List<String> sentences) {
            return new Part(id, heading, sentences, List.of(), List.of(), List.of());
        }
    }

    /**
     * A table whose first cells name their rows.
     *
     * @param label what it holds
     * @param head names of the columns
     * @param rows cells, as many as columns
     */
    public record Grid(String label, List<String> head, List<List<String>> rows) {
        /** Copies the lists. */
        public Grid {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A drawing.
     *
     * @param position id of the position it is about
     * @param kind of chart
     * @param words what it shows, for who cannot see it
     * @param caption under it
     * @param marks what the numbers on its time axis stand for, the first is number 1
     * @param series what is drawn
     */
    public record Figure(
            String position, String kind, String words, String caption, List<String> marks, OutcomeSeries series) {

        /** Copies the list. */
        public Figure {
            marks = List.copyOf(marks);
        }

        /** Tells it from the others of a report. */
        public String name() {
            return position + "-" + kind;
        }
    }

    /** The drawing of this position and kind, if there is one. */
    public Optional<Figure> figure(String position, String kind) {
        return parts.stream()
                .flatMap(part -> part.figures().stream())
                .filter(figure ->
                        figure.position().equals(position) && figure.kind().equals(kind))
                .findFirst();
    }

    /** Every word of it, line by line, in an order that stays. */
    public String canonical() {
        List<String> lines = new ArrayList<>(List.of(
                audience.name(), asOf.toString(), title, person.name(), person.born(), Boolean.toString(sample)));
        lines.addAll(lead);
        for (Part part : parts) {
            lines.add("# " + part.id() + " " + part.heading());
            lines.addAll(part.sentences());
            part.items().forEach(item -> lines.add("- " + item));
            for (Grid table : part.tables()) {
                lines.add("| " + table.label());
                lines.add(String.join(" | ", table.head()));
                table.rows().forEach(row -> lines.add(String.join(" | ", row)));
            }
            for (Figure figure : part.figures()) {
                lines.add(figure.name() + ": " + figure.words() + " " + figure.caption());
                figure.marks().forEach(mark -> lines.add("* " + mark));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    /** SHA-256 of {@link #canonical()}, 64 hexadecimal digits. */
    public String sha256() {
        return Sha256.hex(canonical());
    }
}
