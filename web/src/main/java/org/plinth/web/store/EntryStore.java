package org.plinth.web.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;

/** What is noted in the course of an episode. Versions are added, never changed. */
public interface EntryStore {

    /**
     * Adds one as version 1; who and when are those of the act.
     *
     * @throws StoreFailure NOT_FOUND for an episode that is not this patient's in this clinic; INVALID for a kind that is not of small
     *     letters and hyphens, a field that is not of letters and digits, more than 8 000 characters as JSON
     */
    EpisodeEntry add(EpisodeEntry entry);

    /**
     * Adds a version; id, patient, episode and kind stay.
     *
     * @throws StoreFailure NOT_FOUND for an unknown one; OLD_VERSION with the current one; WRONG_STATE for one that was taken back,
     *     and for another patient, episode or kind; INVALID as in {@link #add}, and where it is taken back without a reason
     */
    EpisodeEntry amend(EpisodeEntry entry, int versionSeen);

    /** The one with this id, taken back or not. */
    Optional<EpisodeEntry> find(Id<Clinic> clinic, Id<EpisodeEntry> entry);

    /** Those of an episode that stand, by date and then in the order they were noted. */
    List<EpisodeEntry> ofEpisode(Id<Clinic> clinic, Id<Episode> episode);

    /** Those of these kinds that stand, of all open episodes of a clinic, about this day or later; newest first. Who may see whom is not asked here. */
    List<EpisodeEntry> since(Id<Clinic> clinic, Set<String> kinds, LocalDate from);
}
