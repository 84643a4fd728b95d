package org.plinth.driver;

/** How sure it is that a protocol is what its driver takes it for, before it is seen on hardware. */
public enum Certainty {
    /** The maker's own description, or several that were found apart and agree. */
    HIGH,
    /** One source with tests or documents. */
    MEDIUM,
    /** One reverse-engineered description, or parts that are known to be guesses. */
    LOW
}
