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

/** What {@code analyse} says of the files themselves. */
class AnalyseFilesTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String LEFT = CommandLineRun.GOLDEN.resolve("left.csv").toString();

    @TempDir
    private Path folder;

    @Test
    void a_file_without_an_effort_is_told_and_is_no_fault() throws IOException {
        Path rest = write("rest.csv", "time_s,force_N\n0,1.5\n0.1,2\n0.2,1\n");

        CommandLineRun text = analyse(rest.toString());
        JsonNode recording = json(rest.toString()).get("recordings").get(0);

        assertThat(text.code()).isZero();
        assertThat(text.out()).contains("No effort found. Force stays between 1.0 N and 2.0 N.");
        assertThat(recording.get("efforts")).isEmpty();
        assertThat(recording.get("withheld").get("result").textValue()).isEqualTo("NO_VALID_EFFORT");
        assertThat(recording.has("baseline_N")).isFalse();
    }

    @Test
    void a_single_sample_has_no_rate_and_says_so() throws IOException {
        Path one = write("one.csv", "time_s,force_N\n0,1.5\n");

        JsonNode recording = json(one.toString()).get("recordings").get(0);

        assertThat(recording.has("sampleRate_Hz")).isFalse();
        assertThat(recording.get("withheld").get("sampleRate_Hz").textValue()).isEqualTo("TOO_FEW_SAMPLES");
        assertThat(analyse(one.toString()).out()).contains("one sample");
    }

    @Test
    void kilograms_are_read_as_kilogram_force_and_both_answers_say_so() throws IOException {
        Path kilograms = write("kg.csv", "time_s,force_kg\n0,1\n0.1,1\n0.2,1\n");

        assertThat(analyse(kilograms.toString()).out()).contains("whose kg are read as kgf");
        assertThat(analyse(kilograms.toString()).err()).contains("force_kg is in kg, read as kgf");
        JsonNode recording = json(kilograms.toString()).get("recordings").get(0);
        assertThat(recording.get("unit").textValue()).isEqualTo("kgf");
        assertThat(recording.get("unitSource").textValue()).isEqualTo("header kg, read as kgf");
        assertThat(recording.get("greatest_N").doubleValue()).isEqualTo(9.80665);
    }

    @Test
    void blanks_inside_are_gaps_after_the_time_of_the_file() throws IOException {
        StringBuilder text = new StringBuilder("t_ms,force_N\n");
        for (int i = 0; i < 200; i++) {
            text.append(1000 + i * 10)
                    .append(',')
                    .append(i < 5 || (i >= 100 && i < 110) ? "" : "1")
                    .append('\n');
        }

        JsonNode gaps = json(write("blank.csv", text.toString()).toString())
                .get("recordings")
                .get(0)
                .get("gaps");

        assertThat(gaps).hasSize(2);
        assertThat(gaps.get(0).get("after_s").doubleValue()).isZero();
        assertThat(gaps.get(0).get("missing").intValue()).isEqualTo(5);
        assertThat(gaps.get(1).get("after_s").doubleValue()).isEqualTo(0.99);
        assertThat(gaps.get(1).get("missing").intValue()).isEqualTo(10);
        assertThat(gaps.get(1).get("kind").textValue()).isEqualTo("blank");
    }

    @Test
    void every_bad_file_is_named_and_nothing_is_printed_for_programs() throws IOException {
        Path bad = write("bad.csv", "time_s,force_N\n0,1\n0.1,soft\n");
        Path absent = folder.resolve("absent.csv");

        CommandLineRun run = analyse("--format", "json", bad.toString(), LEFT, absent.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .containsExactly(
                        bad + ", line 3, column force_N: “soft” is not a number. Correct the cell, or leave it blank"
                                + " if the sample is missing.",
                        absent + ": There is no such file. Check the name and the folder.");
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

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    }
}
