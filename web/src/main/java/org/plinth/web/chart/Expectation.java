package org.plinth.web.chart;

import java.time.LocalDate;

/**
 * When a review is due and when a change may usually be looked for. A bracket on the time axis with words; it says nothing of
 * what will be found.
 *
 * @param firstReview day of the first review
 * @param windowFrom first day of the window
 * @param windowTo last day of the window
 * @param reviewLabel two or three words for the day of the review: "first review"
 * @param windowLabel a few words for the window: "weeks 12 to 17"
 */
public record Expectation(
        LocalDate firstReview, LocalDate windowFrom, LocalDate windowTo, String reviewLabel, String windowLabel) {

    /**
     * Checks the dates.
     *
     * @throws IllegalArgumentException if the window ends before it begins
     */
    public Expectation {
        if (windowTo.isBefore(windowFrom)) {
            throw new IllegalArgumentException("a window from " + windowFrom + " cannot end on " + windowTo);
        }
    }
}
