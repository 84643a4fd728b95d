package org.plinth.web.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.TestSymmetry;
import org.plinth.web.clinic.Visit;

/** Values of a side, and limb symmetry. Both are derived: they follow the decisions about efforts. */
public interface ResultStore {

    /**
     * One side result with what an export needs beside it.
     *
     * @param result the value
     * @param patient who
     * @param episode id of the episode
     * @param involvement injured side of the episode
     * @param episodeOpenedOn its first day
     * @param visitClosed whether the visit is closed
     * @param symmetry of its test
     */
    record ExportRow(
            SideResult result,
            Patient patient,
            Id<Episode> episode,
            Involvement involvement,
            LocalDate episodeOpenedOn,
            boolean visitClosed,
            Optional<TestSymmetry> symmetry) {}

    /**
     * Makes these the standing results of a test. A side that has a result keeps its id and gets the next version,
     * unless nothing changed; a side that is missing here has its result withdrawn (kept, no longer shown). Ids and
     * versions of the given records count only for a side without a result; the same with the symmetry.
     *
     * @return the standing results as stored
     */
    List<SideResult> put(
            Id<Clinic> clinic, Id<PositionTest> test, List<SideResult> results, Optional<TestSymmetry> symmetry);

    /** Standing results of a test, left first. */
    List<SideResult> ofTest(Id<Clinic> clinic, Id<PositionTest> test);

    /** Standing results of a visit. */
    List<SideResult> ofVisit(Id<Clinic> clinic, Id<Visit> visit);

    /** Standing results of a patient, oldest first. */
    List<SideResult> ofPatient(Id<Clinic> clinic, Id<Patient> patient);

    /** The same, where all her visits have been read. */
    List<SideResult> ofPatient(Id<Clinic> clinic, Id<Patient> patient, List<Visit> visits);

    /**
     * A result that stands no more: no effort of its side counts any longer, or another patient did the test.
     *
     * @param version of its withdrawal
     */
    record Withdrawn(Id<SideResult> id, Id<PositionTest> test, Side side, int version) {}

    /** Those that were made under this patient's name and taken back, in an order that stays. */
    List<Withdrawn> withdrawnOfPatient(Id<Clinic> clinic, Id<Patient> patient);

    /** Newest symmetry of a test. */
    Optional<TestSymmetry> symmetryOfTest(Id<Clinic> clinic, Id<PositionTest> test);

    /** Newest symmetry of each test of a visit. */
    List<TestSymmetry> symmetriesOfVisit(Id<Clinic> clinic, Id<Visit> visit);

    /** Newest symmetry of each test of a patient, oldest first. */
    List<TestSymmetry> symmetriesOfPatient(Id<Clinic> clinic, Id<Patient> patient);

    /** The same, where all her visits and tests have been read. */
    List<TestSymmetry> symmetriesOfPatient(
            Id<Clinic> clinic, Id<Patient> patient, List<Visit> visits, List<PositionTest> tests);

    /** Every standing result of a clinic by time of the visit, one at a time; memory does not grow with their number. */
    void export(Id<Clinic> clinic, Consumer<ExportRow> row);
}
