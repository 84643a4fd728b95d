package org.plinth.web.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;

/** The audit chain: table {@code audit_event}, read here, appended to by {@link AuditChain}. */
final class SqlAudit implements AuditStore {

    private static final String ABOUT = "SELECT * FROM audit_event WHERE clinic_id = ? AND subject = ? ORDER BY seq";
    private static final String WORDS = "SELECT seq, reason FROM audit_words WHERE clinic_id = ? AND seq IN ";
    private static final String ALL = "SELECT * FROM audit_event ORDER BY seq";
    private static final String FIND = "SELECT * FROM audit_event WHERE clinic_id = ?";
    private static final String BEFORE = " AND seq < ? ORDER BY clinic_id DESC, seq DESC FETCH FIRST ? ROWS ONLY";
    private static final String NEXT = "SELECT * FROM audit_event WHERE seq > ? ORDER BY seq FETCH FIRST ? ROWS ONLY";
    /** Only what has content, and no kind of reading: {@code http.Opening} and the notes of guests and emergencies name those. */
    private static final String CHANGES =
            """
            SELECT seq, clinic_id, subject, hash FROM audit_event WHERE seq > ? AND after_json IS NOT NULL
                AND action NOT LIKE 'record.%' AND action NOT LIKE 'export.%'
                AND action NOT IN ('share.read', 'emergency.read') ORDER BY seq FETCH FIRST ? ROWS ONLY""";

    private static final String COUNT = "SELECT COUNT(*) AS n FROM audit_event";
    private static final String COLUMNS = "SELECT LOWER(table_name) AS t, LOWER(column_name) AS c"
            + " FROM information_schema.columns WHERE table_schema = CURRENT_SCHEMA";
    private static final String HEAD = "SELECT seq, hash FROM audit_head WHERE id = 1";

    private final Transaction tx;

    SqlAudit(Transaction tx) {
        this.tx = tx;
    }

    @Override
    public void note(String subject) {
        tx.act();
        tx.note(subject, Optional.empty(), Optional.empty());
    }

    @Override
    public void note(String subject, Map<String, ?> details) {
        tx.act();
        tx.note(subject, Optional.empty(), Optional.of(CanonicalJson.object(details)));
    }

    /** One clinic after the other: only then does the index give the rows in their order, without sorting all of them. */
    @Override
    public List<AuditEvent> find(AuditFilter filter, long beforeSeq, int limit) {
        return filter.clinics().stream()
                .flatMap(clinic -> find(filter, clinic, beforeSeq, limit).stream())
                .sorted(Comparator.comparingLong(AuditEvent::seq).reversed())
                .limit(limit)
                .toList();
    }

    private List<AuditEvent> find(AuditFilter filter, Id<Clinic> clinic, long beforeSeq, int limit) {
        List<Object> values = new ArrayList<>(List.of(clinic));
        String conditions = filter.conditions(values);
        values.add(beforeSeq);
        values.add(limit);
        return tx.list(FIND + conditions + BEFORE, SqlAudit::read, values.toArray());
    }

    @Override
    public List<AuditEvent> next(long afterSeq, int limit) {
        return tx.list(NEXT, SqlAudit::read, afterSeq, limit);
    }

    @Override
    public List<Change> changes(long afterSeq, int limit) {
        return tx.list(CHANGES, SqlAudit::readChange, afterSeq, limit);
    }

    private static Change readChange(Found row) throws SQLException {
        return new Change(row.bigNumber("seq"), row.id("clinic_id"), row.text("subject"), row.text("hash"));
    }

    @Override
    public long count() {
        return tx.one(COUNT, row -> row.bigNumber("n")).orElse(0L);
    }

    @Override
    public List<AuditEvent> newest(Id<Clinic> clinic, long beforeSeq, int limit) {
        return tx.list(FIND + BEFORE, SqlAudit::read, clinic, beforeSeq, limit);
    }

    @Override
    public List<AuditEvent> about(Id<Clinic> clinic, String subject) {
        return tx.list(ABOUT, SqlAudit::read, clinic, subject);
    }

    @Override
    public Map<Long, String> words(Id<Clinic> clinic, Collection<Long> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        String places = Transaction.places(rows.size());
        List<Object> values = new ArrayList<>();
        values.add(clinic);
        values.addAll(rows);
        Map<Long, String> words = new HashMap<>();
        tx.stream(
                WORDS + "(" + places + ")",
                row -> Map.entry(row.bigNumber("seq"), row.text("reason")),
                found -> words.put(found.getKey(), found.getValue()),
                values.toArray());
        return words;
    }

    @Override
    public void forEach(Consumer<AuditEvent> event) {
        tx.stream(ALL, SqlAudit::read, event);
    }

    @Override
    public RowVerifier rows() {
        Map<String, Set<String>> columns = new HashMap<>();
        tx.stream(COLUMNS, row -> Map.entry(row.text("t"), row.text("c")), found -> columns.computeIfAbsent(
                        found.getKey(), table -> new TreeSet<>())
                .add(found.getValue()));
        return new RowVerifier(columns);
    }

    @Override
    public void compare(RowVerifier rows) {
        rows.compare(tx);
    }

    @Override
    public Head head() {
        return tx.one(HEAD, SqlAudit::readHead).orElseThrow(() -> StoreFailure.notFound("head of the audit chain"));
    }

    @Override
    public Optional<AuditVerifier.Break> verify() {
        AuditVerifier verifier = new AuditVerifier();
        Head head = head();
        forEach(verifier::accept);
        return verifier.end(head);
    }

    static Head readHead(Found row) throws SQLException {
        return new Head(row.bigNumber("seq"), row.text("hash"));
    }

    private static AuditEvent read(Found row) throws SQLException {
        return new AuditEvent(
                row.bigNumber("seq"),
                row.instant("at"),
                row.id("clinic_id"),
                row.id("actor"),
                row.text("action"),
                row.text("subject"),
                row.optionalText("before_json"),
                row.optionalText("after_json"),
                row.text("reason"),
                row.text("from_where"),
                row.text("prev_hash"),
                row.text("hash"));
    }
}
