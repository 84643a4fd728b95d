package org.plinth.web.imports;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.ImportBatch;
import org.plinth.web.clinic.ImportBatch.State;
import org.plinth.web.clinic.ImportItem;
import org.plinth.web.hash.Sha256;
import org.plinth.web.imports.FoundRow.Measured;
import org.plinth.web.imports.FoundRow.Newcomer;
import org.plinth.web.store.Act;
import org.plinth.web.store.Store;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.Stores;

/**
 * Takes files in: looks at one, lets a person answer what it does not say, and then takes all of it in in one transaction or nothing.
 * Blocks; any thread but an event loop.
 */
public final class ImportDesk {

    /** How long a preview that nobody touches is kept. */
    public static final Duration FORGOTTEN_AFTER = Duration.ofDays(7);

    private final Store store;
    private final RandomGenerator random;
    private final String unknownProblem;

    /**
     * With this store.
     *
     * @param unknownProblem what stands as the problem where a file names a side and no problem
     */
    public ImportDesk(Store store, RandomGenerator random, String unknownProblem) {
        this.store = store;
        this.random = random;
        this.unknownProblem = unknownProblem;
    }

    /**
     * A file that was looked at.
     *
     * @param batch what stands for it
     * @param again whether the same bytes were here before, so that nothing new was begun
     */
    public record Opened(ImportBatch batch, boolean again) {}

    /** Keeps the bytes to be looked at, unless the same are here already. */
    public Opened open(Act act, ImportKind kind, byte[] bytes) {
        String sha256 = Sha256.hex(bytes);
        Optional<ImportBatch> before = store.read(stores -> standing(stores, act.clinic(), kind.id(), sha256));
        if (before.isPresent()) {
            return new Opened(before.get(), true);
        }
        ImportBatch batch = new ImportBatch(
                Id.random(random),
                act.clinic(),
                1,
                kind.id(),
                sha256,
                bytes.length,
                State.PREVIEW,
                new TreeMap<>(),
                "",
                0,
                0,
                act.at(),
                act.actor(),
                "");
        return new Opened(
                store.write(act, stores -> {
                    stores.imports().add(batch, bytes);
                    return stores.imports().find(batch.clinic(), batch.id()).orElseThrow();
                }),
                false);
    }

    private static Optional<ImportBatch> standing(Stores stores, Id<Clinic> clinic, String kind, String sha256) {
        return stores.imports().same(clinic, sha256).stream()
                .filter(batch -> batch.kind().equals(kind))
                .filter(batch -> batch.state() == State.PREVIEW || batch.state() == State.IN)
                .findFirst();
    }

    /** Throws away previews that nobody touched for a week: they hold names of people. */
    public void forget(Act act) {
        List<ImportBatch> old = store.read(
                stores -> stores.imports().forgotten(act.clinic(), act.at().minus(FORGOTTEN_AFTER)));
        old.forEach(
                batch -> store.write(Act.ofPlinth(act.clinic(), act.at(), "import.forget"), stores -> stores.imports()
                        .amend(batch.as(State.DROPPED), batch.version())));
    }

    /** What would happen to a file; empty once it is no preview any more. */
    public Optional<Preview> preview(ImportBatch batch, LocalDate today) {
        return found(batch, today)
                .map(found -> store.read(stores -> new PreviewMaker(stores, batch.clinic()).of(found)));
    }

    private Optional<Found> found(ImportBatch batch, LocalDate today) {
        ImportKind kind = ImportKinds.find(batch.kind()).orElseThrow(() -> StoreFailure.notFound("kind of import"));
        return store.read(stores -> stores.imports().file(batch.clinic(), batch.id()))
                .map(bytes -> kind.read(new ImportFile(bytes), new Answers(batch.answers()), today));
    }

    /** The bytes of a preview. */
    public Optional<byte[]> file(ImportBatch batch) {
        return store.read(stores -> stores.imports().file(batch.clinic(), batch.id()));
    }

    /** Keeps other answers. */
    public ImportBatch answer(Act act, ImportBatch batch, int versionSeen) {
        return moved(act, batch, stores -> stores.imports().amend(batch, versionSeen));
    }

    /** Throws a preview away. */
    public ImportBatch drop(Act act, ImportBatch batch, int versionSeen) {
        return moved(act, batch, stores -> stores.imports().amend(batch.as(State.DROPPED), versionSeen));
    }

