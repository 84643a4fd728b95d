package org.plinth.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;

/** A further clinic beside a running server: by who runs the machine, once for each link. */
@Tag("slow")
class AddClinicTest {

    private static final String PASSWORD = "correct horse battery";

    private final ClinicServer server = ClinicServer.fastWithPages();

    @AfterEach
    void close() {
        server.close();
    }

    private Browser.Answer setUp(String token, String login) {
        Map<String, String> form = new HashMap<>(Map.of(
                "token",
                token,
                "clinic",
                "Sample clinic " + login,
                "zone",
                "Europe/London",
                "name",
                "Sample Owner",
                "login",
                login,
                "password",
                PASSWORD));
        return server.browser().postForm("/setup", form, "Accept", "application/json");
    }

    @Test
    void a_further_clinic_is_set_up_by_a_link_that_works_once() {
        server.addClinic("a");

        CommandLineRun run =
                CommandLineRun.of("add-clinic", "--data", server.data().toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().strip()).startsWith("setup?token=");
        assertThat(run.err()).contains("works once");
        String token = run.out().strip().substring("setup?token=".length());
        assertThat(setUp(token, "second").status()).isEqualTo(303);
        assertThat(setUp(token, "third").status()).isEqualTo(403);
        int clinics = server.store().read(stores -> stores.clinics().all().size());
        assertThat(clinics).isEqualTo(2);
        Browser owner = server.browser().logIn("second", PASSWORD);
        assertThat(owner.page("/people").text()).contains("Sample Owner").doesNotContain("clinician-a");
    }
}
