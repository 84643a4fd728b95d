package org.plinth.web.store;

import java.time.LocalDate;
import java.util.List;
import org.plinth.core.visit.Involvement;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.TypedReading;
import org.plinth.web.clinic.Visit;

/** Values without a raw record. Rows are added, never changed. */
public interface ReadingStore {

    /**
     * Adds one to an open visit of this clinic.
     *
     * @throws StoreFailure NOT_FOUND for a visit that is not this patient's in this clinic; WRONG_STATE for a closed one
     */
    void add(TypedReading reading);

    /**
     * Takes one back; it stays, with the reason of the act.
     *
     * @throws StoreFailure NOT_FOUND where this visit has none that stands; INVALID without a reason; WRONG_STATE for a
     *     closed visit
     */
    void withdraw(Id<Clinic> clinic, Id<Visit> visit, Id<TypedReading> reading);

    /**
     * One reading with what an export needs beside it.
     *
     * @param reading the value
     * @param patient who
     * @param episode id of the episode
     * @param involvement injured side of the episode
     * @param episodeOpenedOn its first day
     * @param visitDate date of the visit in the clinic's time zone
     * @param visitClosed whether the visit is closed
     */
    record ExportRow(
            TypedReading reading,
            Patient patient,
            Id<Episode> episode,
            Involvement involvement,
            LocalDate episodeOpenedOn,
            LocalDate visitDate,
            boolean visitClosed) {}

    /** All of a clinic, those taken back included, visit by visit; none of who was erased. */
    List<ExportRow> export(Id<Clinic> clinic);

    /** All of a visit, those taken back included, in the order they were made. */
    List<TypedReading> ofVisit(Id<Clinic> clinic, Id<Visit> visit);
}
