package org.plinth.web.imports;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;

/**
 * One thing that stands in a file.
 *
 * @param member number of the file in a ZIP, from 1; 0 for a file by itself
 * @param line where it begins
 * @param person whom it says it is about
 * @param content what it would become
 * @param identity tells it from every other thing: two rows with the same are one thing that was sent twice
 * @param faults what keeps it out
 */
public record FoundRow(
        int member, long line, Person person, Content content, String identity, List<ImportFault> faults) {

    /** Copies the list. */
    public FoundRow {
        faults = List.copyOf(faults);
    }

    /** What a row would become. */
    public sealed interface Content permits Measured, Newcomer {}

    /**
     * A value, to be noted in an episode once a person has said whose it is.
     *
     * @param kind id of the kind of entry
     * @param date when it was measured; empty where the file does not say
     * @param time as the file says it, for telling two of a day apart; may be empty
     * @param values by field of the kind, those that the file says
     * @param curve the samples, packed; empty where there are none
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared, and too large for a copy.
    public record Measured(
            String kind,
            Optional<LocalDate> date,
            String time,
            SortedMap<String, String> values,
            Optional<byte[]> curve)
            implements Content {

        /** Copies the values. */
        public Measured {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }
    }

    /**
     * A patient.
     *
     * @param problem in words; empty text where not said
     * @param involvement the injured side
     * @param dominant the dominant leg
     */
    public record Newcomer(String problem, Optional<Involvement> involvement, Optional<Side> dominant)
            implements Content {}

    /** Whether it can be taken in. */
    public boolean isGood() {
        return faults.isEmpty();
    }
}
