package org.plinth.web.export;

import java.io.IOException;

/** An export that cannot go on where it goes to; says why and what to do, by a sentence of the catalogue. */
public final class ExportRefused extends IOException {

    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        /** The folder holds something that no export put there. */
        HOLDS_OTHER,
        /** Another export writes into the same folder. */
        IN_USE,
        /** Less room is left on the disk than recordings need. */
        NO_ROOM
    }

    private final Reason reason;
    private final String what;

    /**
     * It is refused.
     *
     * @param what the file or folder that it is about, by its name alone
     */
    public ExportRefused(Reason reason, String what) {
        super(reason + ": " + what);
        this.reason = reason;
        this.what = what;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** Which file or folder. */
    public String what() {
        return what;
    }

    /** Of the catalogue; takes {@link #what} as its value. */
    public String key() {
        return "export.refused." + reason;
    }
}
