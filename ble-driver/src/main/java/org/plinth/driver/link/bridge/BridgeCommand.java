package org.plinth.driver.link.bridge;

import java.util.Optional;
import java.util.UUID;

/**
 * What a browser is asked to do.
 *
 * @param slot 0 to 3
 * @param op the number that its reply repeats
 * @param act what to do
 * @param service of the characteristic, where there is one
 * @param characteristic where, where there is one
 * @param bytes to write; empty otherwise
 */
@SuppressWarnings("ArrayRecordComponent") // made for one message and never kept
public record BridgeCommand(
        int slot, int op, Act act, Optional<UUID> service, Optional<UUID> characteristic, byte[] bytes) {

    /** What can be asked. */
    public enum Act {
        /** Connect to the device of the slot. */
        CONNECT,
        /** Turn notifications on. */
        SUBSCRIBE,
        /** Write. */
        WRITE,
        /** Read a value once. */
        READ,
        /** Disconnect. */
        DISCONNECT
    }
}
