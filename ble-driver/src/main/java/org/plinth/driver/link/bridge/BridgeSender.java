package org.plinth.driver.link.bridge;

/** The way to one browser. Any thread; must not block; what cannot be sent is lost, as with a socket that breaks. */
public interface BridgeSender {

    /** Asks it to do something. */
    void command(BridgeCommand command);

    /** Tells that everything up to this packet of the slot is taken care of. */
    void ack(int slot, long seq);

    /** Tells that the slot is over, and why; the page shows it. */
    void stop(int slot, String reason);
}
