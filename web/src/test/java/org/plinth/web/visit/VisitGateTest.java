package org.plinth.web.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.core.position.Fixation;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.driver.virtual.Scenario;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Consent;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.TypedReading;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.Act;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.StoreFailure.Reason;
import org.plinth.web.testkit.ManualClock;
import org.plinth.web.testkit.Screened;
import org.plinth.web.testkit.VisitDeskScript;
import org.plinth.web.testkit.VisitFloorKit;

/** The patient's word and her day hold for every effort, whichever visit it is written into and however it is read. */
@Tag("slow")
class VisitGateTest {

    /** In Berlin, where the sample clinic is, 23:50 of the same day. */
    private static final Instant BEFORE_MIDNIGHT = Instant.parse("2026-08-06T21:50:00Z");

    @TempDir
    private Path root;

    private final SecureRandom random = new SecureRandom();
    private final ManualClock clock = new ManualClock(BEFORE_MIDNIGHT);
    private VisitFloorKit kit;
    private VisitFloorKit.People people;
    private VisitDeskScript script;
    private VisitDesk desk;
    private Visit visit;

    @BeforeEach
    void open() {
        kit = VisitFloorKit.open(root, clock, Scenario.ofSeed(7));
        people = kit.addPeople(Involvement.LEFT);
        script = new VisitDeskScript(kit, people);
        desk = kit.floor().desk();
        visit = script.openVisit();
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private void consent(boolean given, int seen) {
        kit.database().write(kit.act(people, "consent.add", "asked"), stores -> stores.consents()
                .add(
                        new Consent(
                                Id.random(random),
                                people.clinic().id(),
                                people.patient().id(),
                                seen + 1,
                                Consent.Kind.TESTING,
                                given,
                                LocalDate.of(2026, 8, 6),
                                Consent.By.HERSELF,
                                Optional.empty(),
                                "2026-1",
                                people.clinician().id()),
                        seen));
    }

    private TypedReading reading(Visit at, Side side, int pain) {
        return new TypedReading(
                Id.random(random),
                people.clinic().id(),
                people.patient().id(),
                at.id(),
                "curl-prone-15",
                1,
                side,
                Optional.of(Fixation.BELT),
                TypedReading.Quantity.FORCE,
                TypedReading.Source.TYPED,
                "Sample display 3",
                "N",
                200,
                200,
                false,
                0,
                OptionalInt.of(pain),
                Optional.empty(),
                clock.instant(),
                people.clinician().id(),
                Optional.empty());
    }

    private void type(Visit at, Side side, int pain) {
        TypedReading reading = reading(at, side, pain);
        kit.database().write(script.act("reading.add"), stores -> {
            ReadingGate.require(stores, reading);
            stores.readings().add(reading);
            return reading;
        });
    }

    private Optional<StartBlock> blocked(PositionTest test, Side side) {
        return desk.sheet(people.clinic().id(), test.id()).side(side).blocked();
    }

    private static void refused(Runnable work, StartBlock block) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(StoreFailure.class, failure -> {
            assertThat(failure.reason()).isEqualTo(Reason.WRONG_STATE);
            assertThat(failure.getMessage()).endsWith("capture.start." + block.name());
        });
    }

    private Visit secondOfTheDay() {
        desk.close(script.act("visit.close"), visit.id(), visit.version());
        return script.openUnscreened();
    }

    @Test
    void consent_withdrawn_after_the_answers_stops_recordings_and_readings_until_it_is_given_again() {
        PositionTest test = script.setUp(visit);
        script.tare(test, Side.RIGHT);
        assertThat(blocked(test, Side.RIGHT)).isEmpty();

        consent(false, 0);

        assertThat(blocked(test, Side.RIGHT)).contains(StartBlock.CONSENT_WITHDRAWN);
        assertThat(desk.screening(people.clinic().id(), visit.id()).blocked()).contains(StartBlock.CONSENT_WITHDRAWN);
        refused(() -> script.start(test, Side.RIGHT, "a"), StartBlock.CONSENT_WITHDRAWN);
        refused(() -> type(visit, Side.RIGHT, 0), StartBlock.CONSENT_WITHDRAWN);

        consent(true, 1);
        type(visit, Side.RIGHT, 0);
        assertThat(script.stop(script.start(test, Side.RIGHT, "b")).right().recordings())
                .hasSize(1);
    }

