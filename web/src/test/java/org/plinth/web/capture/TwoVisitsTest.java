package org.plinth.web.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.core.position.Fixation;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.driver.BatteryReading;
import org.plinth.driver.virtual.Scenario;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.AuditEvent;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.testkit.VisitDeskScript;
import org.plinth.web.testkit.VisitFloorKit;
import org.plinth.web.text.Texts;
import org.plinth.web.visit.SetUp;
import org.plinth.web.visit.TestSheet;

/** Two visits at one time: each has its sensor, and who comes second to one sensor is told so. */
@Tag("slow")
class TwoVisitsTest {

    @TempDir
    Path folder;

    @Test
    void two_sensors_record_at_once_in_two_visits() {
        try (VisitFloorKit kit = VisitFloorKit.open(folder)) {
            VisitDeskScript first = new VisitDeskScript(kit, kit.addPeople(Involvement.LEFT), "virtual-1");
            VisitDeskScript second = new VisitDeskScript(kit, kit.addPeople(Involvement.RIGHT), "virtual-2");
            PositionTest one = first.setUp(first.openVisit());
            PositionTest other = second.setUp(second.openVisit());
            first.tare(one, Side.LEFT);
            second.tare(other, Side.RIGHT);
            Recording left = first.start(one, Side.LEFT, "left");
            Recording right = second.start(other, Side.RIGHT, "right");
            first.awaitMicros(one, 6_500_000);
            second.awaitMicros(other, 6_500_000);
            TestSheet ofFirst = first.stop(left);
            assertThat(kit.floor().room().running(other.visit())).isPresent();
            TestSheet ofSecond = second.stop(right);
            assertThat(ofFirst.left().trials()).extracting(Trial::state).containsOnly(Trial.State.CANDIDATE);
            assertThat(ofFirst.right().trials()).isEmpty();
            assertThat(ofSecond.right().trials()).isNotEmpty();
            assertThat(ofSecond.battery()).contains(BatteryReading.ofMillivolts(4050));
            assertThat(ofSecond.left().recordings()).isEmpty();
        }
    }

    @Test
    void how_she_is_held_and_where_the_sensor_sits_are_words_of_a_list_because_no_erasure_could_take_others_away() {
        try (VisitFloorKit kit = VisitFloorKit.open(folder)) {
            VisitDeskScript visit = new VisitDeskScript(kit, kit.addPeople(Involvement.LEFT), "virtual-1");
            Visit open = visit.openVisit();
            SetUp usual = SetUp.of("curl-prone-15", Fixation.BELT, "virtual-1");
            for (String field : List.of("stabilisation", "sensorSite")) {
                Optional<String> typed = Optional.of("by her brother");
                SetUp own = new SetUp(
                        usual.positionId(),
                        usual.fixation(),
                        usual.firstSide(),
                        usual.peripheralId(),
                        field.equals("stabilisation") ? typed : Optional.empty(),
                        field.equals("sensorSite") ? typed : Optional.empty(),
                        usual.protocolVersion(),
                        false,
                        Optional.empty());
                assertThatThrownBy(() -> kit.floor().desk().setUp(visit.act("test.set-up"), open.id(), own))
                        .isInstanceOfSatisfying(StoreFailure.class, told -> assertThat(told.reason())
                                .isEqualTo(StoreFailure.Reason.INVALID));
            }
        }
    }

    private static void refused(Runnable work, String key) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(StoreFailure.class, told -> {
            assertThat(told.getMessage()).contains(key);
            assertThat(Texts.bundled().text(key)).matches("[A-Z].*\\.");
        });
    }

    @Test
    void who_comes_second_to_a_sensor_is_told_and_may_take_it_over_once_nobody_looks_any_more() {
        AtomicLong later = new AtomicLong();
        HostTime time = new HostTime(Clock.systemUTC(), () -> System.nanoTime() + later.get());
        try (VisitFloorKit kit = VisitFloorKit.open(folder, time, Scenario.ofSeed(3))) {
            VisitFloorKit.People people = kit.addPeople(Involvement.LEFT);
            VisitDeskScript first = new VisitDeskScript(kit, people, "virtual-1");
            VisitDeskScript second = new VisitDeskScript(kit, kit.addPeople(Involvement.LEFT), "virtual-1");
            PositionTest one = first.setUp(first.openVisit());
            PositionTest other = second.setUpOnly(second.openVisit());
            refused(() -> second.connect(other), "capture.refused.SENSOR_HELD");
            refused(() -> second.takeOver(other), "capture.refused.SENSOR_HELD");

            later.addAndGet((SensorRoom.STALE_SECONDS + 1) * 1_000_000_000L);
            refused(() -> second.connect(other), "capture.refused.SENSOR_HELD_STALE");
            second.takeOver(other);
            List<AuditEvent> rows =
                    kit.database().read(stores -> stores.audit().about(other.clinic(), "test:" + other.id()));
            assertThat(rows)
                    .filteredOn(row -> row.action().equals("test.take-over"))
                    .singleElement()
                    .satisfies(row -> assertThat(row.reason()).startsWith("sha256:"))
                    .satisfies(row -> assertThat(row.after().orElseThrow()).contains("sensor"));
            assertThat(kit.floor().room().isConnected(other.visit(), "virtual-1"))
                    .isTrue();
            assertThat(kit.floor().room().isConnected(one.visit(), "virtual-1")).isFalse();
            assertThat(kit.floor().room().feed(one.visit()).state().phase()).isEqualTo(LiveState.Phase.IDLE);
        }
    }
}
