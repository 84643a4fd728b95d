package org.plinth.web.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Somebody who may do anything with the database of a data folder: what no part of Plinth may. */
public final class DatabaseAdministrator {

    private final String url;
    private final String password;

    public DatabaseAdministrator(Path data) {
        try {
            this.password = Files.readString(data.resolve("keys").resolve("database.key"))
                    .strip();
        } catch (IOException e) {
            throw new AssertionError("no database there", e);
        }
        this.url = "jdbc:h2:file:" + data.toAbsolutePath().resolve("plinth") + ";DB_CLOSE_ON_EXIT=FALSE";
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "PLINTH_ADMINISTRATOR", password);
    }

    /** Runs one statement; gives the number of rows. */
    public int run(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** The one number that a query gives. */
    public long number(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }
}
