package org.plinth.web.privacy;

/** What a file with results is taken for; the law asks for other things each time (decision 0066). */
public enum Purpose {
    /** The clinic's own record, for who treats her: rests on the treatment, on no consent. */
    CARE,
    /** Looking at the clinic's own work: rests on no consent, but who refused or withdrew is left out. */
    AUDIT,
    /** Research: only who consented, and did not withdraw. */
    RESEARCH
}
