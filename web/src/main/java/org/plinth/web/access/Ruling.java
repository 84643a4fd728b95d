package org.plinth.web.access;

import org.plinth.web.clinic.Clinic;

/** What was decided about a request. */
public sealed interface Ruling {

    /** The route is open to all. */
    record Open() implements Ruling {}

    /**
     * She may.
     *
     * @param clinic in which she acts: her own, or as a guest the patient's
     * @param sight by what right
     */
    record Granted(Clinic clinic, Sight sight) implements Ruling {}

    /** She may not. */
    record Refused(Reason reason) implements Ruling {}

    /** Why not. Only the first two and the last two say that anything is there. */
    enum Reason {
        /** Nobody is logged in. */
        NOT_LOGGED_IN,
        /** Her role may not do this at all. */
        ROLE,
        /** There is none, or it is another clinic's, another patient's, or a share that is over: all look the same. */
        UNKNOWN,
        /** A patient of her clinic whom only her team may see. */
        RESTRICTED,
        /** Shared with her clinic, for reading her record alone. */
        READ_ONLY
    }
}
