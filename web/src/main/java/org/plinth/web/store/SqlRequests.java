package org.plinth.web.store;

import java.util.Optional;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;

/** Table {@code request_done}: its key makes the second of two equal requests wait for the first, then fail. */
final class SqlRequests implements RequestStore {

    private static final String FIND = "SELECT subject FROM request_done WHERE clinic_id = ? AND request_id = ?";

    private final Transaction tx;

    SqlRequests(Transaction tx) {
        this.tx = tx;
    }

    @Override
    public Optional<String> subject(Id<Clinic> clinic, String requestId) {
        return tx.one(FIND, row -> row.text("subject"), clinic, requestId);
    }

    @Override
    public void done(Id<Clinic> clinic, String requestId, String subject) {
        tx.requireClinic(clinic);
        tx.insert(Row.of("request_done")
                .set("clinic_id", clinic)
                .set("request_id", requestId)
                .set("subject", subject)
                .set("at", tx.act().at()));
    }
}
