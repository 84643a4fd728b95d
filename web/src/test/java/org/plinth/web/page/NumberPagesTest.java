package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plinth.core.formula.Expression;
import org.plinth.core.formula.Formula;
import org.plinth.core.formula.Formulas;
import org.plinth.core.norm.NormTable;
import org.plinth.web.clinic.Role;
import org.plinth.web.measure.Engine;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.Html;

/**
 * Every number of a patient's and a visit's page is a link, every link answers, and its page works the very number that
 * was shown: the arithmetic is computed here again from the printed digits. Over the sample clinic, on a real server.
 */
@Tag("slow")
class NumberPagesTest {

    private static final Pattern WITH_UNIT =
            Pattern.compile("\\d+(?:\\.\\d+)? ?(?:N|kgf|lbf|%|N·m|N/s|kg|Hz|s)(?![\\p{L}\\d])");
    private static final Set<String> EXPLAINED_ELSEWHERE = Set.of("figcaption", "title", "script");

    /** The line itself is a setting; the bound that is held against it is another number. */
    private static final Set<String> LINE = Set.of("decisionLow_pct", "decisionHigh_pct");

    private static ClinicServer server;
    private static Browser clinician;
    private static Browser patient;

    /** Pages of numbers that the clinician was shown: nothing changes meanwhile, so one look at each is enough. */
    private static Map<String, Html> seen = Map.of();

