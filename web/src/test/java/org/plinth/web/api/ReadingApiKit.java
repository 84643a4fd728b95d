package org.plinth.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.plinth.web.access.Naming;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Subject;
import org.plinth.web.clinic.TokenScope;
import org.plinth.web.http.AccessTable.Rule;
import org.plinth.web.sample.SampleClinic;
import org.plinth.web.sample.SampleLogin;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.ClinicThings;
import org.plinth.web.testkit.ClinicThings.Things;
import org.plinth.web.testkit.Program;
import org.plinth.web.testkit.SchemaCheck;

/** The sample clinic on a server, its people and two programs that read it. */
abstract class ReadingApiKit {

    static final Pattern A_DATE = Pattern.compile("\\b(19|20)\\d\\d-\\d\\d-\\d\\d");
    static final String ADA = "Sample Ada";

    static ClinicServer server;
    static Clinic clinic;
    static Things things;
    static final Map<Role, Browser> PEOPLE = new HashMap<>();
    static Browser elsewhere;
    static Program named;
    static Program raw;
    static JsonNode description;

    @BeforeAll
    static void start() throws IOException {
        server = ClinicServer.fastWithPages();
        server.composition().makeSample((done, of) -> {});
        clinic = server.store().read(stores -> stores.clinics().all()).get(0);
        ClinicServer.Sample other = server.addClinic("a");
        things = new ClinicThings(server, other)
                .patient(
                        "Sample other",
                        "Made-up",
                        server.addClinic("b").clinic().id());
        for (SampleLogin login : SampleClinic.LOGINS) {
            PEOPLE.put(login.role(), server.browser().logIn(login.login(), login.password()));
        }
        elsewhere = server.as(Role.CLINICIAN, "a");
        named = Program.of(PEOPLE.get(Role.CLINICIAN), TokenScope.RESULTS_READ_NAMED);
        raw = Program.of(PEOPLE.get(Role.CLINICIAN), TokenScope.RAW_READ);
        try (InputStream in = OpenApiRoutes.class.getResourceAsStream("openapi.json")) {
            description = new ObjectMapper().readTree(in);
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static List<String> faults(Rule rule, Browser.Answer answer) {
        JsonNode said = description
                .path("paths")
                .path(rule.path().replaceAll(":([A-Za-z]+)", "{$1}"))
                .path("get")
                .path("responses")
                .path(Integer.toString(answer.status()));
        if (said.isMissingNode()) {
            return List.of("status " + answer.status() + " is not described");
        }
        String type = answer.header("Content-Type").replaceAll(";.*", "");
        JsonNode schema = said.path("content").path(type).path("schema");
        if (schema.isMissingNode()) {
            return List.of("type " + type + " is not described");
        }
        return type.equals("application/json") ? SchemaCheck.faults(description, schema, answer.json()) : List.of();
    }

    /** With things of the sample clinic where there are any, and with those of another, which are not found or are. */
    static List<String> paths(Rule rule) {
        String own = rule.path();
        String foreign = rule.path();
        for (Naming.Named part : Naming.of(rule.path())) {
            own = own.replace(":" + part.part(), id(part.subject()));
            foreign = foreign.replace(
                    ":" + part.part(), part.subject() == Subject.WORD ? "word" : things.id(part.subject()));
        }
        return own.equals(foreign) ? List.of(own) : List.of(own, foreign);
    }

    static String id(Subject kind) {
        return server.store().read(stores -> {
            Patient ada = stores.patients().search(clinic.id(), ADA, 1).get(0);
            Recording newest = stores.recordings().newest(clinic.id(), 1).get(0);
            return switch (kind) {
                case PATIENT -> ada.id().toString();
                case VISIT -> newest.visit().toString();
                case TEST -> newest.test().toString();
                case RECORDING -> newest.id().toString();
                default -> things.id(kind);
            };
        });
    }

    /** Everybody of the sample clinic, and somebody of the clinic that has the other things. */
    static List<Browser> callers() {
        List<Browser> all = new ArrayList<>(PEOPLE.values());
        all.add(elsewhere);
        return all;
    }

    static String canonical(Patient patient, JsonNode key) {
        return "v1|patient=" + patient.id() + "|position="
                + key.path("position").asText() + "|protocol="
                + key.path("protocolVersion").asText() + "|side="
                + key.path("side").asText() + "|fixation="
                + key.path("fixation").asText() + "|stabilisation="
                + key.path("stabilisation").asText() + "|site="
                + key.path("sensorSite").asText() + "|sensor="
                + key.path("sensorModel").asText() + "|quantity="
                + key.path("quantity").asText() + "|basis=" + key.path("basis").asText() + "|estimator="
                + key.path("estimator").asText() + "|limbWeight="
                + key.path("limbWeight").asText() + "|provenance="
                + key.path("provenance").asText();
    }

    static List<Patient> patients() {
        return server.store().read(stores -> stores.patients().search(clinic.id(), "Sample", 12));
    }

    static List<JsonNode> segments(JsonNode series) {
        List<JsonNode> all = new ArrayList<>();
        series.path("episodes").forEach(episode -> episode.path("positions")
                .forEach(position -> position.path("sides").forEach(side -> side.forEach(all::add))));
        return all;
    }

    static List<JsonNode> pages(Program program, String path, String name, int limit) {
        List<JsonNode> all = new ArrayList<>();
        String next = "";
        do {
            server.clock().forward(Duration.ofSeconds(1));
            Browser.Answer page = program.get(path + "?limit=" + limit + next);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            page.json().path(name).forEach(all::add);
            next = page.json().has("next")
                    ? "&after=" + page.json().path("next").asText()
                    : "";
        } while (!next.isEmpty());
        return all;
    }
}
