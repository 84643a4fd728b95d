package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract on PostgreSQL, each test on a database with nothing in it. */
@Tag("postgres")
class PostgresStoreTest extends StoreContract {

    /** What a migration from nothing leaves behind; a test holds the databases of the others to this list. */
    private static final Set<String> FILLED_BY_MIGRATION = Set.of("flyway_schema_history", "audit_head");

    private static PostgresCluster cluster;

    /** Brought to the newest schema from nothing, and only copied since. */
    private static String migrated = "";

    /** A copy on which no administrator has worked: it is as good as a new one when its rows are deleted. */
    private static Optional<String> used = Optional.empty();

    private String url = "";

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        cluster = PostgresCluster.start();
        migrated = cluster.newDatabase();
        open(migrated, folder).close();
    }

    @AfterAll
    static void stop() throws Exception {
        cluster.stop();
    }

    @Override
    Store open(Path folder) throws Exception {
        if (used.isPresent()) {
            url = used.get();
            PostgresRows.delete(url, FILLED_BY_MIGRATION);
        } else {
            url = cluster.copyOf(migrated);
            used = Optional.of(url);
        }
        return open(url, folder);
    }

    private static Database open(String url, Path folder) {
        KeyVault keys = KeyVault.open(folder.resolve("keys/master.key"), new Random(3));
        Database database =
                Database.open(() -> PostgresBackend.open(url), Migrations.BUNDLED, folder.resolve("backups"), keys);
        assertThat(database.notices()).isEmpty();
        return database;
    }

    @Override
    Connection administrator() throws Exception {
        used = Optional.empty();
        return DriverManager.getConnection(url);
    }

    @Override
    Optional<String> another() throws Exception {
        return Optional.of(cluster.newDatabase());
    }

    @Override
    void asAdministrator(String sql) throws Exception {
        try (Connection connection = administrator();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void an_emptied_database_is_as_a_migrated_one() throws Exception {
        Map<String, String> fresh = PostgresRows.of(migrated);
        samples.course(store, "Ada");
        assertThat(PostgresRows.of(url)).isNotEqualTo(fresh);

        PostgresRows.delete(url, FILLED_BY_MIGRATION);

        assertThat(PostgresRows.of(url)).isEqualTo(fresh);
        assertThat(fresh).containsOnlyKeys(FILLED_BY_MIGRATION);
        samples.found(store);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_event SET reason = 'x'",
                "DELETE FROM audit_event",
                "TRUNCATE TABLE audit_event",
                "DROP TABLE audit_event",
                "UPDATE trial_version SET state = 'ACCEPTED'",
                "UPDATE own_position_version SET content = 'x'",
                "DELETE FROM own_position",
                "DELETE FROM patient",
                "DELETE FROM patient_key",
                "DELETE FROM audit_words",
                "UPDATE consent SET given = TRUE",
                "UPDATE screening SET goes_on = TRUE",
                "DELETE FROM side_set_up",
                "DELETE FROM set_up_photo",
                "UPDATE episode_entry_version SET data = '{}'",
                "DELETE FROM episode_entry",
                "DELETE FROM erasure_step"
            })
    void servers_role_may_not(String sql) {
        assertThatThrownBy(() -> asAdministrator("SET ROLE plinth_server; " + sql))
                .isInstanceOf(SQLException.class)
                .satisfies(e -> assertThat(((SQLException) e).getSQLState()).isEqualTo("42501"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_event SET reason = 'x'",
                "DELETE FROM audit_event",
                "UPDATE clinic SET name = 'x'",
                "DELETE FROM recording"
            })
    void erasers_role_may_not(String sql) {
        assertThatThrownBy(() -> asAdministrator("SET ROLE plinth_eraser; " + sql))
                .isInstanceOf(SQLException.class)
                .satisfies(e -> assertThat(((SQLException) e).getSQLState()).isEqualTo("42501"));
    }
}
