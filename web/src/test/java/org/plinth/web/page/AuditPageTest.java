package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.web.audit.StandAlone;
import org.plinth.web.clinic.Role;
import org.plinth.web.store.Act;
import org.plinth.web.store.AuditEvent;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;

/** The audit log as owners and auditors read it, filter it and take it away. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditPageTest {

    private static final Pattern OLDER = Pattern.compile("href=\"(/audit[^\"]*before=[^\"]*)\"");

    @TempDir
    private Path root;

    private ClinicServer server;
    private ClinicServer.Sample a;
    private ClinicServer.Sample b;
    private Browser owner;
    private Browser auditor;
    private Browser clinician;

    @BeforeAll
    void start() {
        server = ClinicServer.withPages();
        a = server.addClinic("a");
        b = server.addClinic("b");
        owner = server.as(Role.OWNER, "a");
        auditor = server.as(Role.AUDITOR, "a");
        clinician = server.as(Role.CLINICIAN, "a");
        clinician.page("/patients/" + a.patient().id());
        clinician.page("/patients/" + b.patient().id());
        clinician.page("/visits/" + a.visit().id() + "/visit.pdf");
        clinician.postForm("/visits/" + a.visit().id() + "/close", Map.of("version", "1"));
        server.as(Role.CLINICIAN, "b").page("/patients/" + b.patient().id());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private List<AuditEvent> rows() {
        return server.store().read(stores -> stores.audit().newest(a.clinic().id(), Long.MAX_VALUE, 500));
    }

    @Test
    void an_owner_reads_sentences_with_names_of_staff_and_ids_of_patients() {
        String page = all(owner);

        assertThat(page)
                .contains(
                        "Sample CLINICIAN opened the record of patient "
                                + a.patient().id(),
                        "Sample CLINICIAN printed the record of patient "
                                + a.patient().id(),
                        "Sample CLINICIAN was refused at patient " + b.patient().id(),
                        "Sample CLINICIAN closed visit " + a.visit().id(),
                        "127.0.0.1",
                        "2026-08-06 09:00:00 UTC")
                .containsPattern("<code>closed</code></dt><dd><del>false</del>\\s*<ins>true</ins>")
                .doesNotContain("Madeup", "{0}");
    }

    @Test
    void an_auditor_reads_pseudonyms_and_no_id_of_a_patient_or_of_staff() {
        String page = all(auditor);

        assertThat(page)
                .containsPattern("S-[0-9a-f]{16} opened the record of patient P-[0-9a-f]{16}")
                .containsPattern("S-[0-9a-f]{16} closed visit V-[0-9a-f]{16}")
                .doesNotContain(
                        "Madeup",
                        "Sample CLINICIAN",
                        a.patient().id().toString(),
                        a.patient().id().value().toString(),
                        a.visit().id().toString(),
                        a.visit().id().value().toString());
        a.accounts().values().forEach(account -> assertThat(page)
                .doesNotContain(account.id().toString(), account.id().value().toString()));
    }

    @Test
    void another_clinics_rows_are_nobodys_to_see_here() {
        for (Browser reader : List.of(owner, auditor)) {
            String all = all(reader);
            assertThat(all).doesNotContain("visit " + b.visit().id());
            b.accounts().values().forEach(account -> assertThat(all)
                    .doesNotContain(account.id().toString()));
        }
        long foreign = server.store()
                .read(stores -> stores.audit().newest(b.clinic().id(), Long.MAX_VALUE, 1))
                .get(0)
                .seq();
        assertThat(owner.page("/audit?about=" + foreign).status()).isEqualTo(404);
    }

    @Test
    void only_refusals_only_exports_one_person_one_record_and_a_period_narrow_it() {
        assertThat(owner.page("/audit?doing=refusals").text())
                .contains("was refused at")
                .doesNotContain("opened the record of", "printed the record");
        assertThat(owner.page("/audit?doing=exports").text())
                .contains("printed the record")
                .doesNotContain("opened the record of", "was refused");
        assertThat(owner.page("/audit?doing=record.open").text())
                .contains("opened the record of")
                .doesNotContain("printed the record of");
        assertThat(owner.page("/audit?person=Sample+OWNER").text())
                .contains("Sample OWNER logged in")
                .doesNotContain("Sample CLINICIAN opened");
        assertThat(owner.page("/audit?to=2026-08-05").text()).contains("Nothing that was asked for");
        assertThat(owner.page("/audit?from=2026-08-07").text()).contains("Nothing that was asked for");
        assertThat(owner.page("/audit?from=2026-08-06&to=2026-08-06").text()).contains("opened the record of");
        long opening = rows().stream()
                .filter(row -> row.action().equals("record.open"))
                .findFirst()
                .orElseThrow()
                .seq();
        assertThat(auditor.page("/audit?about=" + opening).text())
                .contains("Only what was done to patient P-", "printed the record", "opened the record")
                .doesNotContain("closed visit", "logged in");
        assertThat(owner.page("/audit?person=Nobody").status()).isEqualTo(400);
        assertThat(owner.page("/audit?from=yesterday").status()).isEqualTo(400);
    }

    @Test
    void it_is_paged_by_number_without_a_row_twice_or_missing() {
        server.store().write(Act.ofPlinth(b.clinic().id(), server.clock().instant(), "recompute.write"), stores -> {
            for (int i = 0; i < 120; i++) {
                stores.audit().note("paged:" + i);
            }
            return true;
        });

        List<String> pages = pages(server.as(Role.OWNER, "b"), "/audit?doing=recompute.write");

        assertThat(pages).hasSize(3);
        for (int i = 0; i < 120; i++) {
            assertThat(String.join("", pages).split("computed paged " + i + " again", -1))
                    .as("row " + i)
                    .hasSize(2);
        }
    }

    /** This page and all older ones. */
    private static List<String> pages(Browser reader, String path) {
        List<String> pages = new ArrayList<>();
        Optional<String> next = Optional.of(path);
        while (next.isPresent()) {
            String text = reader.page(next.get()).text();
            pages.add(text);
            Matcher older = OLDER.matcher(text);
            next = older.find() ? Optional.of(older.group(1).replace("&amp;", "&")) : Optional.empty();
        }
        return pages;
    }

    private static String all(Browser reader) {
        return String.join("", pages(reader, "/audit"));
    }

    @Test
    void nobody_else_reads_it() {
        for (String path : List.of("/audit", "/audit/export.zip", "/audit/key.pem")) {
            assertThat(clinician.page(path).status()).isEqualTo(403);
            assertThat(server.as(Role.PATIENT, "a").page(path).status()).isEqualTo(403);
        }
    }

    @Test
    void the_export_is_checked_without_plinth_and_opening_and_exporting_stand_in_the_log() throws Exception {
        auditor.page("/audit");
        Path zip = root.resolve("export.zip");
        Files.write(
                zip,
                auditor.get("/audit/export.zip?doing=openings&journals=yes").bytes());

        StandAlone.Said said = new StandAlone(Files.createDirectories(root.resolve("classes"))).on(zip);
        assertThat(said.code()).as(said.text()).isZero();
        Map<String, byte[]> files = StandAlone.unpack(zip, root.resolve("unpacked"));
        String csv = new String(files.get("log.csv"), StandardCharsets.UTF_8);
        assertThat(csv)
                .contains("opened the record of patient P-")
                .doesNotContain(
                        "closed visit",
                        "Madeup",
                        "Sample CLINICIAN",
                        a.patient().id().toString());
        assertThat(new String(files.get("rows.ndjson"), StandardCharsets.UTF_8))
                .contains(a.patient().id().toString())
                .doesNotContain(
                        "Madeup",
                        "Sample CLINICIAN",
                        b.visit().id().toString(),
                        "\"" + b.clinic().id());
        assertThat(auditor.get("/audit/key.pem").text())
                .contains("BEGIN PUBLIC KEY")
                .doesNotContain("PRIVATE");
        assertThat(files.keySet()).contains("keys/" + keyOf(owner.page("/audit").text()) + ".pem");
        assertThat(rows()).extracting(AuditEvent::action).contains("audit.open", "audit.export");
    }

    private static String keyOf(String page) {
        Matcher key = Pattern.compile("<dd><code>([0-9a-f]{16})</code>").matcher(page);
        assertThat(key.find()).isTrue();
        return key.group(1);
    }
}
