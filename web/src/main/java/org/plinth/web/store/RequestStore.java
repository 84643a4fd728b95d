package org.plinth.web.store;

import java.util.Optional;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;

/** Requests that have been answered: the same request sent again answers with the first one's subject. */
public interface RequestStore {

    /** What this request made, if it has been answered. */
    Optional<String> subject(Id<Clinic> clinic, String requestId);

    /**
     * Notes what it made, in the transaction that made it.
     *
     * @param requestId chosen by the caller, at most 100 characters
     * @param subject id of what it made, as text
     * @throws StoreFailure DUPLICATE if another one was faster: read {@link #subject} in a new transaction
     */
    void done(Id<Clinic> clinic, String requestId, String subject);
}
