package org.plinth.web.live;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.plinth.web.clinic.Role;
import org.plinth.web.journal.JournalRecord;
import org.plinth.web.journal.RecordType;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ChromiumPage;
import org.plinth.web.testkit.ClinicServer;

/** One visit of one clinic on a live page of its own, with one virtual sensor, for measuring. */
final class LiveBedside implements AutoCloseable {

    private static final double PATIENCE_MS = 60_000;

    /** A pause that the page itself prescribes. */
    private static final double LOCK_OUT_MS = 450;

    private static final int DATA = 1;
    private static final long UNSIGNED_INT = 0xffffffffL;

    private final ClinicServer server;
    private final ClinicServer.Sample sample;
    private final String sensor;
    private final ChromiumPage chromium;
    private final Page page;
    private final PaintLog painted;

    /** A notification: when it came [ns of the machine's clock] and its last sample [µs of the sensor's]. */
    record Arrived(long nanos, long lastMicros) {}

    LiveBedside(ClinicServer server, int number) {
        this.server = server;
        sample = server.addClinic("bed" + number);
        sensor = "virtual-" + number;
        server.addCalibratedSensor(sample, sensor);
        Browser login = server.as(Role.CLINICIAN, "bed" + number);
        chromium = new ChromiumPage(login.root(), login.cookie().orElseThrow());
        page = chromium.page();
        page.setDefaultTimeout(PATIENCE_MS);
        painted = new PaintLog(page);
        page.navigate(
                login.root().resolve("/visits/" + sample.visit().id() + "/live").toString());
    }

    PaintLog painted() {
        return painted;
    }

    List<String> complaints() {
        return chromium.complaints();
    }

    void makeReady() {
        page.locator("#setup label:has(input[value=belt])").click();
        page.locator("#setup label:has(input[name=sensor][value=" + sensor + "])")
                .click();
        page.locator("#setup button[type=submit]").click();
        awaitStep("CONFIRM_SIDE");
        press();
        awaitStep("TARE");
        press();
        awaitStep("READY");
    }

    void start() {
        press();
        awaitStep("RECORDING");
    }

    void stop() {
        press();
        page.waitForFunction("() => document.getElementById('live').dataset.step !== 'RECORDING'");
    }

    private void press() {
        page.waitForFunction("() => document.activeElement.id === 'primary'"
                + " && document.activeElement.getAttribute('aria-disabled') !== 'true'");
        page.waitForTimeout(LOCK_OUT_MS);
        page.keyboard().press("Space");
    }

    private void awaitStep(String step) {
        page.waitForFunction("step => document.getElementById('live').dataset.step === step", step);
    }

    /** The notifications with force of its one recording, as its journal has them. */
    List<Arrived> arrived() {
        List<Arrived> arrived = new ArrayList<>();
        for (JournalRecord record :
                RecordedPackets.journal(server, sample.clinic().id())) {
            if (record.type() != RecordType.IN || record.bytes()[0] != DATA) {
                continue;
            }
            byte[] bytes = record.bytes();
            long micros = 0;
            for (int i = 1; i <= Integer.BYTES; i++) {
                micros = (micros << 8) | (bytes[bytes.length - i] & 0xff); // little endian, at the end of the packet
            }
            arrived.add(new Arrived(record.hostNanos(), micros & UNSIGNED_INT));
        }
        return arrived;
    }

    @Override
    public void close() {
        chromium.close();
    }
}
