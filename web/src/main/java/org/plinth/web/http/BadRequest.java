package org.plinth.web.http;

import java.util.Optional;

/** A field that cannot be used: 400, naming it. */
public final class BadRequest extends HttpFailure {

    private static final long serialVersionUID = 1L;

    /**
     * A refused field.
     *
     * @param field its name, as the caller wrote it
     * @param key of the sentence, in the catalogue
     * @param arguments for its places
     */
    public BadRequest(String field, String key, Object... arguments) {
        super(400, "BAD_FIELD", Optional.of(field), key, arguments);
    }

    private BadRequest(String key) {
        super(400, "BAD_REQUEST", Optional.empty(), key);
    }

    /** A body that cannot be read at all. */
    public static BadRequest unreadable(String key) {
        return new BadRequest(key);
    }
}
