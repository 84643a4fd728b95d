package org.plinth.driver.link;

import java.util.Optional;
import java.util.UUID;

/**
 * One notification as it arrived. The array was copied in the callback and belongs to the packet: nobody changes it.
 *
 * @param characteristic where it came from
 * @param bytes the payload
 * @param hostNanos monotonic host time of arrival [ns]
 * @param wallMicros wall time of arrival, µs since 1970-01-01 UTC
 * @param stamp what a radio that is reached over a network noted of it; empty for a radio of this machine
 */
@SuppressWarnings("ArrayRecordComponent") // one array per radio packet; copying it again would only make garbage
public record Packet(UUID characteristic, byte[] bytes, long hostNanos, long wallMicros, Optional<RemoteStamp> stamp) {

    /** From a radio of this machine. */
    public Packet(UUID characteristic, byte[] bytes, long hostNanos, long wallMicros) {
        this(characteristic, bytes, hostNanos, wallMicros, Optional.empty());
    }
}
