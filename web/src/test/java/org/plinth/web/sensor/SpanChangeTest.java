package org.plinth.web.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.core.position.Fixation;
import org.plinth.core.visit.Side;
import org.plinth.web.capture.LiveFeed;
import org.plinth.web.capture.LiveFrame;
import org.plinth.web.capture.LiveState;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.Visit;
import org.plinth.web.measure.Engine;
import org.plinth.web.store.Act;
import org.plinth.web.store.AuditEvent;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ChromiumPage;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.Screened;
import org.plinth.web.visit.Decision;
import org.plinth.web.visit.SetUp;
import org.plinth.web.visit.VisitDesk;

/**
 * The span of a sensor grows by 2 % between two visits, which looks like a patient getting stronger. The weekly check with any object
 * catches it, and what was recorded since the last good check is marked wherever it is shown.
 */
@Tag("browser")
class SpanChangeTest {

    private static final String SERIAL = "virtual-1";
    private static final double PATIENCE_MS = 30_000;
    private static final long ONE_EFFORT_MICROS = 7_000_000;

    private ClinicServer server;
    private ClinicServer.Sample sample;
    private Sensor sensor;

    @BeforeEach
    void open() {
        server = ClinicServer.withPages();
        sample = server.addClinic("a");
        sensor = server.addCalibratedSensor(sample, SERIAL);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Act act(String action) {
        return new Act(
                sample.clinic().id(),
                sample.accounts().get(Role.CLINICIAN).id(),
                server.clock().instant(),
                action,
                "",
                "");
    }

    @Test
    void a_span_that_changed_between_two_visits_is_caught_and_the_results_since_are_marked() {
        weeklyCheck(1);
        visit(sample.visit());
        server.clock().forward(Duration.ofDays(7));
        weeklyCheck(1);
        server.clock().forward(Duration.ofDays(3));
        Browser clinician = server.as(Role.CLINICIAN, "a");
        String chart = "/patients/" + sample.patient().id() + "/charts/curl-prone-15/strength.svg";
        Visit second = server.composition()
                .desk()
                .open(act("visit.open"), sample.patient().id(), sample.episode().id());
        visit(second);
        String before = clinician.page(chart).text();
        String her = "patient:" + sample.patient().id();
        List<AuditEvent> rows = server.store()
                .read(stores -> stores.audit().about(sample.clinic().id(), her));
        assertThat(rows)
                .as("a chart that is opened by itself is a reading")
                .anyMatch(row -> row.action().equals("record.read")
                        && row.after().orElse("").contains("/charts/:position/:kind"));
        assertThat(csv(clinician, "calibration_state")).containsOnly("VALID");

        server.clock().forward(Duration.ofDays(4));
        weeklyCheck(1.02);

        clinician = server.as(Role.CLINICIAN, "a");
        assertThat(clinician.page("/sensors/" + sensor.id()).text()).contains("In doubt since", "a check failed");
        assertThat(csv(clinician, "calibration_state")).containsExactly("VALID", "VALID", "SUSPECT", "SUSPECT");
        assertThat(csv(clinician, "calibration_doubts")).contains("FAILED_CHECK");
        assertThat(csv(clinician, "compared")).containsExactly("true", "true", "false", "false");
        assertThat(clinician.page("/patients/" + sample.patient().id()).text())
                .contains("Calibration in doubt: a check failed");
        assertThat(clinician.page("/visits/" + second.id()).text())
                .contains("Calibration in doubt")
                .contains("Not judged: the calibration behind it");
        assertThat(clinician.page("/visits/" + sample.visit().id()).text()).doesNotContain("in doubt");
        assertThat(clinician.page(chart).text()).isNotEqualTo(before);
        assertThat(pdf(clinician, second))
                .contains("Sample Ada a Madeup, born 2 March 1985")
                .contains("Calibration in doubt: a check failed")
                .contains("Not judged: the calibration behind it");
        assertThat(pdf(clinician, sample.visit()))
                .contains("Left", "Right", "Prone curl, knee 15°", "engine " + Engine.VERSION, "page 1 of 1")
                .doesNotContain("in doubt");
        keepWithReason(second);
    }

    private static String pdf(Browser clinician, Visit visit) {
        Browser.Answer answer = clinician.get("/visits/" + visit.id() + "/visit.pdf");
        assertThat(answer.header("Content-Disposition")).contains("attachment; filename=\"visit.pdf\"");
        try (PDDocument document = Loader.loadPDF(answer.bytes())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The override stands with its author and reason, and the results count again. */
    private void keepWithReason(Visit visit) {
        Browser login = server.as(Role.CLINICIAN, "a");
        try (ChromiumPage chromium =
                new ChromiumPage(login.root(), login.cookie().orElseThrow())) {
            Page page = chromium.page();
            page.setDefaultTimeout(PATIENCE_MS);
            page.navigate(login.root().resolve("/visits/" + visit.id()).toString());
            page.locator("summary:has-text('Let these results count')").click();
            page.locator("form[action$='/trust'] input[name=reason]").fill("same object on another scale");
            page.locator("form[action$='/trust'] button").click();
            page.locator("text=let it count on").waitFor();
            assertThat(page.locator("main").textContent())
                    .contains("Sample CLINICIAN")
                    .contains("same object on another scale");
            assertThat(chromium.complaints()).isEmpty();
        }
        assertThat(csv(login, "compared")).containsOnly("true");
    }

    /** As a clinician does it on the page, with a kettlebell on the virtual stand. */
    private void weeklyCheck(double span) {
        Browser login = server.as(Role.CLINICIAN, "a");
        try (ChromiumPage chromium =
                new ChromiumPage(login.root(), login.cookie().orElseThrow())) {
            Page page = chromium.page();
            page.setDefaultTimeout(PATIENCE_MS);
            page.navigate(login.root()
                    .resolve("/sensors/" + sensor.id() + "/check?kind=OBJECT")
                    .toString());
            page.locator("form[action$='/bench'] button").click();
            page.locator("#stand-span").fill(Double.toString(span));
            page.locator("button:has-text('Change the span')").click();
            press(page, "ZERO");
            page.locator("button:has-text('Read the empty sensor again')").waitFor();
            page.locator("#stand-mass").fill("12");
            page.locator("button:has-text('Hang it')").click();
            press(page, "CHECK");
            page.locator("#checks").waitFor();
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private static void press(Page page, String step) {
        page.waitForFunction(
                "step => document.querySelector(`[data-settled][value=${step}]`)?.getAttribute('aria-disabled') === 'false'",
                step);
        page.locator("#object").fill("Kettlebell");
        page.locator("[data-settled][value=" + step + "]").click();
    }

    private static List<String> csv(Browser clinician, String column) {
        List<String> lines =
                clinician.get("/api/export/results.csv").text().lines().toList();
        int at = List.of(lines.get(0).split(",", -1)).indexOf(column);
        return lines.stream().skip(1).map(line -> line.split(",", -1)[at]).toList();
    }

    private void visit(Visit visit) {
        VisitDesk desk = server.composition().desk();
        Screened.on(desk, act("visit.screen"), visit);
        PositionTest test =
                desk.setUp(act("test.set-up"), visit.id(), SetUp.of("curl-prone-15", Fixation.BELT, SERIAL));
        desk.connect(act("test.connect"), test.id());
        for (Side side : List.of(test.firstSide(), test.firstSide().other())) {
            desk.tare(act("test.tare"), test.id(), side);
            Recording recording = desk.start(act("recording.start"), test.id(), side, "start-" + side + test.id());
            awaitMicros(desk, test);
            for (Trial trial :
                    desk.stop(act("recording.stop"), recording.id()).side(side).trials()) {
                if (trial.state() == Trial.State.CANDIDATE) {
                    desk.decide(act("trial.decide"), trial.id(), trial.version(), Decision.keep(0));
                }
            }
        }
        desk.close(act("visit.close"), visit.id(), visit.version());
    }

    private void awaitMicros(VisitDesk desk, PositionTest test) {
        CountDownLatch there = new CountDownLatch(1);
        LiveFeed.Subscription listening =
                desk.feed(sample.clinic().id(), test.visit()).subscribe(new Waiting(there));
        try {
            assertThat(there.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("stopped while waiting", stopped);
        } finally {
            listening.close();
        }
    }

    private record Waiting(CountDownLatch there) implements LiveFeed.Listener {

        @Override
        public void force(LiveFrame frame) {
            if (frame.newestMicros() >= ONE_EFFORT_MICROS) {
                there.countDown();
            }
        }

        @Override
        public void state(LiveState state) {}
    }
}
