package org.plinth.web.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PatientAccess;
import org.plinth.web.clinic.Role;
import org.plinth.web.store.Act;
import org.plinth.web.store.AuditFilter;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;

@Tag("slow")
class FhirRestTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PAINS = 7;

    private static ClinicServer server;
    private static ClinicServer.Sample a;
    private static ClinicServer.Sample b;
    private static Browser clinician;
    private static Browser auditor;

    @BeforeAll
    static void serve() {
        server = ClinicServer.fastWithPages();
        a = server.addClinic("a");
        b = server.addClinic("b");
        for (int day = 1; day <= PAINS; day++) {
            pain(a, LocalDate.of(2026, 7, day), day);
        }
        pain(b, LocalDate.of(2026, 7, 1), 9);
        clinician = server.as(Role.CLINICIAN, "a");
        auditor = server.as(Role.AUDITOR, "a");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void pain(ClinicServer.Sample sample, LocalDate on, int value) {
        Id<Account> author = sample.accounts().get(Role.CLINICIAN).id();
        EpisodeEntry entry = new EpisodeEntry(
                Id.random(RANDOM),
                sample.clinic().id(),
                sample.patient().id(),
                sample.episode().id(),
                1,
                "pain",
                on,
                new TreeMap<>(Map.of("activity", "SITTING", "timing", "DURING", "pain", "" + value, "side", "LEFT")),
                false,
                Instant.EPOCH,
                author);
        Act act = new Act(sample.clinic().id(), author, server.clock().instant(), "test.pain", "", "");
        server.store().write(act, stores -> stores.entries().add(entry));
    }

    private static JsonNode ok(Browser who, String path) {
        Browser.Answer answer = who.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/fhir+json");
        return answer.json();
    }

    private static List<JsonNode> resources(JsonNode bundle) {
        List<JsonNode> found = new ArrayList<>();
        bundle.path("entry").forEach(entry -> {
            if (entry.path("search").path("mode").asText().equals("match")) {
                found.add(entry.path("resource"));
            }
        });
        return found;
    }

    @Test
    void the_server_says_what_can_be_asked() {
        JsonNode metadata = ok(clinician, "/fhir/metadata");

        assertThat(metadata.path("fhirVersion").asText()).isEqualTo("4.0.1");
        assertThat(metadata.toString())
                .contains("\"Observation\"", "\"everything\"")
                .doesNotContain("\"AuditEvent\"");
        assertThat(ok(auditor, "/fhir/metadata").toString())
                .contains("\"AuditEvent\"")
                .doesNotContain("\"Practitioner\"", "\"Binary\"");
    }

    @Test
    void a_search_is_paged_by_links_that_hold_while_something_is_added() {
        String path =
                "/fhir/Observation?patient=" + a.patient().id() + "&code=score-nrs-pain&date=le2026-07-07&_count=3";
        List<String> days = new ArrayList<>();
        int pages = 0;
        while (!path.isEmpty()) {
            JsonNode bundle = ok(clinician, path);
            assertThat(bundle.path("total").asInt()).isEqualTo(PAINS);
            resources(bundle)
                    .forEach(one -> days.add(one.path("effectiveDateTime").asText()));
            if (pages == 0) {
                pain(a, LocalDate.of(2026, 7, 20), 1);
            }
            pages++;
            path = next(bundle);
        }

        assertThat(pages).isEqualTo(3);
        assertThat(days).hasSize(PAINS).doesNotHaveDuplicates();
    }

    private static String next(JsonNode bundle) {
        for (JsonNode link : bundle.path("link")) {
            if (link.path("relation").asText().equals("next")) {
                URI uri = URI.create(link.path("url").asText());
                return uri.getRawPath() + "?" + uri.getRawQuery();
            }
        }
        return "";
    }

    @Test
    void days_are_asked_for_with_prefixes_and_both_ends() {
        String all = "/fhir/Observation?patient=Patient/" + a.patient().id() + "&code=http://loinc.org%7C72514-3";

        assertThat(resources(ok(clinician, all + "&date=2026-07-03"))).hasSize(1);
        assertThat(resources(ok(clinician, all + "&date=ge2026-07-03&date=lt2026-07-06")))
                .hasSize(3);
        assertThat(resources(ok(clinician, all + "&date=sa2026-07-06&date=le2026-07-07")))
                .hasSize(1);
        assertThat(resources(ok(clinician, all + "&date=2026-07&date=ne2026-07-01&date=eb2026-07-03")))
                .hasSize(1);
        assertThat(clinician.get(all + "&date=ap2026-07").status()).isEqualTo(400);
        assertThat(resources(ok(clinician, all + "&_lastUpdated=gt2090"))).isEmpty();
    }

    @Test
    void what_is_not_understood_is_left_out_and_said_or_refused_where_that_is_asked_for() {
        JsonNode lenient = ok(clinician, "/fhir/Encounter?colour=red");
        assertThat(lenient.toString()).contains("OperationOutcome", "not-supported", "colour");

        Browser.Answer strict = clinician.send(clinician
                .request("/fhir/Encounter?colour=red")
                .header("Prefer", "handling=strict")
                .GET());
        assertThat(strict.status()).isEqualTo(400);
        assertThat(strict.header("Content-Type")).startsWith("application/fhir+json");
        assertThat(strict.json().path("resourceType").asText()).isEqualTo("OperationOutcome");
        assertThat(strict.json().at("/issue/0/severity").asText()).isEqualTo("error");
    }

    @Test
    void a_resource_is_read_by_its_id_with_its_version_and_noted() {
        JsonNode patient = ok(clinician, "/fhir/Patient/" + a.patient().id());
        assertThat(patient.at("/name/0/family").asText()).isEqualTo("Madeup");
        long before = reads();
        Browser.Answer visit =
                clinician.get("/fhir/Encounter/visit-" + a.visit().id());
        assertThat(visit.status()).isEqualTo(200);
        assertThat(reads()).isEqualTo(before + 1);

        Browser.Answer again = clinician.send(clinician
                .request("/fhir/Encounter/visit-" + a.visit().id())
                .header("If-None-Match", visit.header("ETag"))
                .GET());
        assertThat(again.status()).isEqualTo(304);
        assertThat(visit.header("ETag"))
                .contains(visit.json().at("/meta/versionId").asText());
        resources(ok(clinician, "/fhir/Observation?_count=200")).forEach(one -> assertThat(
                        ok(clinician, "/fhir/Observation/" + one.path("id").asText()))
                .isEqualTo(one));
    }

    private static long reads() {
        return server
                .store()
                .read(stores -> stores.audit().find(AuditFilter.of(a.clinic().id()), Long.MAX_VALUE, 1000))
                .stream()
                .filter(row -> row.action().equals("fhir.read")
                        && row.subject().equals("patient:" + a.patient().id()))
                .count();
    }

    @Test
    void another_clinics_things_are_not_there() {
        for (String path : List.of(
                "Patient/" + b.patient().id(),
                "EpisodeOfCare/episode-" + b.episode().id(),
                "Encounter/visit-" + b.visit().id(),
                "Patient/" + b.patient().id() + "/$everything",
                "Observation/nothing",
                "Nothing/1")) {
            Browser.Answer answer = clinician.get("/fhir/" + path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.json().path("resourceType").asText()).isEqualTo("OperationOutcome");
        }
        assertThat(resources(
                        ok(clinician, "/fhir/Observation?patient=" + b.patient().id())))
                .isEmpty();
        assertThat(ok(clinician, "/fhir/Observation?_count=200").toString())
                .doesNotContain(b.patient().id().toString());
        assertThat(server.as(Role.ASSISTANT, "a").get("/fhir/Patient").status()).isEqualTo(403);
        assertThat(server.as(Role.PATIENT, "a").get("/fhir/Patient").status()).isEqualTo(403);
        assertThat(server.browser().get("/fhir/Patient").status()).isEqualTo(401);
    }

    @Test
    void everything_of_a_patient_comes_in_one_bundle() {
        JsonNode bundle = ok(clinician, "/fhir/Patient/" + a.patient().id() + "/$everything");

        assertThat(bundle.findValuesAsText("resourceType")).contains("Bundle");
        assertThat(bundle.toString()).contains("\"Patient\"", "\"EpisodeOfCare\"", "\"Condition\"", "\"Encounter\"");
    }

    @Test
    void an_auditor_has_keyed_names_moved_days_and_finds_them_again() {
        JsonNode bundle = ok(auditor, "/fhir/Observation?code=score-nrs-pain&_count=200");
        String text = bundle.toString();

        assertThat(resources(bundle)).isNotEmpty();
        assertThat(text)
                .doesNotContain(
                        "Madeup", a.patient().id().toString(), a.clinic().name(), "1985-03-02", "lastUpdated")
                .contains("PSEUDED");
        JsonNode one = resources(bundle).get(0);
        assertThat(ok(auditor, "/fhir/Observation/" + one.path("id").asText())).isEqualTo(one);
        JsonNode patient = ok(auditor, "/fhir/" + one.at("/subject/reference").asText());
        assertThat(patient.has("birthDate")).isFalse();
        assertThat(patient.has("name")).isFalse();
        assertThat(auditor.get("/fhir/Patient/" + a.patient().id()).status()).isEqualTo(404);
        assertThat(auditor.get("/fhir/Practitioner").status()).isEqualTo(404);
        assertThat(resources(ok(auditor, "/fhir/AuditEvent?_count=5")))
                .hasSize(5)
                .allSatisfy(row -> assertThat(row.toString())
                        .doesNotContain(a.patient().id().toString()));
    }

    @Test
    void a_restricted_patient_is_for_her_team_alone() {
        ClinicServer.Sample c = server.addClinic("c");
        Browser outside = server.as(Role.CLINICIAN, "c");
        assertThat(outside.get("/fhir/Patient/" + c.patient().id()).status()).isEqualTo(200);
        Act act = new Act(
                c.clinic().id(),
                c.accounts().get(Role.OWNER).id(),
                server.clock().instant(),
                "test.restrict",
                "for a test",
                "");
        server.store().write(act, stores -> stores.access()
                .change(new PatientAccess(c.patient().id(), c.clinic().id(), 0, true, Set.of())));

        assertThat(outside.get("/fhir/Patient/" + c.patient().id()).status()).isEqualTo(404);
        assertThat(resources(ok(outside, "/fhir/Patient"))).isEmpty();
    }

    @Test
    void profiles_and_codes_are_served() {
        assertThat(ok(auditor, "/fhir/StructureDefinition/plinth-limb-symmetry")
                        .path("url")
                        .asText())
                .isEqualTo(FhirNames.PROFILE + "plinth-limb-symmetry");
        assertThat(resources(ok(clinician, "/fhir/StructureDefinition"))).hasSize(6);
        assertThat(ok(clinician, "/fhir/CodeSystem/plinth").path("concept")).isNotEmpty();
        assertThat(resources(ok(clinician, "/fhir/MeasureReport"))).hasSize(1);
    }
}
