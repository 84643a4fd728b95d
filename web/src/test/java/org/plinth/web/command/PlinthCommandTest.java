package org.plinth.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plinth.web.EngineVersion;

class PlinthCommandTest {

    @Test
    void the_version_is_the_engines() {
        CommandLineRun run = CommandLineRun.of("--version");

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualToNormalizingNewlines(EngineVersion.current() + "\n");
        assertThat(EngineVersion.current()).matches("\\d+\\.\\d+\\.\\d+.*");
    }

    @Test
    void help_is_an_answer_and_goes_to_standard_output() {
        CommandLineRun run = CommandLineRun.of("--help");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("analyse").contains("Recordings in, metrics and limb symmetry out.");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void no_command_is_wrong_use_and_shows_what_there_is() {
        CommandLineRun run = CommandLineRun.of();

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("analyse");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anlyse", "--nonsense"})
    void what_is_not_known_is_wrong_use(String argument) {
        CommandLineRun run = CommandLineRun.of(argument);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(argument).contains("--help");
    }

    @Test
    void every_option_is_described() {
        String help = CommandLineRun.of("analyse", "--help").out();

        for (String option : new String[] {
            "--format",
            "--unit",
            "--rate",
            "--column",
            "--position",
            "--fixation",
            "--sem",
            "--left",
            "--right",
            "--injured",
            "[FILE...]"
        }) {
            assertThat(help.replaceAll("=\\S+", "")).containsPattern("(?m)^\\s+" + Pattern.quote(option) + "\\s+\\S+");
        }
    }
}