    /**
     * Takes it in.
     *
     * @param withoutWrong whether rows with something wrong may be left out
     * @param others lines of people who are not who is here already by name and date of birth
     * @throws StoreFailure WRONG_STATE where something is open or wrong, where there is nothing to take, or where it is in already;
     *     OLD_VERSION where somebody changed an answer meanwhile
     */
    public ImportBatch confirm(
            Act act, ImportBatch batch, int versionSeen, LocalDate today, boolean withoutWrong, Set<Long> others) {
        Found found = found(batch, today).orElseThrow(() -> StoreFailure.wrongState("import.state", batch));
        if (found.isBlocked() || (!found.bad().isEmpty() && !withoutWrong)) {
            throw StoreFailure.wrongState("import.blocked", batch);
        }
        return moved(act, batch, stores -> {
            Preview preview = new PreviewMaker(stores, batch.clinic()).of(found);
            List<PreviewRow> taken =
                    preview.rows().stream().filter(row -> isTaken(row, others)).toList();
            if (taken.isEmpty()) {
                throw StoreFailure.wrongState("import.nothing", batch);
            }
            String rows = rows(batch.kind(), taken);
            ImportBatch in = stores.imports()
                    .amend(batch.in(rows, taken.size(), preview.rows().size() - taken.size()), versionSeen);
            once(stores, batch, rows);
            take(stores, act, in, taken, today);
            return in;
        });
    }

    private static boolean isTaken(PreviewRow row, Set<Long> others) {
        return switch (row.fate()) {
            case TRAY, PATIENT -> true;
            case HERE_ALREADY -> others.contains(row.row().line());
            case KNOWN, TWICE, WRONG -> false;
        };
    }

    /** Nothing is kept that could tell who was in a list of patients. */
    private static String rows(String kind, List<PreviewRow> taken) {
        boolean people = taken.stream().anyMatch(row -> row.row().content() instanceof Newcomer);
        List<String> identities = new ArrayList<>(List.of(kind));
        taken.stream().map(row -> row.row().identity()).sorted().forEach(identities::add);
        return people ? "" : Identity.sha256(identities);
    }

    /** Two that take in the same rows at one time: the second waits here, and fails. */
    private static void once(Stores stores, ImportBatch batch, String rows) {
        if (rows.isEmpty()) {
            return;
        }
        long undone = stores.imports().same(batch.clinic(), rows).stream()
                .filter(other -> other.state() == State.UNDONE)
                .count();
        stores.requests()
                .done(
                        batch.clinic(),
                        "import." + rows + "." + undone,
                        batch.id().toString());
    }

    private void take(Stores stores, Act act, ImportBatch batch, List<PreviewRow> taken, LocalDate today) {
        NewPeople people = new NewPeople(stores, random, act, today, unknownProblem);
        List<ImportItem> items = new ArrayList<>();
        for (PreviewRow row : taken) {
            int number = items.size() + 1;
            ImportItem item = row.row().content() instanceof Newcomer newcomer
                    ? item(act, batch, number, row.row(), ImportItem.PATIENT, false)
                            .of(people.add(row.row().person(), newcomer), Optional.empty())
                    : measured(act, batch, number, row.row());
            stores.imports().addItems(List.of(item));
            if (row.row().content() instanceof Measured one && one.curve().isPresent()) {
                stores.imports().addCurve(item, one.curve().get());
            }
            items.add(item);
        }
    }

    private ImportItem measured(Act act, ImportBatch batch, int number, FoundRow row) {
        Measured measured = (Measured) row.content();
        return item(act, batch, number, row, measured.kind(), measured.curve().isPresent());
    }

    private ImportItem item(Act act, ImportBatch batch, int number, FoundRow row, String kind, boolean curve) {
        boolean patient = kind.equals(ImportItem.PATIENT);
        return new ImportItem(
                Id.random(random),
                batch.clinic(),
                batch.id(),
                number,
                1,
                kind,
                row.member(),
                row.line(),
                patient ? "" : row.identity(),
                curve,
                ImportItem.State.TRAY,
                Optional.empty(),
                Optional.empty(),
                row.content() instanceof Measured one ? ItemWords.of(one, row.person()) : new TreeMap<>(),
                act.at(),
                act.actor(),
                "");
    }

    /** Who comes second to a step that is done is told so, and not that her page is old. */
    private ImportBatch moved(Act act, ImportBatch batch, java.util.function.Function<Stores, ImportBatch> step) {
        try {
            return store.write(act, step);
        } catch (StoreFailure failure) {
            boolean late = failure.reason() == StoreFailure.Reason.OLD_VERSION
                    && failure.current().orElse("") instanceof ImportBatch now
                    && now.state() != batch.state();
            if (late || failure.reason() == StoreFailure.Reason.DUPLICATE) {
                throw StoreFailure.wrongState("import.late", failure.current().orElse(batch));
            }
            throw failure;
        }
    }
}
