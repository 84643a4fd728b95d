package org.plinth.web.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.ErasureStep;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.ImportBatch;
import org.plinth.web.clinic.ImportItem;
import org.plinth.web.clinic.Patient;
import org.plinth.web.store.Act;
import org.plinth.web.store.Store;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.Stores;

/**
 * Takes a whole import out again, by the ways that there are: notes are taken back with a reason; people are asked to be erased, which
 * another person confirms. Where anything else was built on a part of it, nothing is taken out and what stands in the way is told.
 */
public final class UndoDesk {

    /** Rows that came with a patient, or that an import and its undo write by themselves: how many there may be. */
    private static final Map<String, Integer> CAME_WITH_HER = Map.ofEntries(
            Map.entry("patient", 1),
            Map.entry("patient_version", 1),
            Map.entry("patient_identifier", 1),
            Map.entry("episode", 1),
            Map.entry("episode_version", 1),
            Map.entry("episode_entry", 1),
            Map.entry("episode_entry_version", 1),
            Map.entry("import_item", 1),
            Map.entry("import_item_words", 1));

    private static final Set<String> SAYS_NOTHING =
            Set.of("import_item_version", "import_batch_version", "audit_event", "audit_words", "erasure_step");

    private static final String BACKGROUND = "background";

    private final Store store;

    /** With this store. */
    public UndoDesk(Store store) {
        this.store = store;
    }

    /** What stands in the way of taking it out. */
    public List<Obstacle> obstacles(ImportBatch batch) {
        return store.read(stores -> obstacles(stores, stores.imports().items(batch.clinic(), batch.id())));
    }

