package org.plinth.web.audit;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.config.DataFolder;
import org.plinth.web.store.Act;
import org.plinth.web.store.Database;
import org.plinth.web.store.KeyVault;
import org.plinth.web.testkit.ManualClock;

/** A data folder with a store whose chain can be made as long as is wanted. */
final class AuditGround implements AutoCloseable {

    static final Id<Clinic> CLINIC = Id.random(new SecureRandom());

    final ManualClock clock = new ManualClock(Instant.parse("2026-08-06T09:00:00Z"));
    final Path data;
    final Path copy;
    final Database store;
    private final DataFolder folder;

    AuditGround(Path root) {
        data = root.resolve("data");
        copy = root.resolve("copy");
        folder = DataFolder.open(data);
        store = Database.open(
                folder, Optional.empty(), KeyVault.open(data.resolve("keys/master.key"), new SecureRandom()));
    }

    /** Looks at the folder anew, as a process that has just begun does. */
    Checkpoints checkpoints() {
        return checkpoints(Optional.empty());
    }

    Checkpoints checkpoints(Optional<Path> copyTo) {
        return new Checkpoints(
                store, Checkpoints.Places.of(data, data.resolve("keys/master.key"), copyTo), () -> 3, clock);
    }

    void rows(int count) {
        store.write(Act.ofPlinth(CLINIC, clock.instant(), "test.row"), stores -> {
            for (int i = 0; i < count; i++) {
                stores.audit().note("row:1");
            }
            return true;
        });
    }

    @Override
    public void close() {
        store.close();
        folder.close();
    }
}
