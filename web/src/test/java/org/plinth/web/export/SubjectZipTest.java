package org.plinth.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.core.visit.Involvement;
import org.plinth.driver.SensorDrivers;
import org.plinth.web.audit.CheckpointCheck;
import org.plinth.web.audit.Checkpoints;
import org.plinth.web.capture.RawForce;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Consent;
import org.plinth.web.clinic.ErasureStep;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Recording;
import org.plinth.web.integrity.Unreadable;
import org.plinth.web.integrity.Verification;
import org.plinth.web.privacy.DueErasures;
import org.plinth.web.privacy.Purpose;
import org.plinth.web.store.Act;
import org.plinth.web.store.AuditVerifier;
import org.plinth.web.testkit.VisitDeskScript;
import org.plinth.web.testkit.VisitFloorKit;
import org.plinth.web.text.Texts;
import org.plinth.web.visit.TestSheet;

/** One recorded visit: all of it as a ZIP, who may take its results for what, and what is left after an erasure. */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SubjectZipTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static VisitFloorKit kit;
    private static VisitFloorKit.People people;
    private static TestSheet sheet;
    private static Id<Clinic> clinic;
    private static Id<Patient> patient;

    @BeforeAll
    static void record_a_visit() {
        kit = VisitFloorKit.open(folder);
        people = kit.addPeople(Involvement.LEFT);
        sheet = new VisitDeskScript(kit, people).bothSides();
        clinic = people.clinic().id();
        patient = people.patient().id();
    }

    @AfterAll
    static void close() {
        kit.close();
    }

    private static List<Recording> recordings() {
        return kit.database().read(stores -> stores.recordings()
                .ofVisit(clinic, sheet.visit().id()));
    }

    private static RawForce raw() {
        return new RawForce(kit.database(), kit.journals(), SensorDrivers.load());
    }

    private static Map<String, byte[]> zip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<String, List<Map<String, Object>>> rows =
                kit.database().read(stores -> stores.subject().rows(clinic, patient));
        new SubjectZip(raw(), Texts.bundled())
                .write(
                        new SubjectZip.Content(
                                rows,
                                recordings(),
                                Map.of("visits/one.pdf", pdf -> pdf.write("%PDF".getBytes(StandardCharsets.UTF_8))),
                                List.of("Made on a day.")),
                        out);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private static String text(Map<String, byte[]> zip, String name) {
        return new String(zip.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    @Test
    @Order(1)
    void the_zip_holds_every_table_every_version_and_every_sample_with_checksums_that_hold() throws Exception {
        Map<String, byte[]> zip = zip();

        assertThat(text(zip, "data/patient_version.json")).contains("\"given_name\" : \"Sample Ada\"");
        assertThat(text(zip, "data/patient_version.csv")).contains("Sample Ada", "1990-05-04");
        JsonNode trials = JSON.readTree(text(zip, "data/trial_version.json"));
        assertThat(trials).hasSizeGreaterThanOrEqualTo(12);
        assertThat(text(zip, "data/audit_event.json")).contains("patient:" + patient, "trial.decide");
        assertThat(zip.keySet()).contains("visits/one.pdf", "README.txt", "SHA256SUMS");
        assertThat(text(zip, "README.txt")).contains("Made on a day.", "measurement: numbers of efforts", "force_N");
        for (Recording recording : recordings()) {
            String csv = text(zip, "recordings/" + recording.id() + ".csv");
            long received = recording.ledger().orElseThrow().received();
            assertThat(csv.lines().count()).isEqualTo(received + 1);
            assertThat(csv).startsWith("segment,time_s,force_N\r\n1,");
            List<String> packets = text(zip, "recordings/" + recording.id() + ".packets.ndjson")
                    .lines()
                    .toList();
            assertThat(JSON.readTree(packets.get(0)).path("type").asText()).isEqualTo("OPEN");
            assertThat(packets.stream().filter(line -> line.contains("\"IN\"")).count())
                    .isEqualTo(recording.ledger().orElseThrow().packets());
        }
        assertThat(zip.keySet()).noneMatch(name -> name.contains("patient_key"));
        assertThat(zip.values().stream().map(bytes -> new String(bytes, StandardCharsets.UTF_8)))
                .noneMatch(content -> content.contains("password_hash") || content.contains("wrapped"));
        assertSumsHold(zip);
    }

    private static void assertSumsHold(Map<String, byte[]> zip) throws Exception {
        List<String> sums = text(zip, "SHA256SUMS").lines().toList();
        assertThat(sums).hasSize(zip.size() - 1);
        for (String line : sums) {
            byte[] content = zip.getOrDefault(line.substring(66), new byte[0]);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            assertThat(line).startsWith(HexFormat.of().formatHex(digest) + "  ");
        }
    }

    @Test
    @Order(2)
    void results_go_where_consents_allow_and_nowhere_else() throws IOException {
        assertThat(rows(Purpose.AUDIT)).isEqualTo(2);
        assertThat(rows(Purpose.RESEARCH)).isZero();

        say(Consent.Kind.RESEARCH, true, 0);
        assertThat(rows(Purpose.RESEARCH)).isEqualTo(2);
        say(Consent.Kind.AUDIT, false, 1);
        assertThat(rows(Purpose.AUDIT)).isZero();
        assertThat(rows(Purpose.RESEARCH)).isEqualTo(2);
        say(Consent.Kind.RESEARCH, false, 2);
        assertThat(rows(Purpose.RESEARCH)).isZero();
        assertThat(rows(Purpose.CARE)).isEqualTo(2);
    }

    private static void say(Consent.Kind kind, boolean given, int seen) {
        Consent said = new Consent(
                new Id<>(new UUID(7, seen)),
                clinic,
                patient,
                1,
                kind,
                given,
                LocalDate.of(2026, 8, 6),
                Consent.By.HERSELF,
                Optional.empty(),
                "2026-1",
                people.clinician().id());
        kit.database().write(kit.act(people, "consent.note", ""), stores -> stores.consents()
                .add(said, seen));
    }

    private static long rows(Purpose purpose) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResultsCsv csv = purpose == Purpose.CARE
                ? ResultsCsv.named()
                : ResultsCsv.pseudonymous(new Pseudonyms(new byte[32]), purpose);
        csv.write(kit.database(), clinic, out);
        return out.toString(StandardCharsets.UTF_8).lines().count() - 1;
    }

    @Test
    @Order(3)
    void after_an_erasure_journals_verify_and_cannot_be_read_and_no_export_has_her() throws IOException {
        Instant now = Instant.parse("2100-01-01T00:00:00Z");
        step(ErasureStep.Step.ASKED, 0, people.clinician().id(), Optional.empty());
        step(ErasureStep.Step.CONFIRMED, 1, Act.PLINTH, Optional.of(now));

        assertThat(new DueErasures(kit.database(), kit.database()).run(now)).containsExactly(patient);

        Verification.Summary summary = new Verification(kit.database(), kit.journals(), checkpoints(), List.of())
                .run(new Deaf(), visits -> {}, () -> false);
        assertThat(summary.holds()).isTrue();
        assertThat(summary.recordings()).isEqualTo(2);
        assertThat(recordings()).hasSize(2).allSatisfy(recording -> {
            assertThat(raw().of(recording)).isEmpty();
            assertThat(raw().records(recording, record -> {})).isFalse();
        });
        assertThat(rows(Purpose.CARE)).isZero();
        assertThat(rows(Purpose.AUDIT)).isZero();
        Optional<AuditVerifier.Break> broken =
                kit.database().read(stores -> stores.audit().verify());
        assertThat(broken).isEmpty();
        assertThat(new DueErasures(kit.database(), kit.database()).run(now)).isEmpty();
    }

    private static void step(ErasureStep.Step step, int seen, Id<Account> actor, Optional<Instant> due) {
        Instant at = Instant.parse("2099-12-24T00:00:00Z");
        ErasureStep next = new ErasureStep(
                clinic, patient, 1, step, ErasureStep.Ground.NO_LONGER_NEEDED, false, due, at, actor, "over");
        kit.database().write(new Act(clinic, actor, at, "erasure", "over", ""), stores -> stores.erasures()
                .add(next, seen));
    }

    /** None was written here. */
    private static Checkpoints checkpoints() {
        Checkpoints.Places places = Checkpoints.Places.of(folder, folder.resolve("master.key"), Optional.empty());
        return new Checkpoints(kit.database(), places, () -> 0, Clock.systemUTC());
    }

    private static final class Deaf implements Verification.Findings {

        @Override
        public void fault(Unreadable fault) {}

        @Override
        public void checkpoint(CheckpointCheck.Fault fault) {}

        @Override
        public void orphan(Id<Recording> journal) {}
    }
}
