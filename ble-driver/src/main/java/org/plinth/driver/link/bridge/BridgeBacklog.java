package org.plinth.driver.link.bridge;

/**
 * What a browser keeps of a slot when it opens it.
 *
 * @param first number of the oldest packet that it can send
 * @param next number that the next packet will have; the same as {@code first} where it keeps none
 */
public record BridgeBacklog(long first, long next) {

    /** Nothing has come yet, or the browser does not tell. */
    public static final BridgeBacklog NONE = new BridgeBacklog(0, 0);

    /**
     * Checks the order.
     *
     * @throws BridgeFault if it has none
     */
    public BridgeBacklog {
        if (first < 0 || next < first) {
            throw new BridgeFault("nobody keeps packets " + first + " to " + next);
        }
    }

    boolean isEmpty() {
        return first == next;
    }
}
