package org.plinth.web.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The patient answers on a device of her own; the clinician keeps the effort and confirms nothing twice. */
@Tag("browser")
class PadTest extends StageKit {

    @Test
    void her_answer_arrives_as_hers_and_one_press_keeps_the_effort_with_it() {
        ready();
        page.locator(".stage-settings summary").click();
        page.getByText("Open a pain pad").click();
        String address = page.locator(".pad-link a").getAttribute("href");
        assertThat(page.locator(".pad-link svg path")).hasCount(1);
        try (BrowserContext hers = page.context().browser().newContext()) {
            Page pad = hers.newPage();
            pad.setViewportSize(390, 780);
            pad.navigate(address);
            assertThat(pad.locator("#says")).hasText("Wait. You will be asked after the next try.");
            assertThat(pad.locator("#who")).hasText("SM");
            assertThat(pad.url()).as("the secret has left the address").endsWith("/pad");
            assertThat(pad.locator("#numbers")).isHidden();
            page.locator("#primary").focus();
            record();

            assertThat(pad.locator("#ask")).isVisible();
            assertThat(pad.locator("body").textContent()).doesNotContain("Madeup");
            assertThat(new AxeBuilder(pad).analyze().getViolations()).isEmpty();
            pad.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "pad.png")));
            assertThat(pad.locator("#numbers button").first().boundingBox().height)
                    .isGreaterThanOrEqualTo(96);
            pad.locator("#numbers button").nth(3).click();
            assertThat(pad.locator("#says")).containsText("You said 3");
            assertThat(page.locator(".pad-answer")).hasText("Pain 3, said the patient.");
            String effort = page.locator("#words").textContent();

            press();
            page.waitForFunction(
                    "words => document.getElementById('live').dataset.step !== 'PAIN'"
                            + " && document.getElementById('words').textContent !== words",
                    effort);
            page.waitForFunction("() => document.querySelector('.stage-list li')?.textContent.includes('Pain 3')");
        }
        JsonNode visit = login.get("/api/visits/" + sample.visit().id()).json();
        JsonNode first = visit.at("/tests/0/right/efforts/0");
        assertThat(first.path("state").asText()).isEqualTo("ACCEPTED");
        assertThat(first.path("pain").asInt()).isEqualTo(3);
        assertThat(chromium.complaints()).isEmpty();
    }
}
