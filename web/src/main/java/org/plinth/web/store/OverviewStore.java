package org.plinth.web.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.Visit;

/** Many patients at once, with as many queries for a hundred as for one. Who may see whom is not asked here. */
public interface OverviewStore {

    /** Most patients of one question; more are refused as a mistake of the caller's. */
    int MOST = 500;

    /** An open episode and whose it is. */
    record OpenEpisode(Patient patient, Episode episode) {}

    /** Patients of a clinic with an open episode, by id. */
    List<Id<Patient>> withOpenEpisode(Id<Clinic> clinic);

    /** Open episodes of these patients; those of who is not in this clinic are left out. */
    List<OpenEpisode> openEpisodes(Id<Clinic> clinic, Collection<Id<Patient>> patients);

    /**
     * A standing result and its episode.
     *
     * @param episode of its visit
     * @param result of one side
     */
    record EpisodeResult(Id<Episode> episode, SideResult result) {}

    /** Standing results of these patients, oldest first. */
    List<EpisodeResult> results(Id<Clinic> clinic, Collection<Id<Patient>> patients);

    /** What was noted of this kind in the episodes of these patients and stands, by date. */
    List<EpisodeEntry> entries(Id<Clinic> clinic, String kind, Collection<Id<Patient>> patients);

    /** The last visit of each open episode of these patients; episodes without one are left out. */
    List<Visit> lastVisits(Id<Clinic> clinic, Collection<Id<Patient>> patients);

    /** Who tests at the last visit of each of these patients; who was never seen is not among them. */
    Map<Id<Patient>, Id<Account>> lastClinicians(Id<Clinic> clinic, Collection<Id<Patient>> patients);

    /**
     * Whose subjects of the audit log are, such as {@code result:…} or {@code patient:…}, in one query however many; those that are
     * nobody's, and those that are not there, are left out.
     */
    Map<String, Id<Patient>> patientsOf(Id<Clinic> clinic, Collection<String> subjects);
}
