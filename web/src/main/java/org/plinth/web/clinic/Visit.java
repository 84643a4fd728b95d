package org.plinth.web.clinic;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * One sitting of one patient. Bound to the patient on the server: no request can move it by naming another.
 *
 * @param id opaque
 * @param clinic where
 * @param patient whose
 * @param episode for which problem
 * @param version of these data, from 1
 * @param date local date
 * @param zone in which that date holds
 * @param clinician who tests
 * @param startedAt when it was opened
 * @param closed whether its results have been released
 */
public record Visit(
        Id<Visit> id,
        Id<Clinic> clinic,
        Id<Patient> patient,
        Id<Episode> episode,
        int version,
        LocalDate date,
        ZoneId zone,
        Id<Account> clinician,
        Instant startedAt,
        boolean closed) {}
