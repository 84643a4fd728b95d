package org.plinth.web.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.config.DataFolder;
import org.plinth.web.config.StartRefused;
import org.plinth.web.config.StartRefused.Fault;

/**
 * The store on H2 or PostgreSQL. A database that stops answering is opened again before the next call (decision T16).
 * Any thread.
 */
public final class Database implements Store, Eraser {

    private static final String ANY_KEY = "SELECT * FROM patient_key FETCH FIRST 1 ROWS ONLY";

    /** Opens what this store stands on; again after a failure. */
    @FunctionalInterface
    interface Opening {
        Backend open() throws SQLException;
    }

    private record Live(Backend backend, Jdbi jdbi) {}

    private final Opening opening;
    private final KeyVault keys;
    private final ErasedList erased;
    private List<Fault> notices = List.of();
    private final SharedWrites shared = new SharedWrites(this::together);
    private Optional<Live> live = Optional.empty();
    private boolean closed;

    private Database(Opening opening, KeyVault keys, ErasedList erased) {
        this.opening = opening;
        this.keys = keys;
        this.erased = erased;
    }

    /**
     * Opens the database, migrating it where it is older than this Plinth.
     *
     * @param folder the data folder, locked
     * @param jdbcUrl of a PostgreSQL database; empty for the H2 file in the folder
     * @param keys the master key
     * @throws StartRefused if it cannot be opened, is newer than this Plinth, or belongs to another master key
     */
    public static Database open(DataFolder folder, Optional<String> jdbcUrl, KeyVault keys) {
        Opening opening = jdbcUrl.<Opening>map(url -> () -> PostgresBackend.open(url))
                .orElse(() -> H2Backend.open(folder.root(), keys));
        return open(opening, Migrations.BUNDLED, folder.backups(), keys);
    }

    static Database open(Opening opening, Migrations migrations, Path backups, KeyVault keys) {
        Database database = new Database(opening, keys, new ErasedList(backups.resolveSibling(ErasedList.NAME)));
        try {
            Live first = database.live();
            database.notices = migrations.bring(first.backend(), backups);
        } catch (SQLException e) {
            database.close();
            throw new StartRefused("store.database-unusable", "SQL state " + e.getSQLState());
        } catch (StartRefused e) {
            database.close();
            throw e;
        }
        database.requireMasterKey();
        return database;
    }

    /** A new master key would make the next patient's journals unreadable together with the old ones. */
    private void requireMasterKey() {
        try {
            live().jdbi().useHandle(handle -> new Transaction(handle, Optional.empty(), keys)
                    .one(ANY_KEY, SqlPatients::readKey)
                    .ifPresent(keys::unwrap));
        } catch (StartRefused e) {
            close();
            throw e;
        } catch (SQLException | JdbiException e) {
            close();
            throw new StartRefused("store.database-unusable", "first query");
        }
    }

    /**
     * Begins to fill an empty database with the rows of a copy.
     *
     * @param folder for the H2 file; nothing is in it yet
     * @param jdbcUrl of an empty PostgreSQL database instead
     * @param keys the master key
     * @param schema that the copy was made with
     * @throws StartRefused if it is not empty, or the schema is newer than this Plinth
     */
    public static Loading load(Path folder, Optional<String> jdbcUrl, KeyVault keys, int schema) {
        Backend backend;
        try {
            backend = jdbcUrl.isPresent() ? PostgresBackend.open(jdbcUrl.get()) : H2Backend.open(folder, keys);
        } catch (SQLException e) {
            throw new StartRefused("store.database-unusable", "SQL state " + e.getSQLState());
        }
        boolean whole = false;
        try {
            Loading loading = Loading.into(backend, schema, jdbcUrl.isPresent());
            whole = true;
            return loading;
        } catch (SQLException e) {
            throw SqlErrors.failure(e);
        } finally {
            if (!whole) {
                backend.abandon();
            }
        }
    }

    /** Connections in use, idle, and callers waiting for one; zeros while it is being opened again. */
    public synchronized List<Integer> pool() {
        Backend.Pool pool = live.map(now -> now.backend().pool()).orElse(new Backend.Pool(0, 0, 0));
        return List.of(pool.active(), pool.idle(), pool.waiting());
    }

    /** All rows as of now, for a backup. */
    public Snapshot snapshot() {
        try {
            return Snapshot.of(live().backend());
        } catch (SQLException e) {
            throw SqlErrors.failure(e);
        }
    }

    /** What the operator should know: a backup that was made, rights that could not be had. */
    public List<Fault> notices() {
        return notices;
    }

