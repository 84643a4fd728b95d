package org.plinth.web.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real load-cell recordings: 2000 Hz, kgf, no time column, no unit in the header. */
class AnalyseRealRecordingsTest {

    private static final String COLUMN = "biceps_femoris_kneeFlex";
    private static final int COLUMN_INDEX = 1;
    private static final double NEWTONS_PER_KGF = 9.80665;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"ID_01", "ID_05", "ID_22"})
    void the_greatest_peak_is_the_greatest_number_of_the_column(String id) throws IOException {
        List<Double> column = column(id);
        double greatest = column.stream().mapToDouble(Double::doubleValue).max().orElseThrow();

        JsonNode recording = analyse(id);

        assertThat(recording.get("samples").intValue()).isEqualTo(column.size());
        assertThat(recording.get("greatest_N").doubleValue()).isCloseTo(greatest * NEWTONS_PER_KGF, within(1e-9));
        double peak = 0;
        for (JsonNode effort : recording.get("efforts")) {
            peak = Math.max(peak, effort.get("peakForce_N").doubleValue());
        }
        assertThat(peak).isCloseTo(greatest * NEWTONS_PER_KGF, within(1e-6));
    }

    @Test
    void pretension_is_reported() throws IOException {
        JsonNode recording = analyse("ID_01");

        // The column starts at 2.4941 kgf and never comes below.
        assertThat(recording.get("pretension_N").doubleValue()).isGreaterThan(2.4 * NEWTONS_PER_KGF);
        assertThat(recording.get("pretension_pct").doubleValue()).isBetween(30.0, 40.0);
        assertThat(recording.get("efforts").get(0).get("flags").toString()).contains("PRETENSION");
        assertThat(text("ID_01").out()).contains("Pretension 2").contains("% of the peak");
    }

    @Test
    void a_blank_second_half_is_told_and_is_no_force() throws IOException {
        JsonNode recording = analyse("ID_05");

        assertThat(recording.get("blankRows").intValue()).isEqualTo(10_000);
        JsonNode gap = recording.get("gaps").get(0);
        assertThat(gap.get("kind").textValue()).isEqualTo("blank");
        assertThat(gap.get("after_s").doubleValue()).isEqualTo(5.0);
        assertThat(gap.get("missing").intValue()).isEqualTo(10_000);
        assertThat(gap.get("duration_s").doubleValue()).isEqualTo(5.0);
        assertThat(text("ID_05").out()).contains("10000 rows have no force").contains("5.00 s");
    }

    @Test
    void a_faulty_recording_gives_an_account_and_no_result() throws IOException {
        JsonNode recording = analyse("ID_22");

        assertThat(recording.get("efforts").get(0).get("state").textValue()).isEqualTo("EXCLUDED");
        assertThat(recording.has("result")).isFalse();
        assertThat(recording.get("withheld").get("result").textValue()).isEqualTo("NO_VALID_EFFORT");
        assertThat(text("ID_22").out()).contains("not used");
    }

    @Test
    void losses_that_no_clock_could_show_are_withheld_and_not_zero() throws IOException {
        JsonNode recording = analyse("ID_01");

        assertThat(recording.has("missing")).isFalse();
        assertThat(recording.get("withheld").get("missing").textValue()).isEqualTo("NO_DEVICE_CLOCK");
    }

    private static CommandLineRun text(String id) {
        return CommandLineRun.of("analyse", "--unit", "kgf", "--rate", "2000", "--column", COLUMN, file(id).toString());
    }

    private static JsonNode analyse(String id) throws IOException {
        CommandLineRun run = CommandLineRun.of(
                "analyse",
                "--format",
                "json",
                "--unit",
                "kgf",
                "--rate",
                "2000",
                "--column",
                COLUMN,
                file(id).toString());
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        return MAPPER.readTree(run.out()).get("recordings").get(0);
    }

    private static Path file(String id) {
        return CommandLineRun.RECORDINGS.resolve(id + "_DNM.csv.gz");
    }

    /** Split at commas and parsed by the platform: nothing of the code under test. */
    private static List<Double> column(String id) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file(id))), StandardCharsets.US_ASCII))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1)[COLUMN_INDEX])
                    .filter(cell -> !cell.isBlank())
                    .map(Double::valueOf)
                    .toList();
        }
    }
}
