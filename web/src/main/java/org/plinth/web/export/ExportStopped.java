package org.plinth.web.export;

/** An export was stopped because nobody waits for it any more; what was written whole stays. */
public final class ExportStopped extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Without a cause: nothing went wrong. */
    public ExportStopped() {
        super("the export was stopped");
    }
}
