package org.plinth.web.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.plinth.web.config.StartRefused.Fault;

/** What differs between the databases: users, durability, backups, the end. One open database; any thread. */
interface Backend extends AutoCloseable {

    /** Connections of the account that owns the schema; for migrations only. */
    DataSource administrator();

    /** Connections of the server, which can read and append audit rows and neither change nor delete them. */
    DataSource server();

    /** A connection of the eraser, who may change the tables of {@link ErasurePlan}; to be closed by the caller. */
    Connection eraser() throws SQLException;

    /** Gives the server and the eraser their rights on the tables that there are; says what could not be had. */
    Optional<Fault> grant() throws SQLException;

    /** Done when everything committed before the call is on the disk; fails with the {@link SQLException} of the database. */
    CompletableFuture<Void> durable();

    /** Returns when everything committed before the call is on the disk. */
    default void makeDurable() throws SQLException {
        try {
            durable().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** Copies the whole database before it is changed; says what the operator must do where it cannot. */
    Optional<Fault> backup(Path folder, int version) throws SQLException;

    /** Connections that work, that wait for work, and callers who wait for one. */
    Pool pool();

    /** Numbers of a pool. */
    record Pool(int active, int idle, int waiting) {}

    /** Makes rows arrive as they are found instead of all at once. */
    void stream(Connection connection, boolean on) throws SQLException;

    /** The normal end. */
    @Override
    void close();

    /** Lets go without a word to a database that does not answer. */
    void abandon();
}
