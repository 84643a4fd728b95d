package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plinth.web.clinic.ErasureStep;
import org.plinth.web.clinic.Patient;
import org.plinth.web.config.StartRefused;
import org.plinth.web.config.StartRefused.Fault;
import org.plinth.web.store.StoreFailure.Reason;

/** The contract on the H2 file that ships, and what only H2 has. */
class H2StoreTest extends StoreContract {

    private static final String FILE = "plinth.mv.db";

    /** Brought to the newest schema from nothing; what each test works on is a copy of it. */
    @TempDir
    private static Path migrated;

    @BeforeAll
    static void migrate() {
        open(migrated, keys(migrated)).close();
    }

    @Override
    Store open(Path folder) throws Exception {
        if (Files.notExists(folder.resolve(FILE))) {
            Files.copy(migrated.resolve(FILE), folder.resolve(FILE));
        }
        return open(folder, keys());
    }

    private static Database open(Path folder, KeyVault keys) {
        return Database.open(() -> H2Backend.open(folder, keys), Migrations.BUNDLED, folder.resolve("backups"), keys);
    }

    private KeyVault keys() {
        return keys(folder);
    }

    /** The same master key in every folder. */
    private static KeyVault keys(Path folder) {
        return KeyVault.open(folder.resolve("keys/master.key"), new Random(3));
    }

    @Override
    Optional<String> another() {
        return Optional.empty();
    }

    @Override
    void asAdministrator(String sql) throws Exception {
        execute("PLINTH_ADMINISTRATOR", "database administrator", sql);
    }

    @Override
    Connection administrator() throws Exception {
        return connection("PLINTH_ADMINISTRATOR", "database administrator");
    }

    private Connection connection(String user, String purpose) throws Exception {
        HexFormat hex = HexFormat.of();
        String password = hex.formatHex(keys().derived("database file")) + " " + hex.formatHex(keys().derived(purpose));
        String url = "jdbc:h2:file:" + folder.resolve("plinth") + ";CIPHER=AES";
        return DriverManager.getConnection(url + ";DB_CLOSE_ON_EXIT=FALSE", user, password);
    }

