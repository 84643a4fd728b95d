package org.plinth.web.chart;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One thing on the time axis. In the picture it has a number, and its label where there is room; the list under the picture
 * has the same numbers with the full words.
 *
 * @param date the day, or the first of several
 * @param end the last day; empty for a single day, and for a prescription that still runs
 * @param kind event or prescription
 * @param label two or three words: "Injection"
 * @param words in full, as the list under the picture says it
 */
public record Mark(LocalDate date, Optional<LocalDate> end, MarkKind kind, String label, String words) {

    /**
     * Checks the dates.
     *
     * @throws IllegalArgumentException if it ends before it begins
     */
    public Mark {
        if (end.isPresent() && end.get().isBefore(date)) {
            throw new IllegalArgumentException("a mark of " + date + " cannot end on " + end.get());
        }
    }
}
