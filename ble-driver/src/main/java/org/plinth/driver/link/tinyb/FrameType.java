package org.plinth.driver.link.tinyb;

import java.util.Arrays;
import java.util.Optional;

/** Kinds of frames between parent and child; numbers are for ever. */
public enum FrameType {
    /** Child: here I am. u16 version, text adapter. */
    HELLO(1),
    /** Child, every second: u64 packets sent so far. */
    HEARTBEAT(2),
    /** Child: the answer to a request. u32 its sequence, u8 0 done or 1 failed; then data, or texts fault, words, detail. */
    REPLY(3),
    /** Child: a notification. u32 link, 16 bytes characteristic, bytes. */
    PACKET(4),
    /** Child: a link went down by itself. u32 link, text reason. */
    GONE(5),
    /** Child: packets did not fit into its queue and were dropped. u32 link, u64 how many. */
    OVERFLOW(6),
    /** Child: it cannot work at all and ends. Text words. */
    UNABLE(7),
    /** Parent: u32 ms. Reply: u32 count, then text address, u8 has name, text name, u32 count, that many 16 byte services. */
    SCAN(16),
    /**
     * Parent: u32 link, text address, u32 ms to look for it. Reply: u32 count, then for each characteristic that notifies
     * 16 bytes service, 16 bytes characteristic.
     */
    CONNECT(17),
    /** Parent: u32 link, 16 bytes service, 16 bytes characteristic. */
    SUBSCRIBE(18),
    /** Parent: u32 link, 16 bytes service, 16 bytes characteristic, bytes. */
    WRITE(19),
    /** Parent: u32 link. */
    DISCONNECT(20),
    /** Parent: u32 link, 16 bytes service, 16 bytes characteristic. Reply: bytes. */
    READ(21);

    private final int code;

    FrameType(int code) {
        this.code = code;
    }

    /** On the wire. */
    public int code() {
        return code;
    }

    /** The one with this number; empty for one of a later version, which is passed over. */
    public static Optional<FrameType> of(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }
}
