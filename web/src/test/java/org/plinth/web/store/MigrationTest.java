package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plinth.web.clinic.ApiToken;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.OwnPosition;
import org.plinth.web.clinic.SensorIncident;
import org.plinth.web.config.StartRefused;
import org.plinth.web.config.StartRefused.Fault;
import org.plinth.web.store.PatientStore.PatientFile;
import org.plinth.web.store.RecordingStore.TrialOf;

/** The newest code on databases of every released schema; {@code fixtures/v001} was written by the first one, and so on. */
class MigrationTest {

    private static final Migrations ONE_MORE =
            new Migrations(List.of("classpath:org/plinth/web/store/db", "classpath:org/plinth/web/store/onemore"), 999);

    @TempDir
    Path folder;

    @Test
    void number_of_the_newest_schema_is_that_of_the_newest_script() throws Exception {
        Path scripts = Path.of(
                        Migrations.class.getResource("db/V001__initial.sql").toURI())
                .getParent();
        try (Stream<Path> files = Files.list(scripts)) {
            int newest = files.map(file -> file.getFileName().toString())
                    .mapToInt(name -> Integer.parseInt(name.substring(1, 4)))
                    .max()
                    .orElseThrow();

            assertThat(Migrations.BUNDLED.newest()).isEqualTo(newest);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"v001", "v002", "v003", "v004", "v005", "v011", "v012", "v017", "v018"})
    void every_released_database_is_migrated_and_opens_with_everything_in_it(String version) throws Exception {
        unpack(version);

        try (Database database = open(Migrations.BUNDLED)) {
            assertHoldsTheCourse(database);
            assertThat(database.notices()).extracting(Fault::key).containsExactly("store.backup-made");
        }
    }

    @Test
    void a_migrated_database_takes_what_its_first_schema_had_no_place_for() throws Exception {
        unpack("v001");
        Samples samples = new Samples(1);

        try (Database database = open(Migrations.BUNDLED)) {
            OwnPosition written = samples.ownPosition("Own curl");
            database.write(samples.act("position.add"), s -> {
                s.positions().add(written);
                return true;
            });
            List<OwnPosition> found = database.read(s -> s.positions().all(samples.clinic.id()));
            assertThat(found).containsExactly(written);
        }
    }

    @Test
    void database_of_the_newest_schema_opens_as_it_is() throws Exception {
        unpack("v021");

        try (Database database = open(Migrations.BUNDLED)) {
            assertHoldsTheCourse(database);
            assertHoldsBothVersions(database);
            Samples samples = new Samples(1);
            List<SensorIncident> incidents =
                    database.read(s -> s.trust().incidents(samples.clinic.id(), samples.sensor.id(), 10));
            assertThat(incidents).extracting(SensorIncident::kind).containsExactly(SensorIncident.Kind.DROP);
            List<EpisodeEntry> noted = database.read(
                    s -> s.entries().since(samples.clinic.id(), Set.of("pain"), LocalDate.of(2000, 1, 1)));
            assertThat(noted).extracting(entry -> entry.values().get("pain")).containsExactly("4");
            List<ApiToken> tokens = database.read(s -> s.tokens().all(samples.clinic.id()));
            assertThat(tokens).extracting(ApiToken::name).containsExactly("Sample reader");
            assertThat(database.notices()).isEmpty();
        }
    }

    @Test
    void older_database_is_copied_then_migrated_and_loses_nothing() throws Exception {
        unpack("v001");

        try (Database database = open(ONE_MORE)) {
            assertHoldsTheCourse(database);
            assertThat(database.notices()).extracting(Fault::key).containsExactly("store.backup-made");
        }

        assertThat(folder.resolve("backups/before-migration-from-1.zip")).isNotEmptyFile();
        try (Database again = open(ONE_MORE)) {
            assertThat(again.notices()).isEmpty();
        }
    }

    @Test
    void newer_database_is_refused_and_left_as_it_is() throws Exception {
        unpack("v001");
        open(ONE_MORE).close();

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> open(Migrations.BUNDLED))
                .satisfies(e -> assertThat(e.faults())
                        .containsExactly(
                                Fault.of("store.schema-newer", "999", Integer.toString(Migrations.BUNDLED.newest()))));

        try (H2Backend backend = H2Backend.open(folder);
                Connection connection = backend.administrator().getConnection()) {
            assertThat(Migrations.current(connection)).isEqualTo(999);
        }
    }

    private static void assertHoldsBothVersions(Database database) {
        Samples samples = new Samples(1);
        List<OwnPosition> kept = database.read(s -> s.positions().protocols(samples.clinic.id()));
        assertThat(kept)
                .extracting(position -> position.content().get("hold.seconds").orElseThrow())
                .containsExactly("5", "3");
    }

    private static void assertHoldsTheCourse(Database database) {
        Samples samples = new Samples(1);
        Optional<PatientFile> file = database.read(s -> s.patients().search(samples.clinic.id(), "ada", 1).stream()
                .findFirst()
                .flatMap(ada -> s.patients().file(samples.clinic.id(), ada.id())));
        assertThat(file.orElseThrow().results())
                .extracting(result -> result.value().best().newtons())
                .containsExactly(221.7, 270.1);
        assertThat(file.orElseThrow().symmetries()).hasSize(1);
        List<TrialOf> trials = database.read(s -> s.recordings()
                .trialsOfVisit(
                        samples.clinic.id(),
                        file.orElseThrow().symmetries().get(0).visit()));
        assertThat(trials).extracting(TrialOf::analysis).containsExactly(1, 1, 1);
        assertThat(trials)
                .extracting(one -> one.trial().measurements().get("peak100_N").value())
                .containsExactly(OptionalDouble.of(218.03), OptionalDouble.of(1.0 / 3.0), OptionalDouble.of(221.7));
        Optional<AuditVerifier.Break> broken = database.read(s -> s.audit().verify());
        assertThat(broken).isEmpty();
    }

    private Database open(Migrations migrations) {
        KeyVault keys = KeyVault.open(folder.resolve("keys/master.key"), new Random(1));
        return Database.open(() -> H2Backend.open(folder, keys), migrations, folder.resolve("backups"), keys);
    }

    private void unpack(String version) throws Exception {
        try (InputStream in = MigrationTest.class.getResourceAsStream("/fixtures/" + version + "/data.zip");
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
    }
}
