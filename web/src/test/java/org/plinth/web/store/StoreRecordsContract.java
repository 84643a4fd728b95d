package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.core.symmetry.SymmetryRefusal;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.StoredCalibration;
import org.plinth.web.clinic.TestSymmetry;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.RecordingStore.TrialOf;
import org.plinth.web.store.ResultStore.ExportRow;

/** What goes into a store comes out as it was. */
abstract class StoreRecordsContract extends StoreAnalysesContract {
    // ---- what goes in comes out

    @Test
    void clinic_and_its_changes_are_kept() {
        Clinic changed = new Clinic(
                clinic(),
                "Renamed",
                samples.clinic.zone(),
                org.plinth.core.quantity.ForceUnit.KILOGRAM_FORCE,
                85,
                true);

        assertThat(maybe(s -> s.clinics().find(clinic()))).contains(samples.clinic);
        store.write(samples.act("clinic.change"), s -> {
            s.clinics().change(changed);
            return true;
        });

        assertThat(all(s -> s.clinics().all())).containsExactly(changed);
        Clinic called = changed.calledOn(Optional.of("+44 (0)20 7946 0958"));
        for (Clinic next : List.of(called, called.calledOn(Optional.empty()))) {
            store.write(samples.act("clinic.phone"), s -> {
                s.clinics().change(next);
                return true;
            });
            assertThat(maybe(s -> s.clinics().find(clinic()))).contains(next);
        }
    }

    @Test
    void patient_comes_back_as_given_with_a_key_of_her_own() {
        Patient ada = samples.course(store, "Ada").patient();
        Patient without = new Patient(
                samples.id(),
                clinic(),
                1,
                "Bo",
                "Sample",
                LocalDate.of(2001, 12, 31),
                Optional.empty(),
                Optional.empty());
        store.write(samples.act("patient.add"), s -> {
            s.patients().add(without);
            return true;
        });

        assertThat(maybe(s -> s.patients().find(clinic(), ada.id()))).contains(ada);
        assertThat(maybe(s -> s.patients().find(clinic(), without.id()))).contains(without);
        var keyOfAda =
                store.read(s -> s.patients().journalKey(clinic(), ada.id())).orElseThrow();
        var keyOfBo =
                store.read(s -> s.patients().journalKey(clinic(), without.id())).orElseThrow();
        assertThat(keyOfAda.id()).isNotEqualTo(keyOfBo.id());
        assertThat(store.read(s -> s.patients().journalKey(keyOfAda.id()))
                        .orElseThrow()
                        .id())
                .isEqualTo(keyOfAda.id());
    }

    @Test
    void search_finds_by_every_word_and_takes_signs_literally() {
        samples.course(store, "Ada");
        samples.course(store, "Bert 100%");
        String hostile = "'); DROP TABLE patient; --";
        samples.course(store, hostile);

        assertThat(names("ad sam")).containsExactly("Ada Sample");
        assertThat(names("SAMPLE")).hasSize(3);
        assertThat(names("100%")).containsExactly("Bert 100% Sample");
        assertThat(names("%")).containsExactly("Bert 100% Sample");
        assertThat(names("_")).isEmpty();
        assertThat(names("drop")).containsExactly(hostile + " Sample");
        assertThat(names("")).hasSize(3);
        assertThat(all(s -> s.patients().search(clinic(), "", 2))).hasSize(2);
    }

    List<String> names(String text) {
        return store.read(s -> s.patients().search(clinic(), text, 100).stream()
                .map(Patient::name)
                .toList());
    }

    @Test
    void recording_trials_and_measurements_come_back_bit_for_bit() {
        Samples.Course course = samples.course(store, "Ada");
        List<Trial> trials = samples.record(store, course.test(), Side.LEFT, 10);

        List<TrialOf> found = store.read(
                s -> s.recordings().trialsOfTest(clinic(), course.test().id()));

        assertThat(found).extracting(TrialOf::trial).containsExactlyElementsOf(trials);
        assertThat(found).extracting(one -> one.recording().state()).containsOnly(Recording.State.CLOSED);
        assertThat(found.get(0).recording().ledger().orElseThrow().lost()).isEmpty();
        assertThat(all(s ->
                        s.recordings().trialsOfVisit(clinic(), course.visit().id())))
                .isEqualTo(found);
    }

