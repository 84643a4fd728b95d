package org.plinth.web.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.core.position.Fixation;
import org.plinth.core.visit.Involvement;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.Act;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ChromiumPage;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.visit.SetUp;
import org.plinth.web.visit.VisitDesk;

/** A re-test of two positions with the keyboard alone, from the patient's page to a note that can be pasted. */
@Tag("browser")
class VisitFlowTest {

    private static final double PATIENCE_MS = 30_000;

    /** A pause that the page itself prescribes, not a guess about speed. */
    private static final double LOCK_OUT_MS = 450;

    private ClinicServer server;
    private ClinicServer.Sample sample;
    private ChromiumPage chromium;
    private Page page;
    private int ownPresses;

    @BeforeEach
    void aWeekAfterTheFirstVisit() {
        server = ClinicServer.withPages();
        sample = server.addClinic("a");
        server.addCalibratedSensor(sample, "virtual-1");
        VisitDesk desk = desk();
        for (String position : List.of("curl-prone-15", "bridge-iso-30")) {
            desk.setUp(act("test.set-up"), sample.visit().id(), SetUp.of(position, Fixation.BELT, "virtual-1"));
            server.clock().forward(Duration.ofMinutes(1)); // one after the other, in this order
        }
        desk.close(act("visit.close"), sample.visit().id(), sample.visit().version());
        server.clock().forward(Duration.ofDays(7));
        Browser login = server.as(Role.CLINICIAN, "a");
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

    private void awaitStep(String step) {
        page.waitForFunction("step => document.getElementById('live')?.dataset.step === step", step);
    }

    private String step() {
        return page.locator("#live").getAttribute("data-step");
    }

    /** Space, on what the page itself has put the focus on. */
    private void space(String focused) {
        page.waitForFunction(
                "focused => document.activeElement.matches(focused)"
                        + " && document.activeElement.getAttribute('aria-disabled') !== 'true'",
                focused);
        page.waitForTimeout(LOCK_OUT_MS);
        page.keyboard().press("Space");
    }

    private void primary() {
        space("#primary");
    }

    /** By tabulator to the button that says this, then space. */
    private void tabTo(String text) {
        tabTo(text, "Shift+Tab");
    }

    private void tabTo(String text, String key) {
        for (int i = 0; i < 40; i++) {
            Object label = page.evaluate("() => document.activeElement.textContent");
            if (String.valueOf(label).strip().startsWith(text)) {
                page.waitForTimeout(LOCK_OUT_MS);
                page.keyboard().press("Space");
                return;
            }
            page.keyboard().press(key);
        }
        throw new AssertionError("no way by keyboard to: " + text);
    }

    private void assertAccessible() {
        List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
        assertThat(violations.stream().map(rule -> rule.getId() + " " + rule.getNodes()))
                .isEmpty();
    }

    private void shot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }

    private void start() {
        page.locator("form[action$='/visits'] button").focus();
        page.keyboard().press("Enter");
        ownPresses++;
        awaitStep("SCREENING");
    }

    private void screen() {
        assertThat(page.locator("#before input[name=screening]")).hasCount(9);
        assertAccessible();
        shot("flow-1-screening");
        read("None of these, and she agrees");
        awaitStep("WARMUP");
        shot("flow-2-warmup");
        read("Warm-up is done");
        awaitStep("SETUP");
    }

    /** The focus is on the heading: what is asked is gone through before it is answered. */
    private void read(String answer) {
        page.waitForFunction("() => document.activeElement.id === 'before-title'");
        tabTo(answer, "Tab");
    }

