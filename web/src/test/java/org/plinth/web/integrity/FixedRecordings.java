package org.plinth.web.integrity;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.UUID;
import org.plinth.calibration.Calibration;
import org.plinth.core.position.Fixation;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.quantity.Force;
import org.plinth.core.testkit.Recordings;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.driver.Ledger;
import org.plinth.driver.Timing;
import org.plinth.driver.link.Packet;
import org.plinth.driver.virtual.EffortModel;
import org.plinth.driver.virtual.LinkModel;
import org.plinth.driver.virtual.Scenario;
import org.plinth.driver.virtual.ScriptedPatient;
import org.plinth.driver.virtual.SensorModel;
import org.plinth.driver.virtual.VirtualDriver;
import org.plinth.driver.virtual.VirtualRecording;
import org.plinth.web.capture.ForceAssembly;
import org.plinth.web.capture.FoundEffort;
import org.plinth.web.capture.RecordedForce;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.Trial;
import org.plinth.web.measure.RecordedSide;
import org.plinth.web.measure.TestContext;
import org.plinth.web.measure.TestFigures;
import org.plinth.web.measure.TestMeasurement;

/**
 * Recordings that never change: the real ones, and packets of the virtual dynamometer by seed, decoded as from a radio;
 * and what each test of a left and a right one comes to.
 */
final class FixedRecordings {

    private static final Instant AT = Instant.parse("2026-08-06T09:00:00Z");
    private static final List<Double> RATES_HZ = List.of(10.0, 40.0, 80.0, 250.0, 1000.0);

    private FixedRecordings() {}

    /** By name, all that is computed of them. */
    static Map<String, String> computed() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String id : List.of(Recordings.PRETENSIONED, Recordings.HELD, Recordings.HALF_BLANK, Recordings.FAULTY)) {
            RecordedForce force = new RecordedForce(List.of(Recordings.trace(id)), emptyLedger(), Timing.UNKNOWN);
            all.put(id, ExactText.efforts(FoundEffort.in(force)));
        }
        for (double rate : RATES_HZ) {
            test(rate, Fixation.RIG, 0, all);
            test(rate, Fixation.BELT, 1, all);
            test(rate, Fixation.HAND_HELD, 2, all);
        }
        return all;
    }

    private static Ledger emptyLedger() {
        return new VirtualDriver().newDecoder().ledger();
    }

    private static void test(double rateHz, Fixation fixation, int nth, Map<String, String> all) {
        long seed = 1 + Math.round(rateHz) * 10 + nth;
        String name = "virtual-" + (int) rateHz + "-Hz-" + fixation;
        RecordedForce left = record(seed, rateHz, 231.5 + 7 * nth);
        RecordedForce right = record(-seed, rateHz, 262.25 - 11 * nth);
        all.put(name + "-left", ExactText.efforts(FoundEffort.in(left)));
        all.put(name + "-right", ExactText.efforts(FoundEffort.in(right)));
        SplittableRandom ids = new SplittableRandom(seed);
        TestContext context = context(fixation, rateHz);
        TestFigures figures = TestMeasurement.of(
                context, List.of(side(context, Side.LEFT, left, ids), side(context, Side.RIGHT, right, ids)));
        all.put(name + "-test", ExactText.figures(figures));
    }

    private static RecordedForce record(long seed, double rateHz, double newtons) {
        EffortModel steady = EffortModel.ofStrength(Force.ofNewtons(newtons));
        ScriptedPatient patient = ScriptedPatient.inTurn(
                List.of(
                        steady,
                        steady.withStrength(Force.ofNewtons(newtons * 0.97)).withCountermovement(Force.ofNewtons(6)),
                        steady.withFatiguePerSecond(0.06)),
                Force.ofNewtons(4.5),
                seed);
        Scenario scenario = Scenario.ofSeed(seed)
                .withSensor(SensorModel.progressor().withRate(rateHz))
                .withLink(rateHz == 40 ? LinkModel.PERFECT.withShares(0.002, 0.01, 0.01) : LinkModel.PERFECT);
        VirtualDriver driver = new VirtualDriver();
        Calibration calibration = Calibration.uncalibrated(driver.spec().unit().force());
        ForceAssembly assembly = new ForceAssembly(
                driver.newDecoder(), driver.spec(), calibration, Force.ofNewtons(0.37), (deviceMicros, force) -> {});
        for (Packet packet : VirtualRecording.packets(scenario, patient, patient.length(), AT)) {
            assembly.packet(packet);
        }
        return assembly.recorded();
    }

    private static RecordedSide side(TestContext context, Side side, RecordedForce force, SplittableRandom ids) {
        PositionTest test = context.test();
        Recording recording = new Recording(
                Id.random(ids),
                test.clinic(),
                test.patient(),
                test.visit(),
                test.id(),
                1,
                side,
                Recording.State.CLOSED,
                VirtualDriver.ID,
                1,
                "uncalibrated",
                AT.plusSeconds(side == Side.LEFT ? 0 : 300),
                Optional.of(new Recording.Seal("ab".repeat(32), 1000)),
                Optional.of(force.ledger()));
        List<Trial> kept = FoundEffort.in(force).stream()
                .filter(found -> found.effort().isCandidate())
                .map(found -> kept(recording, found, ids))
                .toList();
        return new RecordedSide(recording, kept);
    }

    private static Trial kept(Recording recording, FoundEffort found, SplittableRandom ids) {
        return new Trial(
                Id.random(ids),
                recording.id(),
                1,
                found.effort(),
                found.measurements(),
                Trial.State.ACCEPTED,
                Optional.empty(),
                OptionalInt.of(0));
    }

    private static <T> Id<T> id(long number) {
        return new Id<>(new UUID(0, number));
    }

    private static TestContext context(Fixation fixation, double rateHz) {
        PositionTest test = new PositionTest(
                id(1), id(2), id(3), id(4), "curl-prone-15", 1, fixation, "standard", "heel", id(5), Side.LEFT, AT);
        return new TestContext(
                test,
                PositionCatalogue.bundled().find("curl-prone-15").orElseThrow(),
                Involvement.LEFT,
                90,
                new Sensor(id(5), id(2), VirtualDriver.ID, "virtual-1", "Virtual (sample data)"),
                rateHz,
                "virtual",
                "00");
    }
}
