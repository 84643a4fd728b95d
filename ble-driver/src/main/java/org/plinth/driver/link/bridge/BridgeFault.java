package org.plinth.driver.link.bridge;

/** A browser did not keep to the protocol: it is cut off. */
public final class BridgeFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What was wrong. */
    public BridgeFault(String words) {
        super(words);
    }
}
