package org.plinth.driver.link.bridge;

import java.util.List;
import org.plinth.driver.link.BleLink;

/**
 * What a browser answered to a command.
 *
 * @param done whether the sensor did it
 * @param bytes the value that was read; empty for every other command
 * @param notifying after a connection, what the sensor can notify, as far as the browser tells
 */
@SuppressWarnings("ArrayRecordComponent") // made from one message and handed to whoever asked
public record BridgeReply(boolean done, byte[] bytes, List<BleLink.Endpoint> notifying) {

    /** Longest value of an attribute. */
    private static final int LONGEST = 512;

    private static final int MOST_CHARACTERISTICS = 256;

    /**
     * Copies the list.
     *
     * @throws BridgeFault if no sensor has such a value or so many characteristics
     */
    public BridgeReply {
        notifying = List.copyOf(notifying);
        if (bytes.length > LONGEST || notifying.size() > MOST_CHARACTERISTICS) {
            throw new BridgeFault("no sensor has such a value or so many characteristics");
        }
    }

    /** Done, or not, and nothing more to tell. */
    public static BridgeReply of(boolean done) {
        return new BridgeReply(done, new byte[0], List.of());
    }
}
