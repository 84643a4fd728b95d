package org.plinth.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.calibration.Calibration;
import org.plinth.core.quantity.Force;
import org.plinth.core.signal.ForceTrace;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.driver.SensorConnection;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.SensorDrivers;
import org.plinth.driver.link.LinkListener;
import org.plinth.driver.link.Packet;
import org.plinth.driver.link.replay.Capture;
import org.plinth.driver.link.replay.CaptureReader;
import org.plinth.driver.link.replay.CaptureWriter;
import org.plinth.driver.link.replay.ReplayLink;
import org.plinth.web.capture.Calibrations;
import org.plinth.web.capture.ForceAssembly;
import org.plinth.web.capture.FoundEffort;
import org.plinth.web.capture.JournalReplay;
import org.plinth.web.capture.RecordedForce;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.journal.JournalKey;
import org.plinth.web.testkit.VisitDeskScript;
import org.plinth.web.testkit.VisitFloorKit;

/** A recording that was taken out as text and played again measures the same, and names nobody. */
@Tag("slow")
class RecordingCaptureTest {

    private static final long PATIENCE_SECONDS = 30;

    @TempDir
    private Path root;

    @Test
    void a_capture_replayed_gives_the_same_force_efforts_and_account_and_names_nobody()
            throws IOException, InterruptedException {
        try (VisitFloorKit kit = VisitFloorKit.open(root)) {
            VisitFloorKit.People people = kit.addPeople(Involvement.LEFT);
            VisitDeskScript script = new VisitDeskScript(kit, people);
            PositionTest test = script.setUp(script.openVisit());
            Recording recording =
                    script.record(test, Side.LEFT, 1).left().recordings().get(0);
            RecordedForce recorded = fromJournal(kit, people, recording);

            String text = text(new RecordingCapture(kit.journals()).of(recording.id(), key(kit, people)));
            RecordedForce replayed = replayed(CaptureReader.read(new StringReader(text)), recorded);

            assertThat(bytes(replayed)).isEqualTo(bytes(recorded));
            assertThat(replayed.ledger()).isEqualTo(recorded.ledger());
            assertThat(FoundEffort.in(replayed)).isNotEmpty().isEqualTo(FoundEffort.in(recorded));
            assertThat(text).startsWith(Capture.FORMAT_LINE + "\n# driver virtual\n");
            assertThat(text)
                    .doesNotContainIgnoringCase("Ada")
                    .doesNotContainIgnoringCase("Alder")
                    .doesNotContain("1990")
                    .doesNotContain("Sample")
                    .doesNotContainIgnoringCase("left")
                    .doesNotContain("curl-prone")
                    .doesNotContain(people.patient().id().toString())
                    .doesNotContain(people.episode().id().toString())
                    .doesNotContain(recording.id().toString())
                    .doesNotContain(test.id().toString())
                    .doesNotContain(people.clinic().id().toString());
        }
    }

    private static JournalKey key(VisitFloorKit kit, VisitFloorKit.People people) {
        return kit.database()
                .read(stores -> stores.patients()
                        .journalKey(people.clinic().id(), people.patient().id()))
                .orElseThrow();
    }

    private static RecordedForce fromJournal(VisitFloorKit kit, VisitFloorKit.People people, Recording recording) {
        return kit.database()
                .read(stores -> new JournalReplay(kit.journals(), SensorDrivers.load())
                        .replay(
                                recording.id(),
                                key(kit, people),
                                (id, driver) -> Calibrations.named(
                                        stores,
                                        people.clinic().id(),
                                        id,
                                        driver.spec().unit())))
                .force()
                .orElseThrow();
    }

    private static String text(Capture capture) throws IOException {
        StringBuilder text = new StringBuilder();
        CaptureWriter.write(capture, text);
        return text.toString();
    }

    /** Through the driver's own connection, as a sensor would be: opened, started, listened to. */
    private static RecordedForce replayed(Capture capture, RecordedForce until) throws InterruptedException {
        SensorDriver driver = SensorDrivers.load()
                .find(capture.header("driver").orElseThrow())
                .orElseThrow();
        double tare = Double.parseDouble(capture.header("tare_N").orElseThrow());
        assertThat(capture.header("calibration")).hasValue("uncalibrated");
        ForceAssembly assembly = new ForceAssembly(
                driver.newDecoder(),
                driver.spec(),
                Calibration.uncalibrated(driver.spec().unit().force()),
                Force.ofNewtons(tare),
                (micros, newtons) -> {});
        CountDownLatch all = new CountDownLatch((int) until.ledger().packets());
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

    private static List<List<Long>> bytes(RecordedForce force) {
        return force.segments().stream().map(RecordingCaptureTest::bytes).toList();
    }

    private static List<Long> bytes(ForceTrace trace) {
        return java.util.stream.IntStream.range(0, trace.size())
                .boxed()
                .flatMap(i -> java.util.stream.Stream.of(
                        trace.micros(i), Double.doubleToRawLongBits(trace.newtons(i)), trace.startsPacket(i) ? 1L : 0L))
                .toList();
    }
}
