package org.plinth.web.clinic;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One patient, shared with another clinic of the installation for reading.
 *
 * @param id opaque
 * @param clinic the patient's own
 * @param patient who
 * @param guest the clinic that may read
 * @param person the only clinician of it who may; empty for all of them
 * @param consentOn when the patient agreed
 * @param consentBy who took her word, by name
 * @param endsAt when it ends at the latest
 * @param at since when
 * @param author who shared
 * @param reason why
 * @param endedAt when it was taken back
 */
public record PatientShare(
        Id<PatientShare> id,
        Id<Clinic> clinic,
        Id<Patient> patient,
        Id<Clinic> guest,
        Optional<Id<Account>> person,
        LocalDate consentOn,
        String consentBy,
        Instant endsAt,
        Instant at,
        Id<Account> author,
        String reason,
        Optional<Instant> endedAt) {

    /** Whether it counts at this moment. */
    public boolean isRunning(Instant now) {
        return endedAt.isEmpty() && endsAt.isAfter(now);
    }
}