    private static List<Obstacle> obstacles(Stores stores, List<ImportItem> items) {
        List<Obstacle> found = new ArrayList<>();
        for (ImportItem item : items) {
            if (item.state() == ImportItem.State.ASSIGNED) {
                (item.kind().equals(ImportItem.PATIENT) ? ofPatient(stores, item) : ofEntry(stores, item))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<Obstacle> ofEntry(Stores stores, ImportItem item) {
        boolean closed = TrayDesk.note(stores, item)
                .flatMap(known -> stores.episodes().find(item.clinic(), known.episode()))
                .filter(episode -> episode.closedOn().isPresent())
                .isPresent();
        return closed ? Optional.of(new Obstacle(item, item.patient(), "closed", List.of())) : Optional.empty();
    }

    private static Optional<Obstacle> ofPatient(Stores stores, ImportItem item) {
        Id<Patient> patient = item.patient().orElseThrow();
        if (stores.patients().find(item.clinic(), patient).isEmpty()) {
            return Optional.empty(); // erased meanwhile
        }
        List<String> tables = stores.subject().rows(item.clinic(), patient).entrySet().stream()
                .filter(table -> !SAYS_NOTHING.contains(table.getKey()))
                .filter(table -> table.getValue().size() > CAME_WITH_HER.getOrDefault(table.getKey(), 0))
                .map(Map.Entry::getKey)
                .toList();
        boolean other = stores.episodes().ofPatient(item.clinic(), patient).stream()
                .flatMap(episode -> stores.entries().ofEpisode(item.clinic(), episode.id()).stream())
                .anyMatch(entry -> !entry.kind().equals(BACKGROUND));
        if (tables.isEmpty() && !other) {
            return Optional.empty();
        }
        return Optional.of(new Obstacle(
                item, item.patient(), "built", tables.isEmpty() ? List.of("episode_entry_version") : tables));
    }

    /**
     * Takes it out; the reason is the act's.
     *
     * @throws StoreFailure WRONG_STATE where it is not in, or something was built on it; OLD_VERSION; INVALID without a reason
     */
    public ImportBatch undo(Act act, ImportBatch batch, int versionSeen) {
        return store.write(act, stores -> {
            holdEpisodes(stores, stores.imports().items(batch.clinic(), batch.id()));
            List<ImportItem> items = stores.imports().items(batch.clinic(), batch.id());
            ImportBatch undone = stores.imports().amend(batch.as(ImportBatch.State.UNDONE), versionSeen);
            if (!obstacles(stores, items).isEmpty()) {
                throw StoreFailure.wrongState("import.built", batch);
            }
            items.forEach(item -> takeOut(stores, act, item));
            return undone;
        });
    }

    /** In one order for everybody, and before anything else is locked: a hold takes the patient, then the episode. */
    private static void holdEpisodes(Stores stores, List<ImportItem> items) {
        items.stream()
                .flatMap(item -> TrayDesk.note(stores, item).stream())
                .sorted(Comparator.comparing(EpisodeEntry::patient).thenComparing(EpisodeEntry::episode))
                .toList()
                .forEach(entry -> stores.episodes().hold(entry.clinic(), entry.episode()));
    }

    private static void takeOut(Stores stores, Act act, ImportItem item) {
        boolean stands = item.state() == ImportItem.State.TRAY || item.state() == ImportItem.State.ASSIGNED;
        if (!stands) {
            return;
        }
        if (item.kind().equals(ImportItem.PATIENT)) {
            askForErasure(stores, act, item.clinic(), item.patient().orElseThrow());
        } else {
            TrayDesk.takeBack(stores, item);
        }
        stores.imports().amend(item.gone(ImportItem.State.TAKEN_BACK), item.version());
    }

    private static void askForErasure(Stores stores, Act act, Id<Clinic> clinic, Id<Patient> patient) {
        List<ErasureStep> steps = stores.erasures().ofPatient(clinic, patient);
        boolean pending = !steps.isEmpty() && steps.get(steps.size() - 1).pending();
        if (!pending && stores.patients().find(clinic, patient).isPresent()) {
            stores.erasures()
                    .add(
                            step(clinic, patient, steps.size() + 1, ErasureStep.Step.ASKED, Optional.empty(), act),
                            steps.size());
        }
    }

    private static ErasureStep step(
            Id<Clinic> clinic,
            Id<Patient> patient,
            int number,
            ErasureStep.Step step,
            Optional<Instant> dueAt,
            Act act) {
        return new ErasureStep(
                clinic,
                patient,
                number,
                step,
                ErasureStep.Ground.NO_LONGER_NEEDED,
                false,
                dueAt,
                act.at(),
                act.actor(),
                act.reason());
    }

    /** People of an import that was taken out whose erasure waits for another person. */
    public List<ErasureStep> waiting(ImportBatch batch) {
        return store.read(stores -> waiting(stores, batch));
    }

    private static List<ErasureStep> waiting(Stores stores, ImportBatch batch) {
        return stores.imports().items(batch.clinic(), batch.id()).stream()
                .filter(item -> item.kind().equals(ImportItem.PATIENT) && item.state() == ImportItem.State.TAKEN_BACK)
                .flatMap(item -> item.patient().stream())
                .flatMap(patient ->
                        stores.erasures().ofPatient(batch.clinic(), patient).stream()
                                .reduce((one, next) -> next)
                                .stream())
                .filter(step -> step.step() == ErasureStep.Step.ASKED)
                .toList();
    }

    /**
     * Confirms these erasures at once, by another person than who asked; who was used for anything since is left out.
     *
     * @return how many were confirmed; they are due now
     * @throws StoreFailure WRONG_STATE where the same person asked
     */
    public int confirm(Act act, ImportBatch batch) {
        return store.write(act, stores -> {
            int confirmed = 0;
            Map<Id<Patient>, ImportItem> items = new HashMap<>();
            for (ImportItem item : stores.imports().items(batch.clinic(), batch.id())) {
                item.patient().ifPresent(patient -> items.putIfAbsent(patient, item));
            }
            for (ErasureStep asked : waiting(stores, batch)) {
                Optional<ImportItem> item = Optional.ofNullable(items.get(asked.patient()));
                if (item.flatMap(one -> ofPatient(stores, one)).isEmpty()) {
                    stores.erasures()
                            .add(
                                    step(
                                            batch.clinic(),
                                            asked.patient(),
                                            asked.number() + 1,
                                            ErasureStep.Step.CONFIRMED,
                                            Optional.of(act.at()),
                                            act),
                                    asked.number());
                    confirmed++;
                }
            }
            return confirmed;
        });
    }
}