    @Test
    void open_recordings_and_unknown_journals_are_what_recovery_sees() {
        Samples.Course course = samples.course(store, "Ada");
        Recording open = samples.recording(course.test(), Side.RIGHT, 5);
        Id<Recording> stranger = samples.id();
        store.write(samples.act("recording.start"), s -> {
            s.recordings().add(open);
            return true;
        });

        assertThat(all(s -> s.recordings().unfinished())).containsExactly(open);
        assertThat(all(s -> s.recordings().unknown(List.of(open.id(), stranger))))
                .containsExactly(stranger);
        store.write(samples.act("recording.stop"), s -> s.recordings().amend(samples.closed(open), 1));
        assertThat(all(s -> s.recordings().unfinished())).isEmpty();
    }

    @Test
    void of_two_calibrations_the_one_that_began_last_is_found_even_when_it_has_expired() {
        Instant start = Samples.NOW;
        StoredCalibration first = samples.calibration(start, start.plus(Duration.ofDays(365)), 0.1);
        StoredCalibration second =
                samples.calibration(start.plus(Duration.ofDays(30)), start.plus(Duration.ofDays(400)), 0.1 + 0.2);
        store.write(samples.act("calibration.add"), s -> {
            s.sensors().addCalibration(first);
            s.sensors().addCalibration(second);
            return true;
        });

        assertThat(at(start.minusNanos(1000))).isEmpty();
        assertThat(at(start)).contains(first);
        assertThat(at(start.plus(Duration.ofDays(30)))).contains(second);
        assertThat(at(start.plus(Duration.ofDays(400)))).contains(second);
    }

    Optional<StoredCalibration> at(Instant moment) {
        return store.read(s -> s.sensors().calibrationInForce(clinic(), samples.sensor.id(), moment));
    }

    @Test
    void results_follow_decisions_keep_their_id_and_can_be_withdrawn() {
        Samples.Course course = samples.course(store, "Ada");
        SideResult left = samples.result(course.test(), course.visit(), Side.LEFT, 221.7);
        SideResult right = samples.result(course.test(), course.visit(), Side.RIGHT, 270.1);
        TestSymmetry symmetry = samples.symmetry(course.test(), course.visit(), 82.08);

        assertThat(put(course, List.of(left, right), symmetry)).containsExactly(left, right);
        assertThat(put(course, List.of(left, right), symmetry)).containsExactly(left, right);

        SideResult better = samples.result(course.test(), course.visit(), Side.LEFT, 230);
        List<SideResult> changed =
                put(course, List.of(better, right), samples.symmetry(course.test(), course.visit(), 85));
        assertThat(changed).extracting(SideResult::version).containsExactly(2, 1);
        assertThat(changed).extracting(SideResult::id).containsExactly(left.id(), right.id());
        assertThat(changed.get(0).value().best().newtons()).isEqualTo(230);

        SymmetryOutcome refused = new SymmetryOutcome.Refused(SymmetryRefusal.MISSING_SIDE);
        assertThat(put(course, List.of(right), with(symmetry, refused))).containsExactly(right);
        assertThat(store.read(s -> s.results()
                                .symmetryOfTest(clinic(), course.test().id()))
                        .orElseThrow())
                .isEqualTo(new TestSymmetry(
                        symmetry.test(),
                        symmetry.visit(),
                        symmetry.positionId(),
                        symmetry.date(),
                        3,
                        refused,
                        "0.1.0"));
        assertThat(put(course, List.of(left, right), symmetry).get(0).version()).isEqualTo(4);
    }

    static TestSymmetry with(TestSymmetry symmetry, SymmetryOutcome outcome) {
        return new TestSymmetry(
                symmetry.test(),
                symmetry.visit(),
                symmetry.positionId(),
                symmetry.date(),
                symmetry.version(),
                outcome,
                symmetry.engineVersion());
    }

