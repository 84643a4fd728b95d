package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Role;
import org.plinth.web.store.Act;
import org.plinth.web.store.AuditEvent;
import org.plinth.web.store.Passwords;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;

/** Who may see a patient, as people do it: restrict, name a team, open in an emergency, share, stop sharing. */
@Tag("slow")
class AccessPagesTest {

    private static final Pattern READ = Pattern.compile("action=\"(/alerts/[0-9a-f]{32}/read)\"");
    private static final Pattern END_SHARE =
            Pattern.compile("action=\"(/patients/[0-9a-f]{32}/shares/[0-9a-f]{32}/end)\"");

    private static ClinicServer server;
    private static int opened;

    private String here = "";
    private String there = "";
    private String name = "";
    private ClinicServer.Sample clinic;
    private Browser clinician;
    private Browser assistant;
    private Browser owner;
    private Browser guest;
    private String patient = "";

    @BeforeAll
    static void start() {
        server = ClinicServer.fastWithPages();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Two clinics of its own for every test, on one server. */
    @BeforeEach
    void open() {
        opened++;
        here = "a" + opened;
        there = "b" + opened;
        name = "Sample Ada " + here;
        clinic = server.addClinic(here);
        server.addClinic(there);
        clinician = server.as(Role.CLINICIAN, here);
        assistant = server.as(Role.ASSISTANT, here);
        owner = server.as(Role.OWNER, here);
        guest = server.as(Role.CLINICIAN, there);
        patient = "/patients/" + clinic.patient().id();
    }

    private static Browser.Answer post(Browser browser, String path, Map<String, String> fields) {
        return browser.postForm(path, fields);
    }

    private String member(Role role) {
        return "member-"
                + Optional.ofNullable(clinic.accounts().get(role)).orElseThrow().id();
    }

    private Browser.Answer restrict(Browser by, int version, Role... team) {
        Map<String, String> fields = new LinkedHashMap<>(
                Map.of("restricted", "YES", "reason", "a colleague", "version", Integer.toString(version)));
        for (Role role : team) {
            fields.put(member(role), "YES");
        }
        return post(by, patient + "/access", fields);
    }

    private List<AuditEvent> audited() {
        return server.store().read(stores -> stores.audit()
                .about(clinic.clinic().id(), "patient:" + clinic.patient().id()));
    }

    private Map<String, String> emergency() {
        return Map.of("ground", "ACUTE_CARE", "reason", "collapsed in the hall");
    }

    @Test
    void a_patient_is_open_to_the_clinic_until_a_clinician_says_otherwise() {
        assertThat(clinician.page(patient).text())
                .contains("Who may see this record", "All clinicians and assistants of Sample clinic " + here);
        assertThat(assistant.page(patient).status()).isEqualTo(200);
        assertThat(owner.page(patient).status()).isEqualTo(403);

        assertThat(restrict(clinician, 0, Role.CLINICIAN).status()).isEqualTo(303);

        Browser.Answer refused = assistant.page(patient);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("restricted").doesNotContain(name);
        assertThat(clinician.page(patient).text()).contains("Only these may see it: Sample CLINICIAN");
        for (String list : List.of("/worklist", "/patients", "/patients?q=Ada")) {
            assertThat(assistant.page(list).text()).as(list).doesNotContain(name);
            assertThat(clinician.page(list).text()).as(list).contains(name);
        }
    }

    @Test
    void team_needs_a_clinician_a_reason_and_the_version_that_was_seen() {
        assertThat(restrict(clinician, 0, Role.ASSISTANT).text())
                .contains("needs at least one clinician")
                .contains("name=\"restricted\" value=\"YES\" checked")
                .contains("name=\"" + member(Role.ASSISTANT) + "\" value=\"YES\" checked");
        Browser.Answer noReason = post(
                clinician,
                patient + "/access",
                Map.of("restricted", "YES", member(Role.CLINICIAN), "YES", "version", "0"));
        assertThat(noReason.status()).isEqualTo(400);
        assertThat(restrict(clinician, 0, Role.CLINICIAN).status()).isEqualTo(303);
        assertThat(restrict(clinician, 0, Role.CLINICIAN, Role.ASSISTANT).status())
                .isEqualTo(412);
        assertThat(restrict(clinician, 1, Role.CLINICIAN, Role.ASSISTANT).status())
                .isEqualTo(303);
        assertThat(assistant.page(patient).status()).isEqualTo(200);
        assertThat(restrict(assistant, 2, Role.CLINICIAN).status()).isEqualTo(403);
    }

    @Test
    void owner_names_another_team_without_seeing_the_name() {
        restrict(clinician, 0, Role.CLINICIAN);

        Browser.Answer people = owner.page("/people");
        assertThat(people.text())
                .contains("Restricted records", patient + "/access")
                .doesNotContain(name);
        Browser.Answer page = owner.page(patient + "/access");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Sample ASSISTANT").doesNotContain(name);
        assertThat(restrict(owner, 1, Role.CLINICIAN, Role.ASSISTANT).status()).isEqualTo(303);
        assertThat(assistant.page(patient).status()).isEqualTo(200);
    }

    @Test
    void an_emergency_opens_one_record_for_an_hour_and_tells_team_and_owner() {
        Account second = second();
        Browser other = server.browser().logIn(second.login(), ClinicServer.PASSWORD);
        restrict(clinician, 0, Role.CLINICIAN);
        assertThat(other.page(patient).status()).isEqualTo(403);

        Browser.Answer found = post(
                other,
                "/emergency",
                Map.of("givenName", name.toUpperCase(Locale.ROOT), "familyName", "Madeup", "birthDate", "1985-03-02"));
        assertThat(found.header("Location")).isEqualTo(patient + "/emergency");
        Browser.Answer ask = other.page(patient + "/emergency");
        assertThat(ask.text()).contains("60 minutes").doesNotContain(name);
        assertThat(post(other, patient + "/emergency", Map.of("ground", "ACUTE_CARE"))
                        .status())
                .isEqualTo(400);
        assertThat(post(assistant, patient + "/emergency", emergency()).status())
                .isEqualTo(403);
        assertThat(post(other, patient + "/emergency", emergency()).status()).isEqualTo(303);

        Browser.Answer opened = other.page(patient);
        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.text()).contains("Emergency access until").contains("End emergency access");
        assertThat(other.page("/visits/" + clinic.visit().id()).text()).contains("Emergency access until");
        assertThat(other.page(patient + "/access").status()).isEqualTo(403);
        assertThat(clinician.page("/worklist").text())
                .contains("Sample second opened " + name, "collapsed in the hall");
        assertThat(owner.page("/people").text())
                .contains("Sample second opened Record", "collapsed in the hall")
                .doesNotContain(name);

        Matcher read = READ.matcher(owner.page("/people").text());
        assertThat(read.find()).isTrue();
        assertThat(post(assistant, read.group(1), Map.of()).status()).isEqualTo(404);
        assertThat(post(owner, read.group(1), Map.of()).status()).isEqualTo(303);
        assertThat(owner.page("/people").text()).doesNotContain("collapsed in the hall");
        assertThat(clinician.page("/worklist").text()).contains("collapsed in the hall");

        assertThat(post(other, patient + "/emergency/end", Map.of()).status()).isEqualTo(303);
        assertThat(other.page(patient).status()).isEqualTo(403);
        assertThat(audited())
                .extracting(AuditEvent::action)
                .contains("emergency.open", "emergency.read", "emergency.end");
    }

