package org.plinth.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Role;
import org.plinth.web.store.AuditEvent;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.Forms;

@Tag("slow")
class InvitationTest {

    private static final String OWN = "nine slow tramways";
    private static final String LINK = "(/invitation\\?token=[A-Za-z0-9_-]{43})";

    private static ClinicServer server;
    private static int tests;
    private String name = "";
    private ClinicServer.Sample clinic;
    private ClinicServer.Sample other;
    private Browser owner;

    @BeforeEach
    void addClinics() {
        server.clock().forward(Duration.ofHours(2)); // what was throttled is forgotten
        name = "t" + tests++;
        clinic = server.addClinic(name);
        other = server.addClinic(name + "-b");
        owner = server.as(Role.OWNER, name);
    }

    @BeforeAll
    static void start() {
        server = ClinicServer.withPages();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private String invite() {
        Browser.Answer page =
                Forms.send(owner, "/people", "/people", Map.of("displayName", "Sample Newcomer", "role", "ASSISTANT"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains(server.root() + "invitation?token=");
        return Forms.find(page, LINK);
    }

    private Browser.Answer take(String link, Map<String, String> changes) {
        Map<String, String> form = new HashMap<>(Map.of(
                "token",
                link.substring(link.indexOf('=') + 1),
                "displayName",
                "Sample Newcomer",
                "login",
                "newcomer-" + name,
                "password",
                OWN));
        form.putAll(changes);
        return server.browser().postForm("/invitation", form);
    }

    @Test
    void who_is_invited_chooses_login_and_password_herself_once() {
        String link = invite();
        assertThat(server.browser().page(link).text())
                .contains("Sample clinic " + name + " invites you", "Sample Newcomer");
        assertThat(take(link, Map.of("password", "newcomer-" + name + " 2026")).status())
                .isEqualTo(400);
        assertThat(take(link, Map.of("login", "a b")).status()).isEqualTo(400);
        assertThat(take(link, Map.of("login", "owner-" + name)).status()).isEqualTo(409);
        assertThat(take(link, Map.of("role", "OWNER")).status())
                .as("nobody names her own role")
                .isEqualTo(400);

        assertThat(take(link, Map.of()).header("Location")).isEqualTo("/login");

        Browser newcomer = server.browser().logIn("newcomer-" + name, OWN);
        assertThat(newcomer.get("/worklist").status()).isEqualTo(200);
        assertThat(newcomer.get("/people").status()).isEqualTo(403);
        assertThat(take(link, Map.of("login", "second-" + name)).status()).isEqualTo(403);
        assertThat(server.browser().page(link).status()).isEqualTo(403);
        assertThat(owner.page("/people").text()).contains("newcomer").doesNotContain("Withdraw");
    }

    @Test
    void a_link_runs_out_after_seven_days_and_is_withdrawn_or_replaced_at_once() {
        String first = invite();
        Browser.Answer people = Forms.open(owner, "/people");
        String path = Forms.find(people, "(/invitations/[0-9a-f]{32})");
        assertThat(people.text()).doesNotContain("invitation?token=");

        String second = Forms.find(owner.postForm(path, Map.of("action", "RESEND")), LINK);
        assertThat(server.browser().page(first).status()).isEqualTo(403);
        assertThat(server.browser().page(second).status()).isEqualTo(200);

        String third = invite();
        server.clock().forward(Duration.ofDays(7).minusSeconds(1));
        assertThat(server.browser().page(second).status()).isEqualTo(200);
        server.clock().forward(Duration.ofSeconds(1));
        assertThat(take(second, Map.of()).status()).isEqualTo(403);
        assertThat(server.browser().page(third).status()).isEqualTo(403);
    }

    @Test
    void a_withdrawn_link_opens_nothing() {
        String link = invite();
        String path = Forms.find(Forms.open(owner, "/people"), "(/invitations/[0-9a-f]{32})");
        Browser stranger = server.as(Role.OWNER, name + "-b");
        assertThat(Forms.send(stranger, "/people", path, Map.of("action", "REVOKE"))
                        .status())
                .isEqualTo(404);
        assertThat(owner.postForm(path, Map.of("action", "REVOKE")).status()).isEqualTo(303);

        assertThat(take(link, Map.of()).status()).isEqualTo(403);
        assertThat(owner.postForm(path, Map.of("action", "REVOKE")).status()).isEqualTo(404);
    }

    @Test
    void guessing_at_links_is_slowed_down() {
        String link = invite();
        for (int i = 0; i < 5; i++) {
            assertThat(server.browser()
                            .page("/invitation?token=" + "x".repeat(42) + i)
                            .status())
                    .isEqualTo(403);
        }

        assertThat(server.browser().page(link).status()).isEqualTo(429);
        assertThat(take(link, Map.of()).header("Retry-After")).isNotEmpty();
    }

    @Test
    void a_clinician_invites_a_patient_to_her_own_page_and_to_nothing_else() {
        Browser clinician = server.as(Role.CLINICIAN, name);
        String page = "/patients/" + clinic.patient().id() + "/account";
        assertThat(Forms.send(clinician, page, page, Map.of("action", "INVITE")).status())
                .as("she has an account")
                .isEqualTo(409);
        assertThat(Forms.send(clinician, page, page, Map.of("action", "DISABLE"))
                        .status())
                .isEqualTo(303);
        assertThat(server.browser()
                        .postJson("/login", Map.of("login", "patient-" + name, "password", ClinicServer.PASSWORD))
                        .status())
                .isEqualTo(401);
        String foreign = "/patients/" + other.patient().id() + "/account";
        assertThat(clinician.postForm(foreign, Map.of("action", "INVITE")).status())
                .isEqualTo(404);
        assertThat(clinician.page(foreign).status()).isEqualTo(404);
    }

    @Test
    void a_patient_without_an_account_opens_her_own_page_by_the_link() {
        Browser clinician = server.as(Role.CLINICIAN, name);
        String added = Forms.send(
                        clinician,
                        "/patients/new",
                        "/patients/new",
                        Map.of(
                                "givenName", "Sample Bea",
                                "familyName", "Madeup",
                                "birthDate", "1990-04-05",
                                "problem", "Hamstring",
                                "involvement", "LEFT"))
                .header("Location");
        Browser.Answer sent = Forms.send(clinician, added + "/account", added + "/account", Map.of("action", "INVITE"));
        String link = Forms.find(sent, LINK);

        assertThat(take(link, Map.of("login", "bea-" + name, "displayName", "Sample Bea"))
                        .status())
                .isEqualTo(303);

        Browser bea = server.browser().logIn("bea-" + name, OWN);
        assertThat(bea.page("/me").text()).contains("Sample Bea");
        assertThat(bea.get("/worklist").status()).isEqualTo(403);
        assertThat(clinician.page(added + "/account").text()).contains("She can log in");
    }

    @Test
    void an_owner_changes_role_shuts_out_and_lets_in_and_never_herself() {
        Account clinician = clinic.accounts().get(Role.CLINICIAN);
        Browser hers = server.as(Role.CLINICIAN, name);
        String path = "/people/" + clinician.id();

        assertThat(change(path, Map.of("action", "ROLE", "role", "ASSISTANT"))).isEqualTo(303);
        assertThat(hers.get("/worklist").status())
                .as("a change of role ends the logins")
                .isEqualTo(401);
        Browser asAssistant = server.as(Role.CLINICIAN, name);
        assertThat(asAssistant.get("/analyse").status()).isEqualTo(403);
        assertThat(change(path, Map.of("action", "ROLE", "role", "PATIENT"))).isEqualTo(400);
        assertThat(change(path, Map.of("action", "DISABLE"))).isEqualTo(303);
        assertThat(asAssistant.get("/worklist").status()).isEqualTo(401);
        assertThat(change(path, Map.of("action", "ENABLE"))).isEqualTo(303);
        assertThat(server.as(Role.CLINICIAN, name).get("/worklist").status()).isEqualTo(200);

        String self = "/people/" + clinic.accounts().get(Role.OWNER).id();
        assertThat(change(self, Map.of("action", "DISABLE"))).isEqualTo(409);
        assertThat(change(self, Map.of("action", "ROLE", "role", "AUDITOR"))).isEqualTo(409);
        String patient = "/people/" + clinic.accounts().get(Role.PATIENT).id();
        assertThat(change(patient, Map.of("action", "DISABLE")))
                .as("a patient's is not hers")
                .isEqualTo(404);
        String foreign = "/people/" + other.accounts().get(Role.CLINICIAN).id();
        assertThat(change(foreign, Map.of("action", "DISABLE"))).isEqualTo(404);
    }

    @Test
    void a_forgotten_password_is_replaced_by_its_owner_and_the_owner_of_the_clinic_sets_none() {
        String path = "/people/" + clinic.accounts().get(Role.CLINICIAN).id();
        assertThat(change(path, Map.of("action", "PASSWORD_LINK", "password", "chosen by the owner")))
                .isEqualTo(400);
        Browser hers = server.as(Role.CLINICIAN, name);
        String link = Forms.find(Forms.send(owner, "/people", path, Map.of("action", "PASSWORD_LINK")), LINK);
        assertThat(hers.get("/worklist").status()).isEqualTo(401);
        assertThat(server.browser().page(link).text()).contains("Your login: clinician-" + name);

        Browser.Answer taken = server.browser()
                .postForm("/invitation", Map.of("token", link.substring(link.indexOf('=') + 1), "password", OWN));

        assertThat(taken.status()).isEqualTo(303);
        assertThat(server.browser()
                        .logIn("clinician-" + name, OWN)
                        .get("/worklist")
                        .status())
                .isEqualTo(200);
        List<String> actions =
                server
                        .store()
                        .read(stores -> stores.audit().newest(clinic.clinic().id(), Long.MAX_VALUE, 50))
                        .stream()
                        .map(AuditEvent::action)
                        .toList();
        assertThat(actions).contains("account.password-link", "account.invitation.take");
    }

    private int change(String path, Map<String, String> fields) {
        return Forms.send(owner, "/people", path, fields).status();
    }
}
