package org.plinth.web.visit;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.plinth.calibration.Calibration;
import org.plinth.core.position.TestPosition;
import org.plinth.core.quantity.Force;
import org.plinth.core.visit.Side;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.SensorDrivers;
import org.plinth.web.capture.Calibrations;
import org.plinth.web.capture.EndCause;
import org.plinth.web.capture.OpeningContext;
import org.plinth.web.capture.RecordingFinisher;
import org.plinth.web.capture.SensorDiary;
import org.plinth.web.capture.SensorHeld;
import org.plinth.web.capture.SensorRoom;
import org.plinth.web.capture.TareReading;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Feedback;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.Visit;
import org.plinth.web.position.ClinicPositions;
import org.plinth.web.store.Act;
import org.plinth.web.store.Store;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.Stores;

/** Connect, zero, start, stop: what happens with the sensor. */
final class RecordingDesk {

    private static final int LONGEST_REQUEST_ID = 64;

    private final Store store;
    private final SensorRoom room;
    private final RecordingFinisher finisher;
    private final SensorDrivers drivers;
    private final ClinicPositions positions;
    private final SheetReader sheets;
    private final RandomGenerator ids;
    private final SensorDiary diary;

    RecordingDesk(DeskParts parts, ClinicPositions positions, SheetReader sheets) {
        store = parts.store();
        room = parts.room();
        finisher = parts.finisher();
        drivers = parts.drivers();
        ids = parts.ids();
        diary = new SensorDiary(ids);
        this.positions = positions;
        this.sheets = sheets;
    }

    /** A test with what hangs on it. */
    private record Known(PositionTest test, Visit visit, Episode episode, Sensor sensor, SensorDriver driver) {}

    void connect(Act act, Id<PositionTest> testId, boolean takeOver) {
        Known known = openOne(act, testId);
        if (takeOver && act.reason().isBlank()) {
            throw StoreFailure.invalid("reason", "taking a sensor over needs a reason");
        }
        try {
            room.connect(known.visit().id(), known.test(), known.sensor().serial(), takeOver);
        } catch (SensorHeld held) {
            throw Refused.because(held.stale() ? "SENSOR_HELD_STALE" : "SENSOR_HELD", known.test());
        }
        diary.told(
                store,
                act,
                known.sensor(),
                room.told(known.visit().id(), known.sensor().serial()));
        if (takeOver) {
            store.write(act, stores -> {
                // Her test, not the sensor: what is typed in a patient's visit is about her, and goes when she is
                // erased.
                stores.audit()
                        .note(
                                "test:" + known.test().id(),
                                Map.of("sensor", known.sensor().id()));
                return known;
            });
        }
    }

    TareOutcome tare(Act act, Id<PositionTest> testId, Side side) {
        Known known = openOne(act, testId);
        TestPosition position =
                store.read(stores -> positions.of(stores, known.test())).orElseThrow();
        String peripheral = known.sensor().serial();
        return room.alone(peripheral, () -> {
            if (room.running(known.visit().id()).isPresent()) {
                throw Refused.start(StartBlock.RECORDING, known.test());
            }
            if (!room.isConnected(known.visit().id(), peripheral)) {
                throw Refused.start(StartBlock.NOT_CONNECTED, known.test());
            }
            Calibration calibration = store.read(stores -> Calibrations.at(
                    stores, known.sensor(), known.driver().spec().unit(), act.at()));
            TareReading reading = room.tare(known.test(), peripheral, calibration);
            TareOutcome outcome = new TareOutcome(side, position.tareState(), reading.still());
            room.zeroed(known.test(), side, peripheral, outcome.accepted() ? Optional.of(reading) : Optional.empty());
            return outcome;
        });
    }

    Recording start(
            Act act,
            Id<PositionTest> testId,
            Side side,
            String requestId,
            Optional<Feedback> feedback,
            Id<Account> tester) {
        if (requestId.isBlank() || requestId.length() > LONGEST_REQUEST_ID) {
            throw StoreFailure.invalid("requestId", "must have 1 to " + LONGEST_REQUEST_ID + " characters");
        }
        Known known = known(act, testId);
        // One at a time in a visit, whatever the sensor: two would each see that nothing records.
        return room.alone(
                lock(known.visit().id()),
                () -> room.alone(known.sensor().serial(), () -> {
                    Optional<Recording> before = store.read(stores -> answered(stores, act, requestId));
                    return before.map(recording -> same(recording, testId, side))
                            .orElseGet(() -> begin(act, known, side, requestId, feedback, tester));
                }));
    }

    /** What is held while a recording of a visit begins, or the visit is closed; taken before the lock of a sensor. */
    static String lock(Id<Visit> visit) {
        return "visit:" + visit;
    }

