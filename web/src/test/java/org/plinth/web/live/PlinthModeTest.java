package org.plinth.web.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is read, pressed and heard from two metres away. */
@Tag("browser")
class PlinthModeTest extends StageKit {

    /** Every cue that stood there, however short. */
    private static final String READ =
            """
            () => {
              window.read = [];
              const look = () => {
                const cue = document.querySelector('.stage-cue')?.textContent.trim();
                if (cue && cue !== read.at(-1)) read.push(cue);
              };
              new MutationObserver(look)
                .observe(document.getElementById('live'), { subtree: true, childList: true, characterData: true });
            }""";

    private double fontOf(String selector) {
        return ((Number) page.locator(selector).evaluate("element => parseFloat(getComputedStyle(element).fontSize)"))
                .doubleValue();
    }

    /** Words of state and side at least 96 px, the force 240 px or 24 % of the shorter side, targets at least 96 px. */
    private void assertReadable() {
        for (int[] size : new int[][] {{1024, 768}, {1280, 800}, {1440, 900}}) {
            page.setViewportSize(size[0], size[1]);
            String where = step() + " " + size[0];
            assertThat(fontOf("#words")).as(where).isGreaterThanOrEqualTo(96);
            boolean worded =
                    (Boolean) page.locator(".stage-panel.active").evaluate("p => p.classList.contains('worded')");
            double least = worded ? 96 : Math.min(240, 0.24 * Math.min(size[0], size[1]));
            assertThat(fontOf(".active .stage-number")).as(where).isGreaterThanOrEqualTo(least - 0.01);
            for (Locator target :
                    page.locator("#stage .stage-actions button:visible").all()) {
                assertThat(target.boundingBox().height).as(where).isGreaterThanOrEqualTo(96);
                assertThat(target.boundingBox().width).as(where).isGreaterThanOrEqualTo(96);
            }
            Object wide = page.evaluate("() => document.documentElement.scrollWidth - innerWidth");
            assertThat(((Number) wide).intValue()).as(where).isLessThanOrEqualTo(0);
        }
        page.setViewportSize(1024, 768);
    }

