package org.plinth.calibration.run;

/** How the sensor is loaded; a calibration holds for one way only. */
public enum LoadingMode {
    /** Tension. */
    PULL,
    /** Compression. */
    PUSH
}