    @BeforeAll
    static void start() {
        seen = new HashMap<>();
        server = ClinicServer.withPages();
        assertThat(server.composition().makeSample((done, of) -> {})).isPresent();
        server.addClinic("b");
        clinician = server.browser().logIn("clinician", "sample-clinician");
        patient = server.browser().logIn("patient", "sample-patient");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Ada and Ben have long courses, Dev two injured legs, Eva pain, Gita a break, Hugo no calibration, Ines two visits on one date. */
    @ParameterizedTest
    @ValueSource(strings = {"Ada", "Ben", "Dev", "Eva", "Gita", "Hugo", "Ines"})
    void every_number_is_a_link_to_its_own_arithmetic(String name) {
        String href = patientHref(name);
        Html page = page(clinician, href);
        noBareNumber(page, href);
        Map<String, String> numbers = numbers(page);
        assertThat(numbers).isNotEmpty();
        String visit = page.all("a").stream()
                .map(link -> link.attribute("href"))
                .filter(to -> to.matches("/visits/[0-9a-f]{32}"))
                .findFirst()
                .orElseThrow();
        Html visitPage = page(clinician, visit);
        noBareNumber(visitPage, visit);
        numbers.putAll(numbers(visitPage));

        numbers.forEach(NumberPagesTest::works);
    }

    /** Hazard H16: nobody is held against other people's values, neither on a clinician's page nor on her own. */
    @Test
    void no_page_of_a_person_holds_her_against_a_reference_value() {
        List<String> pages = new ArrayList<>(List.of(patient.page("/me").text()));
        for (String name : List.of("Ada", "Ben", "Dev", "Eva", "Gita", "Hugo", "Ines")) {
            pages.add(clinician.page(patientHref(name)).text());
        }
        NormTable.bundled().all().forEach(norm -> assertThat(pages)
                .noneMatch(page -> page.contains(norm.population())));
        assertThat(pages).noneMatch(page -> page.contains("Reference value"));
    }

    @Test
    void a_number_that_leads_nowhere_would_be_found() {
        String href = patientHref("Ada");
        Html without = Html.of(clinician.page(href).text().replace("data-number", "data-nothing"));

        assertThatThrownBy(() -> noBareNumber(without, href)).hasMessageContaining("leads nowhere");
    }

    @Test
    void from_a_number_each_of_its_inputs_and_neighbours_can_be_reached() {
        String start = numbers(page(clinician, patientHref("Ada"))).keySet().stream()
                .filter(to -> to.contains("/numbers/chanceAboveZero"))
                .findFirst()
                .orElseThrow();
        Set<String> reached = new LinkedHashSet<>(List.of(start));
        for (int round = 0; round < 4; round++) {
            for (String at : List.copyOf(reached)) {
                followed(at).all("a").stream()
                        .map(link -> link.attribute("href"))
                        .filter(to -> to.contains("/numbers/"))
                        .forEach(reached::add);
            }
        }

        assertThat(reached.stream().map(NumberPagesTest::formulaOf))
                .contains("trend_pctPerWeek", "seriesBaseline_N", "value_N", "peak100_N", "detectableChange_N");
        reached.forEach(NumberPagesTest::agrees);
    }

    @Test
    void a_page_of_a_number_says_what_it_rests_on() {
        String visitNumber = numbers(page(clinician, patientHref("Ada"))).keySet().stream()
                .filter(to -> to.contains("/numbers/lsiLow_pct"))
                .findFirst()
                .orElseThrow();
        String text = clinician.page(visitNumber).text();

        assertThat(text)
                .contains(
                        "Plinth engine " + Engine.VERSION,
                        "Assumed or from the literature: curl-prone-15",
                        "Provisional. Basis: assumed",
                        "decision M5",
                        "Fingerprint of the inputs");
        String effort = page(clinician, visitOf(visitNumber)).all("a").stream()
                .map(link -> link.attribute("href"))
                .filter(to -> to.contains("/numbers/peak100_N"))
                .findFirst()
                .orElseThrow();
        assertThat(clinician.page(effort).text()).contains("Set to zero", "Fingerprint of the raw record", "Sample");
    }

    @Test
    void what_is_not_there_or_not_hers_is_not_found() {
        String number = numbers(page(clinician, patientHref("Ada"))).keySet().stream()
                .filter(to -> to.contains("/tests/"))
                .findFirst()
                .orElseThrow();
        String course = patientHref("Ada") + "/courses/curl-prone-15/numbers/change_N?side=left";
        Browser stranger = server.as(Role.CLINICIAN, "b");

        assertThat(clinician.page(course).status()).isEqualTo(200);
        assertThat(stranger.page(number).status()).isEqualTo(404);
        assertThat(stranger.page(course).status()).isEqualTo(404);
        assertThat(patient.page(number).status()).isEqualTo(403);
        assertThat(patient.page(course).status()).isEqualTo(403);
        assertThat(server.browser().get(number).status()).isEqualTo(401);
        String otherVisit = number.replaceFirst("/visits/[0-9a-f]{32}", visitOf(anotherNumber()));
        for (String wrong : List.of(
                otherVisit,
                number.replaceFirst("numbers/[^?]*", "numbers/nothing"),
                number.replaceFirst("numbers/.*", "numbers/value_N"),
                number.replaceFirst("numbers/.*", "numbers/value_N?side=middle"),
                number.replaceFirst("numbers/.*", "numbers/peak100_N?effort=" + "0".repeat(32)),
                number.replaceFirst("numbers/.*", "numbers/peak100_N?effort=x"),
                course.replace("curl-prone-15", "curl-nowhere"),
                course.replace("?side=left", ""))) {
            assertThat(clinician.page(wrong).status()).as(wrong).isEqualTo(404);
        }
    }

    @Test
    void every_formula_has_a_page_and_can_be_found() {
        Html index = page(clinician, "/formulas");
        for (Formula formula : Formulas.all()) {
            assertThat(index.all("a")).anyMatch(link -> link.attribute("href").equals("/formulas/" + formula.id()));
            assertThat(page(clinician, "/formulas/" + formula.id())
                            .all("h1")
                            .get(0)
                            .text())
                    .isEqualTo(formula.name());
        }
        assertThat(page(clinician, "/formulas?q=theil").texts().toString()).doesNotContain("Limb symmetry");
        assertThat(clinician.page("/formulas?q=trend").text()).contains("/formulas/trend_pctPerWeek");
        assertThat(clinician.page("/formulas?q=zzz").text()).contains("Nothing found");
    }

    @Test
    void a_patient_gets_plain_words_and_neither_line_nor_arithmetic() {
        Html me = page(patient, "/me");
        Set<String> links = numbers(me).keySet();

        noBareNumber(me, "/me");
        assertThat(links).isNotEmpty().allMatch(to -> to.startsWith("/me/numbers/"));
        for (String to : links) {
            assertThat(page(patient, to).withId("main").orElseThrow().text())
                    .doesNotContainIgnoringCase("threshold")
                    .doesNotContainIgnoringCase("at least")
                    .doesNotContain("reference line", "%");
        }
        assertThat(patient.page("/formulas").text()).doesNotContain("reference line", "chanceAtLeastThreshold");
        assertThat(patient.page("/formulas/decisionLow_pct").status()).isEqualTo(404);
        assertThat(patient.page("/me/numbers/chanceAboveZero").status()).isEqualTo(404);
        assertThat(clinician.page("/me/numbers/value_N").status()).isEqualTo(403);
    }

    /** The page that a link leads to shows the link's number, and its printed arithmetic gives it. */
    private static void works(String href, String shown) {
        Html page = followed(href);
        if (!href.startsWith("/formulas/") && !LINE.contains(formulaOf(href))) {
            String result = page.withId("result").orElseThrow().text();
            assertThat(sameDigits(result, shown))
                    .as("%s: %s, linked from %s", href, result, shown)
                    .isTrue();
        }
        if (!href.startsWith("/formulas/")) {
            agrees(href);
        }
    }

    private static void agrees(String href) {
        Html page = followed(href);
        assertThat(page.all("div")).as(href).noneMatch(div -> div.attribute("class")
                .equals("fault"));
        String[] lines =
                page.withId("exact").orElseThrow().content().toString().strip().split("\n");
        for (String line : lines) {
            int first = line.indexOf(" = ");
            int last = line.lastIndexOf(" = ");
            double again = Expression.parse(line.substring(first + 3, last)).evaluate(Map.of());
            double printed = Double.parseDouble(line.substring(last + 3).replace('−', '-'));
            assertThat(again).as(line).isCloseTo(printed, within(1e-12 * Math.max(1, Math.abs(printed))));
        }
        double last = Double.parseDouble(
                lines[lines.length - 1].replaceFirst(".* = ", "").replace('−', '-'));
        Matcher result = Pattern.compile("^−?\\d+(\\.\\d+)?")
                .matcher(page.withId("result").orElseThrow().text());
        if (result.find()) {
            double half = result.group(1) == null
                    ? 0.5
                    : 0.5 * Math.pow(10, 1 - result.group(1).length());
            assertThat(Math.abs(last)).isCloseTo(Double.parseDouble(result.group()), within(half + 1e-9));
        }
    }

    /** "71" is "71 %"; a difference that was told apart by a decimal is the same number. */
    private static boolean sameDigits(String result, String shown) {
        if (result.equals(shown) || result.equals(shown + " %")) {
            return true;
        }
        Matcher fine = Pattern.compile("(\\d+\\.\\d+) (\\S+)").matcher(shown);
        return fine.matches() && result.equals(Math.round(Double.parseDouble(fine.group(1))) + " " + fine.group(2));
    }

    private static Html followed(String href) {
        return seen.computeIfAbsent(href, NumberPagesTest::follow);
    }

    private static Html follow(String href) {
        Browser.Answer answer = clinician.page(href);
        String at = answer.status() == 303 ? answer.header("Location") : href;
        return page(clinician, at);
    }

    private static Html page(Browser browser, String href) {
        Browser.Answer answer = browser.page(href);
        assertThat(answer.status()).as(href).isEqualTo(200);
        return Html.of(answer.text());
    }

    /** Where each number leads, with its text. */
    private static Map<String, String> numbers(Html page) {
        Map<String, String> numbers = new LinkedHashMap<>();
        for (Html.Element link : page.all("a")) {
            if (link.has("data-number")) {
                assertThat(link.attribute("aria-label"))
                        .matches(Pattern.quote(link.text()) + ", (how this was computed|what this means)");
                numbers.put(link.attribute("href"), link.text());
            }
        }
        return numbers;
    }

    private static void noBareNumber(Html page, String where) {
        for (Html.Text text : page.texts()) {
            boolean explained = text.inside().stream().anyMatch(element -> isExplained(element, page));
            if (!explained) {
                assertThat(WITH_UNIT.matcher(text.text()).find())
                        .as("%s has a number that leads nowhere: %s", where, text.text())
                        .isFalse();
            }
        }
    }

    /** By its own link, by its protocol, or by words on the same page that the table names. */
    private static boolean isExplained(Html.Element element, Html page) {
        if (element.has("data-explained-by")) {
            return page.withId(element.attribute("data-explained-by")).isPresent();
        }
        return element.has("data-number")
                || element.attribute("href").startsWith("/positions/")
                || EXPLAINED_ELSEWHERE.contains(element.name());
    }

    private static String patientHref(String name) {
        return page(clinician, "/patients?q=Sample+" + name).all("a").stream()
                .map(link -> link.attribute("href"))
                .filter(to -> to.matches("/patients/[0-9a-f]{32}"))
                .findFirst()
                .orElseThrow();
    }

    private static String anotherNumber() {
        return numbers(page(clinician, patientHref("Ben"))).keySet().stream()
                .filter(to -> to.contains("/tests/"))
                .findFirst()
                .orElseThrow();
    }

    private static String visitOf(String number) {
        return number.replaceFirst("(/visits/[0-9a-f]{32}).*", "$1");
    }

    private static String formulaOf(String href) {
        return href.replaceFirst(".*/(numbers|formulas)/", "").replaceFirst("\\?.*", "");
    }
}
