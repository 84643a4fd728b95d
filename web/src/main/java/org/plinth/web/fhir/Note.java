package org.plinth.web.fhir;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.store.HistoryStore;
import org.plinth.web.store.HistoryStore.Version;

/**
 * An entry as it stands now, one that was taken back included.
 *
 * @param entry its newest version
 */
record Note(EpisodeEntry entry) {

    /** From every version of every entry, each one's oldest first. */
    static List<Note> of(List<Version> versions, Patient patient) {
        Map<String, Version> newest = new LinkedHashMap<>();
        versions.forEach(version -> newest.put(version.record(), version));
        return newest.values().stream()
                .map(version -> new Note(entry(version, patient)))
                .toList();
    }

    private static EpisodeEntry entry(Version version, Patient patient) {
        TreeMap<String, String> values = new TreeMap<>();
        version.fields().forEach((field, value) -> {
            if (field.startsWith(HistoryStore.VALUE)) {
                values.put(field.substring(HistoryStore.VALUE.length()), value.toString());
            }
        });
        return new EpisodeEntry(
                id(version.record()),
                patient.clinic(),
                patient.id(),
                id(String.valueOf(version.about().get("episode"))),
                version.version(),
                String.valueOf(version.about().get("kind")),
                (java.time.LocalDate) version.fields().getOrDefault("on_date", java.time.LocalDate.EPOCH),
                values,
                Boolean.TRUE.equals(version.fields().get("removed")),
                version.at(),
                version.author());
    }

    private static <T> Id<T> id(String text) {
        return Id.<T>parse(text).orElseThrow();
    }
}
