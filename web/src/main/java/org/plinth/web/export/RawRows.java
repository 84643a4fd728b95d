package org.plinth.web.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Trial;
import org.plinth.web.privacy.Included;
import org.plinth.web.privacy.Purpose;
import org.plinth.web.store.RawStore.RawRow;
import org.plinth.web.store.RecordingStore.TrialOf;
import org.plinth.web.store.Store;
import org.plinth.web.store.Stores;

/** The recordings that an export may carry, page by page. One thread. */
final class RawRows {

    private static final int PAGE = 100;

    private final Store store;
    private final ExportRequest request;
    private final Predicate<Id<Patient>> included;

    private RawRows(Store store, ExportRequest request, Predicate<Id<Patient>> included) {
        this.store = store;
        this.request = request;
        this.included = included;
    }

    static RawRows of(Store store, ExportRequest request) {
        return new RawRows(store, request, store.read(stores -> included(stores, request)));
    }

    /** Whoever refused, did not consent or is hidden is not in, with results or without. */
    private static Predicate<Id<Patient>> included(Stores stores, ExportRequest request) {
        Id<Clinic> clinic = request.clinic().id();
        Included said = Included.of(stores, clinic, request.purpose());
        return patient -> said.has(patient) && !request.hidden().contains(patient);
    }

    /**
     * A recording with its efforts, in order.
     *
     * @param row where it belongs
     * @param efforts found in it
     */
    record Raw(RawRow row, List<TrialOf> efforts) {

        Recording recording() {
            return row.recording();
        }

        /** Why no curve of it is given, as far as the database knows. */
        Optional<String> withheld() {
            if (row.erased()) {
                return Optional.of("ERASED");
            }
            if (row.setAside()) {
                return Optional.of(Trial.MOVED);
            }
            return recording().state() == Recording.State.OPEN ? Optional.of("OPEN") : Optional.empty();
        }
    }

    /** Takes one. */
    @FunctionalInterface
    interface Taker {
        void take(Raw raw) throws IOException;
    }

    /** What a walk came by. */
    static final class Counts {

        private long recordings;
        private long leftOut;

        long recordings() {
            return recordings;
        }

        /** Recordings of patients who are not in, for this purpose. */
        long leftOut() {
            return leftOut;
        }
    }

    boolean has(Id<Patient> patient) {
        return included.test(patient);
    }

    /** Every one that may be in. */
    Counts forEach(String part, ExportProgress progress, Taker taker) throws IOException {
        Counts counts = new Counts();
        Id<Clinic> clinic = request.clinic().id();
        long total = store.read(stores -> stores.raw().count(clinic));
        Optional<Id<Recording>> after = Optional.empty();
        while (true) {
            List<Raw> page = page(clinic, after);
            for (Raw raw : page) {
                progress.goOn();
                if (isIn(raw.row())) {
                    counts.recordings++;
                    taker.take(raw);
                } else {
                    counts.leftOut++;
                }
                progress.done(part, counts.recordings + counts.leftOut, total);
            }
            if (page.isEmpty()) {
                return counts;
            }
            after = Optional.of(page.get(page.size() - 1).recording().id());
        }
    }

    /** Of the erased there is no consent any more, and nothing to protect but that there was a recording. */
    private boolean isIn(RawRow row) {
        return row.erased()
                ? request.purpose() != Purpose.RESEARCH
                : has(row.recording().patient());
    }

    private List<Raw> page(Id<Clinic> clinic, Optional<Id<Recording>> after) {
        return store.read(stores -> {
            List<RawRow> rows = stores.raw().page(clinic, after, PAGE);
            if (rows.isEmpty()) {
                return List.of();
            }
            Id<Recording> last = rows.get(rows.size() - 1).recording().id();
            Map<Id<Recording>, List<TrialOf>> efforts = new HashMap<>();
            stores.raw().trials(clinic, after, last).forEach(trial -> efforts.computeIfAbsent(
                            trial.recording().id(), id -> new ArrayList<>())
                    .add(trial));
            return rows.stream()
                    .map(row ->
                            new Raw(row, efforts.getOrDefault(row.recording().id(), List.of())))
                    .toList();
        });
    }
}
