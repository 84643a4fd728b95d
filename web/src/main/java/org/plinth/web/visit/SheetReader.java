package org.plinth.web.visit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plinth.core.position.TestPosition;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.SensorDrivers;
import org.plinth.web.capture.SensorRoom;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.Visit;
import org.plinth.web.journal.Journals;
import org.plinth.web.position.ClinicPositions;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.Stores;

/** Reads what there is to see of a position test, inside a transaction. Changes nothing. */
final class SheetReader {

    private final ClinicPositions positions;
    private final SensorRoom room;
    private final Journals journals;
    private final SensorDrivers drivers;
    private final Clock clock;

    SheetReader(ClinicPositions positions, DeskParts parts) {
        this.positions = positions;
        this.room = parts.room();
        this.journals = parts.journals();
        this.drivers = parts.drivers();
        this.clock = parts.clock();
    }

    /** Everything a sheet needs from the database. */
    private record Facts(
            Visit visit,
            PositionTest test,
            TestPosition position,
            Involvement involvement,
            Sensor sensor,
            List<Recording> recordings,
            DayEfforts day,
            List<SideResult> results,
            Optional<Recording> running,
            Optional<StartBlock> gate) {}

    TestSheet read(Stores stores, Id<Clinic> clinic, Id<PositionTest> testId) {
        Facts facts = facts(stores, clinic, testId);
        return new TestSheet(
                facts.visit(),
                facts.test(),
                facts.position(),
                facts.involvement().injured(),
                side(facts, Side.LEFT),
                side(facts, Side.RIGHT),
                stores.results().symmetryOfTest(clinic, testId),
                facts.day().maximal(),
                facts.running()
                        .filter(running -> running.test().equals(testId))
                        .map(running -> new RecordingInProgress(running.id(), running.side(), running.startedAt())),
                SensorFacts.of(driver(facts.sensor()), facts.sensor().serial(), facts.position()),
                room.battery(facts.visit().id(), facts.sensor().serial()),
                SwapDoubtReader.of(stores, facts.test(), facts.position(), facts.sensor(), facts.results()));
    }

    private SensorDriver driver(Sensor sensor) {
        return drivers.find(sensor.driverId()).orElseThrow(() -> StoreFailure.notFound(sensor.driverId()));
    }

    private Facts facts(Stores stores, Id<Clinic> clinic, Id<PositionTest> testId) {
        PositionTest test = stores.visits().findTest(clinic, testId).orElseThrow(() -> StoreFailure.notFound("test"));
        Visit visit = stores.visits().find(clinic, test.visit()).orElseThrow(() -> StoreFailure.notFound("visit"));
        TestPosition position = positions.of(stores, test).orElseThrow(() -> StoreFailure.notFound(test.positionId()));
        Episode episode =
                stores.episodes().find(clinic, visit.episode()).orElseThrow(() -> StoreFailure.notFound("episode"));
        Sensor sensor = stores.sensors().find(clinic, test.sensor()).orElseThrow(() -> StoreFailure.notFound("sensor"));
        return new Facts(
                visit,
                test,
                position,
                episode.involvement(),
                sensor,
                stores.recordings().ofTest(clinic, testId),
                DayEfforts.of(stores, visit),
                stores.results().ofTest(clinic, testId),
                room.running(visit.id()),
                VisitGate.block(stores, visit, clock.instant()));
    }

    private SideSheet side(Facts facts, Side side) {
        List<Recording> recordings = facts.recordings().stream()
                .filter(recording -> recording.side() == side)
                .toList();
        List<Trial> trials = new ArrayList<>();
        facts.day().trials().stream()
                .filter(one -> one.recording().test().equals(facts.test().id()))
                .filter(one -> one.recording().side() == side)
                .forEach(one -> trials.add(one.trial()));
        return new SideSheet(
                side,
                facts.involvement() == Involvement.BILATERAL
                        || facts.involvement().injured().equals(Optional.of(side)),
                recordings,
                trials,
                facts.results().stream()
                        .filter(result -> result.key().side() == side)
                        .findFirst(),
                room.zero(facts.test(), side, facts.sensor().serial()).isPresent(),
                blocked(facts, side));
    }

    private Optional<StartBlock> blocked(Facts facts, Side side) {
        if (facts.gate().isPresent()) {
            return facts.gate();
        }
        Optional<StartBlock> byRule = StartRules.block(facts.test().id(), side, facts.day());
        if (byRule.isPresent()) {
            return byRule;
        }
        if (journals.space() == Journals.Space.NONE) {
            return Optional.of(StartBlock.DISK_FULL);
        }
        if (facts.running().isPresent()) {
            return Optional.of(StartBlock.RECORDING);
        }
        if (!room.isConnected(facts.visit().id(), facts.sensor().serial())) {
            return Optional.of(StartBlock.NOT_CONNECTED);
        }
        return room.zero(facts.test(), side, facts.sensor().serial()).isPresent()
                ? Optional.empty()
                : Optional.of(StartBlock.NOT_TARED);
    }
}
