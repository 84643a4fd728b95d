package org.plinth.driver.notify;

import java.time.Duration;
import java.util.Optional;

/**
 * How fast a sensor may be spoken to, and what it must hear so that it goes on.
 *
 * @param betweenWrites pause after each write of the start
 * @param keepAlive what is written again and again while it streams
 * @param every how often
 */
public record Pace(Duration betweenWrites, Optional<NotifyProfile.Write> keepAlive, Duration every) {

    /** As fast as the link, and nothing to be kept alive. */
    public static final Pace FREE = new Pace(Duration.ZERO, Optional.empty(), Duration.ZERO);

    /** One that streams only while it hears this. */
    public static Pace keptAlive(NotifyProfile.Write write, Duration every) {
        return new Pace(Duration.ZERO, Optional.of(write), every);
    }
}
