package org.plinth.calibration.run;

/** Which way the load was going when a point was read. */
public enum Direction {
    /** Loading. */
    ASCENDING,
    /** Unloading. */
    DESCENDING,
    /** Held, to see the reading creep. */
    CREEP
}
