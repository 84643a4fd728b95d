package org.plinth.web.sso.passkey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ChromiumPage;
import org.plinth.web.testkit.ClinicServer;

/** A passkey made and used by the pages themselves, in Chromium with a device of its developer tools. */
@Tag("browser")
class PasskeyBrowserTest {

    @Test
    void a_passkey_made_on_ones_page_logs_in_on_the_login_page() {
        try (ClinicServer server = ClinicServer.withPages()) {
            server.addClinic("a");
            Browser person = server.browser().logIn("clinician-a", ClinicServer.PASSWORD);
            URI root = URI.create(server.root().replace("127.0.0.1", "localhost"));
            try (ChromiumPage chromium = new ChromiumPage(root, person.cookie().orElseThrow())) {
                addDevice(chromium);
                Page page = chromium.page();
                make(page, root);
                chromium.context().clearCookies();

                page.navigate(root + "login");
                page.getByText("Log in with a passkey").click();

                page.waitForURL(root + "worklist");
                page.navigate(root + "account/sign-in");
                assertThat(page.getByText("last used: never")).hasCount(0);
                assertThat(chromium.complaints()).isEmpty();
            }
        }
    }

    private static void make(Page page, URI root) {
        page.navigate(root + "account/sign-in");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Sample phone");
        page.locator("#passkey-password").fill(ClinicServer.PASSWORD);
        page.locator("#passkey-new button").click();
        assertThat(page.getByText("Sample phone")).isVisible();
        assertThat(page.getByText("last used: never")).isVisible();
    }

    private static void addDevice(ChromiumPage chromium) {
        CDPSession tools = chromium.context().newCDPSession(chromium.page());
        tools.send("WebAuthn.enable");
        JsonObject device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        device.addProperty("hasResidentKey", true);
        device.addProperty("hasUserVerification", true);
        device.addProperty("isUserVerified", true);
        device.addProperty("automaticPresenceSimulation", true);
        JsonObject options = new JsonObject();
        options.add("options", device);
        tools.send("WebAuthn.addVirtualAuthenticator", options);
    }
}
