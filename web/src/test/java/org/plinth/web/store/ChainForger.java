package org.plinth.web.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plinth.web.testkit.DatabaseAdministrator;

/** Somebody with the database in hand who knows how the chain is made, and makes it hold again after a change. */
public final class ChainForger {

    private final Store store;
    private final DatabaseAdministrator administrator;

    public ChainForger(Store store, Path data) {
        this.store = store;
        this.administrator = new DatabaseAdministrator(data);
    }

    /** Changes the reason of a row and computes every hash from there on anew, the head too. */
    public void rewrite(long seq, String reason) {
        administrator.run("UPDATE audit_event SET reason = '" + reason + "' WHERE seq = " + seq);
        hashAgain();
    }

    /** Takes rows off the end, and moves the head back. */
    public void cutTail(int rows) {
        long last = store.read(stores -> stores.audit().head()).seq() - rows;
        administrator.run("DELETE FROM audit_event WHERE seq > " + last);
        hashAgain();
    }

    private void hashAgain() {
        List<AuditEvent> rows = new ArrayList<>();
        store.read(stores -> {
            stores.audit().forEach(rows::add);
            return true;
        });
        String previous = AuditVerifier.NO_HASH;
        for (AuditEvent row : rows) {
            AuditEvent open = new AuditEvent(
                    row.seq(),
                    row.at(),
                    row.clinic(),
                    row.actor(),
                    row.action(),
                    row.subject(),
                    row.before(),
                    row.after(),
                    row.reason(),
                    row.from(),
                    previous,
                    "");
            String hash = AuditVerifier.hash(open);
            administrator.run("UPDATE audit_event SET prev_hash = '" + previous + "', hash = '" + hash
                    + "' WHERE seq = " + row.seq());
            previous = hash;
        }
        administrator.run("UPDATE audit_head SET seq = " + rows.size() + ", hash = '" + previous + "' WHERE id = 1");
    }
}
