package org.plinth.web.fresh;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.store.AuditStore.Head;
import org.plinth.web.store.Stores;

/**
 * Says under which stamp what is read of a patient stands: as long as it stays, nothing about her results, visits, episodes, entries,
 * name or rights has changed, nor any sensor, calibration or position of her clinic. One query where nothing was written since the last
 * time. Blocks; any thread.
 */
public final class Freshness {

    /** Patients who changed since the start that are told apart; with more all count as changed. */
    private static final int MOST = 5_000;

    private final AtomicReference<Optional<Heard>> heard = new AtomicReference<>(Optional.empty());

    /** What was heard up to a row. Those who are not named stand as they did at the beginning. */
    private record Heard(long seq, Stamp beginning, Map<Id<Clinic>, Stamp> clinics, Map<Id<Patient>, Stamp> patients) {

        static Heard from(Head head) {
            return new Heard(head.seq(), new Stamp(head.seq(), head.hash()), Map.of(), Map.of());
        }

        Heard with(Touched touched, Head head) {
            if (touched.patients().isEmpty() && touched.clinics().isEmpty()) {
                return new Heard(head.seq(), beginning, clinics, patients);
            }
            Map<Id<Clinic>, Stamp> allOf = new HashMap<>(clinics);
            allOf.putAll(touched.clinics());
            Map<Id<Patient>, Stamp> each = new HashMap<>(patients);
            touched.patients().values().forEach(each::putAll);
            return each.size() > MOST ? from(head) : new Heard(head.seq(), beginning, allOf, each);
        }

        Stamp of(Id<Clinic> clinic, Id<Patient> patient) {
            return beginning
                    .later(clinics.getOrDefault(clinic, beginning))
                    .later(patients.getOrDefault(patient, beginning));
        }
    }

    /**
     * The stamp of a patient as this transaction sees her. Empty where a later transaction has already said that she changed: what is
     * read in this one is true of its moment, and must not be kept.
     */
    public Optional<Stamp> of(Stores stores, Id<Clinic> clinic, Id<Patient> patient) {
        Head head = stores.audit().head();
        Optional<Heard> before = Objects.requireNonNull(heard.get());
        Heard now = before.filter(known -> known.seq() >= head.seq()).orElseGet(() -> hear(stores, before, head));
        Stamp stamp = now.of(clinic, patient);
        return stamp.seq() <= head.seq() ? Optional.of(stamp) : Optional.empty();
    }

    private Heard hear(Stores stores, Optional<Heard> before, Head head) {
        Heard now = before.flatMap(
                        known -> Touched.since(stores, known.seq()).map(touched -> known.with(touched, head)))
                .orElseGet(() -> Heard.from(head));
        heard.accumulateAndGet(Optional.of(now), Freshness::newest);
        return now;
    }

    private static Optional<Heard> newest(Optional<Heard> known, Optional<Heard> mine) {
        return known.isPresent() && known.get().seq() >= mine.orElseThrow().seq() ? known : mine;
    }
}
