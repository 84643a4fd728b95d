package org.plinth.web.testkit;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.plinth.core.position.Fixation;
import org.plinth.core.visit.Side;
import org.plinth.web.capture.LiveFeed;
import org.plinth.web.capture.LiveFrame;
import org.plinth.web.capture.LiveState;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.Act;
import org.plinth.web.visit.Decision;
import org.plinth.web.visit.SetUp;
import org.plinth.web.visit.TareOutcome;
import org.plinth.web.visit.TestSheet;
import org.plinth.web.visit.VisitDesk;

/** A clinician who records a visit with the virtual dynamometer, at the speed of the sensors. */
public final class VisitDeskScript {

    private static final String SENSOR = "virtual-1";
    private static final long EFFORT_MICROS = 8_000_000;
    private static final long BEGUN_MICROS = 3_000_000;
    private static final long REST_MICROS = 7_000_000;
    private static final long LONGEST_SECONDS = 30;

    private final VisitFloorKit kit;
    private final VisitFloorKit.People people;
    private final VisitDesk desk;

    private final String sensor;

    public VisitDeskScript(VisitFloorKit kit, VisitFloorKit.People people) {
        this(kit, people, SENSOR);
    }

    public VisitDeskScript(VisitFloorKit kit, VisitFloorKit.People people, String sensor) {
        this.sensor = sensor;
        this.kit = kit;
        this.people = people;
        this.desk = kit.floor().desk();
    }

    public Act act(String action) {
        return kit.act(people, action, "");
    }

    /** A visit that may be tested at: what is asked first is answered. */
    public Visit openVisit() {
        return Screened.on(desk, act("visit.screen"), openUnscreened());
    }

    public Visit openUnscreened() {
        return desk.open(
                act("visit.open"), people.patient().id(), people.episode().id());
    }

    /** A prone curl by belt with a connected sensor. */
    public PositionTest setUp(Visit visit) {
        PositionTest test = setUpOnly(visit);
        connect(test);
        return test;
    }

    /** The same, not connected. */
    public PositionTest setUpOnly(Visit visit) {
        return desk.setUp(act("test.set-up"), visit.id(), SetUp.of("curl-prone-15", Fixation.BELT, sensor));
    }

    public void connect(PositionTest test) {
        desk.connect(act("test.connect"), test.id());
    }

    public void takeOver(PositionTest test) {
        desk.takeOver(kit.act(people, "test.take-over", "nobody there"), test.id());
    }

    public TareOutcome tare(PositionTest test, Side side) {
        return desk.tare(act("test.tare"), test.id(), side);
    }

    public Recording start(PositionTest test, Side side, String requestId) {
        return desk.start(act("recording.start"), test.id(), side, requestId);
    }

    public TestSheet stop(Recording recording) {
        return desk.stop(act("recording.stop"), recording.id());
    }

    /** Records so many efforts of one side and stops. */
    public TestSheet record(PositionTest test, Side side, int efforts) {
        tare(test, side);
        Recording recording = start(test, side, "start-" + side + "-" + test.id());
        // The last one has begun: no other follows, however late this thread comes to stop the recording.
        awaitMicros(test, (efforts - 1) * EFFORT_MICROS + BEGUN_MICROS);
        kit.sensors().patient(sensor).orElseThrow().repeats(false);
        awaitMicros(test, (efforts - 1) * EFFORT_MICROS + REST_MICROS);
        return desk.stop(act("recording.stop"), recording.id());
    }

    /** Keeps every candidate of a sheet, with no pain. */
    public TestSheet keepAll(TestSheet sheet) {
        TestSheet newest = sheet;
        for (Side side : Side.values()) {
            for (Trial trial : sheet.side(side).trials()) {
                if (trial.state() == Trial.State.CANDIDATE) {
                    newest = desk.decide(act("trial.decide"), trial.id(), trial.version(), Decision.keep(0));
                }
            }
        }
        return newest;
    }

    /** Three efforts a side, all kept; the visit stays open. */
    public TestSheet bothSides() {
        PositionTest test = setUp(openVisit());
        for (Side side : List.of(test.firstSide(), test.firstSide().other())) {
            keepAll(record(test, side, 3));
        }
        return desk.sheet(people.clinic().id(), test.id());
    }

    /** Waits until the sensor's clock has gone on so far. */
    public void awaitMicros(PositionTest test, long micros) {
        CountDownLatch there = new CountDownLatch(1);
        LiveFeed feed = desk.feed(people.clinic().id(), test.visit());
        LiveFeed.Subscription listening = feed.subscribe(new Waiting(micros, there));
        try {
            if (!there.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the virtual sensor did not come to " + micros + " µs");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("stopped while waiting", stopped);
        } finally {
            listening.close();
        }
    }

    private record Waiting(long micros, CountDownLatch there) implements LiveFeed.Listener {

        @Override
        public void force(LiveFrame frame) {
            if (frame.newestMicros() >= micros) {
                there.countDown();
            }
        }

        @Override
        public void state(LiveState state) {
            if (state.phase() == LiveState.Phase.SIGNAL_LOST) {
                there.countDown();
            }
        }
    }

    public Id<Visit> visitOf(PositionTest test) {
        return test.visit();
    }
}
