package org.plinth.web.clinic;

import java.time.LocalDate;

/**
 * Why an account reads the page of somebody else: for a minor, or for who cannot decide herself (decision S11).
 *
 * @param relation to the patient, in a word or two: "mother"; empty text after an erasure
 * @param until the last day, in the clinic's zone
 */
public record Guardian(String relation, LocalDate until) {

    /** Whether it still holds on this day. */
    public boolean holds(LocalDate today) {
        return !today.isAfter(until);
    }
}
