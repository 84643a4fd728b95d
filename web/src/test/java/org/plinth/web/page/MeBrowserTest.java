package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.core.visit.Involvement;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ChromiumPage;
import org.plinth.web.testkit.ClinicServer;

/**
 * The patient's page, the overview and the worklist in a real browser: on a phone, a tablet and a desk, light and dark, with pictures in
 * {@code target/screenshots/me}.
 */
@Tag("browser")
class MeBrowserTest {

    private static final Path FOLDER = Path.of("target", "screenshots", "me");
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 6);
    private static final int[] WIDTHS = {320, 820, 1440};

    private static ClinicServer server;
    private static Browser herself;
    private static Browser clinician;

    @BeforeAll
    static void start() {
        server = ClinicServer.withPages();
        ClinicServer.Sample sample = server.addClinic("a");
        herself = server.as(Role.PATIENT, "a");
        clinician = server.as(Role.CLINICIAN, "a");
        Id<Account> tester = sample.accounts().get(Role.CLINICIAN).id();
        Optional<Sensor> sensor = Optional.of(server.addCalibratedSensor(sample, "S-1"));
        new MeKit(21, sample.patient(), sample.episode(), tester)
                .tested(TODAY.minusDays(90), 200, 262)
                .tested(TODAY.minusDays(83), 206, 258)
                .tested(TODAY.minusDays(40), 222, 266)
                .tested(TODAY.minusDays(20), 241, 263)
                .into(server.store(), server.clock().instant(), sensor, true);
        new MeKit(22, sample.clinic().id(), "Sample Bea", Involvement.BILATERAL, tester)
                .tested(TODAY.minusDays(60), 180, 190)
                .tested(TODAY.minusDays(41), 184, 188)
                .into(server.store(), server.clock().instant(), sensor, false);
        String href = "/patients/" + sample.patient().id() + "/episodes/"
                + sample.episode().id();
        note(href + "/add/goal", Map.of("what", "Run in the park again", "due", "2026-09-30"));
        note(
                href + "/add/prescription",
                Map.of("exercise", "Long bridge", "sets", "3", "hold", "20", "side", "LEFT", "daysAWeek", "7"));
        note(href + "/add/sitting-step", Map.of("surface", "SOFT", "planned", "60", "seconds", "60", "during", "1"));
    }

    private static void note(String path, Map<String, String> values) {
        Map<String, String> form = new HashMap<>(values);
        form.put("date", TODAY.minusDays(5).toString());
        assertThat(clinician.postForm(path, form).status()).as(path).isEqualTo(303);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void her_page_fits_a_phone_in_both_themes_and_an_answer_says_whom_to_call() {
        try (ChromiumPage chromium =
                new ChromiumPage(herself.root(), herself.cookie().orElseThrow())) {
            Page page = chromium.page();
            page.navigate(herself.root().resolve("/me").toString());
            look(page, "me");
            page.locator("label", new Page.LocatorOptions().setHasText("One day after"))
                    .click();
            page.locator(".pains label", new Page.LocatorOptions().setHasText("7"))
                    .click();
            page.locator("#worse label").first().click();
            page.locator("#numb label").last().click();
            page.locator("button:has-text('Send')").click();

            assertThat(page.locator(".fault").textContent()).contains("Call the emergency number now.");
            look(page, "me-called");
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @Test
    void overview_and_worklist_fit_in_both_themes() {
        try (ChromiumPage chromium =
                new ChromiumPage(clinician.root(), clinician.cookie().orElseThrow())) {
            Page page = chromium.page();
            for (String name : List.of("overview", "worklist")) {
                page.navigate(clinician.root().resolve("/" + name).toString());
                look(page, name);
            }
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @Test
    void without_script_she_can_answer_too() {
        try (ChromiumPage chromium =
                        new ChromiumPage(herself.root(), herself.cookie().orElseThrow());
                BrowserContext plain =
                        chromium.context().browser().newContext(new NewContextOptions().setJavaScriptEnabled(false))) {
            plain.addCookies(List.of(new Cookie("plinth", herself.cookie().orElseThrow())
                    .setUrl(herself.root().toString())));
            Page page = plain.newPage();
            page.navigate(herself.root().resolve("/me").toString());
            page.locator("label", new Page.LocatorOptions().setHasText("Two days after"))
                    .click();
            page.locator(".pains label", new Page.LocatorOptions().setHasText("2"))
                    .click();
            page.locator("#worse label").first().click();
            page.locator("#numb label").first().click();
            page.locator("button:has-text('Send')").click();

            assertThat(page.locator("#main").textContent()).contains("two days after: pain 2 of 10.");
        }
    }

    private static void look(Page page, String name) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                        .as(name + " at " + width)
                        .isEqualTo(0);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setAnimations(ScreenshotAnimations.DISABLED)
                        .setPath(FOLDER.resolve(name + "-" + width + "-" + scheme + ".png")));
                if (width == WIDTHS[0]) {
                    assertThat(new AxeBuilder(page)
                                    .analyze().getViolations().stream()
                                            .map(rule -> rule.getId() + " " + rule.getNodes()))
                            .as(name + " " + scheme)
                            .isEmpty();
                }
            }
        }
    }
}
