package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.LoginSession;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.StoreFailure.Reason;

/** Versions, who may see what, and all or nothing. */
abstract class StoreRulesContract extends StoreTrustContract {
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

    static Visit closed(Visit visit) {
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

    interface Try<T> {
        T at(int i) throws Exception;
    }

    static <T> List<T> inParallel(int times, Try<T> work) throws Exception {
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

    void write(java.util.function.Consumer<Stores> work) {
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
        LoginSession session = samples.session("a1".repeat(32), Samples.NOW.plusSeconds(60));
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

    boolean take(String letter, Instant now) {
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

    String openOnce(Samples.Course course) {
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
}
