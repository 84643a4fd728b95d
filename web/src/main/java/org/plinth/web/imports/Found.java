package org.plinth.web.imports;

import java.util.List;
import java.util.stream.Stream;

/**
 * All that was read of a file.
 *
 * @param rows in the order of the file, good and bad
 * @param faults of the file as a whole, which keep all of it out
 * @param notices what is not wrong and has to be known: columns that are left alone, units that were read in a certain way
 * @param questions that were or must be answered
 * @param heads the header as it stands, for giving rows back; empty for a file without one
 */
public record Found(
        List<FoundRow> rows,
        List<ImportFault> faults,
        List<ImportFault> notices,
        List<Question> questions,
        List<String> heads) {

    /** Copies the lists. */
    public Found {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
        notices = List.copyOf(notices);
        questions = List.copyOf(questions);
        heads = List.copyOf(heads);
    }

    static Found failed(ImportFault fault) {
        return new Found(List.of(), List.of(fault), List.of(), List.of(), List.of());
    }

    /** Whether anything about the whole file keeps it out. */
    public boolean isBlocked() {
        return !faults.isEmpty() || questions.stream().anyMatch(Question::isOpen);
    }

    /** Rows with nothing wrong. */
    public List<FoundRow> good() {
        return rows.stream().filter(FoundRow::isGood).toList();
    }

    /** Rows with something wrong. */
    public List<FoundRow> bad() {
        return rows.stream().filter(row -> !row.isGood()).toList();
    }

    /** Everything that is wrong, of the whole first. */
    public Stream<ImportFault> wrong() {
        return Stream.concat(faults.stream(), rows.stream().flatMap(row -> row.faults().stream()));
    }
}
