package org.plinth.web.imports;

import java.util.Optional;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;

/**
 * What would happen to one row.
 *
 * @param row as it was read
 * @param fate what
 * @param here who is here already with this name and date of birth
 */
public record PreviewRow(FoundRow row, Fate fate, Optional<Id<Patient>> here) {

    /** What happens to a row. */
    public enum Fate {
        /** It waits in the tray until a person says whose it is. */
        TRAY,
        /** It becomes a patient. */
        PATIENT,
        /** Somebody with this name and date of birth is here already; nothing happens unless a person says that it is another. */
        HERE_ALREADY,
        /** The same came in before. */
        KNOWN,
        /** The same stands further up. */
        TWICE,
        /** Something is wrong with it. */
        WRONG
    }
}