    /** One effort of a side: confirm, zero, practise, start, stop, keep, pain; then on. */
    private void side() {
        awaitStep("CONFIRM_SIDE");
        primary();
        awaitStep("TARE");
        primary();
        awaitStep("PRACTICE");
        assertThat(page.locator("#what")).containsText("Nothing is recorded");
        primary();
        awaitStep("READY");
        assertThat(page.locator("#count")).containsText("of at most 24");
        primary();
        awaitStep("RECORDING");
        page.waitForFunction("() => Number(document.querySelector('.active .stage-number').firstChild?.data) > 60");
        page.waitForFunction("() => Number(document.querySelector('.active .stage-number').firstChild?.data) < 30");
        primary();
        awaitStep("DECIDE");
        while (step().equals("DECIDE")) {
            primary();
            awaitStep("PAIN");
            page.waitForFunction("() => document.activeElement.matches('.pain-row')");
            page.waitForTimeout(LOCK_OUT_MS);
            page.keyboard().press("Tab");
            page.keyboard().press("Space");
            page.waitForFunction("() => document.getElementById('live').dataset.step !== 'PAIN'");
        }
    }

    private void bothSides() {
        side();
        server.clock().forward(Duration.ofMinutes(1)); // or no recording would be the earlier one
        tabTo("Go to the other side");
        assertThat(page.locator("#since")).containsText("Right was tested");
        side();
        tabTo("Finish this position");
        awaitStep("DONE");
    }

    @Test
    void a_re_test_of_two_positions_by_keyboard_costs_four_presses_in_plinths_own_screens() {
        start();
        screen();
        assertThat(page.locator("#plan-words")).hasText("As on 6 August 2026.");
        assertThat(page.locator("#plan-recalled")).containsText("Set up as on 6 August 2026");
        assertThat(page.locator("#weigh-why")).containsText("Body mass is not known");
        assertAccessible();
        shot("flow-3-setup");
        space("#setup button[type=submit]");
        ownPresses++;
        bothSides();
        shot("flow-4-done");

        assertThat(page.locator("#primary")).hasText("Next: Heel press 30/30");
        primary();
        ownPresses++;
        bothSides();

        assertThat(page.locator("#primary")).hasText("See the visit summary");
        assertNote();
        page.locator("#primary").focus();
        primary();
        ownPresses++;
        page.waitForURL("**/visits/*");
        assertThat(page.locator("section.sheet h2[id^=test-]")).hasCount(2);
        assertThat(ownPresses).isEqualTo(4);
        assertThat(chromium.complaints()).isEmpty();
        moveAndBack();
    }

    private void assertNote() {
        page.waitForTimeout(LOCK_OUT_MS);
        page.locator("#note").focus();
        page.keyboard().press("Space");
        assertThat(page.locator("#note-text")).isVisible();
        String note = page.locator("#note-text").inputValue();
        assertThat(note)
                .startsWith("Strength test, 13 August 2026")
                .contains(
                        "asked, nothing applied",
                        "Left: 1 of ",
                        "To tell the patient: Your left leg",
                        "Left: Cannot tell a change: one visit.")
                .doesNotContain("Madeup")
                .doesNotContain("Sample Ada")
                .doesNotContain("1985");
    }

    /** From the summary: the first test goes to another patient, and back. */
    private void moveAndBack() {
        String here = page.url();
        String value = page.locator(".reading-left .value").first().textContent();
        Visit other = otherVisit();
        page.navigate(here);
        page.locator("details.sheet summary").click();
        page.locator("a[href*='correct=patient']").first().click();
        page.locator("select[name=target]").first().selectOption(other.id().toString());
        page.locator("form[action$='/move'] input[name=reason]").first().fill("wrong name was open");
        page.locator("form[action$='/move'] button").first().click();
        page.waitForURL("**/visits/" + other.id() + "**");
        assertThat(page.locator(".banner").first()).containsText("Birch");
        assertThat(page.locator(".reading-left .value").first()).hasText(value);
        assertThat(fetched(here + "/note"))
                .as("nothing of somebody else is pasted into her record")
                .contains("recorded under this name by mistake and moved to another patient")
                .contains("Left: 1 of "); // of the other position
        assertThat(fetched(here)).contains("another patient's");
        page.locator("details.sheet summary").click();
        page.locator("form[action$='/move-back'] input[name=reason]").fill("it was right");
        page.locator("form[action$='/move-back'] button").click();
        page.waitForURL(here + "**");
        assertThat(page.locator(".reading-left .value").first()).hasText(value);
        swap(0);
        assertThat(page.locator(".reading-left .value").first()).not().hasText(value);
        swap(1);
        assertThat(page.locator(".reading-left .value").first()).hasText(value);
    }

