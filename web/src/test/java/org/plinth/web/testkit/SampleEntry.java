package org.plinth.web.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;

/** A note about somebody's sleep, with her name in it: a page that shows another's is found by the name. */
final class SampleEntry {

    private SampleEntry() {}

    static EpisodeEntry of(Id<EpisodeEntry> id, Patient patient, Episode episode, Instant at, Id<Account> author) {
        return new EpisodeEntry(
                id,
                patient.clinic(),
                patient.id(),
                episode.id(),
                1,
                "context",
                LocalDate.ofInstant(at, ZoneOffset.UTC),
                new TreeMap<>(Map.of("sleep", "4", "note", "Note about " + patient.givenName())),
                false,
                at,
                author);
    }
}
