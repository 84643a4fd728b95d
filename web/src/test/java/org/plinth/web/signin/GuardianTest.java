package org.plinth.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
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

/** Who reads a patient's page for her (decision S11): what she sees, what she may not, and how it ends. Today is 6 August 2026. */
@Tag("slow")
class GuardianTest {

    private static final String OWN = "nine slow tramways";
    private static final String LINK = "(/invitation\\?token=[A-Za-z0-9_-]{43})";

    private static ClinicServer server;
    private static int tests;
    private String name = "";
    private ClinicServer.Sample clinic;
    private Browser clinician;
    private String account = "";

    @BeforeAll
    static void start() {
        server = ClinicServer.withPages();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void addClinic() {
        server.clock().set(ClinicServer.START.plus(Duration.ofHours(2L * tests)));
        name = "g" + tests++;
        clinic = server.addClinic(name);
        clinician = server.as(Role.CLINICIAN, name);
        account = "/patients/" + clinic.patient().id() + "/account";
    }

    private Browser.Answer invite(String until) {
        return Forms.send(
                clinician,
                account,
                account,
                Map.of("action", "INVITE_GUARDIAN", "name", "Sample Bea", "relation", "mother", "until", until));
    }

    /** The link is taken, and she is in. */
    private Browser guardian(String until) {
        Browser.Answer page = invite(until);
        assertThat(page.status()).isEqualTo(200);
        String link = Forms.find(page, LINK);
        assertThat(server.browser()
                        .postForm(
                                "/invitation",
                                Map.of(
                                        "token",
                                        link.substring(link.indexOf('=') + 1),
                                        "displayName",
                                        "Sample Bea",
                                        "login",
                                        "bea-" + name,
                                        "password",
                                        OWN))
                        .header("Location"))
                .isEqualTo("/login");
        return server.browser().logIn("bea-" + name, OWN);
    }

    @Test
    void she_reads_the_patients_page_under_a_heading_that_says_for_whom_and_answers_nothing() {
        Browser bea = guardian("2027-08-01");

        assertThat(bea.page("/me").text())
                .contains("You read this page for Sample Ada " + name + " Madeup, as mother, until 1 August 2027.")
                .doesNotContain("everything.zip", "action=\"/me/answers\"");
        assertThat(bea.postForm("/me/answers", Map.of("timing", "AFTER_24_H", "pain", "3"))
                        .status())
                .isEqualTo(409);
        assertThat(bea.get("/patients/" + clinic.patient().id() + "/everything.zip")
                        .status())
                .isEqualTo(409);
        assertThat(bea.get("/worklist").status()).isEqualTo(403);
        Browser herself = server.as(Role.PATIENT, name);
        assertThat(herself.page("/me").text())
                .contains("everything.zip", "action=\"/me/answers\"")
                .doesNotContain("You read this page for");
    }

    @Test
    void the_audit_log_names_her_as_who_did_it_and_not_the_patient() {
        Browser bea = guardian("2027-08-01");
        bea.page("/me");

        Account known = server.store()
                .read(stores -> stores.accounts()
                        .guardiansOf(clinic.clinic().id(), clinic.patient().id()))
                .get(0);
        List<AuditEvent> events = server.store()
                .read(stores -> stores.audit().newest(clinic.clinic().id(), Long.MAX_VALUE, 50));
        assertThat(known.displayName()).isEqualTo("Sample Bea");
        assertThat(events)
                .filteredOn(event -> event.actor().equals(known.id()))
                .extracting(AuditEvent::action)
                .contains("account.invitation.take", "login");
        assertThat(events)
                .filteredOn(event -> event.action().equals("account.guardian.invite"))
                .hasSize(1);
        assertThat(events.toString()).doesNotContain("mother").doesNotContain("Sample Bea");
    }

    @Test
    void it_ends_after_its_last_day() {
        guardian("2026-08-08");
        server.clock().set(Instant.parse("2026-08-08T22:59:50Z"));
        Browser bea = server.browser().logIn("bea-" + name, OWN);
        assertThat(bea.get("/me").status()).isEqualTo(200);

        server.clock().forward(Duration.ofSeconds(20)); // past midnight in London

        assertThat(bea.get("/me").status()).isEqualTo(401);
        assertThatThrownBy(() -> server.browser().logIn("bea-" + name, OWN)).hasMessageContaining("401");
        clinician = server.as(Role.CLINICIAN, name);
        assertThat(clinician.page(account).text()).contains("Sample Bea (mother): ended");
    }

    @Test
    void a_clinician_ends_it_at_once_and_another_clinics_cannot() {
        Browser bea = guardian("2027-08-01");
        Browser.Answer page = Forms.open(clinician, account);
        String id = Forms.find(page, "name=\"guardian\" value=\"([0-9a-f]{32})\"");
        ClinicServer.Sample other = server.addClinic(name + "-b");
        String theirs = "/patients/" + other.patient().id() + "/account";
        Browser stranger = server.as(Role.CLINICIAN, name + "-b");
        assertThat(Forms.send(stranger, theirs, theirs, Map.of("action", "END_GUARDIAN", "guardian", id))
                        .status())
                .isEqualTo(404);
        assertThat(bea.get("/me").status()).isEqualTo(200);

        assertThat(clinician
                        .postForm(account, Map.of("action", "END_GUARDIAN", "guardian", id))
                        .status())
                .isEqualTo(303);

        assertThat(bea.get("/me").status()).isNotEqualTo(200);
        assertThat(server.as(Role.PATIENT, name).get("/me").status()).isEqualTo(200);
    }

    @Test
    void the_patients_own_invitation_and_account_are_apart_from_hers() {
        guardian("2027-08-01");
        String page = clinician.page(account).text();

        assertThat(page).contains("She can log in and see her own page.", "Sample Bea (mother), until 1 August 2027");
        assertThat(invite("2027-08-01").text()).contains("Sample Bea (mother), until 1 August 2027: invited");
        String second = Forms.find(
                Forms.open(clinician, account), "name=\"guardian\" value=\"([0-9a-f]{32})\">\\s*<span>[^<]*: invited");
        assertThat(clinician
                        .postForm(account, Map.of("action", "REVOKE_GUARDIAN", "guardian", second))
                        .status())
                .isEqualTo(303);
        assertThat(clinician.page(account).text()).doesNotContain(": invited");
    }

    @Test
    void the_last_day_is_not_past_and_for_an_adult_at_most_a_year_away() {
        assertThat(invite("2026-08-05").status()).isEqualTo(400);
        assertThat(invite("2028-08-01").status()).isEqualTo(400);
        assertThat(invite("2028-08-01").text()).contains("value=\"Sample Bea\"");
    }

    @Test
    void a_minors_assent_is_a_consent_of_its_own_and_her_own_word() {
        String href = "/patients/" + clinic.patient().id();
        Map<String, String> said = Map.of(
                "kind",
                "ASSENT",
                "given",
                "YES",
                "on",
                "1999-03-02",
                "by",
                "HERSELF",
                "textVersion",
                "1",
                "version",
                "0");
        assertThat(Forms.send(clinician, href + "/privacy", href + "/consents", said)
                        .status())
                .isEqualTo(303);
        assertThat(clinician.page(href + "/privacy").text()).contains("own yes to being tested");
        Map<String, String> forHer = Map.of(
                "kind",
                "ASSENT",
                "given",
                "YES",
                "on",
                "1999-03-02",
                "by",
                "GUARDIAN",
                "guardian",
                "Sample Bea",
                "textVersion",
                "1",
                "version",
                "1");
        assertThat(clinician.postForm(href + "/consents", forHer).text()).contains("own word");
    }
}