    private void shot(String name) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            String theme = scheme == ColorScheme.LIGHT ? "light" : "dark";
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "screenshots", "plinth-" + name + "-" + theme + ".png")));
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private void assertAccessible() {
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }

    @Test
    void words_force_and_targets_can_be_read_and_hit_from_two_metres_and_cues_say_what_to_do() {
        page.locator("#position").selectOption("bridge-iso-30"); // the limb rests: "go" waits for no strap
        setUp();
        assertReadable();
        press();
        awaitStep("TARE");
        press();
        awaitStep("READY");
        assertReadable();
        shot("ready");
        page.evaluate("() => heard.length = 0");
        page.evaluate(READ);
        press();
        awaitStep("RECORDING");
        page.waitForFunction("() => read.includes('Go')");
        assertThat(fontOf(".stage-cue")).isGreaterThanOrEqualTo(96);
        assertThat(page.locator(".stage-cue")).hasAttribute("role", "status");
        page.waitForFunction("() => Number(document.querySelector('.active .stage-number').firstChild?.data) > 60");
        assertReadable();
        shot("go");
        assertAccessible();
        page.waitForFunction("() => read.includes('Relax')");
        assertThat(page.evaluate("() => read.join()")).isEqualTo("Get ready,Go,Hold,Relax");
        assertThat(page.evaluate("() => heard.join()")).isEqualTo("440 Hz,440 Hz,880 Hz,660 Hz,660 Hz,440 Hz");
        assertThat(page.locator("#say").textContent()).doesNotContainPattern("\\d+ N");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void two_presses_within_400_ms_are_one_and_a_held_pedal_is_one_press() {
        setUp();
        page.evaluate("() => { window.asked = 0; const real = fetch; window.fetch = (path, how) => {"
                + " if (String(path).endsWith('/tare')) asked++; return real(path, how); } }");
        page.waitForFunction("() => primary.getAttribute('aria-disabled') !== 'true'");
        page.evaluate("() => { window.held = performance.now() + 1000; primary.click(); }");
        awaitStep("TARE");

        page.evaluate("() => { held += 399; primary.click(); }");
        assertThat(page.evaluate("() => asked")).isEqualTo(0);
        page.evaluate("() => primary.dispatchEvent(new KeyboardEvent('keydown',"
                + " { key: 'PageDown', repeat: true, bubbles: true, cancelable: true }))");
        page.evaluate("() => { held += 2; primary.click(); primary.click(); }");
        awaitStep("READY");

        assertThat(page.evaluate("() => asked")).isEqualTo(1);
    }

    @Test
    void a_pedal_that_sends_another_key_is_taught_and_remembered_and_typing_starts_nothing() {
        setUp();
        page.locator(".stage-settings summary").click();
        page.locator(".key-row button").first().click();
        page.keyboard().press("b");
        assertThat(page.locator(".key-name").first()).containsText("Main button: b");
        assertAccessible();
        shot("settings");
        page.locator(".tick input").first().focus();
        page.keyboard().press("b"); // somebody is busy with a field
        assertThat(step()).isEqualTo("CONFIRM_SIDE");

        page.reload();
        awaitStep("CONFIRM_SIDE");
        page.waitForTimeout(450);
        page.keyboard().press("PageDown"); // its old key
        assertThat(step()).isEqualTo("CONFIRM_SIDE");
        page.keyboard().press("b");
        awaitStep("TARE");
        page.waitForResponse("**/lock", () -> page.evaluate("() => document.getElementById('lock').requestSubmit()"));
        page.evaluate("() => { window.asked = 0; window.fetch = () => { asked++; return new Promise(() => {}); } }");
        page.evaluate("() => document.activeElement.blur()");
        page.keyboard().press("b"); // nothing can be reached behind the lock
        assertThat(page.evaluate("() => asked")).isEqualTo(0);
    }

    @Test
    void the_cues_of_an_effort_are_written_down_and_others_are_asked_about_before_the_next() {
        ready();
        record();
        String test = page.evaluate("() => fetch('/api/visits/' + JSON.parse(live.dataset.view).visit)"
                        + ".then(a => a.json()).then(v => v.tests[0].id)")
                .toString();
        JsonNode sheet = login.get("/api/tests/" + test).json();
        assertThat(sheet.path("feedback")).hasSize(1);
        JsonNode first = sheet.path("feedback").elements().next();
        assertThat(first.path("tones").asBoolean()).isTrue();
        assertThat(first.path("voice").asBoolean()).isFalse();
        assertThat(first.path("patientSees").asBoolean()).isFalse();
        assertThat(first.path("cues")).hasSize(6);
        keepAll();
        if (step().equals("REST")) {
            press();
        }
        awaitStep("READY");

        page.locator(".stage-settings summary").click();
        page.locator(".tick", new Page.LocatorOptions().setHasText("Voice")).click();
        assertThat(page.locator(".cue-changed"))
                .containsText("Last time in this position: 6 cues by tone. Now: 6 cues by tone and voice.");
        assertThat(page.locator("#primary")).hasText("Go on with these cues");
        shot("changed");
        assertAccessible();
        page.locator("#primary").focus();
        press();
        assertThat(page.locator(".cue-changed")).hasCount(0);
        page.evaluate("() => heard.length = 0");
        press();
        awaitStep("RECORDING");
        assertThat(page.evaluate("() => heard.includes('Get ready')")).isEqualTo(true);
        List<JsonNode> kept =
                login.get("/api/tests/" + test).json().path("feedback").findValues("voice");
        assertThat(kept).extracting(JsonNode::asBoolean).containsExactlyInAnyOrder(false, true);
        assertThat(login.page("/visits/" + sample.visit().id()).text())
                .contains(
                        "The cues were changed between efforts of this test",
                        "Made with 6 cues by tone.",
                        "Made with 6 cues by tone and voice.");
        assertThat(chromium.complaints()).isEmpty();
    }
}
