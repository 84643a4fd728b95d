package org.plinth.web.page;

import java.util.Optional;

/**
 * What arrived of one recording and what did not, in words.
 *
 * @param recording position, side and number
 * @param expected samples that the sensor made, or that they cannot be counted
 * @param received samples delivered
 * @param lost samples missing, or that they cannot be counted
 * @param duplicated samples that came again
 * @param late samples that came after newer ones
 * @param malformed packets, or parts of them, that could not be read
 * @param gaps where, and how long
 * @param rate measured
 * @param drift of the sensor's clock against this computer's
 * @param captureHref its raw data; empty where they cannot be read
 */
public record ArrivalRow(
        String recording,
        String expected,
        String received,
        String lost,
        String duplicated,
        String late,
        String malformed,
        String gaps,
        String rate,
        String drift,
        Optional<String> captureHref) {}
