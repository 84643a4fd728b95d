package org.plinth.web.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Role;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ChromiumPage;
import org.plinth.web.testkit.ClinicServer;

/** A whole visit on the live page, in a real browser against a real server with a virtual dynamometer. */
@Tag("browser")
class LivePageTest {

    /** Where the state machine's reaction is bounded by a sensor that lives a hundred times faster than time. */
    private static final double PATIENCE_MS = 30_000;

    private ClinicServer server;
    private ClinicServer.Sample sample;
    private ChromiumPage chromium;
    private Page page;

    @BeforeEach
    void open() {
        server = ClinicServer.withPages();
        sample = server.addClinic("a");
        server.addCalibratedSensor(sample, "virtual-1");
        Browser login = server.as(Role.CLINICIAN, "a");
        chromium = new ChromiumPage(login.root(), login.cookie().orElseThrow());
        page = chromium.page();
        page.setDefaultTimeout(PATIENCE_MS);
        page.navigate(
                login.root().resolve("/visits/" + sample.visit().id() + "/live").toString());
    }

    @AfterEach
    void close() {
        chromium.close();
        server.close();
    }

    private void awaitStep(String step) {
        page.waitForFunction("step => document.getElementById('live').dataset.step === step", step);
    }

    private void awaitOneOf(String... steps) {
        page.waitForFunction("steps => steps.includes(document.getElementById('live').dataset.step)", List.of(steps));
    }

    private String step() {
        return page.locator("#live").getAttribute("data-step");
    }

    /** Presses as a pedal does: the focus is where the page has put it, and the lock-out has passed. */
    private void pedal() {
        page.waitForFunction("() => document.activeElement.id === 'primary'"
                + " && document.activeElement.getAttribute('aria-disabled') !== 'true'");
        page.waitForTimeout(LOCK_OUT_MS);
        page.keyboard().press("Space");
    }

    /** A pause that the page itself prescribes, not a guess about speed. */
    private static final double LOCK_OUT_MS = 450;

    private void setUp() {
        page.locator("#setup input[name=sensor]").first().waitFor();
        page.locator("#setup label:has(input[value=belt])").click();
        page.locator("#setup label:has(input[name=sensor])").first().click();
        page.locator("#setup button[type=submit]").click();
        awaitStep("CONFIRM_SIDE");
    }

    /** Records once; leaves the page where the effort is decided. */
    private void record() {
        if (step().equals("REST")) {
            pedal();
            awaitStep("READY");
        }
        pedal();
        awaitStep("RECORDING");
        page.waitForFunction("() => Number(document.querySelector('.active .stage-number').firstChild?.data) > 60");
        page.waitForFunction("() => Number(document.querySelector('.active .stage-number').firstChild?.data) < 30");
        pedal();
        awaitStep("DECIDE");
    }

    /** Keeps what was found with this pain, until nothing is left to decide. */
    private void keepAll(int pain) {
        while (step().equals("DECIDE")) {
            String words = page.locator("#words").textContent();
            page.locator(".pain-row button").nth(pain).click();
            page.waitForFunction(
                    "words => document.getElementById('live').dataset.step !== 'DECIDE'"
                            + " || document.getElementById('words').textContent !== words",
                    words);
        }
    }

    private void side() {
        pedal();
        awaitStep("TARE");
        pedal();
        awaitStep("READY");
        do {
            record();
            keepAll(1);
        } while (step().equals("REST") || step().equals("READY"));
    }

