package org.plinth.web.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Role;
import org.plinth.web.testkit.ClinicServer;

/** Who tests stands on the live page and is changed there in two seconds. */
@Tag("browser")
class TesterSwitchTest extends StageKit {

    @Test
    void who_tests_stands_on_every_step_is_changed_by_a_pin_and_is_back_after_a_lock() {
        assertThat(page.locator("#tester")).containsText("Tester: Sample CLINICIAN");
        assertThat(page.getByText("Change tester")).isHidden();
        server.as(Role.ASSISTANT, "a")
                .postForm("/account/pin", Map.of("oldPassword", ClinicServer.PASSWORD, "pin", "7391"));
        page.reload();
        setUp();
        page.getByText("Change tester").click();
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "tester.png")));
        page.keyboard().type("8402");
        page.keyboard().press("Enter");
        page.waitForFunction("() => document.querySelector('.tester .problem')?.textContent.length > 0");
        assertThat(page.locator(".tester .problem")).hasText("This is not her PIN. Nothing was changed.");
        assertThat(page.locator("#tester")).containsText("Tester: Sample CLINICIAN");
        page.keyboard().type("7391");
        page.keyboard().press("Enter");
        assertThat(page.locator("#tester")).containsText("Tester: Sample ASSISTANT");
        assertThat(page.locator(".tester-form")).hasCount(0);
        press();
        awaitStep("TARE");
        assertThat(page.locator(".tester-now")).isVisible();

        page.waitForResponse("**/lock", () -> page.evaluate("() => document.getElementById('lock').requestSubmit()"));
        page.locator("#unlock-password").fill(ClinicServer.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.locator("#tester")).containsText("Tester: Sample CLINICIAN");
    }
}
