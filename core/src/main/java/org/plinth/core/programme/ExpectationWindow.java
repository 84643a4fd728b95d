package org.plinth.core.programme;

import java.time.LocalDate;

/**
 * What is commonly looked at when: not before four weeks, and mostly between the 12th and the 17th week. From a clinician's
 * "a minimum of a month; work at this for three to four months"; typical and individual, never a forecast.
 *
 * @param start first day of treatment
 */
public record ExpectationWindow(LocalDate start) {

    /** From the start to the first review [days]. */
    public static final int FIRST_REVIEW_DAYS = 28;
    /** From the start to the beginning of the window [weeks]. */
    public static final int FROM_WEEKS = 12;
    /** From the start to the end of the window [weeks]. */
    public static final int TO_WEEKS = 17;

    /** Where a day lies. */
    public enum Phase {
        /** Treatment has not started. */
        BEFORE_START,
        /** Before the first review: too early to judge. */
        TOO_EARLY,
        /** Between the first review and the window. */
        UNDER_WAY,
        /** In the window. */
        IN_WINDOW,
        /** After it. */
        AFTER_WINDOW
    }

    /** Of a treatment that starts on a day. */
    public static ExpectationWindow of(LocalDate treatmentStart) {
        return new ExpectationWindow(treatmentStart);
    }

    /** Day 28. */
    public LocalDate firstReview() {
        return start.plusDays(FIRST_REVIEW_DAYS);
    }

    /** First day of the window: 12 weeks. */
    public LocalDate from() {
        return start.plusWeeks(FROM_WEEKS);
    }

    /** Last day of the window: 17 weeks. */
    public LocalDate to() {
        return start.plusWeeks(TO_WEEKS);
    }

    /** Where a day lies. */
    public Phase phase(LocalDate day) {
        if (day.isBefore(start)) {
            return Phase.BEFORE_START;
        }
        if (day.isBefore(firstReview())) {
            return Phase.TOO_EARLY;
        }
        if (day.isBefore(from())) {
            return Phase.UNDER_WAY;
        }
        return day.isAfter(to()) ? Phase.AFTER_WINDOW : Phase.IN_WINDOW;
    }

    /** Whether nothing can be judged yet. */
    public boolean isTooEarly(LocalDate day) {
        return day.isBefore(firstReview());
    }
}
