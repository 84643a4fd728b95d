package org.plinth.web.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.plinth.calibration.Calibration;
import org.plinth.core.quantity.Force;
import org.plinth.core.visit.Side;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.link.Packet;
import org.plinth.driver.virtual.EffortModel;
import org.plinth.driver.virtual.Scenario;
import org.plinth.driver.virtual.ScriptedPatient;
import org.plinth.driver.virtual.VirtualRecording;
import org.plinth.web.capture.BatchRecording;
import org.plinth.web.capture.Calibrations;
import org.plinth.web.capture.JournalOpening;
import org.plinth.web.capture.OpeningContext;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.store.Stores;

/** One virtual recording of one side: packets made at once, then the same path as those of a radio. */
final class SampleRecorder {

    private static final Duration REST = Duration.ofMillis(700);
    private static final double WITHIN_VISIT = 0.022;

    private final SensorDriver driver;
    private final BatchRecording batch;
    private final RandomGenerator ids;

    SampleRecorder(SensorDriver driver, BatchRecording batch, RandomGenerator ids) {
        this.driver = driver;
        this.batch = batch;
        this.ids = ids;
    }

    /** What is recorded. */
    record SideToRecord(PositionTest test, Sensor sensor, Side side, double newtons, int efforts, Instant at) {}

    /** Records, and gives the row as stored. */
    Recording record(Stores stores, SideToRecord what, SplittableRandom random) {
        Calibration calibration =
                Calibrations.at(stores, what.sensor(), driver.spec().unit(), what.at());
        Recording row = row(what, calibration);
        stores.recordings().add(row);
        Scenario scenario = Scenario.ofSeed(random.nextLong());
        ScriptedPatient slack = new ScriptedPatient(List.of(), Force.ZERO, random.nextLong());
        JournalOpening.Tare tare =
                batch.zero(driver, calibration, VirtualRecording.packets(scenario, slack, REST, what.at()), what.at());
        ScriptedPatient patient = patient(what, random);
        List<Packet> packets = VirtualRecording.packets(scenario, patient, patient.length(), what.at());
        OpeningContext context = new OpeningContext(what.test(), what.sensor(), calibration, what.side(), tare);
        return batch.record(stores, row, context, driver, packets);
    }

    private static ScriptedPatient patient(SideToRecord what, SplittableRandom random) {
        List<EffortModel> efforts = new ArrayList<>();
        for (int i = 0; i < what.efforts(); i++) {
            double scatter = 1 + WITHIN_VISIT * normal(random);
            efforts.add(EffortModel.ofStrength(Force.ofNewtons(what.newtons() * scatter)));
        }
        Force takenUp = Force.ofNewtons(4 + 2 * random.nextDouble());
        return ScriptedPatient.inTurn(efforts, takenUp, random.nextLong());
    }

    /** Sum of twelve uniforms less six: near enough to a normal for made-up people, the same on every machine. */
    static double normal(SplittableRandom random) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }

    private Recording row(SideToRecord what, Calibration calibration) {
        PositionTest test = what.test();
        return new Recording(
                Id.random(ids),
                test.clinic(),
                test.patient(),
                test.visit(),
                test.id(),
                1,
                what.side(),
                Recording.State.OPEN,
                driver.id(),
                driver.version(),
                calibration.id(),
                what.at(),
                Optional.empty(),
                Optional.empty());
    }
}
