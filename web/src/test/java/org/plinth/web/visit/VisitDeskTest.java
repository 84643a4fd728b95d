package org.plinth.web.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.testkit.VisitDeskScript;
import org.plinth.web.testkit.VisitFloorKit;

@Tag("slow")
class VisitDeskTest {

    @TempDir
    private Path root;

    @Test
    void a_visit_on_both_sides_gives_a_symmetry_that_turns_over_when_both_sides_are_swapped() {
        try (VisitFloorKit kit = VisitFloorKit.open(root)) {
            VisitFloorKit.People people = kit.addPeople(Involvement.LEFT);
            TestSheet sheet = new VisitDeskScript(kit, people).bothSides();

            assertThat(sheet.test().firstSide()).isEqualTo(Side.RIGHT);
            assertThat(sheet.left().trials()).hasSize(3).allMatch(trial -> trial.state() == Trial.State.ACCEPTED);
            assertThat(sheet.right().kept()).isEqualTo(3);
            double percent = percent(sheet);
            assertThat(percent).isBetween(70.0, 95.0);

            Recording left = sheet.left().recordings().get(0);
            Recording right = sheet.right().recordings().get(0);
            VisitDesk desk = kit.floor().desk();
            assertThatThrownBy(() -> desk.swapSide(kit.act(people, "recording.swap", ""), left.id(), left.version()))
                    .isInstanceOfSatisfying(StoreFailure.class, failure -> assertThat(failure.field())
                            .contains("reason"));
            desk.swapSide(kit.act(people, "recording.swap", "strap was on the other leg"), left.id(), left.version());
            TestSheet swapped = desk.swapSide(
                    kit.act(people, "recording.swap", "strap was on the other leg"), right.id(), right.version());

            assertThat(percent(swapped)).isCloseTo(100 * 100 / percent, within(1e-9));
            desk.swapSide(kit.act(people, "recording.swap", "no, it was right"), left.id(), left.version() + 1);
            TestSheet back = desk.swapSide(
                    kit.act(people, "recording.swap", "no, it was right"), right.id(), right.version() + 1);
            assertThat(percent(back)).isEqualTo(percent);
        }
    }

    @Test
    void the_same_start_sent_a_hundred_times_makes_one_recording() throws Exception {
        try (VisitFloorKit kit = VisitFloorKit.open(root)) {
            VisitDeskScript script = new VisitDeskScript(kit, kit.addPeople(Involvement.LEFT));
            PositionTest test = script.setUp(script.openVisit());
            script.tare(test, Side.LEFT);
            Set<Id<Recording>> made = new HashSet<>();
            ExecutorService clicks = Executors.newFixedThreadPool(8);
            Callable<Recording> click = () -> script.start(test, Side.LEFT, "one-start");
            for (Future<Recording> done : clicks.invokeAll(Collections.nCopies(100, click))) {
                made.add(done.get().id());
            }
            clicks.shutdown();

            assertThat(made).hasSize(1);
            TestSheet sheet = kit.floor()
                    .desk()
                    .stop(script.act("recording.stop"), made.iterator().next());
            assertThat(sheet.left().recordings()).hasSize(1);
            assertThat(kit.journals().list()).hasSize(1);
        }
    }

    @Test
    void what_is_not_ready_is_refused_with_its_reason() {
        try (VisitFloorKit kit = VisitFloorKit.open(root)) {
            VisitFloorKit.People people = kit.addPeople(Involvement.RIGHT);
            VisitDeskScript script = new VisitDeskScript(kit, people);
            VisitDeskScript other = new VisitDeskScript(kit, kit.addPeople(Involvement.LEFT));
            Visit visit = script.openVisit();
            assertThat(script.openVisit()).isEqualTo(visit);
            PositionTest test = script.setUp(visit);
            refused(() -> script.start(test, Side.LEFT, "a"), "capture.start.NOT_TARED");
            refused(() -> other.setUp(other.openVisit()), "capture.refused.SENSOR_HELD");
            assertThat(script.tare(test, Side.LEFT).accepted()).isTrue();
            refused(() -> script.start(test, Side.RIGHT, "b"), "capture.start.NOT_TARED");

            VisitDesk desk = kit.floor().desk();
            desk.close(script.act("visit.close"), visit.id(), visit.version());

            refused(() -> script.tare(test, Side.RIGHT), "capture.start.VISIT_CLOSED");
            assertThat(other.setUp(other.openVisit())).isNotNull();
        }
    }

