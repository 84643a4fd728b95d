package org.plinth.web.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rows of a PostgreSQL database of the tests, seen and deleted by its owner. */
final class PostgresRows {

    private static final String TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'";

    /** No foreign key and no trigger is asked: everything goes. */
    private static final String UNASKED = "SET session_replication_role TO replica";

    private static final String HEAD = "UPDATE audit_head SET seq = 0, hash = repeat('0', 64)";

    private PostgresRows() {}

    /** The rows of each table that has any. */
    static Map<String, String> of(String url) throws SQLException {
        Map<String, String> found = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                try (ResultSet rows = statement.executeQuery("SELECT string_agg(t::text, '; ') FROM " + table + " t")) {
                    rows.next();
                    String text = rows.getString(1);
                    if (text != null) {
                        found.put(table, text);
                    }
                }
            }
        }
        return found;
    }

    /** Deletes every row but those of these tables, and begins the audit chain anew. */
    static void delete(String url, Set<String> kept) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(UNASKED);
            for (String table : tables(statement)) {
                if (!kept.contains(table)) {
                    statement.addBatch("DELETE FROM " + table);
                }
            }
            statement.addBatch(HEAD);
            statement.executeBatch();
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
