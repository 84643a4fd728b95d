package org.plinth.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Role;
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
