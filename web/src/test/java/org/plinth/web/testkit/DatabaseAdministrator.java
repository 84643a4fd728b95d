package org.plinth.web.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Random;
import org.plinth.web.store.KeyVault;

/** Somebody who may do anything with the database of a data folder: what no part of Plinth may. */
public final class DatabaseAdministrator {

    private final String url;
    private final String password;

    /** Of a folder whose key lies in it. */
    public DatabaseAdministrator(Path data) {
        Path plain = data.resolve("keys").resolve("database.key");
        String file = "jdbc:h2:file:" + data.toAbsolutePath().resolve("plinth") + ";DB_CLOSE_ON_EXIT=FALSE";
        if (Files.exists(plain)) {
            this.password = text(plain);
            this.url = file;
        } else {
            KeyVault keys = KeyVault.open(data.resolve("keys").resolve("master.key"), new Random(1));
            HexFormat hex = HexFormat.of();
            this.password = hex.formatHex(keys.derived("database file")) + " "
                    + hex.formatHex(keys.derived("database administrator"));
            this.url = file + ";CIPHER=AES";
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new AssertionError("no database there", e);
        }
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

    /** The one text that a query gives. */
    public String text(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
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
