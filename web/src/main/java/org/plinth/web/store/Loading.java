package org.plinth.web.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plinth.web.config.StartRefused;
import org.plinth.web.config.StartRefused.Fault;

/**
 * Fills an empty database with the rows of a copy: in the schema that the copy was made with, which is then brought to
 * the newest one. Nothing stands in a PostgreSQL database before {@link #finish}; an H2 file is thrown away whole by
 * whoever made it. One thread.
 */
public final class Loading implements AutoCloseable {

    private static final int BATCH_ROWS = 1000;
    private static final String HEAD = "SELECT seq, hash FROM audit_head WHERE id = 1";

    private final Backend backend;
    private final Connection connection;
    private final Set<String> tables;
    private final int schema;
    private final boolean oneTransaction;
    private Optional<Filling> filling = Optional.empty();

    private Loading(Backend backend, Connection connection, List<String> tables, int schema, boolean oneTransaction) {
        this.backend = backend;
        this.connection = connection;
        this.tables = Set.copyOf(tables);
        this.schema = schema;
        this.oneTransaction = oneTransaction;
    }

    static Loading into(Backend backend, int schema, boolean oneTransaction) throws SQLException {
        Migrations scripts = Migrations.BUNDLED;
        if (schema > scripts.newest()) {
            throw new StartRefused(
                    "keep.restore.schema-newer", Integer.toString(schema), Integer.toString(scripts.newest()));
        }
        requireEmpty(backend, schema);
        new Migrations(scripts.locations(), schema).migrate(backend);
        Connection connection = backend.administrator().getConnection();
        connection.setAutoCommit(false);
        List<String> tables = new ArrayList<>(Tables.inOrder(connection));
        Collections.reverse(tables);
        try (Statement statement = connection.createStatement()) {
            for (String table : tables) {
                // What the scripts themselves put in is in the copy too.
                statement.executeUpdate("DELETE FROM " + table);
            }
        }
        return new Loading(backend, connection, tables, schema, oneTransaction);
    }

    /** Without a clinic there is nothing: what an attempt that failed left behind is filled again. */
    private static void requireEmpty(Backend backend, int schema) throws SQLException {
        try (Connection connection = backend.administrator().getConnection();
                Statement statement = connection.createStatement()) {
            if (!Tables.inOrder(connection).contains("clinic")) {
                return;
            }
            try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM clinic")) {
                if (!rows.next() || rows.getLong(1) > 0 || Migrations.current(connection) > schema) {
                    throw new StartRefused("keep.restore.database-not-empty");
                }
            }
        }
    }

    /**
     * Begins a table.
     *
     * @throws IllegalStateException for a table or column that this schema does not have
     */
    public Cells table(String table, List<String> columns) {
        if (!tables.contains(table) || !columns.stream().allMatch(name -> name.matches("[a-z][a-z0-9_]*"))) {
            throw new IllegalStateException("schema " + schema + " has no such table");
        }
        end();
        String insert = "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ("
                + "?, ".repeat(columns.size() - 1) + "?)";
        try {
            Filling next = new Filling(connection.prepareStatement(insert), columns.size());
            filling = Optional.of(next);
            return next;
        } catch (SQLException e) {
            throw SqlErrors.failure(e);
        }
    }

    private void end() {
        filling.ifPresent(Filling::end);
        filling = Optional.empty();
    }

    /** How many rows each table has now. */
    public Map<String, Long> counts() {
        end();
        Map<String, Long> counts = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
                    rows.next();
                    counts.put(table, rows.getLong(1));
                }
            }
            return counts;
        } catch (SQLException e) {
            throw SqlErrors.failure(e);
        }
    }

    /** The end of the audit chain as it was filled in; empty if there is none. */
    public Optional<AuditStore.Head> head() {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(HEAD)) {
            return rows.next()
                    ? Optional.of(new AuditStore.Head(rows.getLong(1), rows.getString(2)))
                    : Optional.empty();
        } catch (SQLException e) {
            throw SqlErrors.failure(e);
        }
    }

    /** Commits, and brings the schema to the newest; gives what the operator should know. */
    public Optional<Fault> finish() {
        end();
        try {
            connection.commit();
            connection.close();
            if (schema < Migrations.BUNDLED.newest()) {
                Migrations.BUNDLED.migrate(backend);
            }
            Optional<Fault> ungranted = backend.grant();
            backend.makeDurable();
            return ungranted;
        } catch (SQLException e) {
            throw SqlErrors.failure(e);
        }
    }

    /** Lets go; without {@link #finish} nothing of it counts. */
    @Override
    public void close() {
        try {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.close();
            }
        } catch (SQLException e) {
            throw SqlErrors.failure(e);
        } finally {
            backend.close();
        }
    }

    /** Binds values and inserts in batches. */
    private final class Filling implements Cells {

        private final PreparedStatement insert;
        private final int columns;
        private int bound;
        private int waiting;
        private boolean begun;

        Filling(PreparedStatement insert, int columns) {
            this.insert = insert;
            this.columns = columns;
        }

        private interface Binding {
            void bind(PreparedStatement statement, int column) throws SQLException;
        }

        private void bind(Binding binding) {
            if (bound == columns) {
                throw new IllegalStateException("a row has too many values");
            }
            try {
                binding.bind(insert, ++bound);
            } catch (SQLException e) {
                throw SqlErrors.failure(e);
            }
        }

        @Override
        public void row() {
            complete();
            begun = true;
        }

        private void complete() {
            if (!begun) {
                return;
            }
            if (bound != columns) {
                throw new IllegalStateException("a row has too few values");
            }
            bound = 0;
            try {
                insert.addBatch();
                if (++waiting == BATCH_ROWS) {
                    flush();
                }
            } catch (SQLException e) {
                throw SqlErrors.failure(e);
            }
        }

        private void flush() throws SQLException {
            if (waiting > 0) {
                insert.executeBatch();
                waiting = 0;
                if (!oneTransaction) {
                    connection.commit();
                }
            }
        }

        void end() {
            complete();
            begun = false;
            try {
                flush();
                insert.close();
            } catch (SQLException e) {
                throw SqlErrors.failure(e);
            }
        }

        @Override
        public void absent() {
            bind((statement, column) -> statement.setNull(column, Types.NULL));
        }

        @Override
        public void text(String value) {
            bind((statement, column) -> statement.setString(column, value));
        }

        @Override
        public void whole(long value) {
            bind((statement, column) -> statement.setLong(column, value));
        }

        @Override
        public void real(double value) {
            bind((statement, column) -> statement.setDouble(column, value));
        }

        @Override
        public void truth(boolean value) {
            bind((statement, column) -> statement.setBoolean(column, value));
        }

        @Override
        public void id(UUID value) {
            bind((statement, column) -> statement.setObject(column, value));
        }

        @Override
        public void moment(OffsetDateTime value) {
            bind((statement, column) -> statement.setObject(column, value));
        }

        @Override
        public void day(LocalDate value) {
            bind((statement, column) -> statement.setObject(column, value));
        }

        @Override
        public void bytes(byte[] value) {
            bind((statement, column) -> statement.setBytes(column, value));
        }
    }
}
