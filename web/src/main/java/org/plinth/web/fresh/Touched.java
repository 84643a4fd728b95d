package org.plinth.web.fresh;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.store.AuditStore.Change;
import org.plinth.web.store.Stores;

/**
 * Whom the rows of a stretch of the audit log touch.
 *
 * @param patients of each clinic, with the newest row about each
 * @param clinics where something changed that is of no single patient, such as a calibration, with the newest row about it
 */
public record Touched(Map<Id<Clinic>, Map<Id<Patient>, Stamp>> patients, Map<Id<Clinic>, Stamp> clinics) {

    /** What may change without any result looking different: people who log in, clinics' settings (a request brings those along), the log itself. */
    private static final Set<String> OF_NOBODY = Set.of(
            "account",
            "checkpoint",
            "clinic",
            "clock",
            "invitation",
            "mass",
            "retention",
            "route",
            "setup",
            "strangers");

    /** Rows that are followed; after more than that all is to be read anew. */
    private static final int MOST_ROWS = 5_000;

    /** Copies the maps. */
    public Touched {
        patients = Map.copyOf(patients);
        clinics = Map.copyOf(clinics);
    }

    /**
     * By the rows after this one, up to the newest that the transaction sees, in one query for the log and one for each clinic in it;
     * empty if there are too many to be followed. What cannot be told to be anybody's is taken for everybody's.
     */
    public static Optional<Touched> since(Stores stores, long afterSeq) {
        List<Change> changes = stores.audit().changes(afterSeq, MOST_ROWS);
        if (changes.size() == MOST_ROWS) {
            return Optional.empty();
        }
        Map<Id<Clinic>, Map<Id<Patient>, Stamp>> patients = new HashMap<>();
        Map<Id<Clinic>, Stamp> clinics = new HashMap<>();
        Map<Id<Clinic>, List<Change>> byClinic = changes.stream()
                .filter(change -> !OF_NOBODY.contains(kind(change.subject())))
                .collect(Collectors.groupingBy(Change::clinic));
        byClinic.forEach((clinic, rows) -> {
            Set<String> subjects = rows.stream().map(Change::subject).collect(Collectors.toCollection(HashSet::new));
            Map<String, Id<Patient>> owners = stores.overview().patientsOf(clinic, subjects);
            for (Change row : rows) {
                Stamp stamp = new Stamp(row.seq(), row.hash());
                Optional.ofNullable(owners.get(row.subject()))
                        .ifPresentOrElse(
                                patient -> patients.computeIfAbsent(clinic, id -> new HashMap<>())
                                        .put(patient, stamp),
                                () -> clinics.put(clinic, stamp));
            }
        });
        return Optional.of(new Touched(patients, clinics));
    }

    private static String kind(String subject) {
        int colon = subject.indexOf(':');
        return colon < 0 ? subject : subject.substring(0, colon);
    }

    /** Those of one clinic. */
    public Set<Id<Patient>> of(Id<Clinic> clinic) {
        return patients.getOrDefault(clinic, Map.of()).keySet();
    }

    /** Whether something changed there that is of no single patient. */
    public boolean all(Id<Clinic> clinic) {
        return clinics.containsKey(clinic);
    }
}
