package org.plinth.web.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
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
    private static final String ROLE_EXISTS = "SELECT 1 FROM pg_roles WHERE rolname = '" + ROLE + "'";
    private static final String MAY_USE_ROLE = "SELECT pg_has_role('" + ROLE + "', 'MEMBER')";
    private static final String NO_PRIVILEGE = "42501";
    private static final String DURABLE = "SET synchronous_commit TO on";

    private final PGSimpleDataSource owner;
    private final HikariDataSource server;

    private PostgresBackend(PGSimpleDataSource owner, HikariDataSource server) {
        this.owner = owner;
        this.server = server;
    }

    static PostgresBackend open(String url) throws SQLException {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        try {
            owner.setURL(url);
        } catch (IllegalArgumentException e) {
            throw new StartRefused("store.db-url-unusable");
        }
        boolean separated = separate(owner);
        String first = separated ? DURABLE + "; SET ROLE " + ROLE : DURABLE;
        return new PostgresBackend(owner, Pools.over(owner, first));
    }

    /** Makes the role where that is allowed; otherwise the server works as the owner, and says so. */
    private static boolean separate(DataSource owner) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            if (!has(statement, ROLE_EXISTS)) {
                statement.execute("CREATE ROLE " + ROLE + " NOLOGIN");
                statement.execute("GRANT " + ROLE + " TO CURRENT_USER");
            }
            return isTrue(statement, MAY_USE_ROLE);
        } catch (SQLException e) {
            if (NO_PRIVILEGE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private static boolean has(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            return rows.next();
        }
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
    public Optional<Fault> grant() throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            if (!has(statement, ROLE_EXISTS) || !isTrue(statement, MAY_USE_ROLE)) {
                return Optional.of(Fault.of("store.audit-not-separated", ROLE));
            }
            for (String grant : Grants.statements(ROLE)) {
                statement.execute(grant);
            }
            return Optional.empty();
        }
    }

    @Override
    public void makeDurable() {
        // synchronous_commit is on: the commit itself waited for the disk.
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
