package org.plinth.web.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.TestSymmetry;

/** What a clinic's outcomes are counted from, for many patients at once: as many queries for a hundred as for one. */
public interface OutcomeStore {

    /** Patients with an episode closed on one of these days, both included, by id; nobody who was erased. */
    List<Id<Patient>> withClosedEpisode(Id<Clinic> clinic, LocalDate from, LocalDate to);

    /** A closed episode and whose it is. */
    record ClosedEpisode(Patient patient, Episode episode) {}

    /** Episodes of these patients that were closed on one of these days, by patient and opening. */
    List<ClosedEpisode> closed(Id<Clinic> clinic, LocalDate from, LocalDate to, Collection<Id<Patient>> patients);

    /**
     * A symmetry and its episode.
     *
     * @param episode of its visit
     * @param symmetry newest version
     */
    record EpisodeSymmetry(Id<Episode> episode, TestSymmetry symmetry) {}

    /** Newest symmetry of each test of these patients, oldest first. */
    List<EpisodeSymmetry> symmetries(Id<Clinic> clinic, Collection<Id<Patient>> patients);

    /** All that was noted in the episodes of these patients and stands, by date. */
    List<EpisodeEntry> entries(Id<Clinic> clinic, Collection<Id<Patient>> patients);

    /** Visits of each episode of these patients; an episode without one is not among them. */
    Map<Id<Episode>, Integer> visits(Id<Clinic> clinic, Collection<Id<Patient>> patients);

    /**
     * A whole number about one side of a test.
     *
     * @param test which
     * @param side which
     * @param value the number
     */
    record OfSide(Id<PositionTest> test, Side side, int value) {}

    /** Greatest pain, 0 to 10, at an effort of each side of each test of these patients; sides without a word about pain are not among them. */
    List<OfSide> worstPains(Id<Clinic> clinic, Collection<Id<Patient>> patients);

    /** Lever of each side of each test of these patients [mm], where it was measured. */
    List<OfSide> levers(Id<Clinic> clinic, Collection<Id<Patient>> patients);
}
