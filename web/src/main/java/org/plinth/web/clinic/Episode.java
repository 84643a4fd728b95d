package org.plinth.web.clinic;

import java.time.LocalDate;
import java.util.Optional;
import org.plinth.core.visit.Involvement;

/**
 * One problem followed over time.
 *
 * @param id opaque
 * @param clinic where
 * @param patient whose
 * @param version of these data, from 1
 * @param problem in words
 * @param involvement which side is injured
 * @param openedOn first day
 * @param treatmentStartedOn when loading began; baselines lie before it
 * @param closedOn last day, once closed
 * @param closeReason why it was closed, once closed
 */
public record Episode(
        Id<Episode> id,
        Id<Clinic> clinic,
        Id<Patient> patient,
        int version,
        String problem,
        Involvement involvement,
        LocalDate openedOn,
        Optional<LocalDate> treatmentStartedOn,
        Optional<LocalDate> closedOn,
        Optional<String> closeReason) {}
