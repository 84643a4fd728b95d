package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.web.clinic.Role;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ChromiumPage;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.Program;

/** A token is made, copied and ended in a real browser. */
@Tag("browser")
class TokensPageTest {

    private static ClinicServer server;

    @BeforeAll
    static void start() {
        server = ClinicServer.fastWithPages();
        server.addClinic("a");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"CLINICIAN, 1280, LIGHT", "OWNER, 320, DARK"})
    void it_is_made_shown_once_and_ended_on_any_screen(Role role, int width, ColorScheme scheme) {
        Browser maker = server.as(role, "a");
        try (ChromiumPage chromium =
                new ChromiumPage(maker.root(), maker.cookie().orElseThrow())) {
            Page page = chromium.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.setViewportSize(width, 800);
            page.navigate(server.root() + "account");
            page.locator("a[href='/tokens']").click();
            page.locator("form[action='/tokens'] button").click();
            assertThat(page.evaluate("() => document.activeElement.name")).isEqualTo("name");
            page.locator("#name").fill("Sample database");
            page.locator("form[action='/tokens'] button").click();
            page.locator("[role=alert]").waitFor();
            assertThat(page.locator("#scope .problem").textContent()).contains("Tick at least one");
            look(page, "tokens-problem-" + width);

            page.locator("#scope label").first().click();
            page.locator("form[action='/tokens'] button").click();
            page.locator("#token").waitFor();
            String token = page.locator("#token").inputValue();
            look(page, "tokens-made-" + width);

            Program program = new Program(server.browser(), token);
            assertThat(program.get("/api/clinic").status()).isEqualTo(200);
            page.navigate(server.root() + "tokens");
            assertThat(page.content()).doesNotContain(token);
            page.locator(".btn-danger").first().click();
            page.locator("text=Revoked").first().waitFor();
            look(page, "tokens-ended-" + width);
            assertThat(program.get("/api/clinic").status()).isEqualTo(401);
            assertThat(chromium.complaints()).allMatch(said -> said.contains("400"));
        }
    }

    private static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
        Object over = page.evaluate("() => document.documentElement.scrollWidth - innerWidth");
        assertThat(((Number) over).intValue()).as("wider than the screen").isNotPositive();
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }
}