    @Test
    void an_emergency_gives_neither_her_own_login_nor_all_of_her_nor_an_erasure() {
        Browser other = server.browser().logIn(second().login(), ClinicServer.PASSWORD);
        restrict(clinician, 0, Role.CLINICIAN);
        post(other, patient + "/emergency", emergency());
        assertThat(other.page(patient).status()).isEqualTo(200);

        for (String path : List.of("/account", "/privacy", "/access", "/everything.zip")) {
            assertThat(other.page(patient + path).status()).as(path).isEqualTo(403);
        }
        for (String path : List.of("/account", "/erasure", "/consents", "/access", "/shares")) {
            assertThat(post(other, patient + path, Map.of("action", "INVITE")).status())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    @Test
    void a_restriction_ends_what_was_shared_and_links_that_nobody_used() {
        post(clinician, patient + "/shares", share("Sample clinic " + there));
        assertThat(guest.page(patient).status()).isEqualTo(200);
        String link = post(clinician, patient + "/account", Map.of("action", "PASSWORD_LINK"))
                .text();
        Matcher token = Pattern.compile("/invitation\\?token=[^\"<\\s]+").matcher(link);
        assertThat(token.find()).isTrue();
        assertThat(server.browser().page(token.group()).status()).isEqualTo(200);

        restrict(clinician, 0, Role.CLINICIAN);

        assertThat(guest.page(patient).status()).isEqualTo(404);
        assertThat(server.browser().page(token.group()).status()).isNotEqualTo(200);
        assertThat(post(clinician, patient + "/shares", share("Sample clinic " + there))
                        .status())
                .isEqualTo(303);
        restrict(clinician, 1, Role.CLINICIAN, Role.ASSISTANT);
        assertThat(guest.page(patient).status()).as("shared by the team itself").isEqualTo(200);
    }

    @Test
    void erasures_and_ids_in_a_body_name_nobody_who_is_restricted() {
        Browser other = server.browser().logIn(second().login(), ClinicServer.PASSWORD);
        restrict(clinician, 0, Role.CLINICIAN);
        assertThat(post(
                                clinician,
                                patient + "/erasure",
                                Map.of(
                                        "ground", "CONSENT_WITHDRAWN",
                                        "numbers", "GO",
                                        "name", "Madeup",
                                        "reason", "asked by letter",
                                        "version", "0"))
                        .status())
                .isEqualTo(303);
        assertThat(clinician.page("/erasures").text()).contains(name);
        assertThat(other.page("/erasures").text()).contains("Erasure").doesNotContain(name);

        Browser.Answer made = other.postJson(
                "/api/patients",
                Map.of(
                        "givenName",
                        "Sample Open",
                        "familyName",
                        "Madeup",
                        "birthDate",
                        "1985-03-02",
                        "requestId",
                        "r"));
        String open = made.json().path("id").asText();
        Browser.Answer visit = other.postJson(
                "/api/patients/" + open + "/visits",
                Map.of("episode", clinic.episode().id().toString()));
        assertThat(visit.status()).isEqualTo(409);
        assertThat(visit.json().path("error").path("code").asText()).isEqualTo("WRONG_STATE");
        assertThat(visit.text()).doesNotContain(clinic.episode().problem(), "current");
        Browser.Answer again = other.postJson(
                "/api/patients",
                Map.of(
                        "givenName",
                        "Sample Else",
                        "familyName",
                        "Madeup",
                        "birthDate",
                        "1985-03-02",
                        "requestId",
                        "r"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text()).doesNotContain("Sample Open");
    }

    @Test
    void an_emergency_ends_by_itself() {
        Account second = second();
        Browser other = server.browser().logIn(second.login(), ClinicServer.PASSWORD);
        restrict(clinician, 0, Role.CLINICIAN);
        post(other, patient + "/emergency", emergency());
        assertThat(other.page(patient).status()).isEqualTo(200);

        for (int i = 0; i < 6; i++) {
            assertThat(other.page(patient).status()).isEqualTo(200);
            server.clock().forward(Duration.ofMinutes(10));
        }

        assertThat(other.page(patient).status()).isEqualTo(403);
    }

    @Test
    void a_shared_record_is_read_by_the_other_clinic_and_changed_by_nobody_there() {
        assertThat(guest.page(patient).status()).isEqualTo(404);
        Map<String, String> share = share("Sample clinic " + there);
        assertThat(post(clinician, patient + "/shares", share("No such clinic")).status())
                .isEqualTo(400);
        assertThat(post(clinician, patient + "/shares", share("Sample clinic " + here))
                        .status())
                .isEqualTo(400);
        assertThat(post(clinician, patient + "/shares", share).status()).isEqualTo(303);

        assertThat(guest.page("/patients").text()).contains("Shared with this clinic", name, "Sample clinic " + here);
        Browser.Answer page = guest.page(patient);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains(name, "Nothing can be changed here")
                .doesNotContain("Start visit")
                .doesNotContain("Change who may see");
        String visit = "/visits/" + clinic.visit().id();
        assertThat(guest.page(visit).text()).contains(name).doesNotContain("Close visit");
        assertThat(guest.page(visit + "/visit.pdf").status()).isEqualTo(200);
        assertThat(guest.get("/api" + visit).status()).isEqualTo(200);
        assertThat(guest.page(visit + "/live").status()).isEqualTo(403);
        assertThat(post(guest, patient + "/visits", Map.of()).status()).isEqualTo(403);
        assertThat(post(guest, visit + "/close", Map.of("version", "1")).status())
                .isEqualTo(403);
        assertThat(server.as(Role.ASSISTANT, there).page(patient).status()).isEqualTo(404);
        assertThat(server.as(Role.OWNER, there).page(patient + "/access").status())
                .isEqualTo(404);
        assertThat(audited().stream()
                        .filter(event -> event.action().equals("share.read"))
                        .map(AuditEvent::after)
                        .flatMap(Optional::stream))
                .hasSize(4)
                .allMatch(after -> after.contains("reader_clinic"));

        Matcher end = END_SHARE.matcher(clinician.page(patient + "/access").text());
        assertThat(end.find()).isTrue();
        assertThat(post(clinician, end.group(1), Map.of()).status()).isEqualTo(303);
        assertThat(guest.page(patient).status()).isEqualTo(404);
        assertThat(guest.page("/patients").text()).doesNotContain(name);
    }

    private static Map<String, String> share(String with) {
        return Map.of(
                "clinic", with,
                "until", LocalDate.of(2026, 9, 1).toString(),
                "consentOn", "2026-08-01",
                "consentBy", "Sample taker",
                "reason", "second opinion");
    }

    private Account second() {
        Account account = new Account(
                Id.random(new Random(opened)),
                clinic.clinic().id(),
                "second-" + here,
                "Sample second",
                Role.CLINICIAN,
                Optional.empty(),
                false);
        server.store().write(Act.ofPlinth(clinic.clinic().id(), server.clock().instant(), "account.add"), stores -> {
            stores.accounts().add(account, new Passwords().hash(ClinicServer.PASSWORD));
            return true;
        });
        return account;
    }
}
