package org.plinth.web.imports;

import java.util.List;
import org.plinth.web.imports.PreviewRow.Fate;

/**
 * What would happen to a file.
 *
 * @param found what was read of it
 * @param rows in its order
 */
public record Preview(Found found, List<PreviewRow> rows) {

    /** Copies the list. */
    public Preview {
        rows = List.copyOf(rows);
    }

    /** How many rows would go this way. */
    public int count(Fate fate) {
        return (int) rows.stream().filter(row -> row.fate() == fate).count();
    }

    /** Whether some rows are wrong, so that a person has to say that the others shall come in without them. */
    public boolean isPartly() {
        return count(Fate.WRONG) > 0;
    }

    /** Whether there is anything to take in, or could be if a person said so. */
    public boolean hasAny() {
        return count(Fate.TRAY) + count(Fate.PATIENT) + count(Fate.HERE_ALREADY) > 0;
    }
}
