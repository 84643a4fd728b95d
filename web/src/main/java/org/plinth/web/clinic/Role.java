package org.plinth.web.clinic;

/** What a person may do. */
public enum Role {
    /** Sets up the clinic and its accounts; sees no patient by that alone. */
    ADMINISTRATOR,
    /** Tests patients and reads their records. */
    CLINICIAN,
    /** Sees her own page, and nothing else. */
    PATIENT,
    /** Takes pseudonymous exports. */
    AUDITOR
}
