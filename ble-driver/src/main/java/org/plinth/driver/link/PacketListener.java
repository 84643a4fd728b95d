package org.plinth.driver.link;

/** Receives packets in order, on the one thread of its link. Must not block for long. */
@FunctionalInterface
public interface PacketListener {

    /** One packet. */
    void packet(Packet packet);
}
