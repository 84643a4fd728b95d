package org.plinth.web.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plinth.web.EngineVersion;

/**
 * The JSON of {@code analyse} against files that {@code derive.py} beside them worked out without Plinth. Every field of
 * a golden file must be there, with its type, its value and in its order; fields may be added.
 */
class AnalyseGoldenTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** One sample at 80 Hz: which sample next to a crossing ends an effort is the finder's choice. */
    private static final double ONE_SAMPLE_S = 0.0125 + 1e-9;

    /** Inputs are written with nine decimals, onsets are whole µs. */
    private static final double ROUNDING = 2e-6;

    @Test
    void with_a_given_error() throws IOException {
        compare("sem.json", "--sem", "5");
    }

    @Test
    void with_the_error_of_position_and_fixation() throws IOException {
        compare("position.json", "--position", "curl-prone-15", "--fixation", "rig");
    }

    @Test
    void with_neither() throws IOException {
        compare("neither.json");
    }

    private static void compare(String golden, String... options) throws IOException {
        List<String> args = new ArrayList<>(List.of("analyse", "--format", "json", "--injured", "left"));
        args.addAll(List.of(options));
        args.addAll(List.of("--left", CommandLineRun.GOLDEN.resolve("left.csv").toString()));
        args.addAll(
                List.of("--right", CommandLineRun.GOLDEN.resolve("right.csv").toString()));

        CommandLineRun run = CommandLineRun.of(args.toArray(String[]::new));

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        JsonNode expected =
                MAPPER.readTree(CommandLineRun.GOLDEN.resolve(golden).toFile());
        compare(golden, expected, MAPPER.readTree(run.out()));
    }

    private static void compare(String path, JsonNode expected, JsonNode found) {
        assertThat(found.getNodeType()).as(path).isEqualTo(expected.getNodeType());
        if (expected.isObject()) {
            compareFields(path, expected, found);
        } else if (expected.isArray()) {
            assertThat(found.size()).as(path).isEqualTo(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                compare(path + "[" + i + "]", expected.get(i), found.get(i));
            }
        } else if (expected.isNumber()) {
            double tolerance = path.endsWith(".end_s") ? ONE_SAMPLE_S : ROUNDING;
            assertThat(found.doubleValue()).as(path).isCloseTo(expected.doubleValue(), within(tolerance));
        } else if (path.endsWith(".file")) {
            assertThat(found.textValue()).as(path).endsWith(expected.textValue());
        } else if (path.endsWith(".engine.version")) {
            assertThat(found.textValue()).as(path).isEqualTo(EngineVersion.current());
        } else {
            assertThat(found).as(path).isEqualTo(expected);
        }
    }

    private static void compareFields(String path, JsonNode expected, JsonNode found) {
        List<String> order = new ArrayList<>();
        found.fieldNames().forEachRemaining(order::add);
        assertThat(order).as(path + ": fields, in order").containsSubsequence(names(expected));
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            compare(path + "." + field.getKey(), field.getValue(), found.get(field.getKey()));
        }
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        Iterator<String> fields = object.fieldNames();
        fields.forEachRemaining(names::add);
        return names;
    }
}