    private void shot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }

    private void shots(String name) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            String theme = scheme.name().toLowerCase(java.util.Locale.ROOT);
            for (int[] size : new int[][] {{320, 640}, {1024, 768}, {1440, 900}}) {
                page.setViewportSize(size[0], size[1]);
                shot(name + "-" + theme + "-" + size[0]);
            }
        }
        page.setViewportSize(1024, 768);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private void assertAccessible() {
        List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
        assertThat(violations.stream().map(rule -> rule.getId() + " " + rule.getNodes()))
                .isEmpty();
    }

    @Test
    void a_visit_on_both_sides_by_one_button_and_pain_gives_a_symmetry_with_its_interval() {
        assertAccessible();
        shots("1-setup");
        setUp();
        assertThat(page.locator("#words")).hasText("Right, the uninjured leg");
        assertAccessible();
        shots("2-confirm");
        pedal();
        awaitStep("TARE");
        shots("3-tare");
        pedal();
        awaitStep("READY");
        shots("4-ready");
        pedal();
        awaitStep("RECORDING");
        page.waitForFunction("() => Number(document.querySelector('.active .stage-number').firstChild?.data) > 60");
        shots("5-recording");
        assertThat(page.locator("#lists")).isEmpty();
        assertThat(page.locator("#kept-right")).isEmpty();
        assertAccessible();
        pedal();
        awaitStep("DECIDE");
        assertAccessible();
        shots("6-decide");

        excludeThenUndoThenKeep();
        keepAll(1);
        if (step().equals("REST")) {
            shots("7-rest");
        }
        while (!step().equals("CONFIRM_SIDE")) {
            record();
            keepAll(1);
        }
        assertThat(page.locator("#words")).hasText("Left, the injured leg");
        side();
        awaitStep("DONE");
        shots("8-done");

        assertSymmetryIsShown();
    }

    private void excludeThenUndoThenKeep() {
        assertThat(page.locator("#live a.number")).hasCount(0);
        page.locator(".exclude-row button").first().click();
        page.waitForFunction("() => document.querySelector('.stage-list .set-aside') !== null");
        page.locator("#others button", new Page.LocatorOptions().setHasText("Undo"))
                .first()
                .click();
        awaitStep("DECIDE");
        pedal();
        awaitStep("PAIN");
        assertThat(page.locator(".pain-row")).isFocused();
        page.locator(".pain-row button").nth(2).click();
        awaitOneOf("DECIDE", "REST", "READY", "CONFIRM_SIDE");
    }

    private void assertSymmetryIsShown() {
        assertThat(page.locator("#sentence"))
                .hasText(
                        Pattern.compile(
                                "Left \\d+ N, right \\d+ N\\. Left is \\d+ % of right \\(likely \\d+ to \\d+ %\\)\\. At least 90: .+"));
        assertThat(page.locator("#sentence a.number")).hasCount(6);
        assertThat(page.locator("#lists a.number").first()).isVisible();
        assertThat(page.locator("#verdict")).isVisible();
        assertThat(page.locator(".symmetry-bar")).isVisible();
        assertAccessible();
        Locator status = page.locator("#say");
        assertThat(status).containsText("Both sides are done.");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void the_page_finds_back_after_a_reload_in_the_middle_of_a_recording() {
        setUp();
        pedal();
        awaitStep("TARE");
        pedal();
        awaitStep("READY");
        pedal();
        awaitStep("RECORDING");

        page.reload();
        awaitStep("RECORDING");
        page.waitForFunction("() => Number(document.querySelector('.active .stage-number').firstChild?.data) > 60");
        pedal();
        awaitStep("DECIDE");

        page.reload();
        awaitStep("DECIDE");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void the_sensor_that_is_squeezed_is_offered_and_a_press_sets_it_up() {
        page.locator("#setup input[name=sensor]").first().waitFor();
        page.locator("#setup label:has(input[value=belt])").click();
        page.locator("#squeeze").click();
        assertThat(page.locator(".squeeze-says")).containsText("was squeezed and is chosen");
        assertThat(page.locator("#setup input[name=sensor]:checked")).hasValue("virtual-1");
        shots("squeeze");
        assertAccessible();
        page.waitForFunction("() => document.activeElement.type === 'submit'");
        page.keyboard().press("Space");
        awaitStep("CONFIRM_SIDE");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void two_sensors_that_are_squeezed_choose_none_and_say_so() {
        page.locator("#setup input[name=sensor]").first().waitFor();
        page.locator("#setup label:has(input[name=sensor])").first().click();
        page.route(
                "**/squeeze",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"outcome\":\"SEVERAL\",\"unheard\":[\"virtual-2\"]}")));
        page.locator("#squeeze").click();
        assertThat(page.locator(".squeeze-says")).containsText("so none is chosen");
        assertThat(page.locator(".squeeze-says")).containsText("Not listened to");
        assertThat(page.locator("#setup input[name=sensor]:checked")).hasCount(0);
    }

    @Test
    void a_server_that_is_away_is_said_and_the_force_is_blanked() {
        setUp();
        pedal();
        awaitStep("TARE");
        pedal();
        awaitStep("READY");
        pedal();
        awaitStep("RECORDING");
        page.waitForFunction("() => Number(document.querySelector('.active .stage-number').firstChild?.data) > 60");

        server.restart(); // on another port: for this page the server is away
        assertThat(page.locator(".active .stage-number")).hasText("Signal lost");
        assertThat(page.locator("#fault")).isVisible();
    }

    @Test
    void a_decision_about_an_old_version_is_refused_in_words_and_shows_how_it_is() {
        setUp();
        pedal();
        awaitStep("TARE");
        pedal();
        awaitStep("READY");
        record();

        page.evaluate(
                """
                async () => {
                  const view = JSON.parse(document.getElementById('live').dataset.view);
                  const ask = (path, body, version) => fetch(path, {method: 'POST', body: JSON.stringify(body), headers: {
                    'Content-Type': 'application/json', 'X-Plinth-Csrf': view.csrf, 'If-Match': '"' + version + '"'}});
                  const visit = await (await fetch('/api/visits/' + view.visit)).json();
                  const efforts = [...visit.tests[0].left.efforts, ...visit.tests[0].right.efforts];
                  const one = efforts.find(e => e.state === 'CANDIDATE');
                  await ask('/api/trials/' + one.id + '/decision', {state: 'EXCLUDED', reason: 'elsewhere'}, one.version);
                }""");
        page.locator(".pain-row button").nth(1).click();

        assertThat(page.locator("#fault")).containsText("Somebody else changed this first");
        assertThat(page.locator(".stage-list .set-aside", new Page.LocatorOptions().setHasText("elsewhere")))
                .isVisible();
    }

    @Test
    void a_lock_in_mid_effort_cuts_nothing_and_leads_back_to_the_same_place() {
        setUp();
        pedal();
        awaitStep("TARE");
        pedal();
        awaitStep("READY");
        pedal();
        awaitStep("RECORDING");
        page.waitForFunction("() => Number(document.querySelector('.active .stage-number').firstChild?.data) > 60");
        page.waitForResponse("**/lock", () -> page.evaluate("() => document.getElementById('lock').requestSubmit()"));
        assertThat(page.content()).doesNotContain("Madeup").doesNotContain("stage-number");

        page.locator("#unlock-password").fill(ClinicServer.PASSWORD);
        page.waitForResponse("**/lock/open", () -> page.keyboard().press("Enter"));

        assertThat(page.locator("#live")).hasAttribute("data-step", "RECORDING");
        page.waitForFunction("() => Number(document.querySelector('.active .stage-number').firstChild?.data) < 30");
        pedal();
        awaitStep("DECIDE");
        keepAll(1);
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void frames_are_read_as_they_were_written_and_the_highest_sample_is_drawn() {
        Object read = page.evaluate(
                """
                async () => {
                  const script = document.querySelector('script[src$="live/main.js"]').src;
                  const { decode, newFrame } = await import(new URL('feed.js', script));
                  const { Ring, Columns } = await import(new URL('trace.js', script));
                  const n = 3000;
                  const bytes = new DataView(new ArrayBuffer(32 + 16 * n));
                  bytes.setUint8(0, 1); bytes.setUint8(1, 1); bytes.setUint8(2, 1); bytes.setUint8(3, 2);
                  bytes.setUint32(4, 7); bytes.setUint32(8, 2); bytes.setFloat32(20, 12.5); bytes.setFloat32(24, 999.5);
                  bytes.setUint32(28, n);
                  let most = -Infinity;
                  for (let i = 0; i < n; i++) {
                    const at = 32 + 16 * i;
                    const greatest = Math.fround(200 + 100 * Math.sin(i / 7) + (i === 2345 ? 500 : 0));
                    bytes.setBigInt64(at, BigInt(2 ** 40 + i * 10000 + (i >= 2500 ? 500000 : 0)));
                    bytes.setFloat32(at + 8, greatest - 3);
                    bytes.setFloat32(at + 12, greatest);
                    if (i >= n - 950) most = Math.max(most, greatest);
                  }
                  const ring = new Ring();
                  const frame = newFrame();
                  const whole = decode(bytes.buffer, frame, (t, lo, hi) => ring.add(t, lo, hi));
                  const cut = decode(bytes.buffer.slice(0, 40), newFrame(), () => {});
                  const columns = new Columns();
                  columns.resize(137);
                  const drawn = columns.fill(ring, ring.last - 10_000_000, 10_000_000);
                  let highest = -Infinity, gaps = 0;
                  for (let x = 0; x < 137; x++) {
                    if (columns.greatest[x] > highest) highest = columns.greatest[x];
                    if (!Number.isNaN(columns.least[x]) && columns.joined[x] === 0) gaps++;
                  }
                  return [whole, cut, frame.side, frame.flags, frame.number, frame.skipped, frame.newest, frame.greatest,
                    drawn === most, highest === most, gaps].join(' ');
                }""");
        assertThat(read).isEqualTo("true false 1 2 7 2 12.5 999.5 true true 2");
    }
}
