package org.plinth.driver.link.replay;

/** A capture that cannot be read, with its line. */
public final class CaptureFault extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final int line;

    /** What is wrong at which line, counted from 1. */
    public CaptureFault(int line, String what) {
        super("line " + line + ": " + what);
        this.line = line;
    }

    /** The line, counted from 1. */
    public int line() {
        return line;
    }
}
