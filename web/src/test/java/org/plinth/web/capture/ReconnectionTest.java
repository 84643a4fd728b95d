package org.plinth.web.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.driver.virtual.LinkModel;
import org.plinth.driver.virtual.Scenario;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.testkit.VisitDeskScript;
import org.plinth.web.testkit.VisitFloorKit;
import org.plinth.web.visit.TestSheet;

/** A sensor that goes out of reach while it records comes back by itself; nothing is spliced and its zero does not count. */
@Tag("slow")
class ReconnectionTest {

    private static final long DROPS_AFTER_MICROS = 120_000_000;
    private static final int PATIENCE_SECONDS = 30;
    private static final int LONGER_THAN_AN_ATTEMPT_SECONDS = 5;

    @TempDir
    Path folder;

    @Test
    void the_recording_ends_where_the_link_did_and_the_next_one_needs_a_zero() throws InterruptedException {
        Scenario drops = Scenario.ofSeed(5).withLink(LinkModel.PERFECT.disconnectingAt(DROPS_AFTER_MICROS));
        try (VisitFloorKit kit = VisitFloorKit.open(folder, Clock.systemUTC(), drops)) {
            VisitDeskScript script = new VisitDeskScript(kit, kit.addPeople(Involvement.LEFT));
            PositionTest test = script.setUp(script.openVisit());
            CountDownLatch back = new CountDownLatch(1);
            List<String> notes = new CopyOnWriteArrayList<>();
            LiveFeed.Subscription watching =
                    kit.floor().room().feed(test.visit()).subscribe(new Back(back, notes, Optional.empty()));
            script.tare(test, Side.LEFT);
            Recording broken = script.start(test, Side.LEFT, "first");

            assertThat(back.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            watching.close();
            assertThat(notes).containsSubsequence("capture.end.disconnected", "capture.live.back");
            assertThat(kit.floor().room().isConnected(test.visit(), "virtual-1"))
                    .isTrue();
            assertThat(kit.floor().room().running(test.visit())).isEmpty();
            assertThat(kit.floor().room().zero(test, Side.LEFT, "virtual-1")).isEmpty();

            TestSheet sheet = script.record(test, Side.RIGHT, 1);
            assertThat(sheet.side(Side.LEFT).recordings())
                    .extracting(Recording::id)
                    .containsExactly(broken.id());
            Recording ended = sheet.side(Side.LEFT).recordings().get(0);
            assertThat(ended.state()).isEqualTo(Recording.State.INTERRUPTED);
            assertThat(ended.ledger().orElseThrow().received()).isPositive();
            assertThat(sheet.side(Side.LEFT).trials()).isNotEmpty();
            assertThat(sheet.side(Side.RIGHT).recordings()).hasSize(1);
        }
    }

    /** The cut that took the sensor's browser took her page as well: it may come back a little later. */
    @Test
    void a_page_that_was_away_for_long_finds_the_sensor_back() throws InterruptedException {
        AtomicLong later = new AtomicLong();
        HostTime time = new HostTime(Clock.systemUTC(), () -> System.nanoTime() + later.get());
        Scenario drops = Scenario.ofSeed(5).withLink(LinkModel.PERFECT.disconnectingAt(DROPS_AFTER_MICROS));
        try (VisitFloorKit kit = VisitFloorKit.open(folder, time, drops)) {
            VisitDeskScript script = new VisitDeskScript(kit, kit.addPeople(Involvement.LEFT));
            PositionTest test = script.setUp(script.openVisit());
            SensorRoom room = kit.floor().room();
            CountDownLatch gone = new CountDownLatch(1);
            CountDownLatch back = new CountDownLatch(1);
            LiveFeed.Subscription watching =
                    room.feed(test.visit()).subscribe(new Back(back, new CopyOnWriteArrayList<>(), Optional.of(gone)));
            script.tare(test, Side.LEFT);
            var unused = script.start(test, Side.LEFT, "first");
            assertThat(gone.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            later.addAndGet(TimeUnit.SECONDS.toNanos(SensorRoom.STALE_SECONDS + 1));

            assertThat(back.await(LONGER_THAN_AN_ATTEMPT_SECONDS, TimeUnit.SECONDS))
                    .as("nobody looks")
                    .isFalse();
            room.heartbeat(test.visit());
            assertThat(back.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            watching.close();
        }
    }

    /** A page that loads anew connects what it finds disconnected, which may be before the room tries. */
    @Test
    void who_connects_it_by_hand_is_told_that_it_is_back_and_needs_a_zero() throws InterruptedException {
        Scenario drops = Scenario.ofSeed(5).withLink(LinkModel.PERFECT.disconnectingAt(DROPS_AFTER_MICROS));
        try (VisitFloorKit kit = VisitFloorKit.open(folder, Clock.systemUTC(), drops)) {
            VisitDeskScript script = new VisitDeskScript(kit, kit.addPeople(Involvement.LEFT));
            PositionTest test = script.setUp(script.openVisit());
            CountDownLatch gone = new CountDownLatch(1);
            List<String> notes = new CopyOnWriteArrayList<>();
            LiveFeed.Subscription watching = kit.floor()
                    .room()
                    .feed(test.visit())
                    .subscribe(new Back(new CountDownLatch(1), notes, Optional.of(gone)));
            assertThat(notes).isEmpty();
            script.tare(test, Side.LEFT);
            var unused = script.start(test, Side.LEFT, "first");
            assertThat(gone.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            script.connect(test);

            assertThat(notes).endsWith("capture.live.back");
            assertThat(kit.floor().room().zero(test, Side.LEFT, "virtual-1")).isEmpty();
            watching.close();
        }
    }

    @Test
    void an_attempt_that_fails_in_an_unforeseen_way_is_not_the_last() throws InterruptedException {
        AtomicInteger attempts = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(1);
        try (Reconnection reconnection = new Reconnection()) {
            reconnection.begin(() -> {
                if (attempts.incrementAndGet() == 1) {
                    throw new IllegalStateException("unforeseen");
                }
                done.countDown();
                return true;
            });

            assertThat(done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(attempts).hasValue(2);
    }

    private record Back(CountDownLatch back, List<String> notes, Optional<CountDownLatch> gone)
            implements LiveFeed.Listener {

        @Override
        public void force(LiveFrame frame) {
            // Only states are waited for.
        }

        @Override
        public void state(LiveState state) {
            state.note().ifPresent(notes::add);
            if (state.note().filter("capture.end.disconnected"::equals).isPresent()) {
                gone.ifPresent(CountDownLatch::countDown);
            }
            if (state.note().filter("capture.live.back"::equals).isPresent()) {
                back.countDown();
            }
        }
    }
}
