package org.plinth.web.recordingfile;

/** Units of time that a header may name. */
public enum TimeUnit {
    /** Seconds. */
    SECOND("s", 1e6),
    /** Milliseconds. */
    MILLISECOND("ms", 1e3),
    /** Microseconds. */
    MICROSECOND("µs", 1);

    private final String symbol;
    private final double microsPerUnit;

    TimeUnit(String symbol, double microsPerUnit) {
        this.symbol = symbol;
        this.microsPerUnit = microsPerUnit;
    }

    /** The symbol people read. */
    public String symbol() {
        return symbol;
    }

    /** Microseconds in one of this unit. */
    public double microsPerUnit() {
        return microsPerUnit;
    }
}
