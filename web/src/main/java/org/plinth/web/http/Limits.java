package org.plinth.web.http;

import java.time.Duration;

/**
 * What one request may take.
 *
 * @param bodyBytes of a form or of JSON
 * @param uploadBytes of a form with files
 * @param bodyTime until a body is in
 * @param uploadTime until a form with files is in
 * @param workers how many requests are worked on at once
 * @param loginCheck how soon a socket is closed when its login has ended
 * @param headTime until the head of the next request is in
 */
public record Limits(
        long bodyBytes,
        long uploadBytes,
        Duration bodyTime,
        Duration uploadTime,
        int workers,
        Duration loginCheck,
        Duration headTime) {

    private static final Duration LOGIN_CHECK = Duration.ofSeconds(10);
    private static final Duration HEAD_TIME = Duration.ofSeconds(60);

    /** With the usual times for a login's end and for a head. */
    public Limits(long bodyBytes, long uploadBytes, Duration bodyTime, Duration uploadTime, int workers) {
        this(bodyBytes, uploadBytes, bodyTime, uploadTime, workers, LOGIN_CHECK, HEAD_TIME);
    }

    /** What ships: forms are small, a recording of an hour at 2000 Hz is not. */
    public static Limits standard() {
        return new Limits(256 << 10, 256L << 20, Duration.ofSeconds(20), Duration.ofMinutes(5), 16);
    }
}
