package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Subject;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.ClinicThings;
import org.plinth.web.testkit.PdfUa;

/** Hazard H20: the paper of one person's visit holds nothing of another's, however many are made at once. */
@Tag("slow")
class VisitPaperTest {

    private static final List<String> NAMES = List.of("Quillford", "Brackenby", "Zennorby", "Hartwhistle", "Marrable");

    /** In the foot: how far the audit log had come, which goes on while papers are printed. */
    private static final Pattern CHECKPOINT = Pattern.compile(" · audit log at \\S+");

    private static final int AT_ONCE = 8;
    private static final int TIMES_EACH = 8;

    private static ClinicServer server;
    private static Browser clinician;
    private static final Map<String, ClinicThings.Things> PEOPLE = new LinkedHashMap<>();

    @BeforeAll
    static void start() {
        server = ClinicServer.withPages();
        ClinicThings clinic = new ClinicThings(server, server.addClinic("a"));
        ClinicServer.Sample guest = server.addClinic("b");
        for (String name : NAMES) {
            PEOPLE.put(
                    name, clinic.patient("Sample " + name, name, guest.clinic().id()));
        }
        clinician = server.as(Role.CLINICIAN, "a");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void every_page_says_whose_it_is_and_names_nobody_else() throws IOException {
        for (String name : NAMES) {
            for (String page : pages(paper(name))) {
                assertThat(page).contains(name, "2 March 1985");
                others(name).forEach(other -> assertThat(page).doesNotContain(other));
            }
        }
    }

    /** Hazard H1: two identifiers wherever something is done about her. */
    @Test
    void every_page_of_a_visit_says_whose_it_is() {
        for (String name : NAMES) {
            ClinicThings.Things hers = PEOPLE.get(name);
            String visit = "/visits/" + hers.id(Subject.VISIT);
            String patient = "/patients/" + hers.id(Subject.PATIENT);
            for (String path : List.of(
                    patient, patient + "/history", visit, visit + "/live", visit + "/history", patient + "/edit")) {
                Browser.Answer page = clinician.page(path);
                assertThat(page.status()).as(path).isEqualTo(200);
                assertThat(page.text()).as(path).contains(name, "2 March 1985");
                others(name).forEach(other -> assertThat(page.text()).as(path).doesNotContain(other));
            }
        }
    }

    @Test
    void an_effort_is_decided_at_its_own_visit_alone() {
        String other = PEOPLE.get("Brackenby").id(Subject.TRIAL);
        String visit = "/visits/" + PEOPLE.get("Quillford").id(Subject.VISIT);

        Map<String, String> excluded = Map.of("state", "EXCLUDED", "reason", "slipped", "version", "1");

        assertThat(clinician.postForm(visit + "/trials/" + other, excluded).status())
                .isEqualTo(404);
    }

    @Test
    void papers_of_several_people_made_at_once_say_what_those_made_alone_say() throws Exception {
        Map<String, List<String>> alone = new LinkedHashMap<>();
        for (String name : NAMES) {
            alone.put(name, pages(paper(name)));
        }
        assertThat(alone.values()).doesNotHaveDuplicates();

        ExecutorService readers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            Map<String, List<Future<byte[]>>> made = new LinkedHashMap<>();
            for (int i = 0; i < TIMES_EACH; i++) {
                for (String name : NAMES) {
                    made.computeIfAbsent(name, none -> new ArrayList<>()).add(readers.submit(() -> paper(name)));
                }
            }
            for (String name : NAMES) {
                for (Future<byte[]> one : made.get(name)) {
                    assertThat(pages(one.get())).as(name).isEqualTo(alone.get(name));
                }
            }
        } finally {
            readers.shutdownNow();
        }
    }

    private static byte[] paper(String name) {
        Browser.Answer answer = clinician.page("/visits/" + PEOPLE.get(name).id(Subject.VISIT) + "/visit.pdf");
        assertThat(answer.status()).as(name).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
        return answer.bytes();
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        PdfUa.assertAccessible(pdf);
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(CHECKPOINT
                        .matcher(stripper.getText(document).replaceAll("\\s+", " "))
                        .replaceAll(""));
            }
        }
        assertThat(pages).isNotEmpty();
        return pages;
    }

    private static Stream<String> others(String name) {
        return NAMES.stream().filter(other -> !other.equals(name));
    }
}
