package org.plinth.web.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.core.position.Fixation;
import org.plinth.core.quantity.Force;
import org.plinth.core.symmetry.SideSwap;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.driver.virtual.Scenario;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.SideSetUp;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.StoreFailure.Reason;
import org.plinth.web.testkit.ManualClock;
import org.plinth.web.testkit.VisitDeskScript;
import org.plinth.web.testkit.VisitFloorKit;

/** Legs that stand the other way round than the last time are asked about, and exchanged by one command. */
@Tag("slow")
class SwapDoubtTest {

    private static final Instant FIRST = Instant.parse("2026-08-06T09:00:00Z");

    private static final SideMarks LEVER = new SideMarks(
            Side.LEFT,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.of(355),
            OptionalInt.empty(),
            OptionalInt.empty());

    @TempDir
    private Path root;

    /** In a rig, whose error is small enough to tell legs apart that differ by a fifth. */
    private static TestSheet visit(VisitFloorKit kit, VisitDeskScript script) {
        PositionTest test = kit.floor()
                .desk()
                .setUp(
                        script.act("test.set-up"),
                        script.openVisit().id(),
                        SetUp.of("curl-prone-15", Fixation.RIG, "virtual-1"));
        script.connect(test);
        script.keepAll(script.record(test, Side.LEFT, 1));
        return script.keepAll(script.record(test, Side.RIGHT, 1));
    }

    @Test
    void legs_that_stand_the_other_way_round_are_asked_about_and_exchanged_whole_or_not_at_all() {
        ManualClock clock = new ManualClock(FIRST);
        try (VisitFloorKit kit = VisitFloorKit.open(root, clock, Scenario.ofSeed(7))) {
            VisitFloorKit.People people = kit.addPeople(Involvement.LEFT);
            VisitDeskScript script = new VisitDeskScript(kit, people);
            VisitDesk desk = kit.floor().desk();
            TestSheet first = visit(kit, script);
            assertThat(first.swapDoubt()).isEmpty();
            Visit before = first.visit();
            desk.close(script.act("visit.close"), before.id(), before.version());
            clock.forward(Duration.ofDays(7));

            TestSheet right = visit(kit, script);
            desk.prepare(script.act("test.prepare"), right.test().id(), LEVER, 0);
            assertThat(right.swapDoubt()).isEmpty();
            refused(
                    () -> desk.swapSides(script.act("test.swap"), right.test().id(), right.sidesVersion()),
                    Reason.INVALID);
            TestSheet wrong = desk.swapSides(
                    kit.act(people, "test.swap", "names confused"), right.test().id(), right.sidesVersion());

            SwapDoubt doubt = wrong.swapDoubt().orElseThrow();
            assertThat(doubt.since()).isEqualTo(before.date());
            assertThat(doubt.likelihoodRatio()).isGreaterThan(SideSwap.ASK_FROM);
            assertThat(values(right))
                    .isEqualTo(Map.of(
                            Side.LEFT,
                            values(wrong).get(Side.RIGHT),
                            Side.RIGHT,
                            values(wrong).get(Side.LEFT)));
            assertThat(percent(right) * percent(wrong)).isCloseTo(1e4, within(1e-6));

            assertThat(marks(kit, people, wrong))
                    .as("the lever that was measured on the one leg is the other one's")
                    .isEqualTo(Map.of(Side.LEFT, OptionalInt.empty(), Side.RIGHT, OptionalInt.of(355)));
            refused(
                    () -> desk.swapSides(
                            kit.act(people, "test.swap", "pressed twice"),
                            right.test().id(),
                            right.sidesVersion()),
                    Reason.OLD_VERSION);
            TestSheet back = desk.swapSides(
                    kit.act(people, "test.swap", "it was right"), wrong.test().id(), wrong.sidesVersion());
            assertThat(back.swapDoubt()).isEmpty();
            assertThat(values(back)).isEqualTo(values(right));
            assertThat(marks(kit, people, back)).containsEntry(Side.LEFT, OptionalInt.of(355));
        }
    }

    private static Map<Side, OptionalInt> marks(VisitFloorKit kit, VisitFloorKit.People people, TestSheet sheet) {
        return kit.database()
                .read(stores -> stores
                        .preparations()
                        .setUps(people.clinic().id(), sheet.test().id())
                        .stream()
                        .collect(Collectors.toMap(SideSetUp::side, SideSetUp::lever)));
    }

    private static void refused(Runnable work, Reason reason) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(StoreFailure.class, failure -> assertThat(failure.reason())
                .isEqualTo(reason));
    }

    private static Map<Side, Force> values(TestSheet sheet) {
        return Map.of(
                Side.LEFT, sheet.left().result().orElseThrow().value().best(),
                Side.RIGHT, sheet.right().result().orElseThrow().value().best());
    }

    private static double percent(TestSheet sheet) {
        return sheet.symmetry().orElseThrow().outcome().symmetry().orElseThrow().percent();
    }
}
