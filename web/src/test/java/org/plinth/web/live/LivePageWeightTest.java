package org.plinth.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Role;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ChromiumPage;
import org.plinth.web.testkit.ClinicServer;

/** What the first load of the live page costs the network. */
@Tag("browser")
class LivePageWeightTest {

    /** Everything included, over the wire [bytes]. */
    private static final long LIMIT = 200_000;

    @Test
    void the_first_load_of_the_live_page_stays_under_its_limit() {
        try (ClinicServer server = ClinicServer.withPages()) {
            ClinicServer.Sample sample = server.addClinic("a");
            Browser login = server.as(Role.CLINICIAN, "a");
            try (ChromiumPage chromium =
                    new ChromiumPage(login.root(), login.cookie().orElseThrow())) {
                Page page = chromium.page();
                CDPSession devtools = chromium.context().newCDPSession(page);
                devtools.send("Network.enable");
                AtomicLong bytes = new AtomicLong();
                AtomicLong files = new AtomicLong();
                devtools.on("Network.loadingFinished", done -> {
                    bytes.addAndGet((long) done.get("encodedDataLength").getAsDouble());
                    files.incrementAndGet();
                });
                page.navigate(login.root()
                        .resolve("/visits/" + sample.visit().id() + "/live")
                        .toString());
                page.locator("#setup input[name=sensor]").first().waitFor();
                page.waitForLoadState(LoadState.NETWORKIDLE);

                System.out.println("first load of the live page: " + bytes + " bytes in " + files + " files");
                assertThat(files.get()).as("page, styles and scripts").isGreaterThan(10);
                assertThat(bytes.get()).isBetween(10_000L, LIMIT);
            }
        }
    }
}
