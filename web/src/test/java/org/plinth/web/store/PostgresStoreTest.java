package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract on PostgreSQL, each test in a database of its own. */
@Tag("postgres")
class PostgresStoreTest extends StoreContract {

    private static PostgresCluster cluster;
    private String url;

    @BeforeAll
    static void start() throws Exception {
        cluster = PostgresCluster.start();
    }

    @AfterAll
    static void stop() throws Exception {
        cluster.stop();
    }

    @Override
    Store open(Path folder) throws Exception {
        url = cluster.newDatabase();
        KeyVault keys = KeyVault.open(folder.resolve("keys/master.key"), new Random(3));
        Database database =
                Database.open(() -> PostgresBackend.open(url), Migrations.BUNDLED, folder.resolve("backups"), keys);
        assertThat(database.notices()).isEmpty();
        return database;
    }

    @Override
    Connection administrator() throws Exception {
        return DriverManager.getConnection(url);
    }

    @Override
    Optional<String> another() throws Exception {
        return Optional.of(cluster.newDatabase());
    }

    @Override
    void asAdministrator(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
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

    /** As on H2: no row of the log, no change. */
}
