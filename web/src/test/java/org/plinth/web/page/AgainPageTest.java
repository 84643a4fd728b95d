package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Role;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;

/** An open screen is not a person: what hands out rights asks for the password after ten minutes. */
@Tag("slow")
class AgainPageTest {

    private static ClinicServer server;
    private static ClinicServer.Sample clinic;

    @BeforeAll
    static void start() {
        server = ClinicServer.fastWithPages();
        clinic = server.addClinic("a");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Somebody touches the screen all the time, so it never locks. */
    private static Browser elevenMinutesLater(Browser browser) {
        for (int i = 0; i < 11; i++) {
            server.clock().forward(Duration.ofMinutes(1));
            assertThat(browser.postForm("/lock/seen", Map.of()).status()).isEqualTo(204);
        }
        return browser;
    }

    @Test
    void after_ten_minutes_an_invitation_needs_the_password_and_nothing_is_done_before() {
        Browser owner = server.as(Role.OWNER, "a");
        Map<String, String> invited = Map.of("displayName", "Sample new", "role", "OWNER");
        assertThat(owner.postForm("/people", invited).status())
                .as("just logged in")
                .isEqualTo(200);
        elevenMinutesLater(owner);

        Browser.Answer asked = owner.postForm("/people", Map.of("displayName", "Sample late", "role", "OWNER"));
        assertThat(asked.status()).isEqualTo(303);
        assertThat(asked.header("Location")).isEqualTo("/account/again?back=%2Fpeople");
        assertThat(owner.page("/people").text()).doesNotContain("Sample late");
        assertThat(owner.page("/account/again?back=%2Fpeople").text()).contains("Your password once more");

        Browser.Answer wrong = owner.postForm("/account/again", Map.of("password", "not this one", "back", "/people"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(owner.postForm("/people", invited).status()).isEqualTo(303);

        Browser.Answer right =
                owner.postForm("/account/again", Map.of("password", ClinicServer.PASSWORD, "back", "/people"));
        assertThat(right.status()).isEqualTo(303);
        assertThat(right.header("Location")).isEqualTo("/people");
        assertThat(owner.postForm("/people", invited).status()).isEqualTo(200);
    }

    @Test
    void an_erasure_a_restriction_and_her_login_need_it_too_and_a_program_is_told() {
        Browser clinician = elevenMinutesLater(server.as(Role.CLINICIAN, "a"));
        String patient = "/patients/" + clinic.patient().id();

        for (String path : new String[] {"/erasure", "/access", "/shares", "/account"}) {
            assertThat(clinician.postForm(patient + path, Map.of()).header("Location"))
                    .as(path)
                    .startsWith("/account/again?back=%2Fpatients%2F");
        }
        Browser.Answer program = clinician.postJson(patient + "/account", Map.of("action", "INVITE"));
        assertThat(program.status()).isEqualTo(403);
        assertThat(program.json().at("/error/code").asText()).isEqualTo("PROVE_AGAIN");
        assertThat(clinician.postForm(patient + "/visits", Map.of()).header("Location"))
                .as("the day's work is not held up")
                .doesNotStartWith("/account/again");
    }

    @Test
    void a_second_factor_is_not_confirmed_by_whoever_finds_the_screen_open() {
        Browser clinician = elevenMinutesLater(server.as(Role.CLINICIAN, "a"));

        assertThat(clinician
                        .postForm("/account/second-factor/confirm", Map.of("code", "123456"))
                        .header("Location"))
                .isEqualTo("/account/again?back=%2Faccount%2Fsecond-factor");
    }

    @Test
    void it_leads_nowhere_else_and_an_owner_does_not_get_her_own_link() {
        Browser owner = server.as(Role.OWNER, "a");
        Browser.Answer away = owner.postForm(
                "/account/again", Map.of("password", ClinicServer.PASSWORD, "back", "//elsewhere.invalid/"));
        assertThat(away.header("Location")).isEqualTo("/");

        String self = "/people/" + clinic.accounts().get(Role.OWNER).id();
        assertThat(owner.postForm(self, Map.of("action", "PASSWORD_LINK")).status())
                .isEqualTo(409);
        assertThat(owner.postForm(self, Map.of("action", "RESET_FACTOR", "reason", "lost"))
                        .status())
                .isEqualTo(409);
    }
}
