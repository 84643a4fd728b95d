package org.plinth.web.clinic;

/** What a person may do. */
public enum Role {
    /** Runs the clinic: its people, sensors and rules; sees no patient by that alone. */
    OWNER,
    /** Tests patients and reads their records. */
    CLINICIAN,
    /** Tests patients under a clinician: records, notes pain, keeps or excludes; releases nothing and exports nothing. */
    ASSISTANT,
    /** Sees her own page, and nothing else. */
    PATIENT,
    /** Takes pseudonymous exports. */
    AUDITOR
}
