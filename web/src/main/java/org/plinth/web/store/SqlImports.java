package org.plinth.web.store;

import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.ImportBatch;
import org.plinth.web.clinic.ImportBatch.State;
import org.plinth.web.clinic.ImportItem;
import org.plinth.web.clinic.Patient;

/** Tables {@code import_*} and {@code patient_identifier}. The audit chain has kinds, hashes, states and counts, and no word of a file. */
final class SqlImports implements ImportStore {

    private static final String BATCH =
            """
            SELECT b.id, b.clinic_id, b.kind, b.file_sha256, b.file_bytes, v.version, v.state, v.answers, v.rows_sha256,
                v.taken, v.left_out, v.at, v.author, v.reason
            FROM import_batch b JOIN import_batch_version v ON v.batch_id = b.id AND v.version = b.head_version
            WHERE b.clinic_id = ?""";
    private static final String FIND_BATCH = BATCH + " AND b.id = ?";
    private static final String NEWEST = BATCH + " ORDER BY v.at DESC, b.id FETCH FIRST ? ROWS ONLY";
    private static final String SAME = BATCH + " AND (b.file_sha256 = ? OR v.rows_sha256 = ?) ORDER BY v.at DESC, b.id";
    private static final String FORGOTTEN = BATCH + " AND v.state = 'PREVIEW' AND v.at < ? ORDER BY v.at, b.id";

    private static final String ITEM =
            """
            SELECT i.id, i.clinic_id, i.batch_id, i.number, i.kind, i.member, i.line, i.content_sha256, i.has_curve,
                v.version, v.patient_id, v.entry_id, v.state, v.at, v.author, v.reason, w.data
            FROM import_item i JOIN import_item_version v ON v.item_id = i.id AND v.version = i.head_version
            LEFT JOIN import_item_words w ON w.item_id = i.id
            WHERE i.clinic_id = ?""";
    private static final String FIND_ITEM = ITEM + " AND i.id = ?";
    private static final String OF_BATCH = ITEM + " AND i.batch_id = ? ORDER BY i.number";
    private static final String TRAY =
            ITEM + " AND v.state = 'TRAY' ORDER BY v.at, i.batch_id, i.number FETCH FIRST ? ROWS ONLY";
    private static final String WAITING =
            """
            SELECT COUNT(*) AS waiting FROM import_item i
            JOIN import_item_version v ON v.item_id = i.id AND v.version = i.head_version
            WHERE i.clinic_id = ? AND v.state = 'TRAY'""";
    private static final String KNOWN =
            """
            SELECT i.content_sha256 FROM import_item i
            JOIN import_item_version v ON v.item_id = i.id AND v.version = i.head_version
            WHERE i.clinic_id = ? AND i.content_sha256 = ? AND v.state IN ('TRAY', 'ASSIGNED')
            FETCH FIRST 1 ROWS ONLY""";
    private static final String WORDS_GO = "DELETE FROM import_item_words WHERE clinic_id = ? AND item_id = ?";

    private static final String PATIENTS = "SELECT " + SqlPatients.COLUMNS + " FROM patient p " + SqlPatients.HEAD;
    private static final String BORN = PATIENTS + " WHERE p.clinic_id = ? AND pv.birth_date = ? ORDER BY p.id";
    private static final String WITH_IDENTIFIER = PATIENTS
            + " WHERE p.clinic_id = ? AND p.id IN (SELECT x.patient_id FROM patient_identifier x"
            + " WHERE x.clinic_id = ? AND x.folded = ?) ORDER BY p.id";
    private static final String IDENTIFIERS =
            "SELECT identifier FROM patient_identifier WHERE clinic_id = ? AND patient_id = ? ORDER BY number";

    /** Which state may follow which; the same again is other answers to a preview. */
    private static final Map<State, Set<State>> STEPS = Map.of(
            State.PREVIEW, Set.of(State.PREVIEW, State.IN, State.DROPPED),
            State.IN, Set.of(State.UNDONE),
            State.DROPPED, Set.of(),
            State.UNDONE, Set.of());

    private static final Map<ImportItem.State, Set<ImportItem.State>> ITEM_STEPS = Map.of(
            ImportItem.State.TRAY,
                    Set.of(ImportItem.State.ASSIGNED, ImportItem.State.DISCARDED, ImportItem.State.TAKEN_BACK),
            ImportItem.State.ASSIGNED, Set.of(ImportItem.State.TRAY, ImportItem.State.TAKEN_BACK),
            ImportItem.State.DISCARDED, Set.of(),
            ImportItem.State.TAKEN_BACK, Set.of());

    private final Transaction tx;
    private final SqlStores stores;

    SqlImports(Transaction tx, SqlStores stores) {
        this.tx = tx;
        this.stores = stores;
    }

    // ---- files

