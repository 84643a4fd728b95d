package org.plinth.web.visit;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.plinth.core.position.TestPosition;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.driver.virtual.VirtualDriver;
import org.plinth.web.capture.Calibrations;
import org.plinth.web.capture.SeenSensor;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.Visit;
import org.plinth.web.position.ClinicPositions;
import org.plinth.web.store.Act;
import org.plinth.web.store.Store;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.Stores;

/** Sets position tests up: what is chosen is checked field by field, what is left open is the protocol's own. */
final class SetUpDesk {

    /**
     * Words of a list, and none of one's own: they stand in the audit chain and in the keys of series, from where no erasure
     * could take them.
     */
    private static final Set<String> STABILISATIONS = Set.of("standard", "strapped", "held", "unsupported");

    private static final Set<String> SITES = Set.of("shank", "heel", "forefoot", "thigh", "pelvis");

    private final Store store;
    private final ClinicPositions positions;
    private final RandomGenerator ids;

    SetUpDesk(Store store, ClinicPositions positions, RandomGenerator ids) {
        this.store = store;
        this.positions = positions;
        this.ids = ids;
    }

    PositionTest setUp(Act act, Id<Visit> visitId, SetUp chosen, List<SeenSensor> inReach) {
        Optional<String> request = chosen.requestId().map(id -> "test.setUp " + id);
        Optional<PositionTest> before =
                request.flatMap(id -> store.read(stores -> answered(stores, act, visitId, chosen, id)));
        try {
            return before.orElseGet(() -> add(act, visitId, chosen, inReach, request));
        } catch (StoreFailure failure) {
            if (failure.reason() == StoreFailure.Reason.DUPLICATE && request.isPresent()) { // the same at the same time
                return store.read(stores -> answered(stores, act, visitId, chosen, request.get()))
                        .orElseThrow(() -> failure);
            }
            throw failure;
        }
    }

    /** What this request has made already. */
    private static Optional<PositionTest> answered(
            Stores stores, Act act, Id<Visit> visit, SetUp chosen, String request) {
        Optional<PositionTest> made = stores.requests()
                .subject(act.clinic(), request)
                .flatMap(Id::<PositionTest>parse)
                .flatMap(id -> stores.visits().findTest(act.clinic(), id));
        made.filter(test -> !test.visit().equals(visit)
                        || !test.positionId().equals(chosen.positionId())
                        || test.fixation() != chosen.fixation()
                        || stores.sensors()
                                .find(act.clinic(), test.sensor())
                                .filter(sensor -> sensor.serial().equals(chosen.peripheralId()))
                                .isEmpty())
                .ifPresent(other -> {
                    throw Refused.because("OTHER_SET_UP");
                });
        return made;
    }

    private PositionTest add(
            Act act, Id<Visit> visitId, SetUp chosen, List<SeenSensor> inReach, Optional<String> request) {
        SeenSensor seen = inReach.stream()
                .filter(sensor -> sensor.advertisement().peripheralId().equals(chosen.peripheralId()))
                .findFirst()
                .orElseThrow(() -> StoreFailure.invalid("peripheralId", "no such sensor is in reach"));
        return store.write(act, stores -> {
            Visit visit = stores.visits().find(act.clinic(), visitId).orElseThrow(() -> StoreFailure.notFound("visit"));
            VisitGate.day(stores, visit, act.at()).ifPresent(block -> {
                throw Refused.start(block, visit);
            });
            TestPosition position = position(stores, act.clinic(), chosen);
            Sensor sensor = sensor(stores, act.clinic(), seen, chosen);
            SensorFit.require(
                    seen.driver(),
                    position,
                    Calibrations.at(stores, sensor, seen.driver().spec().unit(), act.at()),
                    visit);
            PositionTest test = test(act, stores, visit, position, chosen, sensor);
            request.ifPresent(
                    id -> stores.requests().done(act.clinic(), id, test.id().toString()));
            stores.visits().addTest(test);
            return test;
        });
    }

    private TestPosition position(Stores stores, Id<Clinic> clinic, SetUp chosen) {
        TestPosition position = positions
                .offered(stores, clinic, chosen.positionId())
                .orElseThrow(() -> StoreFailure.invalid("positionId", "there is no such position"));
        if (chosen.protocolVersion().isPresent() && chosen.protocolVersion().getAsInt() != position.version()) {
            throw Refused.because("POSITION_CHANGED", position);
        }
        if (!position.usesForce()) {
            throw StoreFailure.invalid("positionId", "this position is not measured with a force sensor");
        }
        if (!position.errors().isEmpty() && position.error(chosen.fixation()).isEmpty()) {
            throw StoreFailure.invalid("fixation", "this position is not tested that way");
        }
        checkWord("stabilisation", chosen.stabilisation(), STABILISATIONS);
        checkWord("sensorSite", chosen.sensorSite(), SITES);
        return position;
    }

    private static void checkWord(String field, Optional<String> word, Set<String> words) {
        word.filter(value -> !words.contains(value)).ifPresent(value -> {
            throw StoreFailure.invalid(field, "must be one of " + new TreeSet<>(words));
        });
    }

    /** One that the clinic never used is taken only on somebody's word: what sends can have any name (hazard H30). */
    private Sensor sensor(Stores stores, Id<Clinic> clinic, SeenSensor seen, SetUp chosen) {
        String serial = seen.advertisement().peripheralId();
        boolean virtual = seen.driver().id().equals(VirtualDriver.ID); // no radio, and nobody who could pose as it
        return stores.sensors().findBySerial(clinic, seen.driver().id(), serial).orElseGet(() -> {
            if (!virtual && !chosen.newSensor()) {
                throw Refused.because("SENSOR_UNKNOWN");
            }
            String label = seen.advertisement().name().orElse(seen.driver().displayName());
            Sensor sensor = new Sensor(Id.random(ids), clinic, seen.driver().id(), serial, label);
            stores.sensors().add(sensor);
            return sensor;
        });
    }

    private PositionTest test(Act act, Stores stores, Visit visit, TestPosition position, SetUp chosen, Sensor sensor) {
        Involvement involvement = stores.episodes()
                .find(act.clinic(), visit.episode())
                .map(Episode::involvement)
                .orElseThrow(() -> StoreFailure.notFound("episode"));
        Side uninjured = involvement.injured().map(Side::other).orElse(Side.LEFT);
        return new PositionTest(
                Id.random(ids),
                act.clinic(),
                visit.id(),
                visit.patient(),
                position.id(),
                position.version(),
                chosen.fixation(),
                chosen.stabilisation().orElse("standard"),
                chosen.sensorSite().orElse(position.placement().site()),
                sensor.id(),
                chosen.firstSide().orElse(uninjured),
                act.at().truncatedTo(ChronoUnit.MICROS));
    }
}
