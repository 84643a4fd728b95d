package org.plinth.web.capture;

import java.util.Optional;
import java.util.function.Consumer;
import org.plinth.calibration.Calibration;
import org.plinth.calibration.ForceConversion;
import org.plinth.core.quantity.Force;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.driver.SensorSpec;
import org.plinth.driver.link.Packet;
import org.plinth.driver.tindeq.ProgressorCodec;
import org.plinth.driver.tindeq.ProgressorDriver;
import org.plinth.driver.tindeq.ProgressorFrames;

/** What a Progressor at 80 Hz and of a known capacity sends, packet by packet, with the time on its clock in the test's hands. */
final class ProgressorStream {

    static final Force CAPACITY = Force.ofNewtons(1500);

    private static final long PERIOD_MICROS = 12_500;

    private final Consumer<Packet> to;
    private long micros;

    ProgressorStream(Consumer<Packet> to) {
        this.to = to;
    }

    static AssemblyMaker assembly() {
        ProgressorDriver driver = new ProgressorDriver();
        SensorSpec spec = driver.spec();
        SensorSpec withLimit = new SensorSpec(
                spec.unit(),
                spec.nominalRateHz(),
                spec.intervals(),
                Optional.of(CAPACITY),
                spec.resolution(),
                spec.directions(),
                spec.certainty());
        return ear -> new ForceAssembly(
                driver.newDecoder(),
                withLimit,
                new ForceConversion(Calibration.uncalibrated(spec.unit().force()), Force.ZERO),
                ear);
    }

    /** This force for so long. */
    void force(double newtons, long millis) {
        for (long until = micros + millis * 1_000; micros < until; micros += PERIOD_MICROS) {
            float kgf = (float) (newtons / ForceUnit.KILOGRAM_FORCE.newtonsPerUnit());
            send(ProgressorFrames.weights(new float[] {kgf}, new long[] {micros}, 1));
        }
    }

    /** Nothing arrives for so long. */
    void skip(long millis) {
        micros += millis * 1_000;
    }

    /** Its clock begins anew. */
    void restart() {
        micros = 0;
    }

    void lowPower() {
        send(ProgressorFrames.lowPower());
    }

    private void send(byte[] bytes) {
        to.accept(new Packet(ProgressorCodec.DATA, bytes, micros * 1_000, micros));
    }
}
