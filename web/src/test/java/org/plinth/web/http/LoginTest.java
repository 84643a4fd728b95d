package org.plinth.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Role;
import org.plinth.web.store.Act;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;

@Tag("slow")
class LoginTest {

    private final ClinicServer server = ClinicServer.empty();
    private ClinicServer.Sample clinic;

    @BeforeEach
    void addClinic() {
        clinic = server.addClinic("a");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Browser.Answer logIn(Browser browser, String password) {
        return browser.postJson("/login", Map.of("login", "clinician-a", "password", password));
    }

    @Test
    void the_right_password_opens_the_page_of_the_role() {
        Browser browser = server.browser();
        Browser.Answer answer =
                browser.postForm("/login", Map.of("login", "Clinician-A", "password", ClinicServer.PASSWORD));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/worklist");
        assertThat(answer.header("Set-Cookie")).contains("HttpOnly", "SameSite=Strict", "Path=/");
        assertThat(browser.page("/worklist").status()).isEqualTo(200);
        assertThat(browser.page("/").header("Location")).isEqualTo("/worklist");
    }

    @Test
    void the_wrong_password_an_unknown_login_and_a_disabled_account_look_the_same() {
        Account account = clinic.accounts().get(Role.AUDITOR);
        Act act = Act.ofPlinth(clinic.clinic().id(), server.clock().instant(), "account.disable");
        server.store().write(act, stores -> {
            stores.accounts()
                    .change(new Account(
                            account.id(),
                            account.clinic(),
                            account.login(),
                            account.displayName(),
                            account.role(),
                            Optional.empty(),
                            true));
            return true;
        });

        Browser.Answer wrong = logIn(server.browser(), "not the password");
        Browser.Answer unknown =
                server.browser().postJson("/login", Map.of("login", "nobody", "password", ClinicServer.PASSWORD));
        Browser.Answer disabled =
                server.browser().postJson("/login", Map.of("login", "auditor-a", "password", ClinicServer.PASSWORD));

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(disabled.status()).isEqualTo(401);
        assertThat(unknown.json().at("/error/message")).isEqualTo(wrong.json().at("/error/message"));
        assertThat(disabled.json().at("/error/message")).isEqualTo(wrong.json().at("/error/message"));
    }

    @Test
    void after_five_wrong_ones_even_the_right_one_waits() {
        for (int i = 0; i < 5; i++) {
            assertThat(logIn(server.browser(), "wrong " + i).status()).isEqualTo(401);
        }

        Browser.Answer tooOften = logIn(server.browser(), ClinicServer.PASSWORD);
        assertThat(tooOften.status()).isEqualTo(429);
        assertThat(tooOften.header("Retry-After")).isEqualTo("1");
        Browser.Answer page =
                server.browser().postForm("/login", Map.of("login", "clinician-a", "password", ClinicServer.PASSWORD));
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.isPage()).isTrue();

        server.clock().forward(Duration.ofSeconds(2));
        assertThat(logIn(server.browser(), ClinicServer.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void a_login_left_alone_is_locked_and_a_sign_of_life_keeps_it_open() {
        Browser browser = server.as(Role.CLINICIAN, "a");
        for (int i = 0; i < 6; i++) {
            server.clock().forward(Duration.ofMinutes(9));
            assertThat(browser.get("/worklist").status()).isEqualTo(200);
        }

        server.clock().forward(Duration.ofMinutes(11).plusSeconds(1));

        Browser.Answer locked = browser.get("/api/sensors");
        assertThat(locked.status()).isEqualTo(423);
        assertThat(locked.json().at("/error/code").asText()).isEqualTo("LOCKED");
        assertThat(browser.page("/worklist").header("Location")).isEqualTo("/lock?back=%2Fworklist");
        assertThat(browser.postForm("/patients/new", Map.of(), "Accept", "application/json")
                        .status())
                .isEqualTo(423);
        assertThat(browser.get("/about").status()).isEqualTo(200);
    }

    @Test
    void a_login_without_a_sign_of_life_for_eight_hours_is_over() {
        Browser browser = server.as(Role.CLINICIAN, "a");
        server.clock().forward(Duration.ofHours(8).minusMinutes(1));
        assertThat(browser.get("/worklist").status()).isEqualTo(423);

        server.clock().forward(Duration.ofMinutes(2));
        assertThat(browser.get("/worklist").status()).isEqualTo(401);
    }

    @Test
    void a_login_in_use_ends_after_twelve_hours() {
        Browser browser = server.as(Role.CLINICIAN, "a");
        for (int i = 0; i < 79; i++) {
            server.clock().forward(Duration.ofMinutes(9));
            assertThat(browser.get("/worklist").status()).isEqualTo(200);
        }
        server.clock().forward(Duration.ofMinutes(9).plusSeconds(1));

        assertThat(browser.get("/worklist").status()).isEqualTo(401);
    }

    @Test
    void every_log_in_gives_another_token_and_ends_the_one_that_the_browser_had() {
        Browser browser = server.as(Role.CLINICIAN, "a");
        String first = browser.cookie().orElseThrow();
        String csrf = browser.csrf().orElseThrow();

        browser.logIn("clinician-a", ClinicServer.PASSWORD);

        assertThat(browser.cookie()).isPresent().isNotEqualTo(java.util.Optional.of(first));
        assertThat(server.browser().holding(first, csrf).get("/worklist").status())
                .isEqualTo(401);
    }

    @Test
    void after_logging_out_the_old_cookie_is_worth_nothing() {
        Browser browser = server.as(Role.CLINICIAN, "a");
        String old = browser.cookie().orElseThrow();
        String csrf = browser.csrf().orElseThrow();

        Browser.Answer answer = browser.postForm("/logout", Map.of());

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Clear-Site-Data")).isEqualTo("\"cache\", \"storage\"");
        assertThat(browser.cookie()).isEmpty();
        assertThat(server.browser().holding(old, csrf).get("/worklist").status())
                .isEqualTo(401);
    }

    @Test
    void a_restart_keeps_people_logged_in() {
        Browser before = server.as(Role.CLINICIAN, "a");
        server.restart();
        Browser after = server.browser()
                .holding(before.cookie().orElseThrow(), before.csrf().orElseThrow());

        assertThat(after.get("/worklist").status()).isEqualTo(200);
    }

    @Test
    void an_empty_form_names_its_field() {
        Map<String, String> form = new HashMap<>();
        form.put("login", "");
        form.put("password", "x");

        Browser.Answer answer = server.browser().postForm("/login", form, "Accept", "application/json");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/error/field").asText()).isEqualTo("login");
    }
}
