package org.plinth.web.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrateCheckTest {

    private static CommandLineRun check(String... options) {
        List<String> args = new ArrayList<>(List.of("calibrate", "check"));
        args.addAll(List.of(options));
        return CommandLineRun.of(args.toArray(String[]::new));
    }

    @Test
    void a_known_mass_tells_whether_it_is_right() throws IOException {
        CommandLineRun run = check(
                "--mass",
                "10",
                "--reading",
                "98.2",
                "98.4",
                "--latitude",
                "51.24",
                "--height",
                "60",
                "--reference-tolerance",
                "0.1",
                "--format",
                "json");
        assertThat(run.code()).isZero();
        JsonNode accuracy = new ObjectMapper().readTree(run.out()).get("accuracy");
        assertThat(accuracy.get("applied_N").doubleValue()).isCloseTo(98.1015, within(1e-4));
        assertThat(accuracy.get("error_N").doubleValue()).isCloseTo(0.1985, within(1e-4));
        assertThat(accuracy.get("U_N").doubleValue()).isCloseTo(0.1275204, within(1e-6));
        assertThat(accuracy.get("decision").textValue()).isEqualTo("PASS");
    }

    @Test
    void a_wrong_span_fails_and_ends_with_1() {
        CommandLineRun run =
                check("--mass", "10", "--reading", "100.1", "--g", "9.81162", "--reference-tolerance", "0.1");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("Fail: shows 100.10 N for 98.10 N, error +2.00 N")
                .contains("in doubt");
    }

    @Test
    void an_unknown_mass_cannot_tell_and_says_why() {
        CommandLineRun run = check("--mass", "10", "--reading", "98.1");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Cannot tell");
        assertThat(run.err()).contains("--reference-tolerance").contains("standard gravity");
    }

    @Test
    void any_object_tells_whether_it_still_says_what_it_said() throws IOException {
        assertThat(check("--object-reading", "98", "--reading", "98.9").out())
                .contains("Unchanged")
                .contains("stability, not accuracy");
        CommandLineRun changed = check("--object-reading", "98", "--reading", "99.96", "--format", "json");
        assertThat(changed.code()).isEqualTo(1);
        JsonNode json = new ObjectMapper().readTree(changed.out());
        assertThat(json.get("stability").get("change_pct").doubleValue()).isCloseTo(2, within(1e-9));
        assertThat(json.get("stability").get("limit_N").doubleValue()).isCloseTo(0.98, within(1e-12));
        assertThat(json.get("decision").textValue()).isEqualTo("FAIL");
        assertThat(json.has("accuracy")).isFalse();
    }

    @Test
    void a_coarse_display_has_its_step_as_the_limit() {
        assertThat(check("--object-reading", "5", "--reading", "6", "--unit", "lbf", "--step", "1")
                        .code())
                .isZero();
    }

    @Test
    void wrong_use_ends_with_2() {
        assertThat(check("--mass", "10").err()).contains("No reading was given");
        assertThat(check("--reading", "10").err()).contains("Nothing to check against");
        assertThat(check("--mass", "-1", "--reading", "3").code()).isEqualTo(2);
        assertThat(check("--mass", "1", "--reading", "3", "--unit", "stone").code())
                .isEqualTo(2);
        assertThat(check("--mass", "1", "--reading", "3", "--g", "12").code()).isEqualTo(1);
    }
}