    private static Optional<Recording> answered(Stores stores, Act act, String requestId) {
        return stores.requests()
                .subject(act.clinic(), requestId)
                .flatMap(Id::<Recording>parse)
                .flatMap(id -> stores.recordings().find(act.clinic(), id));
    }

    private static Recording same(Recording recording, Id<PositionTest> test, Side side) {
        if (!recording.test().equals(test) || recording.side() != side) {
            throw Refused.because("OTHER_REQUEST");
        }
        return recording;
    }

    private Recording begin(
            Act act, Known known, Side side, String requestId, Optional<Feedback> feedback, Id<Account> tester) {
        Optional<StartBlock> block = store.read(stores ->
                sheets.read(stores, act.clinic(), known.test().id()).side(side).blocked());
        if (block.isPresent()) {
            throw Refused.start(block.get(), known.test());
        }
        TareReading zero = room.zero(known.test(), side, known.sensor().serial())
                .orElseThrow(() -> Refused.start(StartBlock.NOT_TARED, known.test()));
        Calibration calibration = store.read(stores ->
                Calibrations.at(stores, known.sensor(), known.driver().spec().unit(), act.at()));
        TestPosition position =
                store.read(stores -> positions.of(stores, known.test())).orElseThrow();
        SensorFit.require(known.driver(), position, calibration, known.test());
        Recording row = row(act, known, side, calibration);
        Force strength = store.write(act, stores -> {
            requireOpen(stores, act, known.visit());
            stores.requests().done(act.clinic(), requestId, row.id().toString());
            stores.recordings().add(row);
            feedback.ifPresent(said -> stores.feedback().add(act.clinic(), row.id(), said));
            stores.testers().tested(act.clinic(), row.id(), tester);
            return UsualStrength.of(stores, known.test(), known.episode(), side);
        });
        room.begin(row, new OpeningContext(known.test(), known.sensor(), calibration, side, zero.tare()), strength);
        return row;
    }

    /** Looked at again where it is written: it may have been closed, and her consent withdrawn, since. */
    private static void requireOpen(Stores stores, Act act, Visit seen) {
        Visit visit = stores.visits().find(act.clinic(), seen.id()).orElseThrow(() -> StoreFailure.notFound("visit"));
        VisitGate.block(stores, visit, act.at()).ifPresent(block -> {
            throw Refused.start(block, visit);
        });
    }

    private Recording row(Act act, Known known, Side side, Calibration calibration) {
        return new Recording(
                Id.random(ids),
                act.clinic(),
                known.test().patient(),
                known.visit().id(),
                known.test().id(),
                1,
                side,
                Recording.State.OPEN,
                known.driver().id(),
                known.driver().version(),
                calibration.id(),
                act.at().truncatedTo(ChronoUnit.MICROS),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Stops, and says in which test. Not while packets of it are kept in a browser: without them it would not be whole. A
     * row left OPEN that nothing records is recovered from its journal.
     */
    Id<PositionTest> stop(Act act, Id<Recording> id) {
        Recording recording = find(act.clinic(), id);
        if (room.isBehind(id)) {
            throw Refused.because("PACKETS_AWAITED", recording);
        }
        room.endAlone(id, EndCause.STOPPED, act);
        Recording after = find(act.clinic(), id);
        if (after.state() == Recording.State.OPEN) {
            finisher.recover(after);
        }
        return recording.test();
    }

    private Recording find(Id<Clinic> clinic, Id<Recording> id) {
        return store.read(stores -> stores.recordings().find(clinic, id))
                .orElseThrow(() -> StoreFailure.notFound("recording"));
    }

    private Known openOne(Act act, Id<PositionTest> testId) {
        Known known = known(act, testId);
        if (known.visit().closed()) {
            throw Refused.start(StartBlock.VISIT_CLOSED, known.visit());
        }
        return known;
    }

    private Known known(Act act, Id<PositionTest> testId) {
        return store.read(stores -> {
            PositionTest test =
                    stores.visits().findTest(act.clinic(), testId).orElseThrow(() -> StoreFailure.notFound("test"));
            Visit visit =
                    stores.visits().find(act.clinic(), test.visit()).orElseThrow(() -> StoreFailure.notFound("visit"));
            Episode episode = stores.episodes()
                    .find(act.clinic(), visit.episode())
                    .orElseThrow(() -> StoreFailure.notFound("episode"));
            Sensor sensor = stores.sensors()
                    .find(act.clinic(), test.sensor())
                    .orElseThrow(() -> StoreFailure.notFound("sensor"));
            SensorDriver driver =
                    drivers.find(sensor.driverId()).orElseThrow(() -> StoreFailure.notFound(sensor.driverId()));
            return new Known(test, visit, episode, sensor, driver);
        });
    }

    List<SensorChoice> sensors(Id<Clinic> clinic) {
        return room.scan(clinic).stream().map(SensorChoice::of).toList();
    }
}
