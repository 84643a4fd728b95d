package org.plinth.web.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Screening;
import org.plinth.web.clinic.Visit;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ChromiumPage;
import org.plinth.web.testkit.ClinicServer;

/** The questions before the first effort: nobody answers them by accident, and a patient may say no. */
@Tag("browser")
class ScreeningPageTest {

    private static final double PATIENCE_MS = 30_000;

    /** A pause that the page itself prescribes, not a guess about speed. */
    private static final double LOCK_OUT_MS = 450;

    /** Presses the button that says no to everything in the moment in which it is there. */
    private static final String BOUNCE =
            "const seen = new MutationObserver(() => { const none = document.querySelector('#before .btn-large');"
                    + " if (none) { seen.disconnect(); none.click(); window.bounced = true; } });"
                    + " seen.observe(document, { subtree: true, childList: true });";

    private ClinicServer server;
    private ClinicServer.Sample sample;
    private ChromiumPage chromium;
    private Page page;

    @BeforeEach
    void beginAVisit() {
        server = ClinicServer.withPages();
        sample = server.addClinic("a");
        server.clock().forward(Duration.ofDays(7));
        Browser login = server.as(Role.CLINICIAN, "a");
        chromium = new ChromiumPage(login.root(), login.cookie().orElseThrow());
        page = chromium.page();
        page.setDefaultTimeout(PATIENCE_MS);
        page.navigate(login.root().resolve("/patients/" + sample.patient().id()).toString());
        page.locator("form[action$='/visits'] button").click();
        awaitStep("SCREENING");
    }

    @AfterEach
    void close() {
        chromium.close();
        server.close();
    }

    private void awaitStep(String step) {
        page.waitForFunction("step => document.getElementById('live')?.dataset.step === step", step);
    }

    private void press(String label) {
        page.waitForTimeout(LOCK_OUT_MS);
        page.locator("#before button", new Page.LocatorOptions().setHasText(label))
                .click();
    }

    private Screening written() {
        Id<Visit> visit =
                Id.<Visit>parse(URI.create(page.url()).getPath().split("/")[2]).orElseThrow();
        return server.store()
                .read(stores -> stores.preparations().screening(sample.clinic().id(), visit))
                .orElseThrow();
    }

    @Test
    void one_press_answers_nothing_and_a_patient_who_refuses_is_written_down_as_one() {
        page.waitForFunction("() => document.activeElement.id === 'before-title'");
        for (String key : List.of("Enter", "Space")) {
            page.keyboard().press(key);
        }
        page.addInitScript(BOUNCE);
        page.reload();
        page.waitForFunction("() => window.bounced");
        assertThat(page.locator("#live").getAttribute("data-step")).isEqualTo("SCREENING");

        press("She does not want to be tested");
        assertThat(page.locator("#before .problem")).containsText("Testing to the maximum was stopped");
        assertThat(List.of(written().agreed(), written().goesOn())).containsOnly(false);
        assertThat(written().yes()).isEmpty();
        assertThat(page.evaluate("async () => (await fetch(location.pathname.replace('/live', '/note'))).text()")
                        .toString())
                .contains("She did not want to be tested.")
                .doesNotContain("something applied");
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();

        page.locator("#screening-reason").fill("she changed her mind");
        press("Go on, she agrees");
        awaitStep("WARMUP");
        assertThat(chromium.complaints()).isEmpty();
    }
}
