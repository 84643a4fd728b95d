package org.plinth.driver.link;

/** What a link tells besides packets. Called on the one thread of the link. */
public interface LinkListener extends PacketListener {

    /** The link went down without having been asked to. Packets that were under way are lost. */
    void disconnected(String reason);

    /** So many packets arrived faster than they were taken and were dropped here, before the next one. */
    default void overflowed(long packets) {}
}
