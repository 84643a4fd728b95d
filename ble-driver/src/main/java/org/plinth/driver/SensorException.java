package org.plinth.driver;

/** A fault of a sensor or its link, with what a person can do about it. */
public final class SensorException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Fault fault;
    private final String whatHappened;

    /** A fault and what happened. */
    public SensorException(Fault fault, String whatHappened) {
        super(whatHappened + " " + fault.cure());
        this.fault = fault;
        this.whatHappened = whatHappened;
    }

    /** The same with the failure beneath. */
    public SensorException(Fault fault, String whatHappened, Throwable cause) {
        super(whatHappened + " " + fault.cure(), cause);
        this.fault = fault;
        this.whatHappened = whatHappened;
    }

    /** What happened, without what to do about it. */
    public String whatHappened() {
        return whatHappened;
    }

    /** Which fault. */
    public Fault fault() {
        return fault;
    }
}
