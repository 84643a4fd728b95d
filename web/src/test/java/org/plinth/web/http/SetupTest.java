package org.plinth.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;

@Tag("slow")
class SetupTest {

    private static final String PASSWORD = "correct horse battery";

    private final ClinicServer server = ClinicServer.empty();

    @AfterEach
    void stop() {
        server.close();
    }

    private String token() {
        String link = server.composition().setupLink(server.root()).orElseThrow();
        assertThat(link).startsWith(server.root() + "setup?token=");
        return link.substring(link.indexOf('=') + 1);
    }

    private Browser.Answer setUp(String token, Map<String, String> changes) {
        Map<String, String> form = new HashMap<>(Map.of(
                "token", token,
                "clinic", "Sample clinic",
                "zone", "Europe/London",
                "name", "Sample Administrator",
                "login", "admin",
                "password", PASSWORD));
        form.putAll(changes);
        return server.browser().postForm("/setup", form, "Accept", "application/json");
    }

    @Test
    void the_link_makes_the_first_administrator_once_and_never_again() {
        String token = token();
        assertThat(token).hasSizeGreaterThanOrEqualTo(43);

        assertThat(setUp(token, Map.of()).status()).isEqualTo(303);
        assertThat(setUp(token, Map.of("login", "second")).status()).isEqualTo(403);

        Browser browser = server.browser().logIn("admin", PASSWORD);
        assertThat(browser.page("/people").status()).isEqualTo(200);
        assertThat(server.composition().setupLink(server.root())).isEmpty();
    }

    @Test
    void a_wrong_link_and_one_of_yesterday_make_nobody() {
        String token = token();
        assertThat(setUp("x".repeat(43), Map.of()).status()).isEqualTo(403);

        server.clock().forward(Duration.ofHours(25));
        assertThat(setUp(token, Map.of()).status()).isEqualTo(403);
        assertThat(server.composition().setupLink(server.root())).isPresent();
    }

    @Test
    void guessing_at_links_is_slowed_down_for_that_address() {
        String token = token();
        for (int i = 0; i < 5; i++) {
            assertThat(setUp("x".repeat(43), Map.of("login", "admin" + i)).status())
                    .isEqualTo(403);
        }

        Browser.Answer tooOften = setUp(token, Map.of());

        assertThat(tooOften.status()).isEqualTo(429);
        assertThat(tooOften.header("Retry-After")).isEqualTo("1");
        server.clock().forward(Duration.ofSeconds(2));
        assertThat(setUp(token, Map.of()).status()).isEqualTo(303);
    }

    @Test
    void a_common_password_and_one_made_of_the_clinics_name_are_refused_and_the_reason_is_said() {
        String token = token();
        Browser.Answer common = setUp(token, Map.of("password", "password1234"));
        assertThat(common.status()).isEqualTo(400);
        assertThat(common.json().at("/error/message").asText()).contains("lists that are tried first");
        assertThat(setUp(token, Map.of("password", "Sample Clinic 26")).status())
                .isEqualTo(400);
    }

    @Test
    void a_field_that_cannot_be_used_leaves_the_link_as_it_was() {
        String token = token();
        assertThat(setUp(token, Map.of("password", "short"))
                        .json()
                        .at("/error/field")
                        .asText())
                .isEqualTo("password");
        assertThat(setUp(token, Map.of("zone", "Mars/Base"))
                        .json()
                        .at("/error/field")
                        .asText())
                .isEqualTo("zone");
        assertThat(setUp(token, Map.of("clinic", "")).json().at("/error/field").asText())
                .isEqualTo("clinic");

        assertThat(setUp(token, Map.of()).status()).isEqualTo(303);
    }
}