    private void execute(String user, String purpose, String sql) throws Exception {
        try (Connection connection = connection(user, purpose);
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
                "DELETE FROM result_version",
                "DELETE FROM patient",
                "DELETE FROM patient_key",
                "DELETE FROM audit_words",
                "UPDATE consent SET given = TRUE",
                "UPDATE screening SET goes_on = TRUE",
                "DELETE FROM side_set_up",
                "DELETE FROM set_up_photo",
                "UPDATE episode_entry_version SET data = '{}'",
                "DELETE FROM episode_entry",
                "UPDATE erasure_step SET step = 'DONE'",
                "DELETE FROM retention_rule",
                "GRANT ALL ON audit_event TO PLINTH_SERVER",
                "SET WRITE_DELAY 500"
            })
    void servers_user_may_not(String sql) {
        assertThatThrownBy(() -> execute("PLINTH_SERVER", "database server", sql))
                .isInstanceOf(SQLException.class)
                .satisfies(e -> assertThat(((SQLException) e).getErrorCode()).isIn(90096, 90040));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_event SET reason = 'x'",
                "DELETE FROM audit_event",
                "UPDATE clinic SET name = 'x'",
                "DELETE FROM sensor_check",
                "DELETE FROM recording",
                "DELETE FROM own_position_version",
                "INSERT INTO patient_version SELECT * FROM patient_version"
            })
    void erasers_user_may_not(String sql) {
        assertThatThrownBy(() -> execute("PLINTH_ERASER", "database eraser", sql))
                .isInstanceOf(SQLException.class)
                .satisfies(e -> assertThat(((SQLException) e).getErrorCode()).isEqualTo(90096));
    }

    @Test
    void after_an_erasure_and_a_stop_the_file_does_not_hold_her_name() throws Exception {
        // A file of an older Plinth, which is not encrypted: in an encrypted one nothing could be seen.
        Path plain = Files.createDirectory(folder.resolve("plain"));
        Path file = plain.resolve("plinth.mv.db");
        Patient patient;
        try (Database older = plain(plain)) {
            samples.found(older);
            patient = samples.course(older, "Zaphodinacanary").patient();
        }
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains("Zaphodinacanary");

        try (Database older = plain(plain)) {
            new ErasedList(plain.resolve(ErasedList.NAME))
                    .add(new ErasedList.Erased(
                            samples.clinic.id(), patient.id(), ErasureStep.Ground.NO_LONGER_NEEDED, false));
            older.eraseAgain(Samples.NOW);
        }

        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContainIgnoringCase("Zaphodinacanary");
    }

    private Database plain(Path at) {
        return Database.open(() -> H2Backend.open(at), Migrations.BUNDLED, at.resolve("backups"), keys());
    }

    @Test
    void database_that_died_is_opened_again() throws Exception {
        Patient ada = samples.course(store, "Ada").patient();
        asAdministrator("SHUTDOWN IMMEDIATELY");

        StoreFailure first = org.assertj.core.api.Assertions.catchThrowableOfType(
                StoreFailure.class, () -> samples.course(store, "Bert"));

        assertThat(first == null ? Reason.UNAVAILABLE : first.reason()).isEqualTo(Reason.UNAVAILABLE);
        samples.course(store, "Cleo");
        assertThat(all(s -> s.patients().search(samples.clinic.id(), "ada", 9))).containsExactly(ada);
    }

    @Test
    void nothing_of_a_person_can_be_read_in_the_folder_and_the_key_opens_it_nowhere_else() throws Exception {
        samples.course(store, "Canaryname");
        store.close();
        Path file = folder.resolve("plinth.mv.db");
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);

        assertThat(bytes).startsWith("H2encrypt").doesNotContain("Canaryname").doesNotContain("patient_version");
        assertThat(folder.resolve("keys/database.key")).doesNotExist();
        KeyVault other = KeyVault.open(folder.resolve("other/master.key"), new Random(4));
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> Database.open(
                        () -> H2Backend.open(folder, other), Migrations.BUNDLED, folder.resolve("backups"), other))
                .satisfies(e -> assertThat(e.faults()).containsExactly(Fault.of("store.key-mismatch")));
        store = open(folder);
        assertThat(all(s -> s.patients().search(samples.clinic.id(), "canaryname", 9)))
                .hasSize(1);
    }

    @Test
    void a_file_that_was_never_encrypted_opens_as_it_is_and_stays_so() throws Exception {
        Path old = Files.createDirectory(folder.resolve("old"));
        KeyVault keys = keys();
        try (Database plain =
                Database.open(() -> H2Backend.open(old), Migrations.BUNDLED, old.resolve("backups"), keys)) {
            samples.found(plain);
            samples.course(plain, "Ada");
        }
        assertThat(H2Backend.isPlain(old.resolve("plinth.mv.db"))).isTrue();

        try (Database again =
                Database.open(() -> H2Backend.open(old, keys), Migrations.BUNDLED, old.resolve("backups"), keys)) {
            List<Patient> found = again.read(s -> s.patients().search(samples.clinic.id(), "ada", 9));
            assertThat(found).hasSize(1);
        }
        assertThat(H2Backend.isPlain(old.resolve("plinth.mv.db"))).isTrue();
    }

    @Test
    void the_copy_before_a_migration_is_as_encrypted_as_the_file() throws Exception {
        samples.course(store, "Canaryname");
        KeyVault keys = keys();
        store.close();
        try (H2Backend backend = H2Backend.open(folder, keys)) {
            backend.backup(folder.resolve("backups"), 5);
        }

        try (ZipInputStream zip =
                new ZipInputStream(Files.newInputStream(folder.resolve("backups/before-migration-from-5.zip")))) {
            zip.getNextEntry();
            String bytes = new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(bytes).startsWith("H2encrypt").doesNotContain("Canaryname");
        }
        store = open(folder);
    }

    @Test
    void the_file_is_compact_when_the_server_has_stopped() throws Exception {
        for (int i = 0; i < 60; i++) {
            samples.course(store, "Person" + i);
        }
        Path file = folder.resolve("plinth.mv.db");
        long grown = Files.size(file);
        store.close();

        assertThat(Files.size(file)).isLessThan(grown / 2);
        store = open(folder);
    }

    @Test
    void what_was_stored_is_there_after_closing_and_opening() throws Exception {
        Patient ada = samples.course(store, "Ada").patient();
        store.close();

        store = open(folder);

        assertThat(maybe(s -> s.patients().find(samples.clinic.id(), ada.id()))).contains(ada);
        assertThat(maybe(s -> s.audit().verify())).isEmpty();
    }
}
