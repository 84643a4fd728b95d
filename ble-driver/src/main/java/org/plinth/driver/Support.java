package org.plinth.driver;

/** How far a driver has been taken. */
public enum Support {
    /** Keeps the whole contract of a driver; found by a scan. */
    FULL,
    /** Decodes by published descriptions alone: not seen on hardware, and used only when switched on by id. */
    DECODE_ONLY
}