    @Test
    void a_visit_of_another_day_takes_no_set_up_no_recording_and_no_reading_but_its_efforts_can_be_decided() {
        PositionTest test = script.setUp(visit);
        TestSheet recorded = script.record(test, Side.RIGHT, 1);
        script.tare(test, Side.LEFT);
        assertThat(blocked(test, Side.LEFT)).isEmpty();

        clock.forward(Duration.ofMinutes(20)); // past midnight where the clinic is, not in UTC

        assertThat(blocked(test, Side.LEFT)).contains(StartBlock.OTHER_DAY);
        refused(() -> script.start(test, Side.LEFT, "a"), StartBlock.OTHER_DAY);
        refused(() -> script.setUpOnly(visit), StartBlock.OTHER_DAY);
        refused(() -> type(visit, Side.LEFT, 0), StartBlock.OTHER_DAY);
        refused(
                () -> desk.screen(
                        script.act("visit.screen"),
                        visit.id(),
                        Screened.answers(desk.screening(people.clinic().id(), visit.id()), Set.of(), false)),
                StartBlock.OTHER_DAY);
        assertThat(script.keepAll(recorded).right().trials())
                .allSatisfy(trial -> assertThat(trial.state()).isEqualTo(Trial.State.ACCEPTED));
        Visit today = script.openVisit();
        assertThat(today.id()).isNotEqualTo(visit.id());
        assertThat(today.date()).isEqualTo(LocalDate.of(2026, 8, 7));
        type(today, Side.LEFT, 0);
    }

    @Test
    void a_second_visit_of_the_same_day_begins_with_the_pain_and_the_efforts_of_the_first() {
        type(visit, Side.LEFT, 9);
        for (int effort = 1; effort < TestSheet.MOST_MAXIMAL_EFFORTS; effort++) {
            type(visit, Side.RIGHT, 0);
        }
        Visit second = Screened.on(desk, script.act("visit.screen"), secondOfTheDay());
        PositionTest test = script.setUp(second);

        TestSheet sheet = desk.sheet(people.clinic().id(), test.id());
        assertThat(sheet.maximalEfforts()).isEqualTo(24);
        assertThat(sheet.left().blocked()).contains(StartBlock.PAIN_STOP);
        assertThat(sheet.right().blocked()).contains(StartBlock.EFFORT_LIMIT);
        refused(() -> type(second, Side.LEFT, 0), StartBlock.PAIN_STOP);
        refused(() -> type(second, Side.RIGHT, 0), StartBlock.EFFORT_LIMIT);
    }

    @Test
    void of_two_sensors_that_are_started_at_once_one_records() throws InterruptedException, ExecutionException {
        VisitDeskScript other = new VisitDeskScript(kit, people, "virtual-2");
        PositionTest first = script.setUp(visit);
        PositionTest second = other.setUp(visit);
        script.tare(first, Side.RIGHT);
        other.tare(second, Side.RIGHT);
        ExecutorService hands = Executors.newFixedThreadPool(2);
        CyclicBarrier together = new CyclicBarrier(2);
        List<Future<Recording>> started = List.of(
                hands.submit(() -> start(together, script, first)), hands.submit(() -> start(together, other, second)));
        hands.shutdown();
        assertThat(hands.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

        assertThat(started.stream().filter(VisitGateTest::isRefused)).hasSize(1);
        for (Future<Recording> one : started) {
            if (!isRefused(one)) {
                script.stop(one.get());
            }
        }
    }

    private static Recording start(CyclicBarrier together, VisitDeskScript by, PositionTest test) throws Exception {
        together.await();
        return by.start(test, Side.RIGHT, "start-" + test.id());
    }

    private static boolean isRefused(Future<Recording> started) {
        try {
            started.get();
            return false;
        } catch (ExecutionException refused) {
            assertThat(refused.getCause()).hasMessageEndingWith("capture.start.RECORDING");
            return true;
        } catch (InterruptedException stopped) {
            throw new AssertionError("stopped while waiting", stopped);
        }
    }

    @Test
    void a_stop_of_the_day_is_undone_by_a_clinician_at_the_next_visit_and_by_nobody_else() {
        desk.screen(
                script.act("visit.screen"),
                visit.id(),
                Screened.answers(desk.screening(people.clinic().id(), visit.id()), Set.of("tear"), false));
        Visit second = secondOfTheDay();
        ScreeningSheet asked = desk.screening(people.clinic().id(), second.id());
        assertThat(asked.blocked()).contains(StartBlock.SCREENED_STOP);
        Account assistant = new Account(
                Id.random(random),
                people.clinic().id(),
                "assistant-of-gate",
                "Sample assistant",
                Role.ASSISTANT,
                Optional.empty(),
                false);
        kit.database().write(script.act("account.add"), stores -> {
            stores.accounts().add(assistant, "nobody logs in by this");
            return true;
        });
        Act hers = new Act(people.clinic().id(), assistant.id(), clock.instant(), "visit.screen", "looks fine", "");

        assertThatThrownBy(() -> desk.screen(hers, second.id(), Screened.answers(asked, Set.of(), true)))
                .hasMessageEndingWith("capture.refused.CLINICIAN_DECIDES");
        clock.forward(Duration.ofSeconds(1));
        ScreeningSheet on = desk.screen(
                kit.act(people, "visit.screen", "the doctor saw her"),
                second.id(),
                Screened.answers(asked, Set.of(), true));
        assertThat(on.blocked()).isEmpty();
    }
}
