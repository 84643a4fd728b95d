package org.plinth.web.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Role;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ChromiumPage;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.Forms;

/** The lock in a real browser: what stood on the screen is gone, and comes back as it was. */
@Tag("browser")
class LockPageTest {

    private ClinicServer server;
    private ClinicServer.Sample sample;
    private Browser login;
    private ChromiumPage chromium;
    private Page page;

    @BeforeEach
    void open() {
        server = ClinicServer.withPages();
        sample = server.addClinic("a");
        login = server.as(Role.CLINICIAN, "a");
        chromium = new ChromiumPage(login.root(), login.cookie().orElseThrow());
        page = chromium.page();
    }

    @AfterEach
    void close() {
        chromium.close();
        server.close();
    }

    private void unlock(String password) {
        page.waitForResponse("**/lock/open", () -> {
            page.locator("#unlock-password").fill(password);
            page.keyboard().press("Enter");
        });
    }

    @Test
    void what_was_typed_leaves_the_document_and_comes_back_and_can_be_sent() {
        page.navigate(login.root().resolve("/patients/new").toString());
        page.locator("#givenName").fill("Canaryname");
        page.waitForResponse("**/lock", () -> page.locator("#lock button").click());

        assertThat(page.content()).doesNotContain("givenName").doesNotContain("Sample CLINICIAN");
        assertThat((String) page.evaluate("() => document.documentElement.innerHTML + document.title"))
                .doesNotContain("Canaryname");
        assertThat(login.get("/api/sensors").status()).isEqualTo(423);
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        assertThat(chromium.complaints()).isEmpty();
        unlock("not the password");
        assertThat(page.locator("#unlock-problem")).containsText("not the password of who is logged in");
        assertThat(page.locator("#givenName")).hasCount(0);
        unlock(ClinicServer.PASSWORD);

        assertThat(page.locator("#givenName")).hasValue("Canaryname");
        assertThat(page.locator("#lock-page")).hasCount(0);
        page.locator("#familyName").fill("Madeup");
        page.locator("#birthDate").fill("1990-04-05");
        page.locator("[name=problem]").fill("Hamstring");
        page.locator("label:has(input[value=LEFT])").click();
        page.locator("main form button[type=submit]").first().click();
        page.waitForURL(url -> url.matches(".*/patients/[0-9a-f]{32}"));
        assertThat(page.locator("h1")).containsText("Canaryname");

        page.locator("form[action='/logout'] button").first().click();
        page.waitForURL("**/login");
        page.goBack();
        assertThat(page.content()).doesNotContain("Canaryname");
    }

    @Test
    void a_screen_nobody_touches_is_covered_in_every_tab_and_a_touch_keeps_it_open() {
        page.clock().install();
        page.navigate(login.root().resolve("/worklist").toString());
        page.clock().fastForward("09:00");
        page.keyboard().press("Tab");
        page.clock().fastForward("09:00");
        assertThat(page.locator("#lock-page")).hasCount(0);
        Page other = chromium.context().newPage();
        other.navigate(login.root().resolve("/about").toString());

        page.waitForResponse("**/lock", () -> page.clock().fastForward("01:05"));

        assertThat(page.locator("#unlock-password")).isFocused();
        assertThat(other.locator("#lock-page")).hasCount(1);
        unlock(ClinicServer.PASSWORD);
        assertThat(page.locator("main h1")).hasCount(1);
        assertThat(other.locator("#lock-page")).hasCount(0);
    }

    @Test
    void pages_of_accounts_are_accessible_in_dark_and_fit_a_phone() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(320, 800);
        String patient = "/patients/" + sample.patient().id();
        for (String path : List.of("/account", "/account/second-factor", patient, patient + "/account")) {
            look(path);
        }
        Browser owner = server.as(Role.OWNER, "a");
        Browser.Answer link =
                Forms.send(owner, "/people", "/people", Map.of("displayName", "Sample Newcomer", "role", "ASSISTANT"));
        look(Forms.find(link, "(/invitation\\?token=[A-Za-z0-9_-]{43})"));
        chromium.context()
                .addCookies(List.of(new Cookie("plinth", owner.cookie().orElseThrow())
                        .setUrl(owner.root().toString())));
        look("/people");
        assertThat(chromium.complaints()).isEmpty();
    }

    private void look(String path) {
        page.navigate(login.root().resolve(path).toString());
        page.evaluate("() => document.querySelectorAll('details').forEach(d => (d.open = true))");
        assertThat(page.evaluate("() => Math.max(0, document.documentElement.scrollWidth - innerWidth)"))
                .as(path)
                .isEqualTo(0);
        assertThat(new AxeBuilder(page).analyze().getViolations().stream().map(rule -> rule.getId() + rule.getNodes()))
                .as(path)
                .isEmpty();
        String name = path.replaceAll("[^a-z]+", "-").replaceAll("-[a-f-]{8,}", "-");
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of(
                        "target", "screenshots", "account" + name.substring(0, Math.min(40, name.length())) + ".png")));
    }
}
