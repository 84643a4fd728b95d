package org.plinth.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.core.metric.MetricResult;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.http.AccessTable;
import org.plinth.web.http.AccessTable.Rule;
import org.plinth.web.store.RecordingStore.TrialOf;
import org.plinth.web.testkit.Browser;

/** What programs read of the sample clinic: as described, exact, by pseudonym without a name or a date, and enough to draw it again. */
@Tag("slow")
class ReadingApiTest extends ReadingApiKit {

    // ---- the description

    /** Answered without JSON of ours, or never with 200 to a plain GET. */
    private static final Set<String> NOT_CALLED = Set.of("/live/:visitId", "/bench/:sensorId", "/bridge");

    @Test
    void every_answer_to_a_get_is_as_it_is_described() {
        Map<String, List<String>> wrong = new TreeMap<>();
        Set<String> seen = new TreeSet<>();
        for (Rule rule : AccessTable.rules()) {
            if (!rule.program() || !rule.method().equals("GET") || NOT_CALLED.contains(rule.path())) {
                continue;
            }
            for (String path : paths(rule)) {
                for (Browser browser : callers()) {
                    Browser.Answer answer = browser.get(path);
                    if (answer.status() == 200) {
                        seen.add(rule.path());
                    }
                    List<String> faults = faults(rule, answer);
                    if (!faults.isEmpty()) {
                        wrong.put(path + " " + answer.status(), faults);
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
        Set<String> all = AccessTable.rules().stream()
                .filter(rule -> rule.program() && rule.method().equals("GET") && !NOT_CALLED.contains(rule.path()))
                .map(Rule::path)
                .collect(Collectors.toCollection(TreeSet::new));
        all.removeAll(seen);
        assertThat(all).as("never answered with 200").isSubsetOf(NEEDS_MORE);
    }

    /** These need what neither the sample clinic nor the sample things have. */
    private static final Set<String> NEEDS_MORE = Set.of("/api/tests/:id/photo", "/api/tests/:id/last");

    // ---- courses

    @Test
    void every_value_of_every_result_is_in_the_course_to_the_last_digit() {
        Map<String, Double> expected = new TreeMap<>();
        for (Patient patient : patients()) {
            Map<String, List<SideResult>> ofADay =
                    server.store().read(stores -> stores.results().ofPatient(clinic.id(), patient.id())).stream()
                            .collect(Collectors.groupingBy(
                                    result -> patient.id() + " " + result.key().canonical() + " " + result.date()));
            ofADay.forEach((key, results) -> {
                if (results.size() == 1) {
                    expected.put(key, results.get(0).value().best().newtons());
                }
            });
        }

        Map<String, Double> told = new TreeMap<>();
        for (Patient patient : patients()) {
            JsonNode series =
                    named.get("/api/patients/" + patient.id() + "/series").json();
            segments(series).forEach(segment -> segment.path("points").forEach(point -> {
                if (point.path("results").size() == 1) {
                    told.put(
                            patient.id() + " " + canonical(patient, segment.path("key")) + " "
                                    + point.path("date").asText(),
                            point.path("value_N").asDouble());
                }
            }));
            server.clock().forward(Duration.ofSeconds(1));
        }

        assertThat(told).hasSizeGreaterThan(100).isEqualTo(expected);
    }

    @Test
    void by_pseudonym_there_is_no_name_no_id_no_date_and_nobodys_words() {
        String all = String.join(
                "\n",
                pages(named, "/api/series", "series", 20).stream()
                        .map(JsonNode::toString)
                        .toList());

        assertThat(A_DATE.matcher(all).find()).isFalse();
        List<Patient> everybody =
                server.store().read(stores -> stores.patients().search(clinic.id(), "", 500));
        assertThat(everybody.stream().flatMap(one -> Stream.of(one.id().toString(), one.givenName(), one.familyName())))
                .hasSizeGreaterThan(200)
                .noneMatch(all::contains);
        assertThat(Stream.of("\"words\"", "\"problem\"", "semSource", "openedOn"))
                .noneMatch(all::contains);
        assertThat(Stream.of("\"day_d\"", "\"kind\":\"prescription\"", "\"kind\":\"event\"", "\"unit\":\"kg\""))
                .allMatch(all::contains);
    }

    @Test
    void by_name_and_by_pseudonym_the_numbers_are_the_same() {
        Patient ada = server.store()
                .read(stores -> stores.patients().search(clinic.id(), ADA, 1))
                .get(0);
        JsonNode listed = pages(named, "/api/patients", "patients", 30).stream()
                .filter(one -> one.path("id").asText().equals(ada.id().toString()))
                .findFirst()
                .orElseThrow();
        JsonNode byPseudonym = pages(named, "/api/series", "series", 50).stream()
                .filter(one -> one.path("patient").equals(listed.path("pseudonym")))
                .findFirst()
                .orElseThrow();
        JsonNode byName = named.get("/api/patients/" + ada.id() + "/series").json();

        assertThat(numbers(byPseudonym)).isNotEmpty().isEqualTo(numbers(byName));
        assertThat(listed.path("familyName").asText()).isEqualTo(ada.familyName());
    }

    /** Everything that is measured or worked out, with its key, in order. */
    private static List<String> numbers(JsonNode series) {
        List<String> all = new ArrayList<>();
        segments(series)
                .forEach(segment -> all.add(segment.findValuesAsText("value_N") + " "
                        + segment.findValuesAsText("low_N") + " " + segment.findValuesAsText("high_N") + " "
                        + segment.findValuesAsText("day_d") + " " + segment.path("change")));
        series.findValuesAsText("lsi_pct").forEach(all::add);
        return all;
    }

    @Test
    void pages_of_any_size_give_everything_once() {
        List<String> whole = pages(named, "/api/series", "series", 100).stream()
                .map(one -> one.path("patient").asText())
                .toList();
        List<String> small = pages(named, "/api/series", "series", 7).stream()
                .map(one -> one.path("patient").asText())
                .toList();
        List<String> people = pages(named, "/api/patients", "patients", 9).stream()
                .map(one -> one.path("id").asText())
                .toList();
        List<String> recordings = pages(raw, "/api/recordings", "recordings", 150).stream()
                .map(one -> one.path("id").asText())
                .toList();

        assertThat(small).isEqualTo(whole).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(60);
        assertThat(people).doesNotHaveDuplicates().hasSize(72);
        assertThat(recordings).doesNotHaveDuplicates().hasSizeGreaterThan(200);
        assertThat(Stream.of("limit=0", "limit=101", "limit=x", "after=x", "after=P-0", "purpose=care")
                        .map(query -> named.get("/api/series?" + query).status()))
                .containsOnly(400);
    }

    @Test
    void who_said_no_to_an_audit_is_left_out_and_counted() {
        JsonNode audit = named.get("/api/series?limit=1").json();
        JsonNode research = named.get("/api/series?limit=1&purpose=research").json();

        assertThat(research.at("/leftOut/byConsent").asInt())
                .isGreaterThan(audit.at("/leftOut/byConsent").asInt());
    }

    @Test
    void scores_come_with_range_direction_and_detectable_change() {
        Patient ada = server.store()
                .read(stores -> stores.patients().search(clinic.id(), ADA, 1))
                .get(0);

        JsonNode json = named.get("/api/patients/" + ada.id() + "/scores").json();

        assertThat(json.path("scores")).isNotEmpty();
        json.path("scores").forEach(score -> {
            JsonNode instrument = json.path("instruments").findParents("id").stream()
                    .filter(one -> one.path("id").equals(score.path("instrument")))
                    .findFirst()
                    .orElseThrow();
            assertThat(score.path("value").asDouble())
                    .isBetween(
                            instrument.path("min").asDouble(),
                            instrument.path("max").asDouble());
            assertThat(instrument.has("detectableChange") ^ instrument.has("detectableChangeWithheld"))
                    .isTrue();
        });
    }

    // ---- curves

    @Test
    void the_greatest_force_of_every_effort_is_a_sample_of_its_curve() {
        List<Recording> newest =
                server.store().read(stores -> stores.recordings().newest(clinic.id(), 3));
        for (Recording recording : newest) {
            List<TrialOf> efforts = server.store()
                    .read(stores -> stores.recordings().trialsOfTest(clinic.id(), recording.test()).stream()
                            .filter(one -> one.recording().id().equals(recording.id()))
                            .toList());

            Browser.Answer answer = raw.get("/api/recordings/" + recording.id() + "/curve");

            List<Double> forces = new ArrayList<>();
            List<Long> times = new ArrayList<>();
            answer.json().path("segments").forEach(segment -> {
                segment.path("force_N").forEach(force -> forces.add(force.asDouble()));
                segment.path("t_us").forEach(time -> times.add(time.asLong()));
                assertThat(segment.path("samples").asInt())
                        .isEqualTo(segment.path("t_us").size());
            });
            assertThat(efforts).isNotEmpty();
            efforts.forEach(effort -> assertThat(forces).contains(peak(effort)));
            assertThat(times).isSorted().doesNotHaveDuplicates();
            assertThat((long) forces.size())
                    .isEqualTo(recording.ledger().orElseThrow().received());
            assertThat(A_DATE.matcher(answer.text()).find()).isFalse();
            assertThat(answer.text()).doesNotContain(recording.patient().toString());
        }
    }

    private static double peak(TrialOf effort) {
        MetricResult peak = effort.trial().measurements().get("peakForce_N");
        return ((MetricResult.Measured) peak).number();
    }

    // ---- the example

    @TempDir
    private static Path folder;

    @Test
    void the_python_example_draws_the_numbers_of_the_series() throws Exception {
        for (String name : List.of("Sample Gita", "Sample Hugo")) {
            JsonNode series = patientNamed(name);
            JsonNode course = series.at("/episodes/0/positions/0");
            Path svg = folder.resolve(name.substring(7) + ".svg");

            String said = example(
                    "--patient",
                    series.path("patient").asText(),
                    "--position",
                    course.path("position").asText(),
                    "--out",
                    svg.toString());

            assertThat(said).isEmpty();
            String drawn = Files.readString(svg);
            List<JsonNode> segments = new ArrayList<>();
            course.path("sides").forEach(side -> side.forEach(segments::add));
            assertThat(numbers(drawn, "data-value_N"))
                    .isNotEmpty()
                    .containsExactlyElementsOf(segments.stream()
                            .flatMap(segment -> segment.path("points").findValues("value_N").stream())
                            .map(JsonNode::asDouble)
                            .toList());
            assertThat(numbers(drawn, "data-high_N"))
                    .containsExactlyElementsOf(course.findValues("high_N").stream()
                            .map(JsonNode::asDouble)
                            .toList());
            assertThat(count(drawn, "class=\"break\""))
                    .isEqualTo(segments.stream()
                            .filter(segment -> !segment.path("breakBecause").isEmpty())
                            .count());
            assertThat(count(drawn, "fill=\"#ffffff\" stroke"))
                    .isEqualTo(course.findValues("hollow").stream()
                            .filter(JsonNode::asBoolean)
                            .count());
            assertThat(count(drawn, ", the injured leg")).isEqualTo(1);
            assertThat(drawn.contains(named.token())).isFalse();
        }
    }

    private static long count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1L;
    }

    @Test
    void the_python_example_lists_everybody_and_says_what_the_server_says() throws Exception {
        assertThat(example("--list").lines()).hasSizeGreaterThan(60).allMatch(line -> line.startsWith("P-"));
        assertThat(example("--patient", "0".repeat(32))).startsWith("404: There is nothing here.");
    }

    private static String example(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "python3", root().resolve("docs/examples/python/series.py").toString(), "--root", server.root()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PLINTH_TOKEN", named.token());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("mvnw"))) {
            here = here.getParent();
        }
        return here;
    }

    private static JsonNode patientNamed(String name) {
        Id<Patient> id = server.store()
                .read(stores -> stores.patients().search(clinic.id(), name, 1))
                .get(0)
                .id();
        return named.get("/api/patients/" + id + "/series").json();
    }

    private static List<Double> numbers(String svg, String attribute) {
        List<Double> all = new ArrayList<>();
        Matcher found = Pattern.compile(attribute + "=\"([^\"]+)\"").matcher(svg);
        while (found.find()) {
            all.add(Double.valueOf(found.group(1)));
        }
        return all;
    }
}
