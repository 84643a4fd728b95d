package org.plinth.web.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.testkit.Browser;

/** A second screen in the patient's hand: she answers there, the clinician sees it and decides; a force to hold is a bar on it. */
@Tag("browser")
class PadTest extends StageKit {

    /** Time and answers of the pad that a test may hold. */
    private static final String HOLDING =
            """
            const real = performance.now.bind(performance);
            performance.now = () => window.held ?? real();
            const ask = fetch;
            window.fetch = async (...asked) => {
              if (window.frozen) window.told = (window.told ?? 0) + 1;
              if (window.frozen) return new Response(window.frozen, { headers: { 'Content-Type': 'application/json' } });
              const answer = await ask(...asked);
              if (answer.ok) window.last = await answer.clone().text();
              return answer;
            };""";

    private Page pad;

    /** Hers: another browser, with no login and no cookie. */
    private Page hand(BrowserContext hers) {
        page.locator(".stage-settings summary").click();
        page.getByText("Open a pain pad").click();
        String address = page.locator(".pad-link a").getAttribute("href");
        assertThat(page.locator(".pad-link svg path")).hasCount(1);
        hers.addInitScript(HOLDING);
        pad = hers.newPage();
        pad.setViewportSize(390, 780);
        pad.navigate(address);
        assertThat(pad.locator("#says")).hasText("Wait. You will be asked after the next try.");
        assertThat(pad.locator("#who")).hasText("SM");
        assertThat(pad.url()).as("the secret has left the address").endsWith("/pad");
        assertThat(pad.locator("#numbers")).isHidden();
        page.locator("#primary").focus();
        return pad;
    }

    private void shot(String name, ColorScheme scheme) {
        pad.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        assertThat(new AxeBuilder(pad).analyze().getViolations()).isEmpty();
        pad.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }

    private JsonNode visitNow() {
        return login.get("/api/visits/" + sample.visit().id()).json();
    }

    private JsonNode firstEffort() {
        return visitNow().at("/tests/0/right/efforts/0");
    }

    @Test
    void a_slip_is_put_right_before_it_counts_and_one_press_keeps_the_effort_with_her_answer() {
        ready();
        try (BrowserContext hers = page.context().browser().newContext()) {
            hand(hers);
            record();

            assertThat(pad.locator("#ask")).isVisible();
            assertThat(pad.locator("body").textContent()).doesNotContain("Madeup");
            shot("pad-question", ColorScheme.LIGHT);
            assertThat(pad.locator("#numbers button").first().boundingBox().height)
                    .isGreaterThanOrEqualTo(96);
            pad.locator("#numbers button").nth(8).click();
            assertThat(page.locator("#primary")).hasText("Keep, pain 8");
            assertThat(firstEffort().has("pain"))
                    .as("a slip counts for nothing")
                    .isFalse();
            pad.locator("#numbers button").nth(3).click();
            assertThat(pad.locator("#says")).containsText("You said 3");
            assertThat(page.locator("#primary")).hasText("Keep, pain 3");
            assertThat(page.locator(".pad-answer")).containsText("Pain 3, said the patient.");
            assertThat(firstEffort().path("state").asText()).isEqualTo("CANDIDATE");
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();

            press();
            page.waitForFunction("() => document.querySelector('.stage-list li')?.textContent.includes('Pain 3')");
            assertThat(firstEffort().path("state").asText()).isEqualTo("ACCEPTED");
            assertThat(firstEffort().path("pain").asInt()).isEqualTo(3);

            assertThat(chromium.complaints()).isEmpty();
            int version = visitNow().path("version").asInt();
            Browser.Answer closed = login.postJson(
                    "/api/visits/" + sample.visit().id() + "/close", Map.of(), "If-Match", "\"" + version + "\"");
            assertThat(closed.status()).as(closed.text()).isEqualTo(200);
            assertThat(pad.locator("#says")).hasText("This pad is closed. Please give it back.");
            assertThat(pad.locator("#who")).hasText("");
            assertThat(pad.locator("#numbers")).isHidden();
        }
    }

    @Test
    void a_held_force_is_a_bar_without_a_number_that_goes_within_a_second_when_nothing_new_is_heard() {
        Browser.Answer own = login.postJson(
                "/api/positions", Map.of("from", "curl-prone-15", "name", "Our held curl", "contraction", "sustained"));
        assertThat(own.status()).as(own.text()).isEqualTo(201);
        page.reload();
        page.locator("#position")
                .selectOption(own.json()
                        .path("positionId")
                        .asText(own.json().path("id").asText()));
        ready();
        try (BrowserContext hers = page.context().browser().newContext()) {
            hand(hers);
            page.locator("#target-number").fill("150");
            page.locator("#primary").focus();
            press();
            awaitStep("RECORDING");
            pad.waitForFunction("() => ['more', 'keep', 'less'].includes(hold.dataset.word)"
                    + " && Number(document.querySelector('.force').getAttribute('height')) > 10");
            assertThat(pad.locator("#hold h2")).hasText("Hold: Right leg");
            assertThat(pad.locator(".pad").textContent()).doesNotContainPattern("\\d+ ?N\\b");
            assertThat(pad.locator("#numbers")).isHidden();

            // one new answer as of the held time, then the same one for ever: the last real one may be any age on a
            // slow machine
            pad.evaluate("() => { const said = JSON.parse(last); said.hold.heard = 'held'; said.hold.lost = false;"
                    + " window.held = performance.now(); window.frozen = JSON.stringify(said); }");
            pad.waitForFunction("() => window.told > 2");
            shot("pad-hold", ColorScheme.LIGHT);
            pad.evaluate("() => { held += 640; }");
            assertThat(pad.locator("#hold")).not().hasAttribute("data-word", "lost");
            pad.evaluate("() => { held += 20; }");
            assertThat(pad.locator("#hold")).hasAttribute("data-word", "lost");
            assertThat(pad.locator(".pad-word")).hasText("Signal lost. Let go and rest.");
            assertThat(pad.locator(".force")).hasAttribute("height", "0");
            shot("pad-lost", ColorScheme.DARK);
            page.waitForFunction("() => Number(document.querySelector('.active .stage-number').firstChild?.data) < 30");
            pad.evaluate("() => { window.held = undefined; window.frozen = undefined; }");
            assertThat(pad.locator("#hold")).not().hasAttribute("data-word", "lost");

            page.locator("#primary").focus();
            press();
            keptBeforeSheAnswers();
        }
        JsonNode test = visitNow().at("/tests/0");
        JsonNode sheet = login.get("/api/tests/" + test.path("id").asText()).json();
        assertThat(sheet.path("feedback").elements().next().path("patientSees").asBoolean())
                .as("what she saw stands with the effort")
                .isTrue();
        assertThat(chromium.complaints()).isEmpty();
    }

    /** The effort was kept first: her answer is waited for, and counts at a press. */
    private void keptBeforeSheAnswers() {
        awaitStep("DECIDE");
        assertThat(pad.locator("#hold")).isHidden();
        press(); // kept before she has answered
        awaitStep("PAIN");
        assertThat(page.locator(".pad-answer")).hasText("Asked on the pain pad.");
        pad.locator("#numbers button").nth(2).click();
        assertThat(page.locator("#primary")).hasText("Keep, pain 2");
        assertThat(firstEffort().has("pain")).isFalse();
        press();
        page.waitForFunction("() => document.querySelector('.stage-list li')?.textContent.includes('Pain 2')");
        assertThat(firstEffort().path("pain").asInt()).isEqualTo(2);
    }
}
