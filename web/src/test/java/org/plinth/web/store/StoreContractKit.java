package org.plinth.web.store;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;

/** What the parts of the contract share: a fresh store with a clinic in it, and ways to look and to fail. */
abstract class StoreContractKit {

    @TempDir
    Path folder;

    final Samples samples = new Samples(1);
    Store store;

    /** Opens a store on an empty database. */
    abstract Store open(Path folder) throws Exception;

    /** Runs one statement as the database's administrator, who may do anything. */
    abstract void asAdministrator(String sql) throws Exception;

    @BeforeEach
    void open_and_found() throws Exception {
        store = open(folder);
        samples.found(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    StoreFailure failure(ThrowingCallable call) {
        return catchThrowableOfType(StoreFailure.class, call);
    }

    <T> Optional<T> maybe(Function<Stores, Optional<T>> looking) {
        return store.read(looking);
    }

    <T> List<T> all(Function<Stores, List<T>> looking) {
        return store.read(looking);
    }

    Id<Clinic> clinic() {
        return samples.clinic.id();
    }
}
