package org.plinth.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Role;
import org.plinth.web.http.AccessTable;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;

/** Names that nobody has go in wherever a name may; they must not come out in a log or a file's name. */
@Tag("slow")
class CanaryTest {

    private static final List<String> CANARIES = List.of("Zaphodina", "Quuxworthy", "1971-11-23", "hamstringcanary");

    @Test
    void no_log_line_and_no_file_name_holds_what_belongs_to_a_patient() throws IOException {
        try (ClinicServer server = ClinicServer.empty()) {
            server.addClinic("a");
            Browser clinician = server.as(Role.CLINICIAN, "a");
            String id = useNames(clinician);
            provokeFailures(server, clinician, id);

            List<String> found = new ArrayList<>();
            long logLines = 0;
            try (Stream<Path> all = Files.walk(server.data())) {
                for (Path path : all.toList()) {
                    inspect(path.getFileName().toString(), "name of " + path, found);
                    if (Files.isRegularFile(path)
                            && path.startsWith(server.data().resolve("logs"))) {
                        String log = Files.readString(path, StandardCharsets.UTF_8);
                        logLines += log.lines().count();
                        inspect(log, "log " + path, found);
                    }
                    if (path.toString().endsWith(".trace.db")) {
                        found.add("the database wrote a trace file: "
                                + Files.readString(path).lines().limit(3).toList());
                    }
                }
            }

            assertThat(found).isEmpty();
            assertThat(logLines).isGreaterThan(5);
        }
    }

    @Test
    void every_page_and_every_failure_leave_nothing_of_her_in_any_file_argument_or_counter() throws IOException {
        Set<Path> before = temporary();
        try (ClinicServer server = ClinicServer.withPages()) {
            ClinicServer.Sample sample = server.addClinic("a");
            String patient = useNames(server.as(Role.CLINICIAN, "a"));
            for (Role role : Role.values()) {
                Browser person = server.as(role, "a");
                for (AccessTable.Rule rule : AccessTable.rules()) {
                    String path = path(rule, patient, sample);
                    if (rule.method().equals("GET")) {
                        person.page(path + "?name=Zaphodina&q=Quuxworthy");
                        person.get(path + "?birthDate=1971-11-23");
                    } else if (!rule.path().equals("/logout")) {
                        person.postJson(path, Map.of("givenName", "Zaphodina", "Quuxworthy", "hamstringcanary"));
                    }
                }
            }
            provokeFailures(server, server.as(Role.CLINICIAN, "a"), patient);
            List<String> found = new ArrayList<>();
            inspect(server.browser().get("/metrics").text(), "/metrics", found);
            inspectAll(server.data(), found);
            for (Path made : temporary()) {
                if (!before.contains(made)) {
                    inspectAll(made, found);
                }
            }
            ProcessHandle.current()
                    .descendants()
                    .forEach(child -> inspect(
                            child.info().commandLine().orElse(""), "arguments of process " + child.pid(), found));

            assertThat(found).isEmpty();
        }
    }

    private static Set<Path> temporary() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName().toString().startsWith("plinth"))
                    .collect(Collectors.toSet());
        }
    }

    private static String path(AccessTable.Rule rule, String patient, ClinicServer.Sample sample) {
        boolean ofPatient = rule.path().contains("patients/:id");
        return rule.path()
                .replace(":visitId", sample.visit().id().toString())
                .replace(":id", ofPatient ? patient : sample.visit().id().toString())
                .replace(":position", "curl-prone-15")
                .replace(":kind", "strength.svg")
                .replace(":formula", "peak100")
                .replaceAll(":[a-z]+", "0".repeat(32))
                .replace("*", "plinth.css");
    }

    /** Names and content: the database is encrypted and journals are sealed, so no file may hold a word of hers. */
    private static void inspectAll(Path folder, List<String> found) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                inspect(path.getFileName().toString(), "name of " + path, found);
                if (Files.isRegularFile(path)) {
                    inspect(Files.readString(path, StandardCharsets.ISO_8859_1), path.toString(), found);
                }
            }
        }
    }

    private static String useNames(Browser clinician) {
        String id = clinician
                .postJson(
                        "/api/patients",
                        Map.of("givenName", "Zaphodina", "familyName", "Quuxworthy", "birthDate", "1971-11-23"))
                .json()
                .path("id")
                .asText();
        assertThat(id).hasSize(32);
        clinician.postJson(
                "/api/patients/" + id + "/episodes", Map.of("problem", "hamstringcanary", "injured", "LEFT"));
        return id;
    }

    private static void provokeFailures(ClinicServer server, Browser clinician, String id) {
        clinician.page("/patients?q=Zaphodina+Quuxworthy");
        clinician.page("/nothing/Zaphodina?name=Quuxworthy");
        clinician.get("/api/visits/Quuxworthy");
        clinician.postText("/api/patients", "application/json", "{\"givenName\":\"Zaphodina\",");
        clinician.postJson("/api/patients", Map.of("Quuxworthy", "Zaphodina"));
        clinician.postJson(
                "/api/patients/" + id + "/episodes", Map.of("problem", "x".repeat(5000), "injured", "Zaphodina"));
        clinician.postFile(
                "/api/analyse",
                "left",
                "Zaphodina Quuxworthy 1971-11-23.csv",
                "not,a\nrecording,Quuxworthy".getBytes(StandardCharsets.UTF_8),
                Map.of("column", "Quuxworthy"));
        server.browser().postJson("/login", Map.of("login", "Quuxworthy", "password", "Zaphodina"));
    }

    private static void inspect(String text, String where, List<String> found) {
        CANARIES.stream().filter(text::contains).forEach(canary -> found.add(canary + " in " + where));
    }
}
