package org.plinth.web.store;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;

/** What stood in a record, version by version; one query for all records of a kind that belong to the same thing. */
public interface HistoryStore {

    /** Begins the names of fields that are values of an entry; no column has a full stop. */
    String VALUE = "data.";

    /** Records that keep their versions. */
    enum Kind {
        /** Of a patient: her own details. */
        PATIENT,
        /** Of a patient: her episodes. */
        EPISODE,
        /** Of a patient: what was noted in the course of her episodes. */
        ENTRY,
        /** Of a visit: itself. */
        VISIT,
        /** Of a visit: its recordings, with their side. */
        RECORDING,
        /** Of a visit: decisions about its efforts. */
        TRIAL,
        /** Of a visit: the values of its sides. */
        RESULT,
        /** Of a visit: the symmetries of its tests. */
        SYMMETRY,
        /** Of an own position: itself. */
        OWN_POSITION,
        /** Of a calibration run: itself. */
        CALIBRATION_RUN
    }

    /**
     * One version.
     *
     * @param kind of record
     * @param record its id, 32 hexadecimal digits
     * @param version from 1
     * @param at when it was written
     * @param author by whom
     * @param authorName as people read it; empty for Plinth itself
     * @param reason in the author's words, or empty
     * @param about what tells this record from its neighbours: {@code position}, {@code side}, {@code number}, {@code at},
     *     {@code kind}, {@code episode}
     * @param fields content by column: text, Integer, Long, Double, Boolean, LocalDate or Instant; what is not known is
     *     absent. The values of an entry stand under {@link #VALUE} and the name of the field
     */
    record Version(
            Kind kind,
            String record,
            int version,
            Instant at,
            Id<Account> author,
            Optional<String> authorName,
            String reason,
            Map<String, Object> about,
            Map<String, Object> fields) {

        /** Copies both maps and keeps their order. */
        public Version {
            about = Collections.unmodifiableMap(new LinkedHashMap<>(about));
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /**
     * All versions of all records of a kind, each record's oldest first.
     *
     * @param of the patient, visit, own position or run that they belong to
     */
    List<Version> of(Id<Clinic> clinic, Kind kind, Id<?> of);

    /** Names of the fields that differ, in the order of the newer ones; what is there no more comes last. */
    static List<String> changed(Map<String, Object> before, Map<String, Object> after) {
        Set<String> all = new LinkedHashSet<>(after.keySet());
        all.addAll(before.keySet());
        return all.stream()
                .filter(field -> !Objects.equals(before.get(field), after.get(field)))
                .toList();
    }
}
