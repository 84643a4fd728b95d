package org.plinth.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Role;
import org.plinth.web.store.Act;
import org.plinth.web.store.AuditEvent;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.DatabaseAdministrator;

/** Who opened, printed and took away what, and who was turned away: in the audit log of the real server. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadAuditTest {

    private ClinicServer server;
    private ClinicServer.Sample a;
    private ClinicServer.Sample b;
    private Browser clinician;
    private long before;

    @BeforeAll
    void start() {
        server = ClinicServer.withPages();
        a = server.addClinic("a");
        b = server.addClinic("b");
        clinician = server.as(Role.CLINICIAN, "a");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void from_here_on() {
        server.clock().forward(Duration.ofMinutes(2));
        clinician.get("/api/sensors");
        before = server.store().read(stores -> stores.audit().head()).seq();
    }

    private List<AuditEvent> rows() {
        return server.store().read(stores -> stores.audit().next(before, 1_000)).stream()
                .filter(row -> !row.action().equals("login.seen"))
                .toList();
    }

    private AuditEvent only() {
        List<AuditEvent> rows = rows();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private Id<Account> clinicianOfA() {
        return a.accounts().get(Role.CLINICIAN).id();
    }

    @Test
    void opening_a_patient_says_who_whom_when_and_from_where() {
        assertThat(clinician.page("/patients/" + a.patient().id()).status()).isEqualTo(200);

        AuditEvent row = only();
        assertThat(row.action()).isEqualTo("record.open");
        assertThat(row.actor()).isEqualTo(clinicianOfA());
        assertThat(row.clinic()).isEqualTo(a.clinic().id());
        assertThat(row.subject()).isEqualTo("patient:" + a.patient().id());
        assertThat(row.from()).isEqualTo("127.0.0.1");
        assertThat(row.at()).isEqualTo(server.clock().instant());
        assertThat(row.after()).contains("{\"agent\":\"other\",\"route\":\"/patients/:id\"}");
    }

    @Test
    void a_visit_its_live_page_its_paper_and_the_results_are_four_rows_about_her() {
        String visit = "/visits/" + a.visit().id();
        for (String path : List.of(visit, visit + "/live", visit + "/visit.pdf", "/api/export/results.csv")) {
            assertThat(clinician.page(path).status()).as(path).isEqualTo(200);
        }

        List<AuditEvent> rows = rows();
        assertThat(rows)
                .extracting(AuditEvent::action)
                .containsExactly("record.open", "record.open", "record.print", "export.results");
        assertThat(rows.subList(0, 3)).allSatisfy(row -> {
            assertThat(row.subject()).isEqualTo("patient:" + a.patient().id());
            assertThat(row.after().orElseThrow())
                    .contains("\"visit\":\"" + a.visit().id());
        });
        assertThat(rows.get(3).subject()).isEqualTo("clinic:" + a.clinic().id());
    }

    @Test
    void the_patient_herself_is_noted_like_anybody() {
        Browser patient = server.as(Role.PATIENT, "a");
        before = server.store().read(stores -> stores.audit().head()).seq();

        patient.page("/me");

        assertThat(only().subject()).isEqualTo("patient:" + a.patient().id());
        assertThat(only().actor()).isEqualTo(a.accounts().get(Role.PATIENT).id());
    }

    @Test
    void what_a_page_asks_for_again_and_again_is_one_reading_for_ten_minutes() {
        for (int i = 0; i < 5; i++) {
            clinician.get("/api/visits/" + a.visit().id());
        }
        assertThat(only().action()).isEqualTo("record.read");

        server.clock().forward(AuditReadLog.REPEATS);
        clinician.get("/api/visits/" + a.visit().id());
        assertThat(rows()).hasSize(2);
    }

    @Test
    void lists_parts_of_pages_and_style_leave_no_row() {
        for (String path : List.of(
                "/worklist",
                "/patients?q=mad",
                "/positions",
                "/patients/" + a.patient().id() + "/charts/curl-prone-15/strength.svg")) {
            clinician.page(path);
        }

        assertThat(rows()).filteredOn(row -> row.action().startsWith("record.")).isEmpty();
    }

    @Test
    void another_clinics_patient_is_a_refusal_in_the_clinic_of_who_asked_and_no_opening() {
        String path = "/patients/" + b.patient().id();
        assertThat(clinician.page(path).status()).isEqualTo(404);

        AuditEvent row = only();
        assertThat(row.action()).isEqualTo("access.refused");
        assertThat(row.clinic()).isEqualTo(a.clinic().id());
        assertThat(row.actor()).isEqualTo(clinicianOfA());
        assertThat(row.subject()).isEqualTo("patient:" + b.patient().id());
        assertThat(row.after())
                .contains(
                        "{\"agent\":\"other\",\"code\":\"NOT_FOUND\",\"route\":\"GET /patients/:id\",\"status\":404}");
    }

    @Test
    void a_wrong_role_a_forged_token_and_a_login_that_never_was_are_refusals() {
        Browser assistant = server.as(Role.ASSISTANT, "a");
        String visit = a.visit().id().toString();
        Browser forged = server.browser().holding(clinician.cookie().orElseThrow(), "forged");
        Browser nobody = server.browser().holding("A".repeat(43), "x");
        before = server.store().read(stores -> stores.audit().head()).seq();

        assertThat(assistant.page("/visits/" + visit + "/visit.pdf").status()).isEqualTo(403);
        assertThat(forged.postJson("/api/visits/" + visit + "/close", Map.of()).status())
                .isEqualTo(403);
        assertThat(nobody.get("/api/visits/" + visit).status()).isEqualTo(401);

        List<AuditEvent> rows = rows();
        assertThat(rows)
                .extracting(AuditEvent::action)
                .containsOnly("access.refused")
                .hasSize(3);
        assertThat(rows.get(0).actor())
                .isEqualTo(a.accounts().get(Role.ASSISTANT).id());
        assertThat(rows.get(0).after().orElseThrow()).contains("\"FORBIDDEN\"");
        assertThat(rows.get(1).actor()).isEqualTo(clinicianOfA());
        assertThat(rows.get(1).after().orElseThrow()).contains("\"NO_CSRF_TOKEN\"", "POST /api/visits/:id/close");
        assertThat(rows.get(2).actor()).isEqualTo(Act.NOBODY);
        assertThat(rows.get(2).clinic()).isEqualTo(Act.INSTALLATION);
        assertThat(rows.get(2).subject()).isEqualTo("visit:" + visit);
    }

    @Test
    void a_visitor_who_is_sent_to_the_login_and_a_page_that_is_not_there_leave_no_row() {
        server.browser().page("/");
        server.browser().page("/wp-admin.php");
        clinician.page("/nothing");

        assertThat(rows()).isEmpty();
    }

    @Test
    void a_thousand_refusals_of_a_stranger_are_ten_rows_and_a_count() {
        Browser stranger = server.browser();
        for (int i = 0; i < 300; i++) {
            stranger.get("/api/visits/" + a.visit().id());
        }
        assertThat(rows()).hasSize(RefusalBudget.EACH);

        server.clock().forward(Duration.ofMinutes(1));
        stranger.get("/api/visits/" + a.visit().id());

        List<AuditEvent> rows = rows();
        assertThat(rows).hasSize(RefusalBudget.EACH + 2);
        assertThat(rows.get(RefusalBudget.EACH).action()).isEqualTo("access.refused.more");
        assertThat(rows.get(RefusalBudget.EACH).after().orElseThrow()).contains("\"count\":290");
    }

    @Test
    void what_cannot_be_noted_is_not_shown_and_a_refusal_stays_one() {
        DatabaseAdministrator administrator = new DatabaseAdministrator(server.data());
        administrator.run("REVOKE INSERT ON audit_event FROM PLINTH_SERVER");
        try {
            Browser.Answer page = clinician.page("/patients/" + a.patient().id());
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.text()).doesNotContain("Madeup", "1985");
            assertThat(clinician.get("/api/export/results.csv").status()).isEqualTo(503);
            assertThat(clinician.page("/patients/" + b.patient().id()).status()).isEqualTo(404);
        } finally {
            administrator.run("GRANT INSERT ON audit_event TO PLINTH_SERVER");
        }
        assertThat(clinician.page("/patients/" + a.patient().id()).status()).isEqualTo(200);
        Optional<?> broken = server.store().read(stores -> stores.audit().verify());
        assertThat(broken).isEmpty();
    }
}