    @Override
    public <T> T read(Function<Stores, T> work) {
        return guarded(live -> live.jdbi().inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            Transaction tx = new Transaction(handle, Optional.empty(), keys);
            return work.apply(new SqlStores(tx, streaming(live, handle)));
        }));
    }

    @Override
    public <T> T write(Act act, Function<Stores, T> work) {
        record Committed<T>(T result, boolean audited) {}
        return guarded(live -> {
            Committed<T> done = live.jdbi().inTransaction(TransactionIsolationLevel.READ_COMMITTED, handle -> {
                Transaction tx = new Transaction(handle, Optional.of(act), keys);
                T result = work.apply(new SqlStores(tx, streaming(live, handle)));
                return new Committed<>(result, AuditChain.append(tx));
            });
            if (done.audited()) {
                live.backend().makeDurable();
            }
            return done.result();
        });
    }

    @Override
    public CompletionStage<Void> begin(Act act, Consumer<Stores> work) {
        return shared.next(act, work);
    }

    /** All of it or nothing, committed; done when it is on the disk. */
    private CompletionStage<Void> together(List<SharedWrites.Change> changes) {
        return guarded(live -> {
            boolean audited = live.jdbi().inTransaction(TransactionIsolationLevel.READ_COMMITTED, handle -> {
                List<Transaction> acts = new ArrayList<>(changes.size());
                for (SharedWrites.Change change : changes) {
                    Transaction tx = new Transaction(handle, Optional.of(change.act()), keys);
                    change.work().accept(new SqlStores(tx, streaming(live, handle)));
                    acts.add(tx);
                }
                return AuditChain.append(acts);
            });
            return audited ? durable(live) : CompletableFuture.completedFuture(null);
        });
    }

    private CompletionStage<Void> durable(Live live) {
        CompletableFuture<Void> told = new CompletableFuture<>();
        var unused = live.backend().durable().whenComplete((nothing, failure) -> {
            if (failure instanceof SQLException sql) {
                told.completeExceptionally(told(live, SqlErrors.failure(sql)));
            } else if (failure != null) {
                told.completeExceptionally(failure);
            } else {
                told.complete(null);
            }
        });
        return told;
    }

    @Override
    public void erase(Act act, Id<Patient> patient) {
        list(erasing(act, eraser -> eraser.erase(act.clinic(), patient)));
    }

    @Override
    public List<Id<Patient>> eraseAgain(Instant now) {
        List<Id<Patient>> again = new ArrayList<>();
        try {
            listWhatIsMissing();
            for (ErasedList.Erased one : erased.all()) {
                boolean here = guarded(live -> live.jdbi()
                        .inTransaction(handle ->
                                SqlEraser.isHere(new Transaction(handle, Optional.empty(), keys), one.patient())));
                if (here) {
                    Act act = Act.ofPlinth(one.clinic(), now, "patient.erase-again");
                    erasing(act, eraser -> eraser.eraseAgain(one));
                    again.add(one.patient());
                }
            }
        } catch (IOException e) {
            throw StoreFailure.unavailable("the list of erased ids cannot be read", e);
        }
        return List.copyOf(again);
    }

    /** An erasure whose line could not be written, because the process ended or the disk was full, gets it now. */
    private void listWhatIsMissing() throws IOException {
        Set<ErasedList.Erased> listed = new HashSet<>(erased.all());
        List<ErasedList.Erased> done = guarded(live ->
                live.jdbi().inTransaction(handle -> SqlEraser.done(new Transaction(handle, Optional.empty(), keys))));
        for (ErasedList.Erased one : done) {
            if (listed.add(one)) {
                erased.add(one);
            }
        }
    }

    /** After the commit alone: a line for somebody who is still here would erase her at the next start. */
    private void list(ErasedList.Erased one) {
        try {
            erased.add(one);
        } catch (IOException e) {
            throw StoreFailure.unavailable("the list of erased ids cannot be written", e);
        }
    }

    /** On a connection of the eraser's user, which is opened for this alone. */
    private <T> T erasing(Act act, Function<SqlEraser, T> work) {
        return guarded(live -> {
            Jdbi own = Jdbi.create(live.backend()::eraser);
            T done = own.inTransaction(TransactionIsolationLevel.READ_COMMITTED, handle -> {
                Transaction tx = new Transaction(handle, Optional.of(act), keys);
                T result = work.apply(new SqlEraser(tx));
                AuditChain.append(tx);
                return result;
            });
            live.backend().makeDurable();
            return done;
        });
    }

    private static Streaming streaming(Live live, Handle handle) {
        return on -> {
            try {
                live.backend().stream(handle.getConnection(), on);
            } catch (SQLException e) {
                throw SqlErrors.failure(e);
            }
        };
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Live live) throws SQLException;
    }

    private <T> T guarded(Work<T> work) {
        Live now;
        try {
            now = live();
        } catch (SQLException e) {
            throw SqlErrors.failure(e);
        }
        try {
            return work.on(now);
        } catch (SQLException e) {
            throw told(now, SqlErrors.failure(e));
        } catch (JdbiException e) {
            throw told(now, SqlErrors.failure(e));
        } catch (StoreFailure e) {
            throw told(now, e);
        }
    }

    private StoreFailure told(Live failed, StoreFailure failure) {
        if (failure.getCause() instanceof SQLException sql && SqlErrors.isGone(sql)) {
            abandon(failed);
        }
        return failure;
    }

    private synchronized Live live() throws SQLException {
        if (closed) {
            throw new IllegalStateException("the store is closed");
        }
        if (live.isEmpty()) {
            Backend backend = opening.open();
            live = Optional.of(new Live(backend, Jdbi.create(backend.server())));
        }
        return live.get();
    }

    private synchronized void abandon(Live failed) {
        if (live.isPresent() && live.get().equals(failed)) {
            failed.backend().abandon();
            live = Optional.empty();
        }
    }

    /** What was begun is ended first, which needs this object. */
    @Override
    public void close() {
        shared.close();
        end();
    }

    private synchronized void end() {
        closed = true;
        live.ifPresent(open -> open.backend().close());
        live = Optional.empty();
    }
}
