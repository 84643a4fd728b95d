package org.plinth.core.scaling;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.plinth.core.quantity.Mass;

/**
 * A body mass with the date on which it was measured (decision M18).
 *
 * @param mass of the body
 * @param measured date
 */
public record BodyMass(Mass mass, LocalDate measured) {

    /** Older than this it is asked for again [days]. */
    public static final long ASK_DAYS = 90;
    /** Older than this nothing is divided by it [days]. */
    public static final long USE_DAYS = 180;

    /** How old it is on a date, in either direction [days]. */
    public long daysFrom(LocalDate date) {
        return Math.abs(ChronoUnit.DAYS.between(measured, date));
    }

    /** Whether it should be asked for again. */
    public boolean isStale(LocalDate date) {
        return daysFrom(date) > ASK_DAYS;
    }

    /** Whether a value of this date may be divided by it. */
    public boolean isUsable(LocalDate date) {
        return daysFrom(date) <= USE_DAYS;
    }
}
