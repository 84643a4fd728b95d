package org.plinth.web.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.plinth.web.config.StartRefused;
import org.plinth.web.config.StartRefused.Fault;

/**
 * Brings a database to the newest schema that ships. Flyway is not even loaded when it is there already (decision T18);
 * an existing database is copied first; a newer one is refused.
 *
 * @param locations where the scripts are, on the class path
 * @param newest number of the last of them
 */
record Migrations(List<String> locations, int newest) {

    /** The bundled scripts; a test holds the number to the files. */
    static final Migrations BUNDLED = new Migrations(List.of("classpath:org/plinth/web/store/db"), 19);

    private static final String HISTORY = "flyway_schema_history";
    private static final String APPLIED =
            "SELECT \"version\" FROM \"" + HISTORY + "\" WHERE \"success\" = TRUE AND \"version\" IS NOT NULL";

    /** Number of the schema in a database; 0 for none. */
    static int current(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, null, HISTORY, null)) {
            if (!tables.next()) {
                return 0;
            }
        }
        int newest = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(APPLIED)) {
            while (rows.next()) {
                newest = Math.max(newest, Integer.parseInt(rows.getString(1)));
            }
        }
        return newest;
    }

    /**
     * Migrates what is older; what the operator should know comes back.
     *
     * @throws StartRefused if the database is newer than this Plinth, or a script failed
     */
    List<Fault> bring(Backend backend, Path backups) throws SQLException {
        int current;
        try (Connection connection = backend.administrator().getConnection()) {
            current = current(connection);
        }
        if (current > newest) {
            throw new StartRefused("store.schema-newer", Integer.toString(current), Integer.toString(newest));
        }
        List<Fault> notices = new ArrayList<>();
        if (current < newest) {
            if (current > 0) {
                backend.backup(backups, current).ifPresent(notices::add);
            }
            migrate(backend);
        }
        Optional<Fault> ungranted = current < newest ? backend.grant() : Optional.empty();
        ungranted.ifPresent(notices::add);
        return notices;
    }

    /** Runs the scripts up to {@link #newest}, and none behind it. */
    void migrate(Backend backend) {
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(backend.administrator())
                    .locations(locations.toArray(String[]::new))
                    .target(Integer.toString(newest))
                    .cleanDisabled(true)
                    .validateMigrationNaming(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StartRefused("store.migration-failed", Integer.toString(newest));
        }
    }
}
