package org.plinth.web.store;

import java.time.Instant;
import java.util.List;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;

/**
 * The one way by which anything about a patient leaves the database. It works in a database user of its own, which may
 * change the tables of {@link ErasurePlan} and no other; the server's own user may not, and neither may change the audit
 * chain.
 */
public interface Eraser {

    /**
     * Erases a patient whose erasure was confirmed and is due. Her journals cannot be read from then on, her names and all
     * words about her are gone, and so are her measured values unless they were to stay. The id is written to the list of
     * erased ones before the change is committed, so that a restored backup is erased again.
     *
     * @throws StoreFailure NOT_FOUND; WRONG_STATE if it is not confirmed, not due, or a recording of hers is running
     */
    void erase(Act act, Id<Patient> patient);

    /** Erases again whoever stands in the list and is here all the same, as after a restore; gives who that was. */
    List<Id<Patient>> eraseAgain(Instant now);
}
