package org.plinth.web.pdf;

import java.util.List;
import java.util.Optional;

/**
 * A printed document: a heading, sections, and a line at the foot of each page.
 *
 * @param language of its words, {@code en}
 * @param title of the document
 * @param number that tells it from every other
 * @param foot beside the number at the foot of each page
 * @param page the word for page
 * @param of the word between the number of a page and how many there are
 * @param lead sentences under the title
 * @param sections in order
 * @param size of the pages
 */
public record Paper(
        String language,
        String title,
        String number,
        String foot,
        String page,
        String of,
        List<String> lead,
        List<Section> sections,
        PageSize size) {

    /** Template that prints it. */
    public static final String TEMPLATE = "pdf/paper";

    /** Copies the lists. */
    public Paper {
        lead = List.copyOf(lead);
        sections = List.copyOf(sections);
    }

    /** On A4. */
    public Paper(
            String language,
            String title,
            String number,
            String foot,
            String page,
            String of,
            List<String> lead,
            List<Section> sections) {
        this(language, title, number, foot, page, of, lead, sections, PageSize.A4);
    }

    /**
     * A part with a heading.
     *
     * @param heading of it
     * @param paragraphs above the table
     * @param table of it
     * @param picture below
     */
    public record Section(String heading, List<String> paragraphs, Optional<Table> table, Optional<Picture> picture) {

        /** Copies the list. */
        public Section {
            paragraphs = List.copyOf(paragraphs);
        }

        /** Paragraphs alone. */
        public static Section of(String heading, List<String> paragraphs) {
            return new Section(heading, paragraphs, Optional.empty(), Optional.empty());
        }

        /** Paragraphs and a table. */
        public static Section of(String heading, List<String> paragraphs, Table table) {
            return new Section(heading, paragraphs, Optional.of(table), Optional.empty());
        }
    }

    /**
     * A table whose first cells name their rows.
     *
     * @param head names of the columns
     * @param rows cells, as many as columns
     * @param numbers whether cells after the first are numbers
     */
    public record Table(List<String> head, List<List<String>> rows, boolean numbers) {

        /** Copies the lists. */
        public Table {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Where a drawing stands.
     *
     * @param name of the drawing
     * @param words for who cannot see it
     */
    public record Picture(String name, String words) {}
}
