package org.plinth.driver.link;

import java.util.UUID;

/**
 * Ids for what a peripheral sends in its advertisements, so that such data travels like a notification. They are
 * Plinth's own: the assigned number stands in the first four bytes and ASCII {@code mf-dat} or {@code sv-dat} in the last
 * six, which no service uses.
 */
public final class Broadcast {

    private static final long MANUFACTURER_LOW = 0x0000_6d66_2d64_6174L;
    private static final long SERVICE_LOW = 0x0000_7376_2d64_6174L;
    private static final int NUMBER_SHIFT = 32;

    private Broadcast() {}

    /** Manufacturer data of a company; its bytes come without the company's number. */
    public static UUID manufacturer(int company) {
        return new UUID((company & 0xFFFFL) << NUMBER_SHIFT, MANUFACTURER_LOW);
    }

    /** Data of a service with an assigned 16-bit number; its bytes come without that number. */
    public static UUID service(int service) {
        return new UUID((service & 0xFFFFL) << NUMBER_SHIFT, SERVICE_LOW);
    }
}
