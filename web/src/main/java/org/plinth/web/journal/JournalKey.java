package org.plinth.web.journal;

import org.plinth.web.clinic.Id;

/** The secret that seals a patient's journals. Never printed. */
public final class JournalKey {

    private static final int KEY_BYTES = 32;

    private final Id<JournalKey> id;
    private final byte[] secret;

    /**
     * A key.
     *
     * @param id as the header of a journal names it
     * @param secret 32 bytes
     */
    public JournalKey(Id<JournalKey> id, byte[] secret) {
        if (secret.length != KEY_BYTES) {
            throw new IllegalArgumentException("a journal key has 32 bytes, this one " + secret.length);
        }
        this.id = id;
        this.secret = secret.clone();
    }

    /** As the header of a journal names it. */
    public Id<JournalKey> id() {
        return id;
    }

    byte[] secret() {
        return secret;
    }

    @Override
    public String toString() {
        return "JournalKey[" + id + "]";
    }
}
