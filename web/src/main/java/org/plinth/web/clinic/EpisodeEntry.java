package org.plinth.web.clinic;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One thing noted in the course of an episode that is no strength test: pain, a score, a prescription, an event, a goal. What it may
 * hold is the business of its kind; here it is a version of some values.
 *
 * @param id opaque
 * @param clinic where
 * @param patient whose
 * @param episode of which problem
 * @param version of these values, from 1
 * @param kind id of its kind, such as {@code pain}
 * @param date the day it is about, in the clinic's zone
 * @param values by field; what was not said is absent
 * @param removed whether it was taken back; it stays to be read
 * @param at when this version was written
 * @param author who wrote this version
 */
public record EpisodeEntry(
        Id<EpisodeEntry> id,
        Id<Clinic> clinic,
        Id<Patient> patient,
        Id<Episode> episode,
        int version,
        String kind,
        LocalDate date,
        SortedMap<String, String> values,
        boolean removed,
        Instant at,
        Id<Account> author) {

    /** Copies the values. */
    public EpisodeEntry {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** The same with other content, to be stored as the next version. */
    public EpisodeEntry with(LocalDate on, Map<String, String> content) {
        return new EpisodeEntry(
                id, clinic, patient, episode, version, kind, on, new TreeMap<>(content), removed, at, author);
    }

    /** The same, taken back. */
    public EpisodeEntry takenBack() {
        return new EpisodeEntry(id, clinic, patient, episode, version, kind, date, values, true, at, author);
    }
}
