package org.plinth.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Role;
import org.plinth.web.store.AuditEvent;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.Forms;

@Tag("slow")
class OwnAccountTest {

    private static final String NEW = "seven quiet kettles";

    private static ClinicServer server;
    private static int tests;
    private String name = "";
    private ClinicServer.Sample clinic;

    @BeforeEach
    void addClinic() {
        server.clock().forward(Duration.ofHours(2)); // what was throttled is forgotten
        name = "t" + tests++;
        clinic = server.addClinic(name);
    }

    @BeforeAll
    static void start() {
        server = ClinicServer.withPages();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Browser.Answer change(Browser browser, String old, String wanted) {
        return Forms.send(browser, "/account", "/account/password", Map.of("oldPassword", old, "password", wanted));
    }

    @Test
    void another_password_needs_the_old_one_ends_all_logins_and_gives_this_one_a_new_token() {
        Browser other = server.as(Role.CLINICIAN, name);
        Browser browser = server.as(Role.CLINICIAN, name);
        String old = browser.cookie().orElseThrow();

        assertThat(change(browser, "not the password", NEW).text()).contains("This is not your password");
        assertThat(change(browser, ClinicServer.PASSWORD, "clinician-" + name + " 26")
                        .text())
                .contains("little more than a name");
        assertThat(change(browser, ClinicServer.PASSWORD, "password1234").status())
                .isEqualTo(400);
        assertThat(other.get("/worklist").status()).isEqualTo(200);
        assertThat(change(browser, ClinicServer.PASSWORD, NEW).status()).isEqualTo(303);

        assertThat(browser.get("/worklist").status()).isEqualTo(200);
        assertThat(browser.cookie()).isNotEqualTo(java.util.Optional.of(old));
        assertThat(server.browser().holding(old, "").get("/worklist").status()).isEqualTo(401);
        assertThat(other.get("/worklist").status()).isEqualTo(401);
        assertThat(server.browser()
                        .logIn("clinician-" + name, NEW)
                        .get("/worklist")
                        .status())
                .isEqualTo(200);
        assertThat(actions()).contains("account.password", "account.password.refused");
    }

    @Test
    void guessing_at_the_old_password_counts_as_at_the_log_in() {
        Browser browser = server.as(Role.CLINICIAN, name);
        for (int i = 0; i < 5; i++) {
            assertThat(change(browser, "wrong " + i, NEW).status()).isEqualTo(400);
        }

        assertThat(change(browser, ClinicServer.PASSWORD, NEW).status()).isEqualTo(429);
        assertThat(server.browser()
                        .postJson("/login", Map.of("login", "clinician-" + name, "password", ClinicServer.PASSWORD))
                        .status())
                .isEqualTo(429);
    }

    @Test
    void her_own_logins_are_listed_and_ended_one_by_one_and_all_others() {
        Browser browser = server.as(Role.CLINICIAN, name);
        Browser second = server.as(Role.CLINICIAN, name);
        Browser third = server.as(Role.CLINICIAN, name);
        Browser.Answer page = Forms.open(browser, "/account");
        assertThat(page.text()).contains("This one", "End all others", "127.0.0.1");

        Browser.Answer ended = browser.postForm(
                "/account/sessions", Map.of("session", Forms.find(page, "name=\"session\" value=\"([0-9a-f]{32})\"")));
        assertThat(ended.status()).isEqualTo(303);
        assertThat(List.of(
                        second.get("/worklist").status(), third.get("/worklist").status()))
                .containsExactlyInAnyOrder(200, 401);
        browser.postForm("/account/sessions", Map.of("end", "OTHERS"));

        assertThat(second.get("/worklist").status()).isEqualTo(401);
        assertThat(third.get("/worklist").status()).isEqualTo(401);
        assertThat(browser.page("/account").text()).doesNotContain("End all others");
    }

    @Test
    void nobody_ends_the_login_of_another() {
        Browser victim = server.as(Role.OWNER, name);
        String hers = server.store()
                .read(stores -> stores.accounts()
                        .sessions(
                                clinic.clinic().id(),
                                clinic.accounts().get(Role.OWNER).id()))
                .get(0)
                .id()
                .toString();
        Browser browser = server.as(Role.CLINICIAN, name);

        browser.postForm("/account/sessions", Map.of("session", hers));

        assertThat(victim.get("/people").status()).isEqualTo(200);
    }

    @Test
    void her_name_changes_and_is_escaped_everywhere() {
        Browser browser = server.as(Role.CLINICIAN, name);

        Forms.send(browser, "/account", "/account/name", Map.of("displayName", "<b>Ada</b>"));

        assertThat(browser.page("/worklist").text()).contains("&lt;b&gt;Ada").doesNotContain("<b>Ada");
        assertThat(Forms.send(browser, "/account", "/account/name", Map.of("displayName", " "))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_locked_login_reaches_nothing_and_comes_back_with_the_password_alone() {
        Browser browser = server.as(Role.CLINICIAN, name);
        String before = browser.cookie().orElseThrow();
        String patient = "/patients/" + clinic.patient().id();
        Browser.Answer locked = Forms.send(browser, patient, "/lock", Map.of("back", patient));
        assertThat(locked.header("Location")).isEqualTo("/lock?back=" + patient.replace("/", "%2F"));

        assertThat(browser.page(patient).header("Location")).startsWith("/lock?back=");
        assertThat(browser.get("/api/sensors").status()).isEqualTo(423);
        assertThat(browser.page("/account").status()).isEqualTo(303);
        assertThat(browser.postJson("/lock/seen", Map.of()).status()).isEqualTo(423);
        Browser.Answer page = Forms.open(browser, "/lock?back=" + patient);
        assertThat(page.text()).doesNotContain("Madeup").doesNotContain("Sample Ada");
        assertThat(browser.postForm("/lock/open", Map.of("password", "wrong", "back", patient))
                        .status())
                .isEqualTo(401);
        Browser.Answer open =
                browser.postForm("/lock/open", Map.of("password", ClinicServer.PASSWORD, "back", patient));

        assertThat(open.header("Location")).isEqualTo(patient);
        assertThat(browser.page(patient).text()).contains("Madeup");
        assertThat(server.browser().holding(before, "").get("/worklist").status())
                .isEqualTo(401);
        assertThat(actions()).contains("account.lock", "account.unlock", "account.unlock.refused");
    }

    @Test
    void a_screen_left_alone_is_unlocked_in_the_same_way_and_the_clinic_says_after_how_long() {
        Browser owner = server.as(Role.OWNER, name);
        Forms.send(owner, "/people", "/people/rules", Map.of("lockMinutes", "2"));
        assertThat(Forms.send(owner, "/people", "/people/rules", Map.of("lockMinutes", "61"))
                        .status())
                .isEqualTo(400);
        Browser browser = server.as(Role.CLINICIAN, name);
        assertThat(browser.page("/worklist").text()).contains("data-after=\"120\"");
        server.clock().forward(Duration.ofMinutes(3).plusSeconds(1));
        assertThat(browser.get("/worklist").status()).isEqualTo(423);

        Browser.Answer open = browser.postJson("/lock/open", Map.of("password", ClinicServer.PASSWORD));

        assertThat(open.status()).isEqualTo(200);
        assertThat(browser.get("/worklist").status()).isEqualTo(200);
    }

    @Test
    void guessing_at_the_lock_is_slowed_down() {
        Browser browser = server.as(Role.CLINICIAN, name);
        browser.postJson("/lock", Map.of("back", "/"));
        for (int i = 0; i < 5; i++) {
            assertThat(browser.postJson("/lock/open", Map.of("password", "wrong " + i))
                            .status())
                    .isEqualTo(401);
        }

        Browser.Answer tooOften = browser.postJson("/lock/open", Map.of("password", ClinicServer.PASSWORD));

        assertThat(tooOften.status()).isEqualTo(429);
        assertThat(tooOften.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void the_way_back_never_leads_to_another_server() {
        for (String elsewhere :
                List.of("//example.org/", "https://example.org/", "/\\example.org", "javascript:alert(1)")) {
            Browser browser = server.as(Role.CLINICIAN, name);
            browser.postJson("/lock", Map.of("back", "/"));
            Browser.Answer open =
                    browser.postForm("/lock/open", Map.of("password", ClinicServer.PASSWORD, "back", elsewhere));
            assertThat(open.header("Location")).as(elsewhere).isEqualTo("/");
        }
    }

    private List<String> actions() {
        return server
                .store()
                .read(stores -> stores.audit().newest(clinic.clinic().id(), Long.MAX_VALUE, 200))
                .stream()
                .map(AuditEvent::action)
                .toList();
    }
}
