package org.plinth.web.capture;

/** Why a recording ended; its id stands in the journal's CLOSE record. */
public enum EndCause {
    /** The clinician stopped it. */
    STOPPED("stopped"),
    /** The link went down. */
    DISCONNECTED("disconnected"),
    /** The disk did not take a packet. */
    JOURNAL_FAILED("journal-failed"),
    /** The disk was more than two seconds behind the radio. */
    JOURNAL_SLOW("journal-slow"),
    /** A packet could not be dealt with. */
    FAULT("fault"),
    /** The sensor did not start. */
    NOT_STARTED("not-started"),
    /** Another visit took the sensor. */
    TAKEN_OVER("taken-over"),
    /** The server was shut down in good order. */
    SHUT_DOWN("shut-down");

    private final String id;

    EndCause(String id) {
        this.id = id;
    }

    /** As the journal and the text catalogue ({@code capture.end.<id>}) name it. */
    public String id() {
        return id;
    }
}
