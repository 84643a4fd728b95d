package org.plinth.web.measure;

/** What differs between two stretches of a course, or parts them. The text catalogue has the words under {@code page.break.<name>}. */
public enum SeriesBreak {
    /** Another version of the position's protocol. */
    PROTOCOL,
    /** Another way of holding the sensor. */
    FIXATION,
    /** Another way of holding the body. */
    STABILISATION,
    /** Another place of the sensor on the body. */
    SENSOR_SITE,
    /** Another model of sensor. */
    SENSOR_MODEL,
    /** Another quantity, metric version, basis or estimator. */
    QUANTITY,
    /** Another way of dealing with the limb's weight. */
    LIMB_WEIGHT,
    /** Recorded here, typed there. */
    PROVENANCE,
    /** Surgery on this leg: the same series, and not the same leg. */
    SURGERY,
    /** A clinician began a new baseline after something that happened. */
    NEW_BASELINE
}
