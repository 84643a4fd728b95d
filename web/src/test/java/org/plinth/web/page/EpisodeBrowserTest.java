package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Role;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ChromiumPage;
import org.plinth.web.testkit.ClinicServer;

/** The page of an episode and a form of it in a browser: readable by all, nothing beyond the edge, no script or style refused. */
@Tag("browser")
class EpisodeBrowserTest {

    @Test
    void an_episode_and_its_forms_are_accessible_in_both_themes_and_on_the_smallest_phone() {
        try (ClinicServer server = ClinicServer.withPages()) {
            ClinicServer.Sample sample = server.addClinic("a");
            Browser login = server.as(Role.CLINICIAN, "a");
            String href = "/patients/" + sample.patient().id() + "/episodes/"
                    + sample.episode().id();
            note(login, href, "pain", Map.of("activity", "SITTING", "timing", "DURING", "pain", "6", "side", "LEFT"));
            note(login, href, "event", Map.of("what", "FLARE_UP"));
            note(login, href, "prescription", Map.of("exercise", "Bridge", "sets", "3", "hold", "20", "side", "LEFT"));
            try (ChromiumPage chromium =
                    new ChromiumPage(login.root(), login.cookie().orElseThrow())) {
                for (String path : new String[] {"", "/add/prescription", "/add/background", "/edit"}) {
                    look(chromium, login.root().resolve(href + path).toString());
                }
            }
        }
    }

    private static void note(Browser login, String href, String kind, Map<String, String> values) {
        assertThat(login.postForm(href + "/add/" + kind, values).status()).isEqualTo(303);
    }

    private static void look(ChromiumPage chromium, String address) {
        Page page = chromium.page();
        look(page, address, ColorScheme.LIGHT, 320);
        look(page, address, ColorScheme.DARK, 1440);
        assertThat(chromium.complaints()).isEmpty();
    }

    private static void look(Page page, String address, ColorScheme scheme, int width) {
        page.setViewportSize(width, 900);
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
        page.navigate(address);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as(address + " " + scheme + " " + width)
                .isEmpty();
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .as("width of " + address)
                .isLessThanOrEqualTo(width);
    }
}
