package org.plinth.web.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.plinth.calibration.Calibration;
import org.plinth.calibration.ForceConversion;
import org.plinth.core.quantity.Force;
import org.plinth.core.signal.ForceTrace;
import org.plinth.driver.SensorConnection;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.SensorDrivers;
import org.plinth.driver.link.LinkListener;
import org.plinth.driver.link.Packet;
import org.plinth.driver.link.replay.Capture;
import org.plinth.driver.link.replay.ReplayLink;
import org.plinth.web.capture.ForceAssembly;
import org.plinth.web.capture.RecordedForce;

/** Plays a capture as a sensor would send it. */
public final class PlayedCapture {

    private static final long PATIENCE_SECONDS = 30;

    private PlayedCapture() {}

    /** Through the driver's own connection: opened, started, listened to until as many packets came as are in it. */
    public static RecordedForce played(Capture capture) throws InterruptedException {
        SensorDriver driver = SensorDrivers.load()
                .find(capture.header("driver").orElseThrow())
                .orElseThrow();
        double tare = Double.parseDouble(capture.header("tare_N").orElseThrow());
        assertThat(capture.header("calibration")).hasValue("uncalibrated");
        ForceAssembly assembly = new ForceAssembly(
                driver.newDecoder(),
                driver.spec(),
                new ForceConversion(
                        Calibration.uncalibrated(driver.spec().unit().force()), Force.ofNewtons(tare)),
                (micros, newtons) -> {});
        CountDownLatch all = new CountDownLatch((int) capture.events().stream()
                .filter(Capture.Notified.class::isInstance)
                .count());
        LinkListener listener = new LinkListener() {
            @Override
            public void packet(Packet packet) {
                assembly.packet(packet);
                all.countDown();
            }

            @Override
            public void disconnected(String reason) {}
        };
        try (SensorConnection connection = driver.open(new ReplayLink(capture, Clock.systemUTC()), listener)) {
            connection.start();
            assertThat(all.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
        return assembly.recorded();
    }

    /** Every sample bit for bit: time, force and whether a packet began with it. */
    public static List<List<Long>> bits(RecordedForce force) {
        return force.segments().stream().map(PlayedCapture::bits).toList();
    }

    private static List<Long> bits(ForceTrace trace) {
        return IntStream.range(0, trace.size())
                .boxed()
                .flatMap(i -> Stream.of(
                        trace.micros(i), Double.doubleToRawLongBits(trace.newtons(i)), trace.startsPacket(i) ? 1L : 0L))
                .toList();
    }
}
