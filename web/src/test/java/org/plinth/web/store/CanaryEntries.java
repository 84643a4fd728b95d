package org.plinth.web.store;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.plinth.web.clinic.EpisodeEntry;

/** Entries in the course of an episode; one that was taken back with a word that must not outlive an erasure. */
final class CanaryEntries {

    static final LocalDate DAY = LocalDate.of(2026, 3, 5);

    private CanaryEntries() {}

    static void add(Samples samples, Store store, Samples.Course course, String word) {
        Act act =
                new Act(samples.clinic.id(), samples.clinician.id(), Samples.NOW, "entry.note", word + " said so", "");
        EpisodeEntry entry = entry(samples, course, "event", "Injection of " + word);
        store.write(act, stores -> {
            EpisodeEntry first = stores.entries().add(entry);
            stores.entries().amend(first.takenBack(), 1);
            return stores.entries().add(entry(samples, course, "goal", word + " wants to run"));
        });
    }

    static EpisodeEntry entry(Samples samples, Samples.Course course, String kind, String note) {
        return entry(samples, course, kind, DAY, Map.of("note", note));
    }

    static EpisodeEntry entry(
            Samples samples, Samples.Course course, String kind, LocalDate on, Map<String, String> values) {
        return new EpisodeEntry(
                samples.id(),
                samples.clinic.id(),
                course.patient().id(),
                course.episode().id(),
                1,
                kind,
                on,
                new TreeMap<>(values),
                false,
                Samples.NOW,
                samples.clinician.id());
    }
}
