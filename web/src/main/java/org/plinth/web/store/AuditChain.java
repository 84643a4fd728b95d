package org.plinth.web.store;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Appends what a transaction did, as its last statements: the lock on the head orders all writers, and the shorter it is
 * held the better.
 */
final class AuditChain {

    private static final String LOCK_HEAD = "SELECT seq, hash FROM audit_head WHERE id = 1 FOR UPDATE";
    private static final String MOVE_HEAD = "UPDATE audit_head SET seq = ?, hash = ? WHERE id = 1";

    private AuditChain() {}

    /** Whether there was anything to append. */
    static boolean append(Transaction tx) {
        return append(List.of(tx));
    }

    /** The same of several acts in one transaction of the database, in this order. */
    static boolean append(List<Transaction> acts) {
        List<Transaction> with =
                acts.stream().filter(tx -> !tx.noted().isEmpty()).toList();
        if (with.isEmpty()) {
            return false;
        }
        Transaction any = with.get(0);
        AuditStore.Head head = any.one(LOCK_HEAD, SqlAudit::readHead)
                .orElseThrow(() -> new IllegalStateException("the audit chain has no head"));
        List<Row> rows = new ArrayList<>();
        List<Row> words = new ArrayList<>();
        for (Transaction tx : with) {
            AuditWords reasons = new AuditWords(tx);
            for (Transaction.Noted noted : tx.noted()) {
                String reason = reasons.inChain(noted.subject(), head.seq() + 1, words);
                AuditEvent event = event(tx.act(), reason, noted, head);
                rows.add(row(event));
                head = new AuditStore.Head(event.seq(), event.hash());
            }
        }
        any.insertAll(rows);
        any.insertAll(words);
        any.update(MOVE_HEAD, head.seq(), head.hash());
        return true;
    }

    private static AuditEvent event(Act act, String reason, Transaction.Noted noted, AuditStore.Head head) {
        AuditEvent open = new AuditEvent(
                head.seq() + 1,
                act.at().truncatedTo(ChronoUnit.MICROS),
                act.clinic(),
                act.actor(),
                act.action(),
                noted.subject(),
                noted.before(),
                noted.after(),
                reason,
                act.from(),
                head.hash(),
                "");
        return open.withHash(AuditVerifier.hash(open));
    }

    private static Row row(AuditEvent event) {
        return Row.of("audit_event")
                .set("seq", event.seq())
                .set("at", event.at())
                .set("clinic_id", event.clinic())
                .set("actor", event.actor())
                .set("action", event.action())
                .set("subject", event.subject())
                .set("before_json", event.before())
                .set("after_json", event.after())
                .set("reason", event.reason())
                .set("from_where", event.from())
                .set("prev_hash", event.previousHash())
                .set("hash", event.hash());
    }
}
