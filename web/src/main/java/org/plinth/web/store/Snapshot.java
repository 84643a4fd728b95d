package org.plinth.web.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Recording;

/**
 * All rows of a database as of one moment, whatever is written meanwhile; what a backup is made from. Reads with the
 * owner's rights, so that no table is left out. One thread; close it soon: the database keeps what is old for it.
 */
public final class Snapshot implements AutoCloseable {

    private static final int FETCH_ROWS = 500;
    private static final int MOST_IN_LIST = 500;
    private static final String SEALED = "SELECT COUNT(*) FROM recording r JOIN recording_version v"
            + " ON v.recording_id = r.id AND v.version = r.head_version WHERE v.seal_sha256 IS NOT NULL";
    private static final String SEALS = "SELECT r.id, v.seal_sha256, v.journal_bytes FROM recording r"
            + " JOIN recording_version v ON v.recording_id = r.id AND v.version = r.head_version WHERE r.id IN (";
    private static final String HEAD = "SELECT seq, hash FROM audit_head WHERE id = 1";

    private final Backend backend;
    private final Connection connection;
    private final int schema;

    /**
     * What a row says of its journal.
     *
     * @param seal empty while the recording is open, and where no journal was ever sealed
     */
    public record Sealed(Optional<Recording.Seal> seal) {}

    private Snapshot(Backend backend, Connection connection, int schema) {
        this.backend = backend;
        this.connection = connection;
        this.schema = schema;
    }

    static Snapshot of(Backend backend) throws SQLException {
        Connection connection = backend.administrator().getConnection();
        try {
            int schema = Migrations.current(connection);
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            connection.setAutoCommit(false);
            backend.stream(connection, true);
            Snapshot snapshot = new Snapshot(backend, connection, schema);
            // The first query fixes the moment.
            snapshot.head();
            return snapshot;
        } catch (SQLException | StoreFailure e) {
            connection.close();
            throw e;
        }
    }

    /** Number of the schema. */
    public int schema() {
        return schema;
    }

    /** The end of the audit chain. */
    public AuditStore.Head head() {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(HEAD)) {
            if (!rows.next()) {
                throw new IllegalStateException("the audit chain has no head");
            }
            return new AuditStore.Head(rows.getLong(1), rows.getString(2));
        } catch (SQLException e) {
            throw SqlErrors.failure(e);
        }
    }

    /** Every table, in an order in which they can be filled again. */
    public List<String> tables() {
        try {
            return Tables.inOrder(connection);
        } catch (SQLException e) {
            throw SqlErrors.failure(e);
        }
    }

    /** The columns of a table, lower case. */
    public List<String> columns(String table) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + checked(table) + " WHERE 1 = 0")) {
            ResultSetMetaData meta = rows.getMetaData();
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                CellKind.of(meta, i);
                names.add(meta.getColumnName(i).toLowerCase(Locale.ROOT));
            }
            return names;
        } catch (SQLException e) {
            throw SqlErrors.failure(e);
        }
    }

    /** Hands over every row; gives their number. */
    public long rows(String table, Cells to) throws IOException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH_ROWS);
            try (ResultSet rows = statement.executeQuery("SELECT * FROM " + checked(table))) {
                return copy(rows, to);
            }
        } catch (SQLException e) {
            throw SqlErrors.failure(e);
        }
    }

    private static long copy(ResultSet rows, Cells to) throws SQLException, IOException {
        ResultSetMetaData meta = rows.getMetaData();
        List<CellKind> kinds = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            kinds.add(CellKind.of(meta, i));
        }
        long count = 0;
        while (rows.next()) {
            to.row();
            for (int i = 0; i < kinds.size(); i++) {
                kinds.get(i).copy(rows, i + 1, to);
            }
            count++;
        }
        return count;
    }

    /** How many recordings have a sealed journal. */
    public long sealed() {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SEALED)) {
            return rows.next() ? rows.getLong(1) : 0;
        } catch (SQLException e) {
            throw SqlErrors.failure(e);
        }
    }

    /** What is known of these recordings; those without a row are left out. */
    public Map<Id<Recording>, Sealed> seals(List<Id<Recording>> recordings) {
        Map<Id<Recording>, Sealed> known = new HashMap<>();
        for (int from = 0; from < recordings.size(); from += MOST_IN_LIST) {
            seals(recordings.subList(from, Math.min(from + MOST_IN_LIST, recordings.size())), known);
        }
        return known;
    }

    private void seals(List<Id<Recording>> recordings, Map<Id<Recording>, Sealed> known) {
        String places = "?,".repeat(recordings.size() - 1) + "?)";
        try (PreparedStatement statement = connection.prepareStatement(SEALS + places)) {
            for (int i = 0; i < recordings.size(); i++) {
                statement.setObject(i + 1, recordings.get(i).value());
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String sha256 = rows.getString(2);
                    Optional<Recording.Seal> seal = sha256 == null
                            ? Optional.empty()
                            : Optional.of(new Recording.Seal(sha256, rows.getLong(3)));
                    known.put(new Id<>(rows.getObject(1, UUID.class)), new Sealed(seal));
                }
            }
        } catch (SQLException e) {
            throw SqlErrors.failure(e);
        }
    }

    private String checked(String table) {
        if (!table.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException(table + " is no table");
        }
        return table;
    }

    /** Lets go of the moment. */
    @Override
    public void close() {
        try {
            connection.rollback();
            backend.stream(connection, false);
            connection.close();
        } catch (SQLException e) {
            throw SqlErrors.failure(e);
        }
    }
}
