package org.plinth.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PatientAccess;
import org.plinth.web.clinic.Role;
import org.plinth.web.privacy.DueErasures;
import org.plinth.web.store.Act;
import org.plinth.web.store.AuditEvent;
import org.plinth.web.store.Database;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.Browser.Answer;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.Pictures;

/** Photos of a set-up over HTTP: only with consent, only for whom they are, and nothing of them where they do not belong. */
@Tag("slow")
class PhotoRoutesTest {

    private static ClinicServer server;
    private static ClinicServer.Sample own;
    private static Browser clinician;
    private static Browser assistant;
    private static Browser stranger;

    private String patient;
    private String visit;
    private String test;
    private int consents;

    @BeforeAll
    static void start() {
        server = ClinicServer.fastWithPages();
        own = server.addClinic("a");
        server.addClinic("b");
        clinician = server.as(Role.CLINICIAN, "a");
        assistant = server.as(Role.ASSISTANT, "a");
        stranger = server.as(Role.CLINICIAN, "b");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void somebodyElse() {
        patient = made(
                "/api/patients",
                Map.of("givenName", "Sample Ada", "familyName", "Photographed", "birthDate", "1985-03-02"));
        visit = open();
        test = setUp(visit);
    }

    private static String made(String path, Map<String, String> body) {
        Answer answer = clinician.postJson(path, body);
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
        return answer.json().path("id").asText();
    }

    private String open() {
        String episode =
                made("/api/patients/" + patient + "/episodes", Map.of("problem", "Hamstring", "injured", "LEFT"));
        return made("/api/patients/" + patient + "/visits", Map.of("episode", episode));
    }

    private static String setUp(String visit) {
        return made(
                "/api/visits/" + visit + "/tests",
                Map.of("position", "curl-prone-15", "fixation", "belt", "sensor", "virtual-1", "firstSide", "LEFT"));
    }

    private Id<Patient> id() {
        return Id.<Patient>parse(patient).orElseThrow();
    }

    private String path() {
        return "/api/tests/" + test + "/photo";
    }

    private static Answer send(Browser who, String path, byte[] file, String... fields) {
        Map<String, String> form = new HashMap<>(Map.of("side", "RIGHT", "numberSeen", "0"));
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return who.postFile(path, "photo", "DSC_" + Pictures.SECRET + ".jpg", file, form);
    }

    private Answer take(String... fields) {
        return send(assistant, path(), Pictures.asTaken(Pictures.jpeg(1600, 1200), 6), fields);
    }

    private void consent(String given) {
        Answer answer = clinician.postForm(
                "/patients/" + patient + "/consents",
                Map.of(
                        "kind", "PHOTO",
                        "given", given,
                        "on", "2026-08-05",
                        "by", "HERSELF",
                        "textVersion", "2026-1",
                        "version", Integer.toString(consents++)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
    }

    private void closeVisit() {
        Answer closed = clinician.postJson("/api/visits/" + visit + "/close", Map.of(), "If-Match", "\"1\"");
        assertThat(closed.status()).as(closed.text()).isEqualTo(200);
    }

    private JsonNode album() {
        return assistant.get("/api/visits/" + visit + "/plan").json().path("photos");
    }

    private Answer look(Browser who) {
        return who.get(path() + "?side=RIGHT");
    }

    private static String words(Answer answer) {
        return answer.json().at("/error/message").asText();
    }

    private Answer remove(String... fields) {
        Map<String, Object> body = new HashMap<>(Map.of("side", "RIGHT", "numberSeen", 1, "reason", "wrong leg"));
        for (int i = 0; i < fields.length; i += 2) {
            body.put(fields[i], fields[i + 1]);
        }
        return clinician.postJson(path() + "/remove", body);
    }

    @Test
    void without_consent_nothing_is_taken_and_it_is_said_what_to_do() {
        Answer refused = take();

        assertThat(refused.status()).isEqualTo(409);
        assertThat(words(refused)).contains("No consent to photographs", "A clinician writes it down");
        assertThat(album().path("agreed").asText()).isEqualTo("NOT_ASKED");
        assertThat(album().path("kept").asInt()).isZero();
        assertThat(look(clinician).status()).isEqualTo(409);
    }

    @Test
    void a_photo_is_recalled_with_its_day_at_the_next_visit_upright_and_without_what_the_camera_wrote() {
        consent("YES");
        Answer taken = take();
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(taken.json().path("width_px").asInt()).isEqualTo(960);
        assertThat(taken.json().path("height_px").asInt()).isEqualTo(1280);

        Answer shown = look(assistant);

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(shown.header("Cache-Control")).isEqualTo("no-store");
        assertThat(shown.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(new String(shown.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "51.5007", "Ada");
        closeVisit();
        visit = open();
        assertThat(setUp(visit)).isNotEqualTo(test);
        JsonNode recalled = album().at("/recalled/0");
        assertThat(recalled.path("position").asText()).isEqualTo("curl-prone-15");
        assertThat(recalled.path("side").asText()).isEqualTo("RIGHT");
        assertThat(recalled.path("onWords").asText()).isEqualTo("6 August 2026");
        assertThat(recalled.path("test").asText()).isEqualTo(test);
        assertThat(album().path("recalled")).hasSize(1);
    }

    @Test
    void whoever_is_not_of_the_clinic_or_has_not_the_role_sees_and_takes_none() {
        consent("YES");
        take();
        byte[] file = Pictures.jpeg(64, 48);

        for (Role role : List.of(Role.OWNER, Role.AUDITOR, Role.PATIENT)) {
            Browser other = server.as(role, "a");
            assertThat(look(other).status()).as(role.name()).isEqualTo(403);
            assertThat(send(other, path(), file).status()).as(role.name()).isEqualTo(403);
        }
        assertThat(look(stranger).status()).isEqualTo(404);
        assertThat(send(stranger, path(), file, "numberSeen", "1", "reason", "mine")
                        .status())
                .isEqualTo(404);
        assertThat(look(server.browser()).status()).isEqualTo(401);
        Act act = new Act(
                own.clinic().id(),
                own.accounts().get(Role.CLINICIAN).id(),
                server.clock().instant(),
                "access.change",
                "she asked",
                "");
        Id<Account> team = own.accounts().get(Role.ASSISTANT).id();
        server.store().write(act, stores -> stores.access()
                .change(new PatientAccess(id(), own.clinic().id(), 0, true, Set.of(team))));
        assertThat(look(clinician).status()).as("restricted, not of the team").isEqualTo(403);
        assertThat(look(assistant).status()).as("restricted, of the team").isEqualTo(200);
    }

    @Test
    void who_does_not_agree_any_more_is_neither_shown_nor_photographed_and_all_can_be_removed() {
        consent("YES");
        take();
        take("side", "LEFT");
        consent("NO");

        assertThat(look(clinician).status()).isEqualTo(409);
        assertThat(words(look(clinician))).contains("does not agree any more");
        assertThat(take("numberSeen", "1", "reason", "again").status()).isEqualTo(409);
        assertThat(album().path("agreed").asText()).isEqualTo("WITHDRAWN");
        assertThat(album().path("saidWords").asText()).isEqualTo("5 August 2026");
        assertThat(album().path("recalled")).isEmpty();
        assertThat(album().path("kept").asInt()).isEqualTo(2);
        String all = "/api/patients/" + patient + "/photos/remove";
        assertThat(clinician.postJson(all, Map.of()).status()).as("no reason").isEqualTo(400);

        Answer removed = clinician.postJson(all, Map.of("reason", "she asked for it"));

        assertThat(removed.json().path("removed").asInt()).isEqualTo(2);
        assertThat(album().path("kept").asInt()).isZero();
        consent("YES");
        assertThat(look(clinician).status()).isEqualTo(404);
    }

    @Test
    void where_consents_are_written_down_a_clinician_removes_them_without_a_visit() {
        consent("YES");
        take();
        String privacy = "/patients/" + patient + "/privacy";
        String remove = privacy.replace("privacy", "photos/remove");
        Map<String, String> reason = Map.of("reason", "she asked for it");
        assertThat(clinician.page(privacy).text()).contains("Kept: 1.");
        assertThat(assistant.postForm(remove, reason).status()).isEqualTo(403);
        assertThat(stranger.postForm(remove, reason).status()).isEqualTo(404);
        assertThat(clinician.postForm(remove, Map.of("reason", "")).status()).isEqualTo(400);

        assertThat(clinician.postForm(remove, reason).status()).isEqualTo(303);

        assertThat(clinician.page(privacy).text()).doesNotContain("Kept: 1.");
        assertThat(album().path("kept").asInt()).isZero();
    }

    @Test
    void what_is_no_photo_too_large_old_or_of_somebody_else_is_refused_and_nothing_changes() {
        consent("YES");
        assertThat(take().status()).isEqualTo(200);
        byte[] before = look(clinician).bytes();
        byte[] good = Pictures.jpeg(64, 48);

        assertThat(words(send(clinician, path(), "<svg/>".getBytes(StandardCharsets.UTF_8), "numberSeen", "1")))
                .contains("neither a JPEG nor a PNG");
        assertThat(words(send(clinician, path(), Arrays.copyOf(good, 400), "numberSeen", "1")))
                .contains("cannot be read");
        Answer large = send(clinician, path(), new byte[(8 << 20) + 1], "numberSeen", "1");
        assertThat(large.status()).isEqualTo(413);
        assertThat(words(large)).contains("larger than 8 MB");
        assertThat(send(clinician, path(), new byte[9 << 20], "numberSeen", "1").status())
                .isEqualTo(413);
        assertThat(take().status()).as("an old page").isEqualTo(412);
        assertThat(take("numberSeen", "1").status())
                .as("replaced without a reason")
                .isEqualTo(400);
        assertThat(take("side", "BOTH").status()).isEqualTo(400);
        assertThat(take("numberSeen", "1", "reason", "x", "patient", "0".repeat(32))
                        .status())
                .isEqualTo(409);
        assertThat(clinician
                        .postJson(path(), Map.of("side", "RIGHT", "numberSeen", 1))
                        .status())
                .as("no file")
                .isEqualTo(400);
        assertThat(remove("reason", "").status()).isEqualTo(400);
        assertThat(remove("numberSeen", 4).status()).isEqualTo(412);
        assertThat(look(clinician).bytes()).isEqualTo(before);

        assertThat(take("numberSeen", "1", "reason", "it was blurred").status()).isEqualTo(200);
        assertThat(remove("numberSeen", 2).status()).isEqualTo(200);
        assertThat(look(clinician).status()).isEqualTo(404);
        closeVisit();
        assertThat(take().status()).as("the visit is closed").isEqualTo(409);
    }

    private Answer remove(String field, int value) {
        return clinician.postJson(path() + "/remove", Map.of("side", "RIGHT", "reason", "wrong leg", field, value));
    }

    @Test
    void looking_taking_and_removing_stand_in_the_audit_log_and_reasons_only_as_hashes() {
        consent("YES");
        take();
        look(clinician);
        remove();

        Map<String, AuditEvent> rows = new LinkedHashMap<>();
        server.store().read(stores -> {
            stores.audit().about(own.clinic().id(), "test:" + test).forEach(event -> rows.put(event.action(), event));
            stores.audit()
                    .about(own.clinic().id(), "patient:" + patient)
                    .forEach(event -> rows.put(event.action(), event));
            return true;
        });

        assertThat(rows).containsKeys("photo.take", "record.photo", "photo.remove");
        assertThat(rows.get("record.photo")).extracting(AuditEvent::subject).isEqualTo("patient:" + patient);
        assertThat(rows.get("photo.take").after().orElseThrow()).contains("image_sha256");
        assertThat(rows.get("photo.remove").reason()).startsWith("sha256:");
        boolean whole = server.store().read(stores -> stores.audit().verify().isEmpty());
        assertThat(whole).isTrue();
    }

    @Test
    void her_own_file_has_the_photos_and_no_export_of_results_has_a_word_of_them() throws IOException {
        patient = own.patient().id().toString(); // who has a login
        visit = own.visit().id().toString();
        test = setUp(visit);
        consent("YES");
        take();
        byte[] shown = look(clinician).bytes();
        String zip = "/patients/" + patient + "/everything.zip";

        for (Browser who : List.of(clinician, server.as(Role.PATIENT, "a"))) {
            Map<String, byte[]> files = unzipped(who.get(zip));
            String name = "photos/2026-08-06-RIGHT-" + test.substring(0, 8) + "-1.jpg";
            assertThat(files).containsKeys(name, "data/set_up_photo.json", "data/set_up_photo_image.json");
            assertThat(files.get(name)).isEqualTo(shown);
            assertThat(new String(files.get("data/set_up_photo_image.json"), StandardCharsets.UTF_8))
                    .doesNotContain("sealed");
            assertThat(new String(files.get("README.txt"), StandardCharsets.UTF_8))
                    .contains("photos: how each leg");
        }
        Browser auditor = server.as(Role.AUDITOR, "a");
        Answer results = auditor.get("/api/export/results.csv?purpose=audit");
        assertThat(results.status()).isEqualTo(200);
        assertThat(results.text()).doesNotContainIgnoringCase("photo");
        assertThat(auditor.get(zip).status()).isEqualTo(403);
    }

    private static Map<String, byte[]> unzipped(Answer answer) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(answer.bytes()))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    @Test
    void an_erasure_takes_the_photos_along() {
        consent("YES");
        take();
        clinician.postForm(
                "/patients/" + patient + "/erasure",
                Map.of(
                        "ground", "CONSENT_WITHDRAWN",
                        "numbers", "STAY",
                        "name", "Photographed",
                        "reason", "she asked",
                        "version", "0"));
        server.as(Role.OWNER, "a")
                .postForm("/erasures/" + patient + "/confirm", Map.of("when", "WAIT", "version", "1"));
        Database database = (Database) server.store();

        new DueErasures(database, database).run(ClinicServer.START.plus(Duration.ofDays(8)));

        int kept = database.read(
                stores -> stores.photos().kept(own.clinic().id(), id()).size());
        assertThat(kept).isZero();
        assertThat(look(clinician).status()).isIn(404, 409, 410);
        assertThat(database.read(stores -> stores.audit().about(own.clinic().id(), "test:" + test)).stream()
                        .map(AuditEvent::action)
                        .collect(Collectors.toSet()))
                .contains("photo.take");
    }
}
