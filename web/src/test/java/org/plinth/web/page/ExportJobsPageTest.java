package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.plinth.web.clinic.Role;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;

/** An export of the whole clinic as an auditor asks for it, watches it and fetches it, in one piece and in several. */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExportJobsPageTest {

    private static final Pattern FILE = Pattern.compile("/exports/jobs/[0-9a-f]{32}/export\\.zip");

    private static ClinicServer server;
    private static Browser auditor;
    private static String href;
    private static byte[] whole;

    @BeforeAll
    static void begin_one() {
        server = ClinicServer.withPages();
        server.addClinic("a");
        server.addClinic("b");
        auditor = server.as(Role.AUDITOR, "a");
        assertThat(begin(auditor, "raw", "AUDIT").status()).isEqualTo(303);
        href = finished(auditor);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static Browser.Answer begin(Browser browser, String export, String purpose) {
        return browser.postForm("/exports/jobs", Map.of("export", export, "purpose", purpose));
    }

    private static String finished(Browser browser) {
        while (true) {
            Browser.Answer page = browser.page("/exports/jobs");
            Matcher file = FILE.matcher(page.text());
            if (file.find()) {
                assertThat(page.header("Refresh")).isEmpty();
                return file.group();
            }
            assertThat(page.header("Refresh")).isEqualTo("4");
        }
    }

    private static Browser.Answer part(String range, String... more) {
        HttpRequest.Builder request = auditor.request(href).GET().header("Range", range);
        if (more.length > 0) {
            request.header(more[0], more[1]);
        }
        return auditor.send(request);
    }

    @Test
    @Order(1)
    void it_is_a_whole_archive_and_says_how_to_go_on() throws IOException {
        Browser.Answer answer = auditor.get(href);
        whole = answer.bytes();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(whole.length));
        assertThat(answer.header("Content-Disposition")).contains("plinth-raw.zip");
        Set<String> names = new LinkedHashSet<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(whole))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).contains("recordings.ndjson", "curves.parquet", "manifest.json.sig", "SHA256SUMS");
    }

    @Test
    @Order(2)
    void a_download_that_was_cut_off_goes_on_where_it_was() {
        for (int at : new int[] {0, 1, 15, 16, 17, 1000, whole.length - 1}) {
            Browser.Answer rest = part("bytes=" + at + "-");
            assertThat(rest.status()).isEqualTo(206);
            assertThat(rest.header("Content-Range"))
                    .isEqualTo("bytes " + at + "-" + (whole.length - 1) + "/" + whole.length);
            assertThat(rest.bytes()).isEqualTo(Arrays.copyOfRange(whole, at, whole.length));
        }
        assertThat(part("bytes=5-5").bytes()).isEqualTo(new byte[] {whole[5]});
        assertThat(part("bytes=-7").bytes()).isEqualTo(Arrays.copyOfRange(whole, whole.length - 7, whole.length));
        assertThat(part("bytes=0-999999999").bytes()).isEqualTo(whole);
    }

    @Test
    @Order(3)
    void what_cannot_be_a_part_is_the_whole_or_refused() {
        String tag = auditor.get(href).header("ETag");

        assertThat(part("bytes=" + whole.length + "-").status()).isEqualTo(416);
        assertThat(part("bytes=" + whole.length + "-").header("Content-Range")).isEqualTo("bytes */" + whole.length);
        assertThat(part("bytes=-0").status()).isEqualTo(416);
        for (String nonsense :
                new String[] {"bytes=", "bytes=-", "bytes=9-3", "bytes=1-2,4-5", "lines=1-2", "bytes=a-"}) {
            assertThat(part(nonsense).status()).as(nonsense).isEqualTo(200);
        }
        assertThat(part("bytes=1-2", "If-Range", tag).status()).isEqualTo(206);
        assertThat(part("bytes=1-2", "If-Range", "\"another\"").bytes()).isEqualTo(whole);
        Browser.Answer head = auditor.send(auditor.request(href).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(head.header("Content-Length")).isEqualTo(Integer.toString(whole.length));
    }

    @Test
    @Order(4)
    void it_is_there_for_whoever_began_it_and_for_nobody_else() {
        Browser clinician = server.as(Role.CLINICIAN, "a");

        assertThat(clinician.get(href).status()).isEqualTo(404);
        assertThat(clinician.page("/exports/jobs").text()).doesNotContain("export.zip");
        assertThat(clinician
                        .postForm(href.replace("export.zip", "stop"), Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(server.as(Role.AUDITOR, "b").get(href).status()).isEqualTo(404);
        assertThat(server.as(Role.OWNER, "a").get(href).status()).isEqualTo(403);
        assertThat(begin(clinician, "raw", "AUDIT").status()).isEqualTo(400);
        assertThat(begin(auditor, "raw", "CARE").status()).isEqualTo(400);
        assertThat(begin(auditor, "everything", "AUDIT").status()).isEqualTo(400);
        assertThat(begin(server.as(Role.AUDITOR, "a").withoutToken(), "raw", "AUDIT")
                        .status())
                .isEqualTo(403);
        assertThat(begin(clinician, "raw", "CARE").status()).isEqualTo(303);
        assertThat(clinician.get(finished(clinician)).status()).isEqualTo(200);
    }

    @Test
    @Order(5)
    void it_is_gone_when_it_is_taken_away_after_a_day_and_after_a_restart() {
        assertThat(auditor.postForm(href.replace("export.zip", "stop"), Map.of())
                        .status())
                .isEqualTo(303);
        assertThat(auditor.get(href).status()).isEqualTo(404);
        begin(auditor, "raw", "RESEARCH");
        String second = finished(auditor);
        server.clock().forward(Duration.ofHours(25));
        Browser tomorrow = server.as(Role.AUDITOR, "a");
        assertThat(tomorrow.get(second).status()).isEqualTo(404);
        begin(tomorrow, "raw", "AUDIT");
        String third = finished(tomorrow);
        server.restart();
        assertThat(server.as(Role.AUDITOR, "a").get(third).status()).isEqualTo(404);
        assertThat(server.data().resolve("uploads")).isEmptyDirectory();
    }

    @Test
    @Order(0)
    void the_internal_form_is_for_looking_at_the_own_work_alone() {
        assertThat(auditor.page("/exports/jobs").text()).containsOnlyOnce("name=\"form\" value=\"internal\"");
        assertThat(server.as(Role.CLINICIAN, "a").page("/exports/jobs").text()).doesNotContain("name=\"form\"");
        for (Map<String, String> wrong : List.of(
                Map.of("export", "audit", "purpose", "RESEARCH", "form", "internal"),
                Map.of("export", "raw", "purpose", "AUDIT", "form", "internal"),
                Map.of("export", "audit", "purpose", "AUDIT", "form", "open"))) {
            assertThat(auditor.postForm("/exports/jobs", wrong).status())
                    .as(wrong.toString())
                    .isEqualTo(400);
        }
        assertThat(auditor.postForm("/exports/jobs", Map.of("export", "audit", "purpose", "AUDIT", "form", "internal"))
                        .status())
                .isEqualTo(303);
        while (!auditor.page("/exports/jobs").header("Refresh").isEmpty()) {
            Thread.onSpinWait();
        }
        // The newest stands first; the other tests are about the one that was begun before.
        Matcher newest = FILE.matcher(auditor.page("/exports/jobs").text());
        assertThat(newest.find()).isTrue();
        assertThat(newest.group()).isNotEqualTo(href);
        auditor.postForm(newest.group().replace("export.zip", "stop"), Map.of());
    }
}
