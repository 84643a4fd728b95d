package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.OwnPosition;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Trial;
import org.plinth.web.config.StartRefused;

/** Everything that is in a database can be taken out as of one moment, and filled in again elsewhere. */
abstract class StoreCopyContract extends StoreAccessContract {

    /** The address of another, empty database of the same kind; empty for an H2 file in a folder. */
    abstract Optional<String> another() throws Exception;

    private Database database() {
        return (Database) store;
    }

    private KeyVault keys() {
        return KeyVault.open(folder.resolve("keys/master.key"), new Random(3));
    }

    private void fillEveryKindOfValue() {
        Samples.Course course = samples.course(store, "Ada \u00fc 'quoted' \\ \uD83E\uDDB5");
        List<Trial> trials = samples.record(store, course.test(), Side.LEFT, 10);
        store.write(samples.act("trial.decide"), s -> s.recordings()
                .decide(
                        clinic(),
                        samples.decided(trials.get(0), Trial.State.EXCLUDED, Optional.of("slipped"), OptionalInt.of(3)),
                        1));
        OwnPosition own = samples.ownPosition("Own");
        store.write(samples.act("position.add"), s -> {
            s.positions().add(own);
            s.trust().add(samples.drop());
            s.entries().add(CanaryEntries.entry(samples, course, "pain", "\u00fc \u05E9\u05DC \"4\"\n"));
            s.photos().add(CanaryPreparations.photo(samples, course, Side.LEFT), new byte[] {(byte) 0xFF, 0, 1}, 0);
            return true;
        });
    }

    @Test
    void every_row_comes_back_in_another_database_as_it_was() throws Exception {
        fillEveryKindOfValue();
        AuditStore.Head head = store.read(s -> s.audit().head());
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Optional<String> url = another();

        Map<String, List<List<Object>>> before;
        try (Snapshot snapshot = database().snapshot();
                Loading loading = Database.load(elsewhere, url, keys(), snapshot.schema())) {
            before = RowsHeard.of(snapshot);
            for (String table : snapshot.tables()) {
                RowsHeard.fill(loading, table, snapshot.columns(table), before.get(table));
            }
            assertThat(loading.head()).contains(head);
            loading.counts()
                    .forEach((table, rows) ->
                            assertThat(before.get(table)).as(table).hasSize(rows.intValue()));
            assertThat(loading.finish()).isEmpty();
        }

        assertThat(before).hasSizeGreaterThan(30);
        Database.Opening opening =
                url.isPresent() ? () -> PostgresBackend.open(url.get()) : () -> H2Backend.open(elsewhere, keys());
        try (Database other = Database.open(opening, Migrations.BUNDLED, elsewhere, keys());
                Snapshot again = other.snapshot()) {
            Map<String, List<List<Object>>> after = RowsHeard.of(again);
            assertThat(after.keySet()).isEqualTo(before.keySet());
            after.forEach(
                    (table, rows) -> assertThat(rows).as(table).containsExactlyInAnyOrderElementsOf(before.get(table)));
            Optional<AuditVerifier.Break> broken = other.read(s -> s.audit().verify());
            assertThat(broken).isEmpty();
            samples.course(other, "Bert");
        }
    }

    @Test
    void a_snapshot_does_not_see_what_was_written_after_it() throws Exception {
        samples.course(store, "Ada");
        try (Snapshot snapshot = database().snapshot()) {
            samples.course(store, "Bert");

            RowsHeard patients = new RowsHeard();
            RowsHeard versions = new RowsHeard();
            assertThat(snapshot.rows("patient", patients)).isEqualTo(1);
            assertThat(snapshot.rows("patient_version", versions)).isEqualTo(1);
            assertThat(snapshot.head().seq())
                    .isLessThan(store.read(s -> s.audit().head()).seq());
        }
    }

    @Test
    void a_snapshot_knows_the_seals_of_journals_and_which_have_none() {
        Samples.Course course = samples.course(store, "Ada");
        Recording open = samples.recording(course.test(), Side.RIGHT, 90);
        samples.record(store, course.test(), Side.LEFT, 10);
        store.write(samples.act("recording.start"), s -> {
            s.recordings().add(open);
            return true;
        });
        Recording closed = all(
                        s -> s.recordings().ofTest(clinic(), course.test().id()))
                .stream()
                .filter(one -> one.seal().isPresent())
                .findFirst()
                .orElseThrow();
        try (Snapshot snapshot = database().snapshot()) {
            Map<Id<Recording>, Snapshot.Sealed> seals = snapshot.seals(List.of(open.id(), closed.id(), samples.id()));

            assertThat(seals.keySet()).isEqualTo(Set.copyOf(new HashSet<>(List.of(open.id(), closed.id()))));
            assertThat(seals.get(closed.id()).seal()).isEqualTo(closed.seal());
            assertThat(seals.get(open.id()).seal()).isEmpty();
            assertThat(snapshot.sealed()).isEqualTo(1);
        }
    }

    @Test
    void a_database_with_a_clinic_in_it_is_not_filled() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Optional<String> url = another();
        Database.Opening opening =
                url.isPresent() ? () -> PostgresBackend.open(url.get()) : () -> H2Backend.open(elsewhere, keys());
        try (Database other = Database.open(opening, Migrations.BUNDLED, elsewhere, keys())) {
            samples.found(other);
        }

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> Database.load(elsewhere, url, keys(), Migrations.BUNDLED.newest()))
                .satisfies(e -> assertThat(e.faults().get(0).key()).isEqualTo("keep.restore.database-not-empty"));
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> Database.load(elsewhere, url, keys(), Migrations.BUNDLED.newest() + 1))
                .satisfies(e -> assertThat(e.faults().get(0).key()).isEqualTo("keep.restore.schema-newer"));
    }
}