    @Test
    void pain_ends_a_side_and_an_old_decision_is_refused() {
        try (VisitFloorKit kit = VisitFloorKit.open(root)) {
            VisitFloorKit.People people = kit.addPeople(Involvement.RIGHT);
            VisitDeskScript script = new VisitDeskScript(kit, people);
            Visit visit = script.openVisit();
            PositionTest test = script.setUp(visit);
            Trial trial = script.record(test, Side.LEFT, 1).left().trials().get(0);
            VisitDesk desk = kit.floor().desk();

            refused(() -> script.start(test, Side.LEFT, "a"), "capture.start.PAIN_NOT_ASKED");
            desk.decide(script.act("trial.decide"), trial.id(), 1, Decision.keep(5));
            refused(() -> script.start(test, Side.LEFT, "b"), "capture.start.PAIN_NO_FURTHER");
            assertThatThrownBy(() -> desk.decide(script.act("trial.decide"), trial.id(), 1, Decision.keep(7)))
                    .isInstanceOfSatisfying(StoreFailure.class, failure -> assertThat(failure.reason())
                            .isEqualTo(StoreFailure.Reason.OLD_VERSION));
            desk.decide(script.act("trial.decide"), trial.id(), 2, Decision.keep(7));
            refused(() -> script.start(test, Side.LEFT, "c"), "capture.start.PAIN_STOP");
            assertThat(sheet(kit, people, test).right().blocked()).contains(StartBlock.NOT_TARED);

            desk.close(script.act("visit.close"), visit.id(), visit.version());
            refused(
                    () -> desk.decide(script.act("trial.decide"), trial.id(), 3, Decision.exclude("slipped")),
                    "capture.refused.CLOSED_NEEDS_REASON");
        }
    }

    @Test
    void pain_is_asked_after_an_effort_that_does_not_count_too_once_for_its_recording() {
        try (VisitFloorKit kit = VisitFloorKit.open(root)) {
            VisitFloorKit.People people = kit.addPeople(Involvement.RIGHT);
            VisitDeskScript script = new VisitDeskScript(kit, people);
            PositionTest test = script.setUp(script.openVisit());
            Trial trial = script.record(test, Side.LEFT, 1).left().trials().get(0);
            VisitDesk desk = kit.floor().desk();

            desk.decide(script.act("trial.decide"), trial.id(), 1, Decision.exclude("slipped"));
            refused(() -> script.start(test, Side.LEFT, "a"), "capture.start.PAIN_NOT_ASKED");
            Decision asked = new Decision(Trial.State.EXCLUDED, Optional.of("slipped"), OptionalInt.of(2));
            desk.decide(script.act("trial.decide"), trial.id(), 2, asked);
            assertThat(sheet(kit, people, test).left().blocked()).isEmpty();
            Decision worse = new Decision(Trial.State.EXCLUDED, Optional.of("slipped"), OptionalInt.of(6));
            desk.decide(script.act("trial.decide"), trial.id(), 3, worse);
            refused(() -> script.start(test, Side.LEFT, "b"), "capture.start.PAIN_STOP");
        }
    }

    @Test
    void an_exclusion_cannot_pass_for_a_move_which_would_hide_its_pain() {
        try (VisitFloorKit kit = VisitFloorKit.open(root)) {
            VisitDeskScript script = new VisitDeskScript(kit, kit.addPeople(Involvement.RIGHT));
            PositionTest test = script.setUp(script.openVisit());
            Trial trial = script.record(test, Side.LEFT, 1).left().trials().get(0);

            assertThatThrownBy(() -> kit.floor()
                            .desk()
                            .decide(script.act("trial.decide"), trial.id(), 1, Decision.exclude("MOVED")))
                    .isInstanceOfSatisfying(StoreFailure.class, failure -> assertThat(failure.reason())
                            .isEqualTo(StoreFailure.Reason.INVALID));
        }
    }

    private static void refused(Runnable work, String key) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(StoreFailure.class, failure -> {
            assertThat(failure.reason()).isEqualTo(StoreFailure.Reason.WRONG_STATE);
            assertThat(failure.getMessage()).endsWith(key);
        });
    }

    private static TestSheet sheet(VisitFloorKit kit, VisitFloorKit.People people, PositionTest test) {
        return kit.floor().desk().sheet(people.clinic().id(), test.id());
    }

    private static double percent(TestSheet sheet) {
        return sheet.symmetry().orElseThrow().outcome().symmetry().orElseThrow().percent();
    }
}
