package org.plinth.web.fhir;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Visit;
import org.plinth.web.privacy.Purpose;

/**
 * What may be said, and under which names: everything for her care, otherwise nothing that names her. Without names every day of a
 * patient is moved by the same number of days, from 1 to 364 back, which follows from her keyed name and stands nowhere; every visit
 * begins at midnight, so that no hour of the day is told. Intervals stay what they were.
 *
 * @param clinic whose data
 * @param purpose what for
 * @param keyed names for who must not be named
 * @param curves whether whole force curves go along
 */
record Disclosure(Clinic clinic, Purpose purpose, KeyedName keyed, boolean curves) {

    private static final int DAYS = 364;
    private static final int SHORT = 16;

    /** Whether people are named. */
    boolean isNamed() {
        return purpose == Purpose.CARE;
    }

    /** The name of a thing that belongs to no patient. */
    String shared(String prefix, Id<?> id) {
        return isNamed() ? id.toString() : keyed.of(prefix, id);
    }

    /** The name of a patient. */
    String patient(Id<Patient> patient) {
        return isNamed() ? patient.toString() : key("P", patient);
    }

    /** The name of a thing of hers: {@code kind} and its id; without names her keyed name stands before. */
    String of(Id<Patient> patient, String kind, Id<?> id) {
        return isNamed() ? kind + "-" + id : key("P", patient) + "-" + kind + "-" + key(kind, id);
    }

    private String key(String prefix, Id<?> id) {
        String name = keyed.of(prefix, id);
        return name.substring(name.length() - SHORT);
    }

    /** A day of hers. */
    LocalDate day(Id<Patient> patient, LocalDate day) {
        return isNamed() ? day : day.minusDays(shift(patient));
    }

    private long shift(Id<Patient> patient) {
        return 1 + Long.remainderUnsigned(Long.parseUnsignedLong(key("days", patient), 16), DAYS);
    }

    /** A moment of a visit of hers. */
    Instant moment(Visit visit, Instant moment) {
        if (isNamed()) {
            return moment;
        }
        Instant midnight =
                day(visit.patient(), visit.date()).atStartOfDay(ZoneOffset.UTC).toInstant();
        Duration since = Duration.between(visit.startedAt(), moment);
        return midnight.plus(since.isNegative() ? Duration.ZERO : since);
    }

    /** A moment that belongs to no visit; empty without names. */
    Optional<Instant> clock(Instant moment) {
        return isNamed() ? Optional.of(moment) : Optional.empty();
    }

    /** What somebody typed; nothing without names, since nobody knows what stands in it. */
    Optional<String> words(String typed) {
        return isNamed() && !typed.isBlank() ? Optional.of(typed) : Optional.empty();
    }

    /** In which the clinic's days hold. */
    ZoneId zone() {
        return clinic.zone();
    }
}