    private String fetched(String url) {
        return page.evaluate("async url => (await fetch(url)).text()", url).toString();
    }

    /** Says of a recording of the first test that it was of the other leg; those of the left stand first. */
    private void swap(int recording) {
        page.locator("details.sheet summary").click();
        page.locator("form[action$='/swap'] input[name=reason]").nth(recording).fill("strap was on the other leg");
        page.locator("form[action$='/swap'] button").nth(recording).click();
        page.waitForFunction("() => document.querySelector('details.sheet').open === false");
    }

    private Visit otherVisit() {
        SecureRandom random = new SecureRandom();
        Patient other = new Patient(
                Id.random(random),
                sample.clinic().id(),
                1,
                "Sample Berta",
                "Birch",
                LocalDate.of(1980, 1, 2),
                Optional.empty(),
                Optional.empty());
        Episode episode = new Episode(
                Id.random(random),
                sample.clinic().id(),
                other.id(),
                1,
                "Sample problem",
                Involvement.LEFT,
                LocalDate.of(2026, 8, 1),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        server.store().write(act("test.other"), stores -> {
            stores.patients().add(other);
            stores.episodes().add(episode);
            return true;
        });
        return desk().open(act("visit.open"), other.id(), episode.id());
    }

    @Test
    void something_that_applies_stops_testing_until_a_clinician_gives_a_reason() {
        start();
        page.locator("#before label:has(input[value=nerve])").click();
        assertThat(page.locator("#screening-advice")).containsText("speaks against maximal testing");
        assertAccessible();
        shot("flow-5-applies");
        page.locator("#before button", new Page.LocatorOptions().setHasText("Go on, she agrees"))
                .click();
        assertThat(page.locator("#screening-advice")).hasText("Going on needs a reason.");
        page.locator("#before button", new Page.LocatorOptions().setHasText("Stop testing for today"))
                .click();
        assertThat(page.locator("#before .problem")).containsText("Testing to the maximum was stopped");

        page.reload();
        awaitStep("SCREENING");
        assertThat(page.locator("#before input[value=nerve]")).isChecked();
        page.locator("#screening-reason").fill("known for years, seen last week");
        page.locator("#before button", new Page.LocatorOptions().setHasText("Go on, she agrees"))
                .click();
        awaitStep("WARMUP");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void the_visit_is_found_again_at_its_step_and_a_stale_tab_changes_nothing() {
        start();
        screen();
        page.locator("#plan-recalled").waitFor();
        space("#setup button[type=submit]");
        side();
        tabTo("Go to the other side");
        awaitStep("CONFIRM_SIDE");
        server.clock().forward(Duration.ofMinutes(8));

        page.reload();
        awaitStep("CONFIRM_SIDE");
        assertThat(page.locator("#words")).hasText("Left, the injured leg");
        assertThat(page.locator("#since")).hasText("Right was tested 8 minutes ago.");

        String stranger = otherVisit().patient().toString();
        page.route(
                "**/tare",
                route -> route.resume(new Route.ResumeOptions()
                        .setPostData(route.request()
                                .postData()
                                .replaceAll("\"patient\":\"[0-9a-f]{32}\"", "\"patient\":\"" + stranger + "\""))));
        primary();
        awaitStep("TARE");
        primary();
        assertThat(page.locator("#fault")).containsText("another patient");
        assertThat(page.locator("#live")).hasAttribute("data-step", "TARE");
    }
}
