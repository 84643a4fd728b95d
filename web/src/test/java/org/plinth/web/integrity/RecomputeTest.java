package org.plinth.web.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.visit.Side;
import org.plinth.driver.SensorDrivers;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.Trial;
import org.plinth.web.integrity.Unreadable.Reason;
import org.plinth.web.measure.Engine;
import org.plinth.web.store.AuditEvent;
import org.plinth.web.store.AuditVerifier;
import org.plinth.web.testkit.DatabaseAdministrator;
import org.plinth.web.testkit.RecordedVisit;
import org.plinth.web.testkit.VisitFloorKit;
import org.plinth.web.visit.TestSheet;

@Tag("slow")
class RecomputeTest {

    private static final String WHY = "a test of writing again";

    /** One visit, recorded once; each test works on a copy of it. */
    @TempDir
    private static Path original;

    private static RecordedVisit visit;

    @TempDir
    private Path root;

    private VisitFloorKit kit;
    private VisitFloorKit.People people;
    private TestSheet sheet;
    private DatabaseAdministrator administrator;
    private Heard heard;

    @BeforeAll
    static void record_a_visit() {
        visit = RecordedVisit.in(original);
    }

    @BeforeEach
    void copy_it() {
        visit.copyTo(root);
        people = visit.people();
        sheet = visit.sheet();
        kit = VisitFloorKit.open(root);
        administrator = new DatabaseAdministrator(root);
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private Summary recompute(Optional<String> writeBecause) {
        heard = new Heard();
        Recompute recompute = new Recompute(
                kit.database(),
                kit.journals(),
                SensorDrivers.load(),
                PositionCatalogue.bundled(),
                Clock.systemUTC(),
                new SplittableRandom(7));
        return recompute
                .run(new Recompute.Request(Optional.empty(), writeBecause), heard, visits -> {}, () -> false)
                .orElseThrow();
    }

    private Summary look() {
        return recompute(Optional.empty());
    }

    private Trial trial(Side side) {
        return sheet.side(side).trials().get(1);
    }

    private Recording recording(Side side) {
        return sheet.side(side).recordings().get(0);
    }

    private static String uuid(Id<?> id) {
        return "'" + id.value() + "'";
    }

    @Test
    void what_was_just_recorded_follows_from_its_journals_bit_for_bit() {
        Summary summary = look();

        assertThat(heard.differences).isEmpty();
        assertThat(heard.unreadable).isEmpty();
        assertThat(heard.otherEngines).isEmpty();
        assertThat(summary.isSame()).isTrue();
        assertThat(summary).isEqualTo(new Summary(1, 1, 2, 6, 2, 1, 1, 0, 0, 0, 0, 0, 0, true));
    }

    @Test
    void one_altered_measurement_is_the_one_difference() {
        Trial trial = trial(Side.RIGHT);
        double was = trial.measurements().get("peak100_N").value().orElseThrow();
        double planted = Math.nextUp(was);
        administrator.run("UPDATE measurement SET measured = CAST(" + planted
                + " AS DOUBLE PRECISION) WHERE metric = 'peak100_N' AND trial_id = " + uuid(trial.id()));

        Summary summary = look();

        assertThat(heard.differences)
                .containsExactly(new Difference(
                        Difference.Place.ofEffort(recording(Side.RIGHT), 2),
                        "peak100_N",
                        Optional.of(Double.toString(planted)),
                        Optional.of(Engine.VERSION),
                        Optional.of(Double.toString(was)),
                        Engine.VERSION));
        assertThat(summary.isSame()).isFalse();
        assertThat(summary.sameTests()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "trial,                 onset_us = onset_us + 1,                  onset_us",
        "trial,                 baseline_n = baseline_n + 0.5,            baseline_N",
        "trial,                 quiet_baseline = NOT quiet_baseline,      quietBaseline",
        "result_version,        best_n = best_n * 1.01,                   value_N",
        "result_version,        mean_n = mean_n * 1.01,                   mean_N",
        "result_version,        cv_pct = NULL,                            variation_pct",
        "result_version,        input_hash = 'x',                         input_sha256",
        "result_version,        firmware = 'x',                           firmware",
        "symmetry_version,      lsi_pct = lsi_pct + 1,                    symmetry_pct",
        "symmetry_version,      low80_pct = low80_pct - 0.001,            symmetry_low80_pct",
        "symmetry_version,      chance_at_least_threshold = 0.123 WHERE lsi_pct > 0, chance_at_least_threshold",
        "symmetry_version,      sem_source = 'x' WHERE lsi_pct > 0,       measurement_error_source",
        "recording_version,     ledger_received = ledger_received + 1,    received",
        "recording,             calibration_id = 'x',                     calibration",
    })
    void any_altered_column_is_told_by_its_name(String table, String change, String what) {
        assertThat(administrator.run("UPDATE " + table + " SET " + change)).isPositive();

        look();

        assertThat(heard.what()).contains(what);
        assertThat(Set.copyOf(heard.what())).allMatch(one -> one.equals(what) || table.equals("recording"));
    }

    @Test
    void a_journal_with_one_flipped_bit_is_not_read() throws IOException {
        Path journal = kit.journals().path(recording(Side.LEFT).id());
        byte[] bytes = Files.readAllBytes(journal);
        bytes[bytes.length / 2] ^= 1;
        Files.write(journal, bytes);

        Summary summary = look();

        assertThat(heard.unreadable).containsExactly(new Unreadable(recording(Side.LEFT), Reason.HASH_MISMATCH));
        assertThat(heard.differences).isEmpty();
        assertThat(summary.uncheckedTests()).isEqualTo(1);
        assertThat(summary.isSame()).isFalse();
        recompute(Optional.of(WHY));
        assertThat(heard.written).isEmpty();
    }

    @Test
    void what_cannot_be_read_is_told_with_the_reason() throws IOException {
        Path journal = kit.journals().path(recording(Side.LEFT).id());
        Path aside = Files.move(journal, root.resolve("aside"));
        look();
        assertThat(heard.unreadable).extracting(Unreadable::reason).containsExactly(Reason.MISSING);
        Files.move(aside, journal);

        administrator.run("UPDATE recording SET driver_version = driver_version + 1 WHERE id = "
                + uuid(recording(Side.RIGHT).id()));
        look();
        assertThat(heard.unreadable).extracting(Unreadable::reason).containsExactly(Reason.WRONG_DRIVER);
        administrator.run("UPDATE recording SET driver_version = driver_version - 1 WHERE id = "
                + uuid(recording(Side.RIGHT).id()));

        administrator.run("DELETE FROM patient_key");
        look();
        assertThat(heard.unreadable)
                .extracting(Unreadable::reason)
                .containsExactly(Reason.KEY_ERASED, Reason.KEY_ERASED);
    }

    @Test
    void garbage_behind_a_journal_that_was_sealed_with_it_is_torn() throws IOException {
        Recording left = recording(Side.LEFT);
        Files.write(kit.journals().path(left.id()), new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
        Recording.Seal seal = kit.journals().sealOf(left.id());
        administrator.run("UPDATE recording_version SET seal_sha256 = '" + seal.sha256() + "', journal_bytes = "
                + seal.bytes() + " WHERE recording_id = " + uuid(left.id()));

        look();

        assertThat(heard.unreadable).extracting(Unreadable::reason).containsExactly(Reason.TORN);
    }

    @Test
    void the_work_of_another_engine_is_told_and_is_no_difference() {
        storedByAnotherEngine();

        Summary summary = look();

        assertThat(heard.otherEngines).containsExactly(Set.of("0.0.9"));
        assertThat(heard.differences).isEmpty();
        assertThat(summary.isSame()).isTrue();
        assertThat(summary.otherEngineTests()).isEqualTo(1);
    }

    private void storedByAnotherEngine() {
        for (String table : List.of("trial_version", "measurement", "symmetry_version")) {
            administrator.run("UPDATE " + table + " SET engine_version = '0.0.9'");
        }
        administrator.run("UPDATE result_version SET engine_version = '0.0.9' WHERE withdrawn = FALSE");
    }

    @Test
    void writing_adds_versions_by_this_engine_keeps_the_old_ones_and_the_next_run_is_clean() {
        storedByAnotherEngine();
        long measured = administrator.number("SELECT COUNT(*) FROM measurement");
        long results = administrator.number("SELECT COUNT(*) FROM result_version");

        Summary summary = recompute(Optional.of(WHY));

        assertThat(heard.written).containsExactly(sheet.test().id());
        assertThat(summary.writtenTests()).isEqualTo(1);
        assertThat(administrator.number("SELECT COUNT(*) FROM measurement")).isEqualTo(2 * measured);
        assertThat(administrator.number("SELECT COUNT(*) FROM measurement WHERE engine_version = '0.0.9'"))
                .isEqualTo(measured);
        assertThat(administrator.number("SELECT COUNT(*) FROM result_version")).isEqualTo(results + 2);
        assertThat(look().isSame()).isTrue();
        assertThat(heard.otherEngines).isEmpty();
        assertDecisionsAreTheSame();
        assertThat(standing())
                .extracting(result -> result.provenance().engineVersion())
                .containsOnly(Engine.VERSION);
    }

    private List<SideResult> standing() {
        return kit.database().read(stores -> stores.results()
                .ofTest(people.clinic().id(), sheet.test().id()));
    }

    private void assertDecisionsAreTheSame() {
        List<Trial> now = kit
                .database()
                .read(stores -> stores.recordings()
                        .trialsOfTest(people.clinic().id(), sheet.test().id()))
                .stream()
                .map(one -> one.trial())
                .toList();
        assertThat(now).hasSize(6).allSatisfy(trial -> {
            assertThat(trial.state()).isEqualTo(Trial.State.ACCEPTED);
            assertThat(trial.pain()).hasValue(0);
        });
    }

    @Test
    void writing_mends_what_was_altered_by_adding_and_stands_in_the_audit_chain_with_its_reason() {
        administrator.run("UPDATE trial SET onset_us = onset_us + 7 WHERE id = "
                + uuid(trial(Side.LEFT).id()));
        administrator.run("UPDATE measurement SET measured = measured * 2 WHERE metric = 'peak100_N' AND trial_id = "
                + uuid(trial(Side.RIGHT).id()));
        administrator.run("UPDATE result_version SET best_n = best_n + 3 WHERE withdrawn = FALSE");
        administrator.run("UPDATE symmetry_version SET lsi_pct = lsi_pct + 3 WHERE lsi_pct IS NOT NULL");
        administrator.run("UPDATE recording_version SET ledger_packets = 1 WHERE ledger_packets IS NOT NULL");
        long rows = administrator.number("SELECT COUNT(*) FROM measurement");

        recompute(Optional.of(WHY));

        assertThat(heard.what()).contains("onset_us", "peak100_N", "value_N", "symmetry_pct", "packets");
        assertThat(heard.written).hasSize(1);
        assertThat(look().isSame()).isTrue();
        assertDecisionsAreTheSame();
        int metrics = trial(Side.LEFT).measurements().size();
        assertThat(administrator.number("SELECT COUNT(*) FROM measurement")).isEqualTo(rows + 2L * metrics);
        List<AuditEvent> newest = kit.database()
                .read(stores -> stores.audit().newest(people.clinic().id(), Long.MAX_VALUE, 7));
        assertThat(newest).allSatisfy(event -> {
            assertThat(event.action()).isEqualTo("recompute.write");
            Map<Long, String> words = kit.database()
                    .read(stores -> stores.audit().words(people.clinic().id(), List.of(event.seq())));
            assertThat(words).containsValue(WHY);
        });
        Optional<AuditVerifier.Break> broken =
                kit.database().read(stores -> stores.audit().verify());
        assertThat(broken).isEmpty();
        TestSheet now =
                kit.floor().desk().sheet(people.clinic().id(), sheet.test().id());
        assertThat(now.left().result().orElseThrow().value())
                .isEqualTo(sheet.left().result().orElseThrow().value());
    }

    @Test
    void writing_leaves_a_test_alone_whose_efforts_are_others_than_those_decided_about() {
        administrator.run("UPDATE trial SET onset_us = -9000000, end_us = -8000000 WHERE id = "
                + uuid(trial(Side.LEFT).id()));

        Summary summary = recompute(Optional.of(WHY));

        assertThat(heard.notWritten).containsExactly(Findings.NotWritten.OTHER_EFFORTS);
        assertThat(heard.written).isEmpty();
        assertThat(summary.uncheckedTests()).isEqualTo(1);
        assertThat(administrator.number("SELECT COUNT(*) FROM trial_analysis")).isZero();
    }

    @Test
    void a_reference_line_that_the_clinic_moved_since_changes_no_stored_symmetry() {
        administrator.run("UPDATE clinic SET threshold_pct = 70");

        assertThat(look().isSame()).isTrue();
    }

    @Test
    void one_patient_can_be_asked_for() {
        heard = new Heard();
        Recompute recompute = new Recompute(
                kit.database(),
                kit.journals(),
                SensorDrivers.load(),
                PositionCatalogue.bundled(),
                Clock.systemUTC(),
                new SplittableRandom(7));

        Optional<Summary> hers = recompute.run(
                new Recompute.Request(Optional.of(people.patient().id()), Optional.empty()),
                heard,
                visits -> {},
                () -> false);
        Optional<Summary> nobodys = recompute.run(
                new Recompute.Request(Optional.of(Id.random(new SplittableRandom(1))), Optional.empty()),
                heard,
                visits -> {},
                () -> false);

        assertThat(hers.map(Summary::tests)).contains(1L);
        assertThat(nobodys).isEmpty();
    }
}
