package org.plinth.web.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrateFitTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/calibrate");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] GUILDFORD = {"--latitude", "51.24", "--height", "60"};

    @TempDir
    private Path folder = Path.of("");

    private static CommandLineRun fit(Path file, String... options) {
        List<String> args = new ArrayList<>(List.of("calibrate", "fit", file.toString()));
        args.addAll(List.of(options));
        return CommandLineRun.of(args.toArray(String[]::new));
    }

    private static CommandLineRun gold(String... options) {
        List<String> all = new ArrayList<>(List.of(GUILDFORD));
        all.addAll(List.of("--reference-tolerance", "0.01", "--zero", "0.05", "--resolution", "8.5793"));
        all.addAll(List.of(options));
        return fit(GOLDEN.resolve("gold7.csv"), all.toArray(String[]::new));
    }

    private Path points(String... lines) throws IOException {
        return Files.writeString(folder.resolve("points.csv"), String.join("\n", lines), StandardCharsets.UTF_8);
    }

    /** To six significant digits. */
    private static void six(JsonNode found, double expected) {
        assertThat(found.doubleValue()).isCloseTo(expected, within(Math.abs(expected) * 5e-7));
    }

    @Test
    void gold_7_is_reproduced_by_a_line() throws IOException {
        CommandLineRun run = gold("--format", "json");
        assertThat(run.code()).isZero();
        JsonNode json = JSON.readTree(run.out());
        assertThat(json.get("a0_N").doubleValue()).isCloseTo(0.0381220, within(5e-8));
        six(json.get("a1_N_per_count"), 116.5596556e-4);
        assertThat(json.get("sm_N").doubleValue()).isCloseTo(0.0258526, within(5e-8));
        assertThat(json.get("llf_N").doubleValue()).isCloseTo(0.0620462, within(5e-8));
        assertThat(json.get("maxResidual_N").doubleValue()).isCloseTo(0.039, within(5e-4));
        assertThat(json.get("nonLinearity_pctFS").doubleValue()).isCloseTo(0.00786, within(5e-6));
        assertThat(json.get("hysteresis_pctFS").doubleValue()).isCloseTo(0.0200, within(5e-5));
        assertThat(json.get("points").get(3).get("U_N").doubleValue()).isCloseTo(0.202, within(5e-4));
        assertThat(json.get("decision").textValue()).isEqualTo("PASS");
    }

    @Test
    void gold_7_is_reproduced_by_a_parabola() throws IOException {
        JsonNode json =
                JSON.readTree(gold("--format", "json", "--model", "quadratic").out());
        assertThat(json.get("a0_N").doubleValue()).isCloseTo(0.0043569, within(5e-8));
        six(json.get("a1_N_per_count"), 116.6257365e-4);
        assertThat(json.get("a2_N_per_count2").doubleValue()).isCloseTo(-0.0159871e-8, within(5e-16));
        assertThat(json.get("sm_N").doubleValue()).isCloseTo(0.0045353, within(5e-8));
        assertThat(json.get("llf_N").doubleValue()).isCloseTo(0.0108848, within(5e-8));
        assertThat(json.get("maxResidual_N").doubleValue()).isCloseTo(0.006, within(5e-4));
    }

    @Test
    void every_field_of_the_golden_file_is_there() throws IOException {
        JsonNode expected = JSON.readTree(GOLDEN.resolve("gold7.json").toFile());
        compare("", expected, JSON.readTree(gold("--format", "json").out()));
    }

    private static void compare(String path, JsonNode expected, JsonNode found) {
        assertThat(found).as(path).isNotNull();
        if (expected.isObject()) {
            expected.properties()
                    .forEach(
                            field -> compare(path + "." + field.getKey(), field.getValue(), found.get(field.getKey())));
        } else if (expected.isArray()) {
            assertThat(found.size()).as(path).isEqualTo(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                compare(path + "[" + i + "]", expected.get(i), found.get(i));
            }
        } else if (expected.isNumber()) {
            double tolerance = Math.max(1e-9, 1e-8 * Math.abs(expected.doubleValue()));
            assertThat(found.doubleValue()).as(path).isCloseTo(expected.doubleValue(), within(tolerance));
        } else if (path.equals(".file")) {
            assertThat(found.textValue()).endsWith(expected.textValue());
        } else {
            assertThat(found).as(path).isEqualTo(expected);
        }
    }

    @Test
    void people_read_the_curve_each_load_and_the_verdict() {
        CommandLineRun run = gold();
        assertThat(run.out())
                .contains("F = 0.03812201 N + 0.01165597 N/count · x")
                .contains("196.20 N: error -0.03 N, U 0.20 N (k = 2), limit 1.96 N: pass.")
                .contains("Verdict: pass.");
        assertThat(run.err()).contains("--model quadratic");
    }

    @Test
    void without_a_place_and_without_a_word_on_the_masses_it_says_so_and_tells_no_pass() throws IOException {
        CommandLineRun run = fit(GOLDEN.resolve("gold7.csv"), "--format", "json");
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("standard gravity").contains("--reference-uncertainty");
        JsonNode json = JSON.readTree(run.out());
        assertThat(json.get("decision").textValue()).isEqualTo("CANNOT_TELL");
        assertThat(json.get("shortfalls").toString()).contains("REFERENCE_NOT_STATED", "UNCERTAINTY_TOO_LARGE");
        assertThat(json.get("points").get(3).get("U_isLowerBound").booleanValue())
                .isTrue();
        assertThat(json.get("points").get(3).get("notIncluded").toString()).isEqualTo("[\"u_ref\"]");
    }

    @Test
    void gravity_may_be_given_and_must_be_of_this_earth() throws IOException {
        JsonNode json = JSON.readTree(fit(GOLDEN.resolve("gold7.csv"), "--g", "9.81162072", "--format", "json")
                .out());
        six(json.get("a1_N_per_count"), 116.5596556e-4);
        CommandLineRun wrong = fit(GOLDEN.resolve("gold7.csv"), "--g", "9.9", "--format", "json");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err()).contains("9.9 m/s² is nowhere on Earth").contains("9.76 to 9.84");
        JsonNode refused = JSON.readTree(wrong.out());
        assertThat(refused.get("refused").booleanValue()).isTrue();
        assertThat(refused.get("problems").get(0).get("id").textValue()).isEqualTo("GRAVITY_OUT_OF_RANGE");
        assertThat(refused.has("a1_N_per_count")).isFalse();
    }

    @Test
    void every_problem_is_told_at_once_with_its_lines() throws IOException {
        Path file = points(
                "run,direction,mass_kg,reading,drift",
                "1,up,0,8,",
                "1,up,5,4213,",
                "1,up,10,8420,300",
                "1,up,20,20.0,",
                "1,up,30,25251,",
                "1,up,40,33670,");
        CommandLineRun run = fit(file, "--g", "12");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("line 4: under 10 kg the reading still moved by 300")
                .contains("line 5: the reading 20 is the mass in kilograms; about 168")
                .contains("Gravity 12 m/s²")
                .contains("nothing was read on the way down");
    }

    @Test
    void swapped_masses_are_named_by_their_lines() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(GOLDEN.resolve("gold7.csv")));
        lines.set(5, lines.get(5).replace(",20,", ",30,"));
        lines.set(6, lines.get(6).replace(",30,", ",20,"));
        CommandLineRun run = fit(points(lines.toArray(String[]::new)), GUILDFORD);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("line 6, 7: the loads 20 kg and 30 kg look exchanged");
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void a_missing_way_down_gives_the_curve_and_ends_with_1() throws IOException {
        String[] up = Files.readAllLines(GOLDEN.resolve("gold7.csv")).stream()
                .filter(line -> !line.contains("down"))
                .toArray(String[]::new);
        CommandLineRun run = fit(points(up), "--format", "json", "--g", "9.81162072", "--reference-tolerance", "0.01");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("Unload over the same loads");
        JsonNode json = JSON.readTree(run.out());
        six(json.get("a1_N_per_count"), 116.5596556e-4);
        assertThat(json.get("decision").textValue()).isEqualTo("CANNOT_TELL");
        assertThat(json.get("withheld").get("hysteresis_pctFS").textValue()).isEqualTo("NO_DESCENDING_READINGS");
        assertThat(json.has("hysteresis_pctFS")).isFalse();
    }

    @Test
    void forces_need_no_gravity_and_other_column_names_and_marks_are_understood() throws IOException {
        Path file = points(
                "Run;Direction;Force (N);Counts",
                "1;asc;0;3,0",
                "1;asc;100;1003,5",
                "1;asc;200;2003,0",
                "1;asc;300;3003,2",
                "1;desc;300;3003,4",
                "1;desc;200;2004,0",
                "1;desc;100;1004,0",
                "1;desc;0;3,5");
        CommandLineRun run = fit(file, "--format", "json", "--reference-uncertainty", "0.05");
        JsonNode json = JSON.readTree(run.out());
        assertThat(json.get("a1_N_per_count").doubleValue()).isCloseTo(0.1, within(1e-4));
        assertThat(json.has("gravity")).isFalse();
        assertThat(run.err()).doesNotContain("gravity");
        assertThat(json.get("withheld").get("repeatability_pct").textValue()).isEqualTo("NOT_REPEATED");
    }

    @Test
    void a_sensor_that_shows_kilograms_says_so() throws IOException {
        String[] kilograms = Files.readAllLines(GOLDEN.resolve("gold7.csv")).stream()
                .map(line -> line.matches("\\d.*") ? toKilograms(line) : line)
                .toArray(String[]::new);
        CommandLineRun asCounts = fit(points(kilograms), GUILDFORD);
        assertThat(asCounts.code()).isEqualTo(1);
        assertThat(asCounts.err())
                .contains("every reading is its mass in kilograms")
                .contains("--reading-unit kgf");
        CommandLineRun run =
                fit(folder.resolve("points.csv"), "--g", "9.8116", "--reading-unit", "kg", "--format", "json");
        JsonNode json = JSON.readTree(run.out());
        assertThat(json.get("a1_N_per_kgf").doubleValue()).isCloseTo(9.81, within(0.02));
        assertThat(json.get("resolution").get("source").textValue()).isEqualTo("AS_WRITTEN");
        assertThat(json.get("resolution").get("step").doubleValue()).isCloseTo(0.001, within(1e-12));
    }

    private static String toKilograms(String line) {
        int comma = line.lastIndexOf(',');
        double counts = Double.parseDouble(line.substring(comma + 1));
        return line.substring(0, comma + 1) + String.format(java.util.Locale.ROOT, "%.3f", counts / 841.8);
    }

    @Test
    void faults_of_the_file_are_told_all_at_once() throws IOException {
        Path file = points("run,direction,mass_kg,reading", "1,up,abc,3", "x,sideways,5,", "1,up,-3,7");
        CommandLineRun run = fit(file, "--format", "json");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("line 2: mass_kg is “abc”, which is no number")
                .contains("line 3: The run “x”")
                .contains("line 3: reading is blank")
                .contains("line 3: The direction “sideways”")
                .contains("line 4: The load -3 cannot hang");
        assertThat(JSON.readTree(run.out()).get("problems")).hasSize(5);
        assertThat(fit(points("a,b", "1,2")).err())
                .contains("Column a means nothing here")
                .contains("No column holds");
        assertThat(fit(folder.resolve("none.csv")).err()).contains("There is no such file");
    }

    @Test
    void wrong_use_ends_with_2() {
        Path file = GOLDEN.resolve("gold7.csv");
        assertThat(fit(file, "--g", "9.8", "--latitude", "5").code()).isEqualTo(2);
        assertThat(fit(file, "--height", "5").err()).contains("--height needs --latitude");
        assertThat(fit(file, "--model", "cubic").err()).contains("linear, quadratic, piecewise");
        assertThat(fit(file, "--reference-uncertainty", "0").code()).isEqualTo(2);
        assertThat(fit(file, "--reference-k", "2").err()).contains("--reference-k needs");
        assertThat(fit(file, "--latitude", "95").code()).isEqualTo(2);
        assertThat(fit(file, "--resolution", "-1").code()).isEqualTo(2);
        assertThat(CommandLineRun.of("calibrate", "fit").code()).isEqualTo(2);
        assertThat(CommandLineRun.of("calibrate").code()).isEqualTo(2);
    }

    @Test
    void the_certificate_is_written_as_pdf_and_json() throws IOException {
        Path pdf = folder.resolve("certificate.pdf");
        CommandLineRun run = gold(
                "--certificate",
                pdf.toString(),
                "--details",
                GOLDEN.resolve("details.json").toString());
        assertThat(run.code()).isZero();
        assertThat(Files.readAllBytes(pdf)).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        JsonNode json = JSON.readTree(folder.resolve("certificate.json").toFile());
        assertThat(json.get("statement").textValue())
                .isEqualTo("Reported in ISO 376 terms against ISO 7500-1 class 1 limits.");
        assertThat(json.get("certificate").textValue()).matches("PC-[0-9A-F]{12}");
        assertThat(json.get("customer").textValue()).isEqualTo("Sample clinic (sample data)");
        assertThat(json.get("sensor").get("serial").textValue()).isEqualTo("SAMPLE-0001");
        assertThat(json.get("masses")).hasSize(2);
        assertThat(json.get("asFound").get("decision").textValue()).isEqualTo("FAIL");
        assertThat(json.get("asLeft").get("decision").textValue()).isEqualTo("PASS");
        six(json.get("result").get("a1_N_per_count"), 116.5596556e-4);
        assertThat(json.get("result").get("readings")).hasSize(42);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("certificate.pdf", "certificate.json");
    }

    @Test
    void a_certificate_that_cannot_be_written_is_said() {
        CommandLineRun run =
                gold("--certificate", folder.resolve("nowhere/c.pdf").toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("The certificate could not be written");
    }
}
