package org.plinth.web.outcome;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.privacy.Purpose;

/**
 * Which episodes are counted.
 *
 * @param clinic whose
 * @param from first day on which they were closed
 * @param to last day of that
 * @param position only this position; empty for all
 * @param purpose what for: decides who is left out
 * @param hidden patients whose record the asker may not see
 */
public record OutcomeQuestion(
        Clinic clinic,
        LocalDate from,
        LocalDate to,
        Optional<String> position,
        Purpose purpose,
        Set<Id<Patient>> hidden) {

    /** Before anything that Plinth could hold. */
    public static final LocalDate EVER = LocalDate.of(1900, 1, 1);

    /** Copies the set. */
    public OutcomeQuestion {
        hidden = Set.copyOf(hidden);
    }

    /** All of a clinic up to a day, to look at its own work. */
    public static OutcomeQuestion of(Clinic clinic, LocalDate to) {
        return new OutcomeQuestion(clinic, EVER, to, Optional.empty(), Purpose.AUDIT, Set.of());
    }

    /** The same for other days. */
    public OutcomeQuestion between(LocalDate first, LocalDate last) {
        return new OutcomeQuestion(clinic, first, last, position, purpose, hidden);
    }

    /** The same for one position. */
    public OutcomeQuestion in(String one) {
        return new OutcomeQuestion(clinic, from, to, Optional.of(one), purpose, hidden);
    }
}
