package org.plinth.web.store;

import java.util.Optional;

/**
 * Why the store did not do it. The message is for developers and carries no patient data; people read the catalogue's
 * text for {@link #reason()}.
 */
public final class StoreFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What went wrong. The name is what answers carry. */
    public enum Reason {
        /** There is no such thing, or not in this clinic. */
        NOT_FOUND,
        /** Somebody changed it since it was seen. */
        OLD_VERSION,
        /** The state of the thing, or its patient, forbids it. */
        WRONG_STATE,
        /** A field cannot be as given. */
        INVALID,
        /** It is there already. */
        DUPLICATE,
        /** The database does not answer. It is opened again; try later. */
        UNAVAILABLE
    }

    private final Reason reason;
    private final Optional<String> field;
    private final transient Optional<Object> current;

    /**
     * A failure.
     *
     * @param reason why
     * @param message for developers, without patient data
     * @param field which field, where it is one
     * @param current the present state, for {@code OLD_VERSION} and {@code WRONG_STATE}
     */
    public StoreFailure(Reason reason, String message, Optional<String> field, Optional<Object> current) {
        super(reason + ": " + message);
        this.reason = reason;
        this.field = field;
        this.current = current;
    }

    private StoreFailure(String message, Throwable cause) {
        super(Reason.UNAVAILABLE + ": " + message, cause);
        this.reason = Reason.UNAVAILABLE;
        this.field = Optional.empty();
        this.current = Optional.empty();
    }

    /** There is no such thing here. */
    public static StoreFailure notFound(String what) {
        return new StoreFailure(Reason.NOT_FOUND, what, Optional.empty(), Optional.empty());
    }

    /** Somebody was faster; {@code current} is how it is now. */
    public static StoreFailure oldVersion(String what, Object current) {
        return new StoreFailure(Reason.OLD_VERSION, what, Optional.empty(), Optional.of(current));
    }

    /** Its state forbids it; {@code current} is how it is now. */
    public static StoreFailure wrongState(String what, Object current) {
        return new StoreFailure(Reason.WRONG_STATE, what, Optional.empty(), Optional.of(current));
    }

    /** A field cannot be so. */
    public static StoreFailure invalid(String field, String why) {
        return new StoreFailure(Reason.INVALID, field + ": " + why, Optional.of(field), Optional.empty());
    }

    /** It is there already. */
    public static StoreFailure duplicate(String field, String what) {
        return new StoreFailure(Reason.DUPLICATE, what, Optional.of(field), Optional.empty());
    }

    /** The database does not answer. */
    public static StoreFailure unavailable(String what, Throwable cause) {
        return new StoreFailure(what, cause);
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** Which field, where it is one. */
    public Optional<String> field() {
        return field;
    }

    /** The thing as it is now: a record of {@code org.plinth.web.clinic}. */
    public Optional<Object> current() {
        return current;
    }
}
