package org.plinth.web.capture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.position.TestPosition;
import org.plinth.core.visit.Side;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.SensorDrivers;
import org.plinth.driver.Support;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.TestSymmetry;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.Visit;
import org.plinth.web.measure.RecordedSide;
import org.plinth.web.measure.SideFigures;
import org.plinth.web.measure.TestContext;
import org.plinth.web.measure.TestFigures;
import org.plinth.web.measure.TestMeasurement;
import org.plinth.web.position.ClinicPositions;
import org.plinth.web.store.RecordingStore;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.Stores;

/** Keeps results and symmetry of a test in step with its efforts, inside the transaction that changed them. */
public final class ResultKeeper {

    private final ClinicPositions positions;
    private final SensorDrivers drivers;
    private final Openings openings;
    private final RandomGenerator ids;

    /** What was noted when a recording was opened. */
    @FunctionalInterface
    public interface Openings {

        /** As its journal says; empty where it cannot be read, as after an erasure. */
        Optional<Opened> of(Stores stores, Recording recording);
    }

    /**
     * What results keep of that.
     *
     * @param firmware as the sensor said, or {@code unknown}
     * @param decodeOnly whether its kind had not been seen on hardware then
     */
    public record Opened(String firmware, boolean decodeOnly) {}

    /** With the bundled positions, beside which a clinic has its own, and the drivers that tests name. */
    public ResultKeeper(PositionCatalogue catalogue, SensorDrivers drivers, Openings openings, RandomGenerator ids) {
        this.positions = new ClinicPositions(catalogue);
        this.drivers = drivers;
        this.openings = openings;
        this.ids = ids;
    }

    /** Measures a test anew and stores what it came to. A test without any accepted effort has no results. */
    public void refresh(Stores stores, Id<Clinic> clinic, Id<PositionTest> testId) {
        PositionTest test = stores.visits().findTest(clinic, testId).orElseThrow(() -> StoreFailure.notFound("test"));
        Visit visit = stores.visits().find(clinic, test.visit()).orElseThrow(() -> StoreFailure.notFound("visit"));
        List<RecordedSide> recordings = recordings(stores, clinic, testId);
        TestFigures figures = TestMeasurement.of(context(stores, visit, test, recordings), recordings);
        put(stores, visit, test, figures);
    }

    /**
     * Compares a test anew after its injured side was corrected, by the reference line that its standing symmetry was
     * judged by. A test without a symmetry stays without one.
     *
     * @return whether it had one
     */
    public boolean compareAgain(Stores stores, Visit visit, PositionTest test) {
        Optional<TestSymmetry> standing = stores.results().symmetryOfTest(test.clinic(), test.id());
        if (standing.isEmpty()) {
            return false;
        }
        List<RecordedSide> recordings = recordings(stores, test.clinic(), test.id());
        TestContext now = context(stores, visit, test, recordings);
        TestContext judged = standing.get()
                .outcome()
                .symmetry()
                .map(symmetry -> now.withThreshold(symmetry.thresholdPercent()))
                .orElse(now);
        put(stores, visit, test, TestMeasurement.of(judged, recordings));
        return true;
    }

    private static List<RecordedSide> recordings(Stores stores, Id<Clinic> clinic, Id<PositionTest> test) {
        Map<Id<Recording>, List<Trial>> trials = new LinkedHashMap<>();
        for (RecordingStore.TrialOf one : stores.recordings().trialsOfTest(clinic, test)) {
            trials.computeIfAbsent(one.recording().id(), id -> new ArrayList<>())
                    .add(one.trial());
        }
        return stores.recordings().ofTest(clinic, test).stream()
                .map(recording -> new RecordedSide(recording, trials.getOrDefault(recording.id(), List.of())))
                .toList();
    }

    /**
     * What a test is measured by, as things stand now.
     *
     * @param recordings of the test, in the order they were started
     */
    public TestContext context(Stores stores, Visit visit, PositionTest test, List<RecordedSide> recordings) {
        Clinic clinic = stores.clinics().find(test.clinic()).orElseThrow(() -> StoreFailure.notFound("clinic"));
        Episode episode = stores.episodes()
                .find(test.clinic(), visit.episode())
                .orElseThrow(() -> StoreFailure.notFound("episode"));
        Sensor sensor =
                stores.sensors().find(test.clinic(), test.sensor()).orElseThrow(() -> StoreFailure.notFound("sensor"));
        TestPosition position = positions.of(stores, test).orElseThrow(() -> StoreFailure.notFound(test.positionId()));
        Optional<Opened> opening = recordings.stream()
                .map(RecordedSide::recording)
                .findFirst()
                .flatMap(first -> openings.of(stores, first));
        Optional<SensorDriver> driver = drivers.find(sensor.driverId());
        boolean decodeOnly = opening.map(Opened::decodeOnly)
                .orElse(driver.filter(known -> known.support() == Support.DECODE_ONLY)
                        .isPresent());
        double rateHz = driver.map(known -> known.spec().nominalRateHz()).orElse(TestMeasurement.LEAST_RATE_HZ);
        return new TestContext(
                test,
                position,
                episode.involvement(),
                clinic.thresholdPercent(),
                sensor,
                rateHz,
                !decodeOnly,
                opening.map(Opened::firmware).orElse("unknown"),
                visit.clinician().toString(),
                stores.testers().ofTest(test.clinic(), test.id()));
    }

    /** Makes these the standing figures of a test; what did not change gets no version. Call inside a write. */
    public void put(Stores stores, Visit visit, PositionTest test, TestFigures figures) {
        List<SideResult> results = new ArrayList<>();
        for (Side side : Side.values()) {
            figures.side(side).ifPresent(found -> results.add(result(visit, test, found)));
        }
        boolean known =
                stores.results().symmetryOfTest(test.clinic(), test.id()).isPresent();
        Optional<TestSymmetry> symmetry = results.isEmpty() && !known
                ? Optional.empty()
                : Optional.of(new TestSymmetry(
                        test.id(),
                        visit.id(),
                        test.positionId(),
                        visit.date(),
                        1,
                        figures.symmetry(),
                        figures.engineVersion()));
        if (!results.isEmpty() || known) {
            stores.results().put(test.clinic(), test.id(), results, symmetry);
        }
    }

    private SideResult result(Visit visit, PositionTest test, SideFigures figures) {
        return new SideResult(
                Id.random(ids),
                test.clinic(),
                test.patient(),
                visit.id(),
                test.id(),
                1,
                visit.date(),
                figures.testedAt(),
                figures.key(),
                figures.value(),
                figures.effortsMade(),
                figures.effortsKept(),
                figures.provenance());
    }
}
