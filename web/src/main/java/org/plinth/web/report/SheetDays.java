package org.plinth.web.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.plinth.web.clinic.EpisodeEntry;

/**
 * The days of a sheet that was taken home, as it comes back: a row is a day with exercises, its answers are about the day after and the
 * one after that.
 *
 * @param days oldest first; none lies ahead
 */
public record SheetDays(List<LocalDate> days) {

    /** Rows of a sheet. */
    public static final int ROWS = 7;

    /** Copies the list. */
    public SheetDays {
        days = List.copyOf(days);
    }

    /** What is asked of a row. */
    public enum Ask {
        /** Pain on the day after. */
        AFTER_24_H(1),
        /** Pain two days later. */
        AFTER_48_H(2);

        private final int later;

        Ask(int later) {
            this.later = later;
        }

        /** The day the answer is about. */
        public LocalDate about(LocalDate row) {
            return row.plusDays(later);
        }
    }

    /** Of the sheet that was given on this day; of the last days where none is known. */
    public static SheetDays of(Optional<LocalDate> given, LocalDate today) {
        LocalDate first = given.filter(day -> day.isBefore(today)).orElse(today.minusDays(ROWS));
        return new SheetDays(IntStream.range(0, ROWS)
                .mapToObj(first::plusDays)
                .filter(day -> day.isBefore(today))
                .toList());
    }

    /** What was answered already, by whatever way. */
    public static Optional<EpisodeEntry> answered(List<EpisodeEntry> entries, LocalDate row, Ask ask) {
        return entries.stream()
                .filter(entry -> entry.kind().equals("answer"))
                .filter(entry -> entry.date().equals(ask.about(row)))
                .filter(entry -> ask.name().equals(entry.values().get("timing")))
                .findFirst();
    }

    /** The values of an answer. */
    public static Map<String, String> values(Ask ask, int pain) {
        return Map.of("timing", ask.name(), "pain", Integer.toString(pain));
    }
}
