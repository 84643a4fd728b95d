package org.plinth.web.store;

import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.TestSymmetry;
import org.plinth.web.clinic.Visit;
import org.plinth.web.journal.JournalKey;

/** The people tested. */
public interface PatientStore {

    /**
     * A line of the worklist.
     *
     * @param patient who
     * @param episode her open episode that was worked on last
     * @param lastVisit of that episode; empty before the first
     */
    record WorklistLine(Patient patient, Episode episode, Optional<Visit> lastVisit) {}

    /**
     * All that a patient's page needs.
     *
     * @param patient who
     * @param episodes newest first
     * @param visits oldest first
     * @param tests of all visits, oldest first
     * @param results those that stand, oldest first
     * @param symmetries newest version each, oldest test first
     */
    record PatientFile(
            Patient patient,
            List<Episode> episodes,
            List<Visit> visits,
            List<PositionTest> tests,
            List<SideResult> results,
            List<TestSymmetry> symmetries) {}

    /** Adds one as version 1, with a key of her own for her journals. */
    void add(Patient patient);

    /**
     * Adds a version. The given record's version is ignored: it becomes {@code versionSeen + 1}.
     *
     * @throws StoreFailure OLD_VERSION with the current {@link Patient}
     */
    Patient amend(Patient patient, int versionSeen);

    /** The one with this id. */
    Optional<Patient> find(Id<Clinic> clinic, Id<Patient> patient);

    /** Those whose name holds every word of the text, by family name; all for an empty text. */
    List<Patient> search(Id<Clinic> clinic, String text, int limit);

    /** The next of a clinic in the order of their ids, from behind {@code after}; for a program that reads all of them. */
    List<Patient> page(Id<Clinic> clinic, Optional<Id<Patient>> after, int limit);

    /** Open episodes, last seen first; those without a visit come after them, newest first. */
    List<WorklistLine> worklist(Id<Clinic> clinic, int limit);

    /** A patient's page in five queries, however many visits. */
    Optional<PatientFile> file(Id<Clinic> clinic, Id<Patient> patient);

    /** The key of her journals; empty once it was destroyed. */
    Optional<JournalKey> journalKey(Id<Clinic> clinic, Id<Patient> patient);

    /** The key that a journal's header names, for recovery; in whatever clinic. */
    Optional<JournalKey> journalKey(Id<JournalKey> key);
}
