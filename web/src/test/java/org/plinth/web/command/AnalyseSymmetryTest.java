package org.plinth.web.command;

import static org.assertj.core.api.Assertions.assertThat;

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

/** What {@code analyse} says of two sides. */
class AnalyseSymmetryTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String LEFT = CommandLineRun.GOLDEN.resolve("left.csv").toString();
    private static final String RIGHT =
            CommandLineRun.GOLDEN.resolve("right.csv").toString();

    @TempDir
    private Path folder;

    @Test
    void people_read_the_number_first_then_how_sure_it_is() {
        CommandLineRun run = analyse("--left", LEFT, "--right", RIGHT, "--injured", "left", "--sem", "5");

        assertThat(run.code()).isZero();
        assertThat(run.out().lines())
                .contains(
                        "Left 221 N (best 100 ms), best of 3; their mean 217 N.",
                        "Right 270 N (best 100 ms), best of 3; their mean 263 N.",
                        "Left, the injured side, is 82 % of Right (likely 71 to 94 %).",
                        "At least 90 %: about 1 in 10. Not met.",
                        "Measurement error 5 % a side: given with --sem.");
    }

    @Test
    void without_an_error_the_ratio_stands_alone_and_says_so() {
        CommandLineRun run = analyse("--left", LEFT, "--right", RIGHT, "--injured", "right");

        assertThat(run.out())
                .contains("Right, the injured side, is 122 % of Left. How sure this is cannot be said")
                .contains("At least 90 %: Cannot tell.");
    }

    @Test
    void a_given_error_goes_before_that_of_position_and_fixation_and_says_so() throws IOException {
        JsonNode symmetry = symmetry(
                "--sem",
                "8",
                "--position",
                "curl-prone-15",
                "--fixation",
                "rig",
                "--injured",
                "left",
                "--left",
                LEFT,
                "--right",
                RIGHT);

        assertThat(symmetry.get("sem_pct").doubleValue()).isEqualTo(8);
        assertThat(symmetry.get("semSource").textValue())
                .isEqualTo("given with --sem, instead of curl-prone-15 rig, provisional");
    }

    @Test
    void a_position_without_its_fixation_gives_no_interval() throws IOException {
        JsonNode symmetry =
                symmetry("--position", "curl-prone-15", "--injured", "left", "--left", LEFT, "--right", RIGHT);

        assertThat(symmetry.get("state").textValue()).isEqualTo("CANNOT_TELL");
        assertThat(symmetry.has("lsiLow_pct")).isFalse();
        assertThat(symmetry.get("flags").toString()).contains("NO_MEASUREMENT_ERROR");
    }

    @Test
    void no_injured_side_is_refused() throws IOException {
        assertThat(symmetry("--left", LEFT, "--right", RIGHT, "--sem", "5").toString())
                .isEqualTo("{\"refused\":\"NO_INJURED_SIDE\"}");
    }

    @Test
    void one_side_alone_is_refused() throws IOException {
        assertThat(symmetry("--left", LEFT, "--injured", "left", "--sem", "5").toString())
                .isEqualTo("{\"refused\":\"MISSING_SIDE\"}");
    }

    @Test
    void a_position_that_both_legs_share_is_refused() throws IOException {
        assertThat(symmetry(
                                "--position",
                                "hip-add-squeeze-long",
                                "--fixation",
                                "rig",
                                "--injured",
                                "left",
                                "--left",
                                LEFT,
                                "--right",
                                RIGHT)
                        .toString())
                .isEqualTo("{\"refused\":\"BRIDGE_BILATERAL_TEST\"}");
    }

    @Test
    void a_side_in_several_files_counts_its_efforts_together() throws IOException {
        Path strong = write("strong.csv", effort(80, 300));
        JsonNode analysis =
                json("--left", LEFT, strong.toString(), "--right", RIGHT, "--injured", "left", "--sem", "5");

        // Three efforts on the right, so the first three on the left: the stronger fourth does not count.
        assertThat(analysis.get("symmetry").get("k").intValue()).isEqualTo(3);
        assertThat(analysis.get("sides").get("left").get("value_N").doubleValue())
                .isBetween(220.9, 221.1);
        assertThat(analysis.get("recordings").get(0).get("result").get("k").intValue())
                .isEqualTo(3);
        assertThat(analysis.get("recordings").get(1).has("result")).isFalse();
    }

    @Test
    void sides_measured_by_different_quantities_are_not_compared() throws IOException {
        Path slow = write("slow.csv", effort(10, 300));

        assertThat(symmetry("--left", LEFT, "--right", slow.toString(), "--injured", "left", "--sem", "5")
                        .toString())
                .isEqualTo("{\"refused\":\"NOT_COMPARABLE\"}");
    }

    @Test
    void below_20_hz_the_greatest_sample_counts_and_is_called_so() throws IOException {
        JsonNode result = json(write("slow.csv", effort(10, 300)).toString())
                .get("recordings")
                .get(0)
                .get("result");

        assertThat(result.get("quantity").textValue()).isEqualTo("peakForce_N");
        assertThat(result.get("value_N").doubleValue()).isEqualTo(300);
    }

    @Test
    void the_same_file_on_both_sides_is_pointed_out() {
        assertThat(analyse("--left", LEFT, "--right", LEFT, "--injured", "left").err())
                .contains("is given as left and as right");
    }

    /** Rest, a straight rise, three seconds at the top with a ripple of 2 N, a fall, rest. */
    private static String effort(int rateHz, double top) {
        StringBuilder text = new StringBuilder("time_ms,force_N\n");
        int n = 0;
        for (double t = 0; t < 9; t = ++n / (double) rateHz) {
            double part = Math.max(0, Math.min(1, Math.min(t - 3, 8 - t)));
            double force = 3 + part * (top - 3) - (part == 1 && n % 2 == 1 ? 2 : 0);
            text.append(Math.round(t * 1e6) / 1e3).append(',').append(force).append('\n');
        }
        return text.toString();
    }

    private static CommandLineRun analyse(String... arguments) {
        List<String> all = new ArrayList<>(List.of("analyse"));
        all.addAll(List.of(arguments));
        return CommandLineRun.of(all.toArray(String[]::new));
    }

    private static JsonNode json(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("--format", "json"));
        all.addAll(List.of(arguments));
        CommandLineRun run = analyse(all.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return MAPPER.readTree(run.out());
    }

    private static JsonNode symmetry(String... arguments) throws IOException {
        return json(arguments).get("symmetry");
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    }
}
