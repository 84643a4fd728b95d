package org.plinth.web.visit;

/**
 * Why no (further) maximal effort may be recorded on a side. The text catalogue has the words under {@code
 * capture.start.<name>}.
 */
public enum StartBlock {
    /** The visit is closed. */
    VISIT_CLOSED,
    /** The visit is of another day, in the clinic's own time zone. */
    OTHER_DAY,
    /** The patient refused to be tested at all, or took her consent back, and that is her last word. */
    CONSENT_WITHDRAWN,
    /** Nobody has asked the questions before the first maximal effort (decision S1). */
    NOT_SCREENED,
    /** Testing was stopped by the answers to those questions. */
    SCREENED_STOP,
    /** The sensor is not connected for this visit. */
    NOT_CONNECTED,
    /** The sensor has not been zeroed for this side. */
    NOT_TARED,
    /** A recording is running. */
    RECORDING,
    /** Pain above 5: this side's testing stops for this visit. */
    PAIN_STOP,
    /** Pain of 4 or 5: no further maximal effort on this side at this visit. */
    PAIN_NO_FURTHER,
    /** Pain has not been noted for the last effort of this side. */
    PAIN_NOT_ASKED,
    /** The visit has had its 24 maximal efforts. */
    EFFORT_LIMIT,
    /** Less than 500 MB is free where journals are kept. */
    DISK_FULL
}
