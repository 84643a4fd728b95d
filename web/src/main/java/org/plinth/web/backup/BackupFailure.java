package org.plinth.web.backup;

import org.plinth.web.config.StartRefused.Fault;

/** A backup could not be made, or cannot be trusted. Nothing half is left. Carries no patient data and no secret. */
public final class BackupFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    /**
     * A failure.
     *
     * @param key of the text catalogue: what is wrong and what to do
     * @param values that the text names
     */
    public BackupFailure(String key, String... values) {
        super(key);
        this.fault = Fault.of(key, values);
    }

    /** What is wrong, for people. */
    public Fault fault() {
        return fault;
    }
}