    List<SideResult> put(Samples.Course course, List<SideResult> results, TestSymmetry symmetry) {
        return store.write(samples.act("trial.decide"), s -> s.results()
                .put(clinic(), course.test().id(), results, Optional.of(symmetry)));
    }

    @Test
    void patients_file_holds_everything_in_order() {
        Samples.Course course = samples.course(store, "Ada");
        Visit later = samples.visit(course.episode(), Samples.NOW.plus(Duration.ofDays(7)));
        PositionTest laterTest = samples.test(later, "curl-prone-15");
        SideResult first = samples.result(course.test(), course.visit(), Side.LEFT, 200);
        SideResult second = samples.result(laterTest, later, Side.LEFT, 210);
        TestSymmetry symmetry = samples.symmetry(laterTest, later, 90);
        store.write(samples.act("visit.open"), s -> {
            s.visits().add(later);
            s.visits().addTest(laterTest);
            s.results().put(clinic(), laterTest.id(), List.of(second), Optional.of(symmetry));
            s.results().put(clinic(), course.test().id(), List.of(first), Optional.empty());
            return true;
        });

        PatientStore.PatientFile file = store.read(
                        s -> s.patients().file(clinic(), course.patient().id()))
                .orElseThrow();

        assertThat(file.episodes()).containsExactly(course.episode());
        assertThat(file.visits()).containsExactly(course.visit(), later);
        assertThat(file.results()).containsExactly(first, second);
        assertThat(file.symmetries()).containsExactly(symmetry);
    }

    @Test
    void worklist_shows_open_episodes_last_seen_first_then_those_without_a_visit() {
        Samples.Course ada = samples.course(store, "Ada");
        Samples.Course bert = samples.course(store, "Bert");
        Patient new1 = samples.patient("New");
        Episode unseen = samples.episode(new1);
        Visit newest = samples.visit(ada.episode(), Samples.NOW.plus(Duration.ofDays(3)));
        store.write(samples.act("visit.open"), s -> {
            s.patients().add(new1);
            s.episodes().add(unseen);
            s.visits().add(newest);
            return true;
        });

        var lines = store.read(s -> s.patients().worklist(clinic(), 10));

        assertThat(lines)
                .containsExactly(
                        new PatientStore.WorklistLine(ada.patient(), ada.episode(), Optional.of(newest)),
                        new PatientStore.WorklistLine(bert.patient(), bert.episode(), Optional.of(bert.visit())),
                        new PatientStore.WorklistLine(new1, unseen, Optional.empty()));
        close(ada.episode());
        assertThat(all(s -> s.patients().worklist(clinic(), 1)))
                .extracting(line -> line.patient().givenName())
                .containsExactly("Bert");
    }

    void close(Episode episode) {
        Episode closed = new Episode(
                episode.id(),
                episode.clinic(),
                episode.patient(),
                1,
                episode.problem(),
                episode.involvement(),
                episode.openedOn(),
                episode.treatmentStartedOn(),
                Optional.of(LocalDate.of(2026, 6, 1)),
                Optional.of("done"));
        store.write(samples.act("episode.close"), s -> s.episodes().amend(closed, 1));
    }

    @Test
    void export_gives_standing_results_with_their_context() {
        Samples.Course course = samples.course(store, "Ada");
        SideResult left = samples.result(course.test(), course.visit(), Side.LEFT, 221.7);
        SideResult right = samples.result(course.test(), course.visit(), Side.RIGHT, 270.1);
        TestSymmetry symmetry = samples.symmetry(course.test(), course.visit(), 82.08);
        put(course, List.of(left, right), symmetry);
        put(course, List.of(right), symmetry);

        List<ExportRow> rows = new ArrayList<>();
        store.read(s -> {
            s.results().export(clinic(), rows::add);
            return rows.size();
        });

        assertThat(rows)
                .containsExactly(new ExportRow(
                        right,
                        course.patient(),
                        course.episode().id(),
                        course.episode().involvement(),
                        course.episode().openedOn(),
                        false,
                        Optional.of(symmetry)));
    }
}
