package org.plinth.web.live;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.plinth.web.clinic.Role;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ChromiumPage;
import org.plinth.web.testkit.ClinicServer;

/** The live page of a fresh visit in Chromium, and its steps. */
abstract class StageKit {

    private static final double PATIENCE_MS = 30_000;

    ClinicServer server;
    ClinicServer.Sample sample;
    Browser login;
    ChromiumPage chromium;
    Page page;

    @BeforeEach
    void open() {
        server = ClinicServer.withPages();
        sample = server.addClinic("a");
        server.addCalibratedSensor(sample, "virtual-1");
        login = server.as(Role.CLINICIAN, "a");
        chromium = new ChromiumPage(login.root(), login.cookie().orElseThrow());
        page = chromium.page();
        page.setDefaultTimeout(PATIENCE_MS);
        page.addInitScript(HEARD);
        visit();
    }

    /** Time that a test may hold, and ears: what is sounded and said is written down. */
    private static final String HEARD =
            """
            const real = performance.now.bind(performance);
            performance.now = () => window.held ?? real();
            window.heard = [];
            window.AudioContext = class {
              currentTime = 0;
              destination = {};
              resume() {}
              createGain() {
                return { gain: { setValueAtTime() {}, linearRampToValueAtTime() {} }, connect() {} };
              }
              createOscillator() {
                return { frequency: {}, connect() {}, stop() {}, start() { heard.push(this.frequency.value + ' Hz'); } };
              }
            };
            window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
            Object.defineProperty(window, 'speechSynthesis',
                { value: { cancel() {}, speak(said) { heard.push(said.text); } } });""";

    void visit() {
        page.navigate(
                login.root().resolve("/visits/" + sample.visit().id() + "/live").toString());
    }

    @AfterEach
    void close() {
        chromium.close();
        server.close();
    }

    void awaitStep(String... steps) {
        page.waitForFunction("steps => steps.includes(document.getElementById('live').dataset.step)", List.of(steps));
    }

    String step() {
        return page.locator("#live").getAttribute("data-step");
    }

    /** As a pedal does, when the page is ready for it. */
    void press() {
        page.waitForFunction("() => document.activeElement.id === 'primary'"
                + " && document.activeElement.getAttribute('aria-disabled') !== 'true'");
        page.waitForTimeout(LOCK_OUT_MS);
        page.keyboard().press("Space");
    }

    /** A pause that the page itself prescribes, not a guess about speed. */
    static final double LOCK_OUT_MS = 450;

    void setUp() {
        page.locator("#setup input[name=sensor]").first().waitFor();
        page.locator("#setup label:has(input[value=belt])").click();
        page.locator("#setup label:has(input[name=sensor])").first().click();
        page.locator("#setup button[type=submit]").click();
        awaitStep("CONFIRM_SIDE");
    }

    void ready() {
        setUp();
        press();
        awaitStep("TARE");
        press();
        awaitStep("READY");
    }

    void record() {
        press();
        awaitStep("RECORDING");
        page.waitForFunction("() => Number(document.querySelector('.active .stage-number').firstChild?.data) > 60");
        page.waitForFunction("() => Number(document.querySelector('.active .stage-number').firstChild?.data) < 30");
        press();
        awaitStep("DECIDE");
    }

    /** Keeps what was found, with little pain, until nothing is left to decide. */
    void keepAll() {
        while (step().equals("DECIDE")) {
            String words = page.locator("#words").textContent();
            page.waitForTimeout(LOCK_OUT_MS);
            page.locator(".pain-row button").nth(1).click();
            page.waitForFunction(
                    "words => document.getElementById('live').dataset.step !== 'DECIDE'"
                            + " || document.getElementById('words').textContent !== words",
                    words);
        }
    }
}
