package org.plinth.web.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tables of a database, in an order in which they can be filled: what a row names is there before it. */
final class Tables {

    private static final String HISTORY = "flyway_schema_history";
    private static final String ALL = "SELECT table_name FROM information_schema.tables"
            + " WHERE table_schema = CURRENT_SCHEMA AND table_type = 'BASE TABLE'";
    private static final String NAMES = "SELECT f.table_name, u.table_name"
            + " FROM information_schema.referential_constraints r"
            + " JOIN information_schema.table_constraints f"
            + " ON f.constraint_schema = r.constraint_schema AND f.constraint_name = r.constraint_name"
            + " JOIN information_schema.table_constraints u"
            + " ON u.constraint_schema = r.unique_constraint_schema AND u.constraint_name = r.unique_constraint_name"
            + " WHERE r.constraint_schema = CURRENT_SCHEMA";

    private Tables() {}

    /** Names in lower case. Empty for a database that nothing was ever made in. */
    static List<String> inOrder(Connection connection) throws SQLException {
        Map<String, Set<String>> needs = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery(ALL)) {
                while (rows.next()) {
                    needs.put(lower(rows.getString(1)), new TreeSet<>());
                }
            }
            needs.remove(HISTORY);
            try (ResultSet rows = statement.executeQuery(NAMES)) {
                while (rows.next()) {
                    String from = lower(rows.getString(1));
                    String to = lower(rows.getString(2));
                    if (!from.equals(to)) {
                        needs.getOrDefault(from, new TreeSet<>()).add(to);
                    }
                }
            }
        }
        return ordered(needs);
    }

    private static List<String> ordered(Map<String, Set<String>> needs) {
        Set<String> done = new LinkedHashSet<>();
        while (done.size() < needs.size()) {
            List<String> ready = new ArrayList<>();
            needs.forEach((table, others) -> {
                if (!done.contains(table) && done.containsAll(others)) {
                    ready.add(table);
                }
            });
            if (ready.isEmpty()) {
                throw new IllegalStateException("tables name each other in a circle: no order fills them");
            }
            done.addAll(ready);
        }
        return List.copyOf(done);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
