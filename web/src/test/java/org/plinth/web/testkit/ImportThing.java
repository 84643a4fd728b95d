package org.plinth.web.testkit;

import java.time.Instant;
import java.util.TreeMap;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.ImportBatch;

/** A file that was sent and looked at: for what a path can name. */
final class ImportThing {

    private ImportThing() {}

    static ImportBatch of(Id<ImportBatch> id, Id<Clinic> clinic, Id<Account> author, Instant at) {
        return new ImportBatch(
                id,
                clinic,
                1,
                "nordic",
                "ab".repeat(32),
                3,
                ImportBatch.State.PREVIEW,
                new TreeMap<>(),
                "",
                0,
                0,
                at,
                author,
                "");
    }
}
