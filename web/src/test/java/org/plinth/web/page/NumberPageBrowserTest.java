package org.plinth.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ChromiumPage;
import org.plinth.web.testkit.ClinicServer;

/** From a number to its arithmetic and back, in a real browser. */
@Tag("browser")
class NumberPageBrowserTest {

    private static final double LEAST_TARGET_PX = 24;

    @Test
    void a_number_of_a_visit_is_selected_and_its_arithmetic_is_seen() {
        try (ClinicServer server = ClinicServer.withPages()) {
            assertThat(server.composition().makeSample((done, of) -> {})).isPresent();
            Browser login = server.browser().logIn("clinician", "sample-clinician");
            try (ChromiumPage chromium =
                    new ChromiumPage(login.root(), login.cookie().orElseThrow())) {
                follow(chromium.page(), login);
                assertThat(chromium.complaints()).isEmpty();
            }
        }
    }

    private static void follow(Page page, Browser login) {
        page.navigate(login.root().resolve("/patients?q=Sample+Ada").toString());
        page.locator("main a.name").first().click();
        targetsAreLargeEnough(page);
        accessible(page);
        page.locator("#visits ~ ul a.name").first().click();
        accessible(page);
        targetsAreLargeEnough(page);

        Locator number = page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^\\d+ N, how this was computed$")))
                .first();
        String shown = number.textContent();
        number.focus();
        page.keyboard().press("Enter");

        assertThat(page.locator("#result")).hasText(shown);
        assertThat(page.locator(".working")).containsText("= max(");
        accessible(page);
        page.locator("summary").click();
        assertThat(page.locator("#exact")).containsText("F_best = max(");
        page.locator(".inputs a.number").first().click();
        assertThat(page.locator(".working")).containsText("area(");
        accessible(page);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Back to the visit"))
                .click();
        assertThat(page).hasURL(Pattern.compile("/visits/[0-9a-f]{32}$"));
    }

    private static void targetsAreLargeEnough(Page page) {
        for (Locator number : page.locator("a.number:visible").all()) {
            assertThat(number.boundingBox().width).as(number.textContent()).isGreaterThanOrEqualTo(LEAST_TARGET_PX);
            assertThat(number.boundingBox().height).as(number.textContent()).isGreaterThanOrEqualTo(LEAST_TARGET_PX);
        }
    }

    private static void accessible(Page page) {
        List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
        assertThat(violations.stream().map(rule -> rule.getId() + " " + rule.getNodes()))
                .isEmpty();
    }
}
