package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.core.visit.Involvement;
import org.plinth.web.clinic.Role;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ChromiumPage;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.MeasuredEpisode;

/** The pages of papers in a real browser: nobody is kept out, and the content policy has nothing to complain of. */
@Tag("browser")
class ReportBrowserTest {

    @Test
    void reports_and_the_sheet_from_home_are_accessible_and_break_no_policy() {
        try (ClinicServer server = ClinicServer.withPages()) {
            ClinicServer.Sample clinic = server.addClinic("a");
            MeasuredEpisode who = new MeasuredEpisode(
                            server,
                            clinic,
                            server.addCalibratedSensor(clinic, "sample-1"),
                            "Quillford",
                            Involvement.LEFT)
                    .longCourse();
            Browser login = server.as(Role.CLINICIAN, "a");
            try (ChromiumPage chromium =
                    new ChromiumPage(login.root(), login.cookie().orElseThrow())) {
                Page page = chromium.page();
                for (String path :
                        List.of("report?for=patient", "report?for=referrer", "report?for=payer", "take-home")) {
                    page.navigate(login.root().resolve(who.href() + "/" + path).toString());
                    seen(page, path.replace("?for=", "-"), ColorScheme.LIGHT, 1024);
                    seen(page, path.replace("?for=", "-"), ColorScheme.DARK, 360);
                }
                page.navigate(login.root()
                        .resolve(who.href() + "/report?for=referrer")
                        .toString());
                page.waitForDownload(() -> page.locator("button.btn-primary").click());
                page.reload();
                assertThat(page.locator("#issued ~ ul li").count()).isEqualTo(1);
                assertThat(chromium.complaints()).isEmpty();
            }
        }
    }

    private static void seen(Page page, String name, ColorScheme scheme, int width) {
        page.setViewportSize(width, 768);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
        assertThat(violations).as(name + " " + scheme).isEmpty();
        int scroll = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        assertThat(scroll).as("nothing stands outside at " + width).isLessThanOrEqualTo(width);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + "-" + width + ".png")));
    }
}
