package org.plinth.web.clinic;

/** Where a reading of a check or a calibration comes from. */
public enum ReadingSource {
    /** Plinth read it from the sensor. */
    SENSOR,
    /** A person read it from a display and typed it. */
    TYPED
}
