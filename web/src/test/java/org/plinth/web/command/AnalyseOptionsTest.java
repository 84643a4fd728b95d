package org.plinth.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong use of {@code analyse}: exit code 2, and what would be right. */
class AnalyseOptionsTest {

    private static final String LEFT = CommandLineRun.GOLDEN.resolve("left.csv").toString();

    @ParameterizedTest
    @CsvSource({
        "--format, xml, 'text, json'",
        "--unit, stone, 'N, kgf or lbf'",
        "--unit, kg, 'N, kgf or lbf'",
        "--rate, 0, above 0",
        "--rate, NaN, above 0",
        "--rate, -5, above 0",
        "--rate, fast, rate",
        "--sem, 0, above 0",
        "--sem, 100, below 100",
        "--sem, NaN, above 0",
        "--injured, middle, 'left, right'",
        "--fixation, glue, 'rig, belt, hand-held'",
        "--position, headstand, curl-prone-15",
    })
    void wrong_use_says_what_is_right(String option, String value, String says) {
        CommandLineRun run = analyse(option, value, LEFT);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(says).contains("plinth analyse --help");
    }

    @Test
    void a_position_that_is_not_measured_in_force_is_wrong_use() {
        CommandLineRun run = analyse("--position", "bridge-hold-sl-short", "--fixation", "rig", LEFT);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("measured in s");
    }

    @Test
    void a_fixation_that_the_position_does_not_know_is_wrong_use() {
        CommandLineRun run = analyse("--position", "curl-prone-15-break", "--fixation", "rig", LEFT);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("It has one for: hand-held.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--injured=left", "--left"})
    void no_file_is_wrong_use(String argument) {
        CommandLineRun run = argument.isEmpty() ? analyse() : analyse(argument);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    private static CommandLineRun analyse(String... arguments) {
        List<String> all = new ArrayList<>(List.of("analyse"));
        all.addAll(List.of(arguments));
        return CommandLineRun.of(all.toArray(String[]::new));
    }
}
