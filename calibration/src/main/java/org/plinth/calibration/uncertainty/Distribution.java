package org.plinth.calibration.uncertainty;

/** How the true value lies about what is stated. */
public enum Distribution {
    /** By Gauss. */
    NORMAL,
    /** Evenly within limits. */
    RECTANGULAR
}
