package org.plinth.web.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** For whom a report is written. The text catalogue has its words under {@code report.for.<name>}. */
public enum Audience {
    /** Plain words: no criterion, threshold or gate, no chance, nothing that rests on little (decision S10). */
    PATIENT,
    /** Another clinician: the clinician's words. */
    REFERRER,
    /** Who pays: no criterion, threshold or gate, and no notes (decision S10). */
    PAYER,
    /** The referrer, when the episode is closed: a letter (decision S8). */
    DISCHARGE;

    /** As addresses carry it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of an address. */
    public static Optional<Audience> find(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }

    /** Whether the state of the clinic's reference line and what belongs to it may stand in it. */
    public boolean readsCriteria() {
        return this == REFERRER || this == DISCHARGE;
    }
}