    @Override
    public void add(ImportBatch batch, byte[] file) {
        tx.requireClinic(batch.clinic());
        Row identity = Row.of("import_batch")
                .set("id", batch.id())
                .set("clinic_id", batch.clinic())
                .set("kind", batch.kind())
                .set("file_sha256", batch.fileSha256())
                .set("file_bytes", batch.fileBytes())
                .set("head_version", 1);
        Row content = content(batch.as(State.PREVIEW), 1);
        tx.insert(identity);
        tx.insert(content.by(tx.act()));
        Pieces.FILE.add(tx, batch.clinic(), batch.id(), file);
        tx.note(subject(batch), Optional.empty(), Optional.of(identity.audited(content)));
    }

    private static String subject(ImportBatch batch) {
        return "import:" + batch.id();
    }

    private static Row content(ImportBatch batch, int version) {
        return Row.of("import_batch_version")
                .set("batch_id", batch.id())
                .set("version", version)
                .set("clinic_id", batch.clinic())
                .set("state", batch.state())
                .set("answers", EntryValues.text(batch.answers()))
                .set("rows_sha256", batch.rowsSha256())
                .set("taken", batch.taken())
                .set("left_out", batch.leftOut());
    }

    @Override
    public Optional<ImportBatch> find(Id<Clinic> clinic, Id<ImportBatch> batch) {
        return tx.one(FIND_BATCH, SqlImports::batch, clinic, batch);
    }

    @Override
    public List<ImportBatch> newest(Id<Clinic> clinic, int limit) {
        return tx.list(NEWEST, SqlImports::batch, clinic, limit);
    }

    @Override
    public List<ImportBatch> same(Id<Clinic> clinic, String sha256) {
        return sha256.isEmpty() ? List.of() : tx.list(SAME, SqlImports::batch, clinic, sha256, sha256);
    }

    @Override
    public List<ImportBatch> forgotten(Id<Clinic> clinic, Instant before) {
        return tx.list(FORGOTTEN, SqlImports::batch, clinic, before);
    }

    @Override
    public Optional<byte[]> file(Id<Clinic> clinic, Id<ImportBatch> batch) {
        return Pieces.FILE.find(tx, clinic, batch);
    }

    @Override
    public ImportBatch amend(ImportBatch batch, int versionSeen) {
        tx.requireClinic(batch.clinic());
        ImportBatch before = known(batch.clinic(), batch.id());
        if (!STEPS.getOrDefault(before.state(), Set.of()).contains(batch.state())) {
            throw StoreFailure.wrongState("import " + batch.id() + " is " + before.state(), before);
        }
        if (batch.state() == State.UNDONE && tx.act().reason().isBlank()) {
            throw StoreFailure.invalid("reason", "an undo needs a reason");
        }
        int version = Heads.IMPORT_BATCH.move(
                tx, batch.clinic(), batch.id(), versionSeen, () -> known(batch.clinic(), batch.id()));
        Row content = content(batch, version);
        tx.insert(content.by(tx.act()));
        if (batch.state() != State.PREVIEW) {
            Pieces.FILE.delete(tx, batch.clinic(), batch.id());
        }
        tx.note(
                subject(batch),
                Optional.of(content(before, before.version()).audited()),
                Optional.of(content.audited()));
        return known(batch.clinic(), batch.id());
    }

    private ImportBatch known(Id<Clinic> clinic, Id<ImportBatch> batch) {
        return find(clinic, batch).orElseThrow(() -> StoreFailure.notFound("import " + batch));
    }

    private static ImportBatch batch(Found row) throws SQLException {
        return new ImportBatch(
                row.id("id"),
                row.id("clinic_id"),
                row.number("version"),
                row.text("kind"),
                row.text("file_sha256"),
                row.bigNumber("file_bytes"),
                row.constant("state", State.class),
                EntryValues.read(row.text("answers")),
                row.text("rows_sha256"),
                row.number("taken"),
                row.number("left_out"),
                row.instant("at"),
                row.id("author"),
                row.text("reason"));
    }

    // ---- what came of them

    @Override
    public void addItems(List<ImportItem> items) {
        for (ImportItem item : items) {
            tx.requireClinic(item.clinic());
            tx.insert(Row.of("import_item")
                    .set("id", item.id())
                    .set("clinic_id", item.clinic())
                    .set("batch_id", item.batch())
                    .set("number", item.number())
                    .set("kind", item.kind())
                    .set("member", item.member())
                    .set("line", item.line())
                    .set("content_sha256", item.contentSha256())
                    .set("has_curve", item.curve())
                    .set("head_version", 1));
            tx.insert(version(item, 1).by(tx.act()));
            tx.insert(Row.of("import_item_words")
                    .set("item_id", item.id())
                    .set("clinic_id", item.clinic())
                    .set("data", EntryValues.text(item.words())));
        }
    }

    private static Row version(ImportItem item, int version) {
        return Row.of("import_item_version")
                .set("item_id", item.id())
                .set("version", version)
                .set("clinic_id", item.clinic())
                .set("patient_id", item.patient())
                .set("entry_id", item.entry())
                .set("state", item.state());
    }

