package org.plinth.web.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.core.effort.Effort;
import org.plinth.core.effort.Plateau;
import org.plinth.core.metric.MetricResult;
import org.plinth.core.position.Fixation;
import org.plinth.core.quantity.Force;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.driver.virtual.Scenario;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Trial;
import org.plinth.web.store.RecordingStore.TrialOf;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.testkit.ManualClock;
import org.plinth.web.testkit.VisitDeskScript;
import org.plinth.web.testkit.VisitFloorKit;

/** What a side gave at the last comparable visit, and when it may be known. */
@Tag("slow")
class LastEffortTest {

    private static final Instant FIRST = Instant.parse("2026-08-06T09:00:00Z");

    @TempDir
    Path folder;

    private static double greatest(LastEffort last) {
        return last.curve().stream()
                .mapToDouble(LastEffort.Point::greatest)
                .max()
                .orElseThrow();
    }

    /** Decision M2: the value is the best of the first two, so the third is not the one to show, however great it was. */
    @Test
    void the_curve_is_of_an_effort_that_the_value_comes_from() {
        List<TrialOf> made = List.of(made(1, 200), made(2, 210), made(3, 260));

        assertThat(LastEffortReader.best(made, Side.LEFT, 2)
                        .orElseThrow()
                        .trial()
                        .effort()
                        .number())
                .isEqualTo(2);
        assertThat(LastEffortReader.best(made, Side.RIGHT, 2)).isEmpty();
    }

    private static TrialOf made(int number, double newtons) {
        SplittableRandom ids = new SplittableRandom(number);
        Recording recording = new Recording(
                Id.random(ids),
                Id.random(ids),
                Id.random(ids),
                Id.random(ids),
                Id.random(ids),
                1,
                Side.LEFT,
                Recording.State.CLOSED,
                "virtual",
                1,
                "uncalibrated",
                FIRST,
                Optional.empty(),
                Optional.empty());
        Effort effort = new Effort(
                number,
                1_000_000,
                4_000_000,
                80,
                200,
                300,
                Force.ofNewtons(3),
                Force.ofNewtons(0.3),
                true,
                new Plateau(2_000_000, 3_000_000),
                Set.of(),
                Optional.empty());
        Trial trial = new Trial(
                Id.random(ids),
                recording.id(),
                2,
                effort,
                Map.of("peak100_N", new MetricResult.Measured(newtons)),
                Trial.State.ACCEPTED,
                Optional.empty(),
                OptionalInt.of(0));
        return new TrialOf(recording, trial, "0.1.0", 1);
    }

    @Test
    void it_is_known_only_after_an_effort_and_only_of_the_same_set_up() {
        ManualClock clock = new ManualClock(FIRST);
        try (VisitFloorKit kit = VisitFloorKit.open(folder, clock, Scenario.ofSeed(7))) {
            VisitFloorKit.People people = kit.addPeople(Involvement.LEFT);
            VisitDeskScript script = new VisitDeskScript(kit, people);
            VisitDesk desk = kit.floor().desk();
            TestSheet before = script.bothSides();
            desk.close(
                    script.act("visit.close"),
                    before.visit().id(),
                    before.visit().version());
            assertThat(desk.last(people.clinic().id(), before.test().id(), Side.LEFT))
                    .as("its own visit is not the last one")
                    .isEmpty();
            clock.forward(Duration.ofDays(7));
            PositionTest test = script.setUp(script.openVisit());

            StoreFailure early = catchThrowableOfType(
                    StoreFailure.class, () -> desk.last(people.clinic().id(), test.id(), Side.RIGHT));
            script.record(test, Side.RIGHT, 1);
            LastEffort last =
                    desk.last(people.clinic().id(), test.id(), Side.RIGHT).orElseThrow();
            StoreFailure otherSide = catchThrowableOfType(
                    StoreFailure.class, () -> desk.last(people.clinic().id(), test.id(), Side.LEFT));

            assertThat(early.reason()).isEqualTo(StoreFailure.Reason.WRONG_STATE);
            assertThat(otherSide.reason()).isEqualTo(StoreFailure.Reason.WRONG_STATE);
            assertThat(last.date()).isEqualTo(LocalDate.of(2026, 8, 6));
            assertThat(last.value())
                    .isEqualTo(before.right().result().orElseThrow().value().best());
            Trial best = before.right().trials().stream()
                    .filter(trial -> trial.state() == Trial.State.ACCEPTED)
                    .filter(trial ->
                            measured(trial, "peak100_N") == last.value().newtons())
                    .findFirst()
                    .orElseThrow();
            assertThat(greatest(last)).as("no peak is lost").isEqualTo(measured(best, "peakForce_N"));
            assertThat(last.curve().get(0).micros()).isBetween(-500_000L, -470_000L);
            assertThat(otherSetUp(script, desk)).isEmpty();
        }
    }

    private static double measured(Trial trial, String metric) {
        return trial.measurements().get(metric).value().orElse(-1);
    }

    /** The same position, in a rig: another series. */
    private static Optional<LastEffort> otherSetUp(VisitDeskScript script, VisitDesk desk) {
        PositionTest rig = desk.setUp(
                script.act("test.set-up"),
                script.openVisit().id(),
                SetUp.of("curl-prone-15", Fixation.RIG, "virtual-1"));
        script.connect(rig);
        script.record(rig, Side.RIGHT, 1);
        return desk.last(rig.clinic(), rig.id(), Side.RIGHT);
    }
}
