package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plinth.web.clinic.Role;
import org.plinth.web.export.Export;
import org.plinth.web.export.Exports;
import org.plinth.web.hash.Sha256;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;

/** A finished file is whole; it is not handed out once somebody who may be in it has taken back that she may be. */
@Tag("slow")
class ExportFileTest {

    private static final Pattern FILE = Pattern.compile("/exports/jobs/[0-9a-f]{32}/export\\.zip");
    private static final String SAID = "somebody in it has refused or taken back a consent";

    private static ClinicServer server;
    private static Browser clinician;
    private static Browser auditor;

    @BeforeAll
    static void open() {
        server = ClinicServer.withPages();
        server.addClinic("a");
        clinician = server.as(Role.CLINICIAN, "a");
        auditor = server.as(Role.AUDITOR, "a");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static String addPatient() {
        return clinician
                .postJson(
                        "/api/patients",
                        Map.of("givenName", "Samplecanary", "familyName", "Leaving", "birthDate", "1980-02-03"))
                .json()
                .path("id")
                .asText();
    }

    private static void says(String patient, String kind, String given, int version) {
        Map<String, String> consent = new LinkedHashMap<>();
        consent.put("kind", kind);
        consent.put("given", given);
        consent.put("on", "2026-08-06");
        consent.put("by", "HERSELF");
        consent.put("textVersion", "2026-1");
        consent.put("version", Integer.toString(version));
        assertThat(clinician
                        .postForm("/patients/" + patient + "/consents", consent)
                        .status())
                .isEqualTo(303);
    }

    private static String file(Browser browser, String purpose) {
        return file(browser, "raw", purpose);
    }

    /** The newest stands first. */
    private static String file(Browser browser, String kind, String purpose) {
        assertThat(browser.postForm("/exports/jobs", Map.of("export", kind, "purpose", purpose))
                        .status())
                .isEqualTo(303);
        while (true) {
            Browser.Answer page = browser.page("/exports/jobs");
            if (page.header("Refresh").isEmpty()) {
                Matcher first = FILE.matcher(page.text());
                assertThat(first.find()).as(page.text()).isTrue();
                return first.group();
            }
        }
    }

    private static void takenAway(Browser browser, String href) {
        Browser.Answer refused = browser.page(href);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains(SAID);
        assertThat(browser.page("/exports/jobs").text()).contains(SAID).doesNotContain(href);
        assertThat(browser.page(href).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void each_kind_is_whole_and_its_checksums_are_of_all_its_files(String kind) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(
                auditor.get(file(auditor, kind, "AUDIT")).bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }

        String sums = new String(files.remove("SHA256SUMS"), StandardCharsets.UTF_8);
        assertThat(sums.lines())
                .containsExactlyInAnyOrderElementsOf(files.entrySet().stream()
                        .map(file -> Sha256.hex(file.getValue()) + "  " + file.getKey())
                        .toList());
    }

    static List<String> kinds() {
        return Exports.all().stream().map(Export::id).toList();
    }

    @Test
    void a_file_for_research_stands_while_others_agree_and_falls_when_one_withdraws() {
        String patient = addPatient();
        says(patient, "RESEARCH", "YES", 0);
        String href = file(auditor, "RESEARCH");

        says(addPatient(), "RESEARCH", "YES", 0);
        says(addPatient(), "RESEARCH", "NO", 0);
        assertThat(auditor.get(href).status()).isEqualTo(200);

        says(patient, "RESEARCH", "NO", 1);
        takenAway(auditor, href);
    }

    @Test
    void a_file_for_an_audit_falls_when_one_refuses() {
        String patient = addPatient();
        String href = file(auditor, "AUDIT");

        says(patient, "RESEARCH", "NO", 0);
        assertThat(auditor.get(href).status()).isEqualTo(200);

        says(patient, "AUDIT", "NO", 1);
        takenAway(auditor, href);
    }

    @Test
    void a_file_falls_when_an_erasure_is_asked_for() {
        String patient = addPatient();
        String href = file(clinician, "CARE");
        says(patient, "AUDIT", "NO", 0);
        assertThat(clinician.get(href).status()).isEqualTo(200);

        Map<String, String> ask = Map.of(
                "ground", "CONSENT_WITHDRAWN",
                "numbers", "GO",
                "name", "leaving",
                "reason", "she wrote a letter",
                "version", "0");
        assertThat(clinician.postForm("/patients/" + patient + "/erasure", ask).status())
                .isEqualTo(303);
        takenAway(clinician, href);
        assertThat(clinician.get(file(clinician, "CARE")).status()).isEqualTo(200);
    }
}
