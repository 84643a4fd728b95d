package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plinth.core.visit.Involvement;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.Browser.Answer;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.MeasuredEpisode;
import org.plinth.web.testkit.PdfUa;

/** Papers of an episode: page and PDF say the same, each says whose it is, and what was issued says later whether it holds. */
@Tag("slow")
class ReportPagesTest {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final Pattern FORM = Pattern.compile("name=\"requestId\" value=\"([0-9a-f]{32})\"");

    /** Of the clinic's reference line, in the clinician's words (decision S10). */
    private static final Pattern CRITERION = Pattern.compile(
            "(?i)\\b(criteri|threshold|gate\\b|reference line|at least 90|below 90|not met|met:|cannot tell whether it is at)");

    private static final int AT_ONCE = 8;
    private static final int RENDERS = 50;

    private static ClinicServer server;
    private static ClinicServer.Sample clinic;
    private static Sensor sensor;
    private static Browser clinician;
    private static MeasuredEpisode course;

    @BeforeAll
    static void start() {
        server = ClinicServer.withPages();
        clinic = server.addClinic("a");
        server.addClinic("b");
        sensor = server.addCalibratedSensor(clinic, "sample-1");
        clinician = server.as(Role.CLINICIAN, "a");
        course = person("Quillford", Involvement.LEFT).longCourse();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static MeasuredEpisode person(String name, Involvement involvement) {
        return new MeasuredEpisode(server, clinic, sensor, name, involvement);
    }

    private static Answer page(MeasuredEpisode who, String audience) {
        return clinician.page(who.href() + "/report?for=" + audience);
    }

    private static String form(Answer page) {
        Matcher found = FORM.matcher(page.text());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** Where the PDF is that was made. */
    private static String make(MeasuredEpisode who, String audience, String paper) {
        Answer made = clinician.postForm(
                who.href() + "/report",
                Map.of("for", audience, "paper", paper, "requestId", form(page(who, audience))));
        assertThat(made.status()).isEqualTo(303);
        return made.header("Location");
    }

    private static byte[] pdf(String href) {
        Answer answer = clinician.page(href);
        assertThat(answer.status()).as(href).isEqualTo(200);
        PdfUa.assertAccessible(answer.bytes());
        return answer.bytes();
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document).replaceAll("\\s+", " "));
            }
        }
        return pages;
    }

    /** The words of the report on its page, without what stands round it. */
    private static String words(Answer page) {
        String html = page.text();
        String report = html.substring(html.indexOf("<article"), html.indexOf("</article>"));
        return report.replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&amp;", "&")
                .replace("&#39;", "'")
                .replace("&#34;", "\"")
                .replaceAll("\\s+", " ");
    }

    private static Map<String, Integer> numbers(String text) {
        Map<String, Integer> numbers = new HashMap<>();
        Matcher found = NUMBER.matcher(text);
        while (found.find()) {
            numbers.merge(found.group(), 1, Integer::sum);
        }
        return numbers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"patient", "referrer", "payer"})
    void page_and_pdf_say_the_same_number_by_number(String audience) throws IOException {
        String shown = words(page(course, audience));
        String printed = String.join(" ", pages(pdf(make(course, audience, "a4"))));

        Map<String, Integer> onPaper = numbers(printed);
        assertThat(numbers(shown)).hasSizeGreaterThan(30).allSatisfy((number, times) -> assertThat(
                        onPaper.getOrDefault(number, 0))
                .as("%s on paper, %s times on the page", number, times)
                .isGreaterThanOrEqualTo(times));
        assertThat(shown).doesNotContain("{0}").contains("Left 3 of 4, right 3 of 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"patient", "payer"})
    void neither_patient_nor_payer_reads_of_a_criterion(String audience) throws IOException {
        String both = words(page(course, audience)) + " " + String.join(" ", pages(pdf(make(course, audience, "a4"))));

        assertThat(CRITERION.matcher(both).results().map(found -> found.group()).toList())
                .isEmpty();
        assertThat(CRITERION.matcher(words(page(course, "referrer"))).find()).isTrue();
        assertThat(clinician
                        .page(course.href() + "/report/charts/curl-prone-15/" + audience + "-strength.svg")
                        .text())
                .startsWith("<svg")
                .doesNotContain("90 %");
    }

    @Test
    void notes_go_to_who_treats_and_not_to_who_pays() {
        assertThat(words(page(course, "referrer"))).contains("private remark", "Since 1 April 2026: Heavy");
        assertThat(words(page(course, "payer")))
                .contains("Since 1 April 2026: Heavy curl")
                .doesNotContain("private remark");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a4", "letter"})
    void every_page_says_whose_it_is_which_of_how_many_and_where_its_state_can_be_read(String paper)
            throws IOException {
        String href = make(course, "referrer", paper);
        String number = href.substring(href.indexOf("number=") + 7);
        byte[] bytes = pdf(href);
        List<String> pages = pages(bytes);

        assertThat(pages).hasSizeGreaterThan(1);
        for (int i = 0; i < pages.size(); i++) {
            assertThat(pages.get(i))
                    .contains("Sample Quillford Quillford, born 2 March 1985", "made up", number)
                    .contains("page " + (i + 1) + " of " + pages.size())
                    .contains("/report");
        }
        assertThat(pdf(href)).as("the same bytes each time").isEqualTo(bytes);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            float width = document.getPage(0).getMediaBox().getWidth();
            assertThat(width).isBetween(paper.equals("a4") ? 594f : 611f, paper.equals("a4") ? 596f : 613f);
            assertThat(document.getDocumentInformation().getCOSObject().containsKey(COSName.CREATION_DATE))
                    .isFalse();
        }
    }

    @Test
    void what_was_issued_says_whether_it_holds() {
        MeasuredEpisode who = person("Brackenby", Involvement.LEFT);
        LocalDate first = LocalDate.of(2026, 7, 1);
        Id<PositionTest> test = who.tested(first, Optional.of(200.0), Optional.of(260.0), true);
        String href = make(who, "referrer", "a4");
        assertThat(page(who, "referrer").text()).contains("Still what Plinth would print.");

        server.clock().forward(Duration.ofDays(1));
        who.tested(LocalDate.of(2026, 8, 7), Optional.of(210.0), Optional.of(261.0), true);
        clinician = server.as(Role.CLINICIAN, "a");
        assertThat(page(who, "referrer").text()).contains("Newer tests have come since.");
        assertThat(clinician.page(href).status()).isEqualTo(200);

        who.decidedAnew(test, 190, 260);
        assertThat(page(who, "referrer").text()).contains("SUPERSEDED");
        Answer gone = clinician.page(href);
        assertThat(gone.status()).isEqualTo(409);
        assertThat(gone.text()).contains("has changed since it was made");
    }

    @Test
    void one_form_sent_often_is_one_report_and_no_form_makes_the_entry_of_one() {
        MeasuredEpisode who = person("Zennorby", Involvement.RIGHT);
        Map<String, String> once = Map.of("for", "payer", "paper", "LETTER", "requestId", form(page(who, "payer")));
        String first = clinician.postForm(who.href() + "/report", once).header("Location");
        for (int i = 0; i < 3; i++) {
            assertThat(clinician.postForm(who.href() + "/report", once).header("Location"))
                    .isEqualTo(first);
        }
        Map<String, String> other = new HashMap<>(once);
        other.put("paper", "A4");
        assertThat(clinician.postForm(who.href() + "/report", other).header("Location"))
                .isNotEqualTo(first);

        assertThat(page(who, "payer").text().split("report.pdf\\?number=", -1)).hasSize(3);
        assertThat(clinician.page(who.href() + "/add/report").status()).isEqualTo(404);
        assertThat(clinician.page(who.href()).text())
                .contains("The record itself")
                .doesNotContain("/add/report");
        assertThat(clinician.page(who.href() + "/report.pdf?number=R-0000-0000").status())
                .isEqualTo(404);
        assertThat(clinician.page(who.href() + "/report?for=nobody").status()).isEqualTo(404);
    }

    @Test
    void nobody_else_reads_it() {
        assertThat(server.as(Role.ASSISTANT, "a")
                        .page(course.href() + "/report")
                        .status())
                .isEqualTo(403);
        assertThat(server.as(Role.CLINICIAN, "b")
                        .page(course.href() + "/report")
                        .status())
                .isEqualTo(404);
        assertThat(server.as(Role.PATIENT, "a").page(course.href() + "/report").status())
                .isIn(403, 404);
        MeasuredEpisode other = person("Marrable", Involvement.LEFT);
        String mixed = course.href()
                .replace(course.patient().id().toString(), other.patient().id().toString());
        assertThat(clinician.page(mixed + "/report").status()).isIn(404, 409);
    }

    @Test
    void a_patient_prints_her_own_of_closed_visits_alone() throws IOException {
        Browser patient = server.as(Role.PATIENT, "a");

        Answer own = patient.page("/me/report.pdf?paper=letter");

        assertThat(own.status()).isEqualTo(200);
        assertThat(String.join(" ", pages(own.bytes())))
                .contains("Strength was not tested.", "own copy of")
                .doesNotContain("R-");
    }

    @Test
    void a_bilateral_a_one_sided_and_an_untested_episode_have_their_reports() throws IOException {
        MeasuredEpisode both = person("Hartwhistle", Involvement.BILATERAL);
        both.tested(LocalDate.of(2026, 7, 1), Optional.of(200.0), Optional.of(190.0), true);
        both.tested(LocalDate.of(2026, 7, 20), Optional.of(205.0), Optional.of(195.0), true);
        MeasuredEpisode one = person("Onesby", Involvement.RIGHT);
        one.tested(LocalDate.of(2026, 7, 1), Optional.empty(), Optional.of(190.0), true);
        MeasuredEpisode none = person("Noneby", Involvement.LEFT);

        for (String audience : List.of("patient", "referrer", "payer")) {
            assertThat(pages(pdf(make(both, audience, "a4")))).isNotEmpty();
            assertThat(words(page(one, audience))).contains(audience.equals("patient") ? "not tested" : "No symmetry");
            assertThat(words(page(none, audience))).contains("Strength was not tested.");
        }
        assertThat(words(page(both, "referrer"))).contains("No symmetry: both legs are injured");
    }

    @Test
    void an_open_visit_is_said_to_be_open_and_reaches_no_patient() {
        MeasuredEpisode who = person("Openby", Involvement.LEFT);
        who.tested(LocalDate.of(2026, 8, 5), Optional.of(200.0), Optional.of(260.0), false);

        assertThat(words(page(who, "referrer"))).contains("1 visit is not closed", "200 N");
        assertThat(words(page(who, "patient"))).doesNotContain("200 N").contains("Strength was not tested.");
    }

    @Test
    void a_letter_is_written_when_the_episode_is_closed() throws IOException {
        MeasuredEpisode who = person("Letterby", Involvement.LEFT);
        who.tested(LocalDate.of(2026, 7, 1), Optional.of(200.0), Optional.of(260.0), true);
        who.tested(LocalDate.of(2026, 8, 1), Optional.of(240.0), Optional.of(262.0), true);
        who.noted(LocalDate.of(2026, 7, 2), "prescription", "exercise", "Bridge", "side", "LEFT");
        assertThat(page(who, "discharge").text()).contains("The letter is written when it is closed.");
        Map<String, String> close = Map.of("version", "1", "closeReason", "Goal reached", "closedOn", "2026-08-05");
        Map<String, String> how = Map.of("outcome", "GOAL_REACHED", "exitTest", "NOT_DONE", "noExitTest", "moved");
        Map<String, String> form = new LinkedHashMap<>(close);
        form.putAll(how);
        assertThat(clinician.postForm(who.href() + "/close", form).status()).isEqualTo(303);
        List<String> letter = pages(pdf(make(who, "discharge", "a4")));
        assertThat(letter).hasSize(1);
        assertThat(letter.get(0)).contains("Why there was none: moved");
        assertThat(letter.get(0))
                .contains(
                        "Reason: Goal reached", "2 visits were made.", "200 N on 1 July 2026", "240 N on 1 August 2026")
                .contains("The last strength test was on 1 August 2026, 4 days before the end.", "Bridge: left leg");
    }

    @Test
    void papers_of_two_people_made_at_once_never_mix() throws Exception {
        MeasuredEpisode first = person("Twinby", Involvement.RIGHT);
        first.tested(LocalDate.of(2026, 7, 1), Optional.of(311.0), Optional.of(277.0), true);
        MeasuredEpisode second = person("Halfby", Involvement.LEFT);
        second.tested(LocalDate.of(2026, 7, 1), Optional.of(203.0), Optional.of(251.0), true);
        String one = make(first, "patient", "a4");
        String two = make(second, "patient", "a4");
        byte[] alone = pdf(one);
        byte[] also = pdf(two);
        assertThat(String.join(" ", pages(alone))).doesNotContain("Halfby").contains("311 N");
        assertThat(String.join(" ", pages(also))).doesNotContain("Twinby").contains("203 N");

        ExecutorService readers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<byte[]>> made = new ArrayList<>();
            for (int i = 0; i < RENDERS; i++) {
                String href = i % 2 == 0 ? one : two;
                made.add(readers.submit(() -> pdf(href)));
            }
            for (int i = 0; i < RENDERS; i++) {
                assertThat(made.get(i).get()).isEqualTo(i % 2 == 0 ? alone : also);
            }
        } finally {
            readers.shutdownNow();
        }
    }

    @Test
    void the_sheet_to_take_home_is_one_page_in_plain_words() throws IOException {
        List<String> sheet = pages(pdf(course.href() + "/take-home.pdf"));

        assertThat(sheet).hasSize(1);
        assertThat(sheet.get(0))
                .contains(
                        "Quillford", "out of 10", "Long bridge: left leg, 3 × 20 s hold.", "Nobody watches this page.")
                .contains("Sitting a little longer", "on a soft seat", "Pain one day later");
        assertThat(CRITERION.matcher(sheet.get(0)).find()).isFalse();
        MeasuredEpisode none = person("Blankby", Involvement.LEFT);
        assertThat(String.join(" ", pages(pdf(none.href() + "/take-home.pdf"))))
                .contains("There are no results yet.", "No exercises are prescribed today.")
                .doesNotContain("Sitting a little longer");
        for (String sets : List.of("2", "3")) {
            LocalDate day = LocalDate.parse("2026-01-0" + sets);
            none.noted(day, "prescription", "exercise", "Curl", "side", "LEFT", "sets", sets);
        }
        assertThat(pages(pdf(none.href() + "/take-home.pdf")).get(0))
                .contains("3 sets")
                .containsOnlyOnce("Curl: left leg");
    }

    @Test
    void what_was_ticked_at_home_is_noted_once_and_shown_afterwards() {
        MeasuredEpisode who = person("Tickby", Involvement.LEFT);
        String sheet = who.href() + "/take-home";
        LocalDate today =
                LocalDate.ofInstant(server.clock().instant(), clinic.clinic().zone());
        String day = today.minusDays(3).toString();
        Map<String, String> ticked =
                Map.of("requestId", form(clinician.page(sheet)), "AFTER_24_H-" + day, "4", "AFTER_48_H-" + day, "2");

        for (int i = 0; i < 3; i++) {
            assertThat(clinician.postForm(sheet, ticked).status()).isEqualTo(303);
        }
        Map<String, String> again = Map.of("requestId", form(clinician.page(sheet)), "AFTER_24_H-" + day, "7");
        assertThat(clinician.postForm(sheet, again).header("Location")).endsWith("saved=0");

        assertThat(clinician.page(who.href()).text().split("Answer from home</a><span", -1))
                .hasSize(3);
        assertThat(clinician.page(sheet).text()).contains("4 of 10", "2 of 10").doesNotContain("7 of 10");
        assertThat(clinician
                        .postForm(sheet, Map.of("requestId", form(clinician.page(sheet)), "AFTER_24_H-" + day, "11"))
                        .status())
                .isEqualTo(400);
    }
}
