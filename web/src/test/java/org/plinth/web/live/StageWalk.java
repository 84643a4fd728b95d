package org.plinth.web.live;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.plinth.core.position.Fixation;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.Act;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ChromiumPage;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.visit.SetUp;
import org.plinth.web.visit.VisitDesk;

/** A re-test that stops in each state of the live page, in which somebody may look at it. */
abstract class StageWalk {

    private static final double PATIENCE_MS = 30_000;

    /** A pause that the page itself prescribes, not a guess about speed. */
    private static final double LOCK_OUT_MS = 450;

    private static final int LITTLE_PAIN = 1;
    private static final int TOO_MUCH_PAIN = 6;

    ClinicServer server;
    ChromiumPage chromium;
    Page page;
    private ClinicServer.Sample sample;
    private Browser login;

    /** The page stands in this state. */
    abstract void look(String state);

    @BeforeEach
    void aWeekAfterTheFirstVisit() {
        server = ClinicServer.withPages();
        sample = server.addClinic("a");
        server.addCalibratedSensor(sample, "virtual-1");
        desk().setUp(act("test.set-up"), sample.visit().id(), SetUp.of("curl-prone-15", Fixation.BELT, "virtual-1"));
        desk().close(act("visit.close"), sample.visit().id(), sample.visit().version());
        server.clock().forward(Duration.ofDays(7));
        login = server.as(Role.CLINICIAN, "a");
        chromium = new ChromiumPage(login.root(), login.cookie().orElseThrow());
        page = chromium.page();
        page.setDefaultTimeout(PATIENCE_MS);
        page.navigate(login.root().resolve("/patients/" + sample.patient().id()).toString());
    }

    @AfterEach
    void close() {
        chromium.close();
        server.close();
    }

    /** Through all of it. */
    void walk() {
        before();
        firstEffort();
        secondEffort();
        otherLeg();
        end();
    }

    private void before() {
        page.locator("form[action$='/visits'] button").click();
        at("SCREENING");
        page.waitForTimeout(LOCK_OUT_MS);
        page.locator("#before .btn-large").click();
        at("WARMUP");
        page.waitForTimeout(LOCK_OUT_MS);
        page.locator("#before .btn-primary").click();
        awaitStep("SETUP");
        page.locator("#plan-recalled").waitFor();
        look("SETUP");
        page.locator("#setup button[type=submit]").click();
        at("CONFIRM_SIDE");
    }

    private void firstEffort() {
        press();
        at("TARE");
        press();
        at("PRACTICE");
        press();
        at("READY");
        press();
        awaitStep("RECORDING");
        force("> 60");
        force("< 30");
        press();
        at("DECIDE");
        press();
        at("PAIN");
        pain(LITTLE_PAIN);
        decideAll();
        at("REST");
    }

    private void secondEffort() {
        press();
        awaitStep("READY");
        press();
        awaitStep("RECORDING");
        force("> 60");
        look("RECORDING");
        press();
        awaitStep("DECIDE");
        press();
        awaitStep("PAIN");
        pain(TOO_MUCH_PAIN); // which ends this side
        decideAll();
        at("BLOCKED");
        press();
        awaitStep("CONFIRM_SIDE");
    }

    private void otherLeg() {
        press();
        awaitStep("TARE");
        press();
        awaitStep("PRACTICE");
        press();
        awaitStep("READY");
        press();
        awaitStep("RECORDING");
        force("> 60");
        force("< 30");
        press();
        awaitStep("DECIDE");
        decideAll();
        page.waitForTimeout(LOCK_OUT_MS);
        page.locator("#stage button", new Page.LocatorOptions().setHasText("Finish this position"))
                .click();
        at("DONE");
    }

    private void end() {
        String live = page.url();
        page.navigate(live.replaceFirst("/live.*", "/readings?position=bridge-hold-sl-long"));
        page.locator("#reading").waitFor();
        look("READINGS");
        Id<Visit> id = Id.<Visit>parse(live.replaceFirst(".*/visits/([0-9a-f]{32}).*", "$1"))
                .orElseThrow();
        Visit visit = server.store()
                .read(stores -> stores.visits().find(sample.clinic().id(), id))
                .orElseThrow();
        desk().close(act("visit.close"), id, visit.version());
        page.navigate(live);
        at("CLOSED");
    }

    private void at(String step) {
        awaitStep(step);
        page.waitForTimeout(LOCK_OUT_MS); // until then its buttons look as what cannot be pressed
        look(step);
    }

    private void awaitStep(String... steps) {
        page.waitForFunction("steps => steps.includes(document.getElementById('live')?.dataset.step)", List.of(steps));
    }

    private void force(String than) {
        page.waitForFunction("() => Number(document.querySelector('.active .stage-number').firstChild?.data) " + than);
    }

    private void press() {
        page.waitForFunction("() => document.activeElement.id === 'primary'"
                + " && document.activeElement.getAttribute('aria-disabled') !== 'true'");
        page.waitForTimeout(LOCK_OUT_MS);
        page.keyboard().press("Space");
    }

    private void pain(int pain) {
        String words = page.locator("#words").textContent();
        page.waitForTimeout(LOCK_OUT_MS);
        page.locator(".pain-row button").nth(pain).click();
        moved("PAIN", words);
    }

    private void moved(String from, String words) {
        page.waitForFunction(
                "([from, words]) => document.getElementById('live').dataset.step !== from"
                        + " || document.getElementById('words').textContent !== words",
                List.of(from, words));
    }

    private String step() {
        return page.locator("#live").getAttribute("data-step");
    }

    /** What else was found is kept. */
    private void decideAll() {
        while (step().equals("DECIDE")) {
            press();
            awaitStep("PAIN");
            pain(LITTLE_PAIN);
        }
    }

    private VisitDesk desk() {
        return server.composition().desk();
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
}
