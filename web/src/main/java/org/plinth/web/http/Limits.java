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
 */
public record Limits(
        long bodyBytes, long uploadBytes, Duration bodyTime, Duration uploadTime, int workers, Duration loginCheck) {

    /** What ships: forms are small, a recording of an hour at 2000 Hz is not. */
    public static Limits standard() {
        return new Limits(
                256 << 10, 256L << 20, Duration.ofSeconds(20), Duration.ofMinutes(5), 16, Duration.ofSeconds(10));
    }
}
