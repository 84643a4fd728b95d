package org.plinth.driver.link.tinyb;

/**
 * One frame.
 *
 * @param type code of its kind
 * @param seq counts the frames of one direction from 0
 * @param hostNanos CLOCK_MONOTONIC of what it tells [ns]
 * @param payload by kind
 */
@SuppressWarnings("ArrayRecordComponent") // one array per radio packet; copying it again would only make garbage
public record Frame(int type, int seq, long hostNanos, byte[] payload) {}
