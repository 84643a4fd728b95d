package org.plinth.web.page;

import java.util.List;
import java.util.Optional;

/**
 * All open episodes of a clinic at a glance, by the day of the next test; never by outcome.
 *
 * @param count how many there are and how many are due; while they are being read, how far that is
 * @param reading whether they are still being read
 * @param dueOnly whether those that are not due are left out
 * @param rows of this page
 * @param pages where the other pages are; empty where there is only one
 */
public record OverviewView(String count, boolean reading, boolean dueOnly, List<Row> rows, List<Page> pages) {

    /** Copies the lists. */
    public OverviewView {
        rows = List.copyOf(rows);
        pages = List.copyOf(pages);
    }

    /**
     * One open episode.
     *
     * @param name of the patient
     * @param birthDate "Born 6 August 1990"
     * @param affected "Left leg injured"
     * @param side style of the affected side; empty for both
     * @param lastTest in words
     * @param due in words
     * @param late whether the day has come
     * @param statement what may be said today
     * @param href the episode
     * @param picture small; empty before the first test
     */
    public record Row(
            String name,
            String birthDate,
            String affected,
            Optional<String> side,
            String lastTest,
            String due,
            boolean late,
            List<String> statement,
            String href,
            Optional<String> picture) {

        /** Copies the sentences. */
        public Row {
            statement = List.copyOf(statement);
        }
    }

    /**
     * A page of the list.
     *
     * @param label "1 to 50"
     * @param href where it is
     * @param current whether it is this one
     */
    public record Page(String label, String href, boolean current) {}
}
