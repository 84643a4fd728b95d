package org.plinth.web.trust;

/** What is wrong with the calibration behind a result; the first in this order is the one that files name. */
public enum Mark {
    /** There was none. */
    UNCALIBRATED,
    /** By what is known today, the sensor was in doubt when it was recorded. */
    SUSPECT,
    /** Its time was over when it was recorded. */
    EXPIRED
}
