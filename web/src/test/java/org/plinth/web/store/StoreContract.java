package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.core.symmetry.SymmetryRefusal;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.StoredCalibration;
import org.plinth.web.clinic.TestSymmetry;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.AccountStore.LoginSession;
import org.plinth.web.store.RecordingStore.TrialOf;
import org.plinth.web.store.ResultStore.ExportRow;
import org.plinth.web.store.StoreFailure.Reason;

/** What every database must do. One empty store for each test. */
abstract class StoreContract {

    @TempDir
    Path folder;

    final Samples samples = new Samples(1);
    Store store;

    /** Opens a store on an empty database. */
    abstract Store open(Path folder) throws Exception;

    /** Runs one statement as the database's administrator, who may do anything. */
    abstract void asAdministrator(String sql) throws Exception;

    @BeforeEach
    void open_and_found() throws Exception {
        store = open(folder);
        samples.found(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private StoreFailure failure(ThrowingCallable call) {
        return catchThrowableOfType(StoreFailure.class, call);
    }

    <T> Optional<T> maybe(Function<Stores, Optional<T>> looking) {
        return store.read(looking);
    }

    <T> List<T> all(Function<Stores, List<T>> looking) {
        return store.read(looking);
    }

    private Id<Clinic> clinic() {
        return samples.clinic.id();
    }

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

    private List<String> names(String text) {
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
    void of_two_calibrations_the_one_valid_then_is_found() {
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
        assertThat(at(start.plus(Duration.ofDays(400)))).isEmpty();
    }

    private Optional<StoredCalibration> at(Instant moment) {
        return store.read(s -> s.sensors().calibrationAt(clinic(), samples.sensor.id(), moment));
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

    private static TestSymmetry with(TestSymmetry symmetry, SymmetryOutcome outcome) {
        return new TestSymmetry(
                symmetry.test(),
                symmetry.visit(),
                symmetry.positionId(),
                symmetry.date(),
                symmetry.version(),
                outcome,
                symmetry.engineVersion());
    }

    private List<SideResult> put(Samples.Course course, List<SideResult> results, TestSymmetry symmetry) {
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

    private void close(Episode episode) {
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

    // ---- versions

    @Test
    void second_of_two_edits_of_one_version_is_refused_with_the_current_state() {
        Samples.Course course = samples.course(store, "Ada");
        Visit closed = closed(course.visit());

        Visit second = store.write(samples.act("visit.close"), s -> s.visits().amend(closed, 1));
        StoreFailure refused = failure(
                () -> store.write(samples.act("visit.close"), s -> s.visits().amend(closed, 1)));

        assertThat(second.version()).isEqualTo(2);
        assertThat(refused.reason()).isEqualTo(Reason.OLD_VERSION);
        assertThat(refused.current()).contains(second);
    }

    private static Visit closed(Visit visit) {
        return new Visit(
                visit.id(),
                visit.clinic(),
                visit.patient(),
                visit.episode(),
                visit.version(),
                visit.date(),
                visit.zone(),
                visit.clinician(),
                visit.startedAt(),
                true);
    }

    @Test
    void of_many_simultaneous_decisions_on_one_version_exactly_one_counts() throws Exception {
        Samples.Course course = samples.course(store, "Ada");
        Trial trial = samples.record(store, course.test(), Side.LEFT, 10).get(0);
        Trial kept = samples.decided(trial, Trial.State.ACCEPTED, Optional.empty(), OptionalInt.of(2));

        List<Boolean> won = inParallel(
                8,
                i -> failure(() -> store.write(
                                samples.act("trial.decide"), s -> s.recordings().decide(clinic(), kept, 1)))
                        == null);

        assertThat(won).containsOnlyOnce(true);
        Trial now = store.read(s -> s.recordings().findTrial(clinic(), trial.id()))
                .orElseThrow()
                .trial();
        assertThat(now.version()).isEqualTo(2);
        assertThat(now.pain()).hasValue(2);
        assertThat(now.measurements()).isEqualTo(trial.measurements());
        assertThat(maybe(s -> s.audit().verify())).isEmpty();
    }

    private interface Try<T> {
        T at(int i) throws Exception;
    }

    private static <T> List<T> inParallel(int times, Try<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int n = i;
                futures.add(threads.submit(() -> work.at(n)));
            }
            List<T> done = new ArrayList<>();
            for (Future<T> future : futures) {
                done.add(future.get());
            }
            return done;
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void exclusion_needs_a_reason_and_can_be_undone() {
        Samples.Course course = samples.course(store, "Ada");
        Trial trial = samples.record(store, course.test(), Side.LEFT, 10).get(0);
        Trial unreasoned = samples.decided(trial, Trial.State.EXCLUDED, Optional.of(" "), OptionalInt.empty());
        Trial excluded = samples.decided(trial, Trial.State.EXCLUDED, Optional.of("slipped"), OptionalInt.empty());

        StoreFailure refused = failure(() ->
                store.write(samples.act("trial.decide"), s -> s.recordings().decide(clinic(), unreasoned, 1)));
        store.write(samples.act("trial.decide"), s -> s.recordings().decide(clinic(), excluded, 1));
        Trial again = store.write(samples.act("trial.undo"), s -> s.recordings().decide(clinic(), trial, 2));

        assertThat(refused.field()).contains("reason");
        assertThat(again.state()).isEqualTo(Trial.State.CANDIDATE);
        assertThat(again.version()).isEqualTo(3);
    }

    @Test
    void pain_outside_the_scale_is_refused_by_field() {
        Samples.Course course = samples.course(store, "Ada");
        Trial trial = samples.record(store, course.test(), Side.LEFT, 10).get(0);
        Trial unbearable = samples.decided(trial, Trial.State.ACCEPTED, Optional.empty(), OptionalInt.of(11));

        StoreFailure refused = failure(() ->
                store.write(samples.act("trial.decide"), s -> s.recordings().decide(clinic(), unbearable, 1)));

        assertThat(refused.reason()).isEqualTo(Reason.INVALID);
        assertThat(refused.field()).contains("pain");
    }

    // ---- who and where

    @Test
    void another_clinics_things_are_not_found() {
        Samples.Course course = samples.course(store, "Ada");
        Trial trial = samples.record(store, course.test(), Side.LEFT, 10).get(0);
        Samples other = new Samples(2);
        other.found(store);
        Id<Clinic> there = other.clinic.id();

        store.read(s -> {
            assertThat(s.patients().find(there, course.patient().id())).isEmpty();
            assertThat(s.patients().file(there, course.patient().id())).isEmpty();
            assertThat(s.patients().journalKey(there, course.patient().id())).isEmpty();
            assertThat(s.patients().search(there, "", 10)).isEmpty();
            assertThat(s.patients().worklist(there, 10)).isEmpty();
            assertThat(s.episodes().find(there, course.episode().id())).isEmpty();
            assertThat(s.visits().find(there, course.visit().id())).isEmpty();
            assertThat(s.visits().findTest(there, course.test().id())).isEmpty();
            assertThat(s.recordings().find(there, trial.recording())).isEmpty();
            assertThat(s.recordings().findTrial(there, trial.id())).isEmpty();
            assertThat(s.accounts().find(there, samples.clinician.id())).isEmpty();
            assertThat(s.sensors().find(there, samples.sensor.id())).isEmpty();
            assertThat(s.audit().newest(there, Long.MAX_VALUE, 100))
                    .allMatch(event -> event.clinic().equals(there));
            return true;
        });
        StoreFailure edited = failure(
                () -> store.write(other.act("visit.close"), s -> s.visits().amend(course.visit(), 1)));
        StoreFailure decided = failure(
                () -> store.write(other.act("trial.decide"), s -> s.recordings().decide(there, trial, 1)));
        assertThat(edited.reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(decided.reason()).isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void visit_cannot_hang_below_another_patients_episode() {
        Samples.Course ada = samples.course(store, "Ada");
        Samples.Course bert = samples.course(store, "Bert");
        Visit forged = new Visit(
                samples.id(),
                clinic(),
                bert.patient().id(),
                ada.episode().id(),
                1,
                ada.visit().date(),
                Samples.ZONE,
                samples.clinician.id(),
                Samples.NOW,
                false);
        PositionTest forgedTest = samples.test(ada.visit(), "curl-prone-15");
        Recording mixed = samples.recording(
                new PositionTest(
                        ada.test().id(),
                        clinic(),
                        ada.visit().id(),
                        bert.patient().id(),
                        "x",
                        1,
                        forgedTest.fixation(),
                        "x",
                        "x",
                        samples.sensor.id(),
                        Side.LEFT,
                        Samples.NOW),
                Side.LEFT,
                1);

        assertThat(failure(() -> write(s -> s.visits().add(forged))).reason()).isEqualTo(Reason.WRONG_STATE);
        assertThat(failure(() -> write(s -> s.recordings().add(mixed))).reason())
                .isEqualTo(Reason.WRONG_STATE);
    }

    private void write(java.util.function.Consumer<Stores> work) {
        store.write(samples.act("test"), s -> {
            work.accept(s);
            return true;
        });
    }

    @Test
    void closed_visit_takes_no_further_test() {
        Samples.Course course = samples.course(store, "Ada");
        store.write(samples.act("visit.close"), s -> s.visits().amend(closed(course.visit()), 1));

        StoreFailure refused = failure(() -> write(s -> s.visits().addTest(samples.test(course.visit(), "x"))));

        assertThat(refused.reason()).isEqualTo(Reason.WRONG_STATE);
        assertThat(refused.current()).containsInstanceOf(Visit.class);
    }

    @Test
    void login_is_unique_in_any_case_and_found_in_any_case() {
        Account same = samples.account("CLINICIAN1", Role.AUDITOR, Optional.empty());

        StoreFailure refused = failure(() -> write(s -> s.accounts().add(same, "x")));

        assertThat(refused.reason()).isEqualTo(Reason.DUPLICATE);
        assertThat(refused.field()).contains("login");
        assertThat(refused).hasMessageNotContaining("CLINICIAN1").hasNoCause();
        assertThat(store.read(s -> s.accounts().findByLogin(" Clinician1 "))
                        .orElseThrow()
                        .account())
                .isEqualTo(samples.clinician);
    }

    @Test
    void sessions_live_in_the_database_and_end_with_password_or_account() {
        LoginSession session = new LoginSession(
                "a1".repeat(32),
                clinic(),
                samples.clinician.id(),
                Samples.NOW,
                Samples.NOW,
                Samples.NOW.plusSeconds(60));
        write(s -> s.accounts().openSession(session));
        write(s -> s.accounts().touchSession(session.tokenHash(), Samples.NOW.plusSeconds(5)));

        var found =
                store.read(s -> s.accounts().findSession(session.tokenHash())).orElseThrow();
        assertThat(found.account()).isEqualTo(samples.clinician);
        assertThat(found.session().seenAt()).isEqualTo(Samples.NOW.plusSeconds(5));

        write(s -> s.accounts().setPassword(clinic(), samples.clinician.id(), "another"));
        assertThat(maybe(s -> s.accounts().findSession(session.tokenHash()))).isEmpty();
        write(s -> s.accounts().openSession(session));
        write(s -> s.accounts().forgetSessions(Samples.NOW.plusSeconds(61), Instant.EPOCH));
        assertThat(maybe(s -> s.accounts().findSession(session.tokenHash()))).isEmpty();
    }

    @Test
    void setup_token_is_good_once_and_in_time_only() {
        write(s -> s.accounts().offerSetup("a".repeat(64), Samples.NOW));
        write(s -> s.accounts().offerSetup("b".repeat(64), Samples.NOW));

        assertThat(take("a", Samples.NOW.minusSeconds(1))).isFalse();
        assertThat(take("b", Samples.NOW)).isFalse();
        assertThat(take("b", Samples.NOW.minusSeconds(1))).isTrue();
        assertThat(take("b", Samples.NOW.minusSeconds(1))).isFalse();
    }

    private boolean take(String letter, Instant now) {
        return store.write(samples.act("setup"), s -> s.accounts().takeSetup(letter.repeat(64), now));
    }

    // ---- all or nothing, once

    @Test
    void what_fails_leaves_nothing_behind() {
        Patient patient = samples.patient("Ada");
        AuditStore.Head before = store.read(s -> s.audit().head());

        assertThatIllegalStateException()
                .isThrownBy(() -> write(s -> {
                    s.patients().add(patient);
                    throw new IllegalStateException("halfway");
                }));

        assertThat(maybe(s -> s.patients().find(clinic(), patient.id()))).isEmpty();
        assertThat(store.<AuditStore.Head>read(s -> s.audit().head())).isEqualTo(before);
    }

    @Test
    void nothing_can_be_changed_while_reading() {
        assertThatIllegalStateException()
                .isThrownBy(() -> store.read(s -> {
                    s.patients().add(samples.patient("Ada"));
                    return true;
                }));
    }

    @Test
    void hundred_equal_requests_at_once_make_one_visit() throws Exception {
        Samples.Course course = samples.course(store, "Ada");

        List<String> answers = inParallel(100, i -> openOnce(course));

        assertThat(answers).hasSize(100).containsOnly(answers.get(0));
        assertThat(all(s -> s.visits().ofPatient(clinic(), course.patient().id())))
                .hasSize(2);
    }

    private String openOnce(Samples.Course course) {
        Optional<String> earlier = store.read(s -> s.requests().subject(clinic(), "request-7"));
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Id<Visit> id = Id.random(new Random());
        Visit like = samples.visit(course.episode(), Samples.NOW);
        Visit visit = new Visit(
                id,
                like.clinic(),
                like.patient(),
                like.episode(),
                1,
                like.date(),
                like.zone(),
                like.clinician(),
                Samples.NOW,
                false);
        StoreFailure lost = failure(() -> store.write(samples.act("visit.open"), s -> {
            s.requests().done(clinic(), "request-7", id.toString());
            s.visits().add(visit);
            return true;
        }));
        return lost == null
                ? id.toString()
                : store.read(s -> s.requests().subject(clinic(), "request-7")).orElseThrow();
    }

    // ---- audit

    @Test
    void every_change_stands_in_the_chain_with_before_and_after_and_without_a_name() {
        Samples.Course course = samples.course(store, "Canaryname");
        Act act = new Act(clinic(), samples.clinician.id(), Samples.NOW, "visit.close", "done for today", "10.0.0.7");
        store.write(act, s -> s.visits().amend(closed(course.visit()), 1));

        List<AuditEvent> about = store.read(
                s -> s.audit().about(clinic(), "visit:" + course.visit().id()));
        List<AuditEvent> all = store.read(s -> s.audit().newest(clinic(), Long.MAX_VALUE, 1000));

        AuditEvent last = about.get(about.size() - 1);
        assertThat(last.action()).isEqualTo("visit.close");
        assertThat(last.reason()).isEqualTo("done for today");
        assertThat(last.from()).isEqualTo("10.0.0.7");
        assertThat(last.before().orElseThrow()).contains("\"closed\":false");
        assertThat(last.after().orElseThrow()).contains("\"closed\":true");
        assertThat(all.toString()).doesNotContain("Canaryname").doesNotContain("1990-02-03");
        assertThat(maybe(s -> s.audit().verify())).isEmpty();
    }

    @Test
    void looking_is_noted_too() {
        store.write(samples.act("export.results"), s -> {
            s.audit().note("clinic:" + clinic());
            return true;
        });

        AuditEvent newest =
                store.read(s -> s.audit().newest(clinic(), Long.MAX_VALUE, 1)).get(0);

        assertThat(newest.action()).isEqualTo("export.results");
        assertThat(newest.after()).isEmpty();
    }

    @Test
    void parallel_writers_leave_one_unbroken_chain() throws Exception {
        long before = store.read(s -> s.audit().head()).seq();

        inParallel(6, i -> {
            for (int n = 0; n < 10; n++) {
                new Samples(100L + i * 10 + n).found(store);
            }
            return true;
        });

        assertThat(maybe(s -> s.audit().verify())).isEmpty();
        assertThat(store.read(s -> s.audit().head()).seq()).isEqualTo(before + 60 * 3);
    }

    @Test
    void any_altered_column_of_an_audit_row_is_named() throws Exception {
        samples.course(store, "Ada");
        List<String> alterations = List.of(
                "at = TIMESTAMP WITH TIME ZONE '2026-03-05 09:30:00.123457+00:00'",
                "clinic_id = '00000000-0000-0000-0000-000000000001'",
                "actor = '00000000-0000-0000-0000-000000000001'",
                "action = 'x'",
                "subject = 'x'",
                "before_json = 'x'",
                "after_json = NULL",
                "reason = 'x'",
                "from_where = 'x'",
                "prev_hash = '" + "1".repeat(64) + "'",
                "hash = '" + "1".repeat(64) + "'");
        for (String alteration : alterations) {
            asAdministrator("CREATE TABLE kept AS SELECT * FROM audit_event WHERE seq = 2");
            asAdministrator("UPDATE audit_event SET " + alteration + " WHERE seq = 2");

            assertThat(maybe(s -> s.audit().verify()))
                    .as(alteration)
                    .map(AuditVerifier.Break::seq)
                    .contains(2L);

            asAdministrator("DELETE FROM audit_event WHERE seq = 2");
            asAdministrator("INSERT INTO audit_event SELECT * FROM kept");
            asAdministrator("DROP TABLE kept");
            assertThat(maybe(s -> s.audit().verify()))
                    .as("restored after " + alteration)
                    .isEmpty();
        }
    }

    @Test
    void missing_rows_are_seen_in_the_middle_and_at_the_end() throws Exception {
        samples.course(store, "Ada");
        long last = store.read(s -> s.audit().head()).seq();

        asAdministrator("DELETE FROM audit_event WHERE seq = " + last);
        assertThat(maybe(s -> s.audit().verify())).contains(new AuditVerifier.Break(last - 1, AuditVerifier.Why.HEAD));
        asAdministrator("DELETE FROM audit_event WHERE seq = 3");
        assertThat(maybe(s -> s.audit().verify())).contains(new AuditVerifier.Break(3, AuditVerifier.Why.SEQUENCE));
    }
}
