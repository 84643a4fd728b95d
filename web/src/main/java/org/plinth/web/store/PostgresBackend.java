package org.plinth.web.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.plinth.web.config.StartRefused;
import org.plinth.web.config.StartRefused.Fault;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL database named by {@code --db}. Its owner migrates; the server works in the role {@code plinth_server}
 * where the owner may make one. A commit there is durable by itself, whatever the database's default.
 */
final class PostgresBackend implements Backend {

    private static final String ROLE = "plinth_server";
    private static final String ERASER = "plinth_eraser";
    private static final String NO_PRIVILEGE = "42501";
    private static final String DURABLE = "SET synchronous_commit TO on";

    private final PGSimpleDataSource owner;
    private final HikariDataSource server;
    private final boolean separated;

    private PostgresBackend(PGSimpleDataSource owner, HikariDataSource server, boolean separated) {
        this.owner = owner;
        this.server = server;
        this.separated = separated;
    }

    static PostgresBackend open(String url) throws SQLException {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        try {
            owner.setURL(url);
        } catch (IllegalArgumentException e) {
            throw new StartRefused("store.db-url-unusable");
        }
        boolean separated = separate(owner, ROLE) && separate(owner, ERASER);
        String first = separated ? DURABLE + "; SET ROLE " + ROLE : DURABLE;
        return new PostgresBackend(owner, Pools.over(owner, first), separated);
    }

    /** Makes the role where that is allowed; otherwise the server works as the owner, and says so. */
    private static boolean separate(DataSource owner, String role) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, role)) {
                statement.execute("CREATE ROLE " + role + " NOLOGIN");
                statement.execute("GRANT " + role + " TO CURRENT_USER");
            }
            return mayUse(statement, role);
        } catch (SQLException e) {
            if (NO_PRIVILEGE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private static boolean exists(Statement statement, String role) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")) {
            return rows.next();
        }
    }

    private static boolean mayUse(Statement statement, String role) throws SQLException {
        return isTrue(statement, "SELECT pg_has_role('" + role + "', 'MEMBER')");
    }

    private static boolean isTrue(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    @Override
    public DataSource administrator() {
        return owner;
    }

    @Override
    public DataSource server() {
        return server;
    }

    @Override
    public Connection eraser() throws SQLException {
        Connection connection = owner.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(separated ? DURABLE + "; SET ROLE " + ERASER : DURABLE);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Optional<Fault> grant() throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            for (String role : List.of(ROLE, ERASER)) {
                if (!exists(statement, role) || !mayUse(statement, role)) {
                    return Optional.of(Fault.of("store.audit-not-separated", role));
                }
            }
            for (String grant : Grants.statements(ROLE)) {
                statement.execute(grant);
            }
            for (String grant : Grants.eraser(ERASER)) {
                statement.execute(grant);
            }
            return Optional.empty();
        }
    }

    @Override
    public CompletableFuture<Void> durable() {
        // synchronous_commit is on: the commit itself waited for the disk.
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Optional<Fault> backup(Path folder, int version) {
        return Optional.of(Fault.of("store.backup-by-operator", Integer.toString(version)));
    }

    @Override
    public Pool pool() {
        return Pools.numbers(server);
    }

    @Override
    public void stream(Connection connection, boolean on) {
        // Inside a transaction, the fetch size of the statement is all it takes.
    }

    @Override
    public void close() {
        server.close();
    }

    @Override
    public void abandon() {
        server.close();
    }
}
