package org.plinth.web.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;

/** Problems followed over time. */
public interface EpisodeStore {

    /** Adds one as version 1. */
    void add(Episode episode);

    /**
     * Adds a version; its patient cannot change.
     *
     * @throws StoreFailure OLD_VERSION with the current {@link Episode}
     */
    Episode amend(Episode episode, int versionSeen);

    /**
     * The one with this id as it is now; until this transaction ends nobody else can change, close or erase it, or note anything in it.
     * Who does more than one of these in a transaction holds the episode first. Only in a write.
     */
    Optional<Episode> hold(Id<Clinic> clinic, Id<Episode> episode);

    /** The one with this id. */
    Optional<Episode> find(Id<Clinic> clinic, Id<Episode> episode);

    /** A patient's, newest first. */
    List<Episode> ofPatient(Id<Clinic> clinic, Id<Patient> patient);

    /**
     * Those of several patients in one query, newest first; who has none is missing.
     *
     * @throws StoreFailure INVALID for more than {@link OverviewStore#MOST}
     */
    Map<Id<Patient>, List<Episode>> ofPatients(Id<Clinic> clinic, Collection<Id<Patient>> patients);
}
