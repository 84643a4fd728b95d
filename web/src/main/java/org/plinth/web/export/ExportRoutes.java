package org.plinth.web.export;

import java.time.LocalDate;
import javax.crypto.SecretKey;
import org.plinth.web.clinic.Role;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.store.Act;
import org.plinth.web.store.KeyVault;
import org.plinth.web.store.Store;
import org.plinth.web.store.StoreFailure;

/**
 * {@code GET /api/export/results.csv}: all results of the clinic. Clinicians get names and dates, auditors pseudonyms and
 * day numbers. Who took it is noted in the audit chain before the first byte leaves; if it cannot be noted, nothing leaves.
 */
public final class ExportRoutes implements WebModule {

    private static final String PURPOSE = "plinth export pseudonym 1";

    private final Store store;
    private final SecretKey pseudonymKey;

    /** From this store, with pseudonyms of this installation. */
    public ExportRoutes(Store store, KeyVault vault) {
        this.store = store;
        this.pseudonymKey = vault.keyFor(PURPOSE);
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/api/export/results.csv", this::results);
    }

    private Reply results(Request request) {
        Who who = request.who();
        store.write(
                new Act(who.clinicId(), who.id(), request.at(), "export.results", "", request.address()), stores -> {
                    stores.audit().note("clinic:" + who.clinicId());
                    return true;
                });
        LocalDate today = request.at().atZone(who.clinic().zone()).toLocalDate();
        return Reply.download("text/csv; charset=utf-8", "plinth-results-" + today + ".csv", out -> {
            ResultsCsv csv = of(who.role());
            store.read(stores -> {
                try {
                    csv.write(stores, who.clinic(), out);
                    return true;
                } catch (java.io.IOException e) {
                    throw StoreFailure.unavailable("the receiver of an export went away", e);
                }
            });
        });
    }

    private ResultsCsv of(Role role) {
        return role == Role.AUDITOR ? ResultsCsv.pseudonymous(new Pseudonyms(pseudonymKey)) : ResultsCsv.named();
    }
}