    @Override
    public void addCurve(ImportItem item, byte[] packed) {
        tx.requireClinic(item.clinic());
        Pieces.CURVE.add(tx, item.clinic(), item.id(), packed);
    }

    @Override
    public Optional<byte[]> curve(Id<Clinic> clinic, Id<ImportItem> item) {
        return Pieces.CURVE.find(tx, clinic, item);
    }

    @Override
    public List<ImportItem> items(Id<Clinic> clinic, Id<ImportBatch> batch) {
        return tx.list(OF_BATCH, SqlImports::item, clinic, batch);
    }

    @Override
    public List<ImportItem> tray(Id<Clinic> clinic, int limit) {
        return tx.list(TRAY, SqlImports::item, clinic, limit);
    }

    @Override
    public int waiting(Id<Clinic> clinic) {
        return tx.one(WAITING, row -> row.number("waiting"), clinic).orElse(0);
    }

    @Override
    public Optional<ImportItem> findItem(Id<Clinic> clinic, Id<ImportItem> item) {
        return tx.one(FIND_ITEM, SqlImports::item, clinic, item);
    }

    @Override
    public Set<String> known(Id<Clinic> clinic, Set<String> contents) {
        return contents.stream()
                .filter(content -> !content.isEmpty())
                .filter(content -> tx.one(KNOWN, row -> row.text("content_sha256"), clinic, content)
                        .isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public ImportItem amend(ImportItem item, int versionSeen) {
        tx.requireClinic(item.clinic());
        ImportItem before = findItem(item.clinic(), item.id()).orElseThrow(() -> StoreFailure.notFound("import item"));
        if (!ITEM_STEPS.getOrDefault(before.state(), Set.of()).contains(item.state())) {
            throw StoreFailure.wrongState("import item " + item.id() + " is " + before.state(), before);
        }
        if (item.state() != ImportItem.State.ASSIGNED && tx.act().reason().isBlank()) {
            throw StoreFailure.invalid("reason", "taking it back or throwing it away needs a reason");
        }
        int version = Heads.IMPORT_ITEM.move(tx, item.clinic(), item.id(), versionSeen, () -> before);
        Row row = version(item, version);
        tx.insert(row.by(tx.act()));
        boolean gone = item.state() == ImportItem.State.DISCARDED || item.state() == ImportItem.State.TAKEN_BACK;
        if (gone) {
            tx.update(WORDS_GO, item.clinic(), item.id());
            Pieces.CURVE.delete(tx, item.clinic(), item.id());
        }
        tx.note(
                "import:" + item.batch(),
                Optional.of(version(before, before.version()).audited()),
                Optional.of(row.audited()));
        return findItem(item.clinic(), item.id()).orElseThrow();
    }

    private static ImportItem item(Found row) throws SQLException {
        Optional<String> words = row.optionalText("data");
        return new ImportItem(
                row.id("id"),
                row.id("clinic_id"),
                row.id("batch_id"),
                row.number("number"),
                row.number("version"),
                row.text("kind"),
                row.number("member"),
                row.bigNumber("line"),
                row.text("content_sha256"),
                row.is("has_curve"),
                row.constant("state", ImportItem.State.class),
                row.optionalId("patient_id"),
                row.optionalId("entry_id"),
                words.isPresent() ? EntryValues.read(words.get()) : new TreeMap<>(),
                row.instant("at"),
                row.id("author"),
                row.text("reason"));
    }

    // ---- whose they may be

    @Override
    public List<Patient> born(Id<Clinic> clinic, LocalDate date) {
        return tx.list(BORN, SqlPatients::read, clinic, date);
    }

    @Override
    public List<Patient> withIdentifier(Id<Clinic> clinic, String identifier) {
        return tx.list(WITH_IDENTIFIER, SqlPatients::read, clinic, clinic, folded(identifier));
    }

    @Override
    public List<String> identifiers(Id<Clinic> clinic, Id<Patient> patient) {
        return tx.list(IDENTIFIERS, row -> row.text("identifier"), clinic, patient);
    }

    @Override
    public void identify(Id<Clinic> clinic, Id<Patient> patient, String identifier) {
        tx.requireClinic(clinic);
        if (stores.patients().find(clinic, patient).isEmpty()) {
            throw StoreFailure.notFound("patient " + patient);
        }
        Row row = Row.of("patient_identifier")
                .set("patient_id", patient)
                .set("number", identifiers(clinic, patient).size() + 1)
                .set("clinic_id", clinic)
                .setPersonal("identifier", identifier)
                .setPersonal("folded", folded(identifier))
                .set("salt", tx.keys().newSalt());
        tx.insert(row.by(tx.act()));
        tx.note("patient:" + patient, Optional.empty(), Optional.of(row.audited()));
    }

    /** As it is looked for: case, width and blanks make no difference. */
    private static String folded(String identifier) {
        return Normalizer.normalize(identifier, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
