package org.plinth.web.recordingfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.core.signal.ForceTrace;

class RecordingFileTest {

    private static final String PLAIN = "time_s,force_N\n0,1.5\n0.0125,2.5\n0.025,-3\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "time_s,force_N\n0,1.5\n0.0125,2.5\n0.025,-3\n",
                "time_s,force_N\r\n0,1.5\r\n0.0125,2.5\r\n0.025,-3",
                "time_s;force_N\n0;1,5\n0,0125;2,5\n0,025;-3\n",
                "time_s;force_N\n0;1.5\n0.0125;2.5\n0.025;-3\n",
                "time_s\tforce_N\n0\t1.5\n0.0125\t2.5\n0.025\t-3\n",
                "sep=;\ntime_s;force_N\n0;1,5\n0,0125;2,5\n0,025;-3\n",
                "# sample data\n\n\"time_s\",\"force_N\"\n\"0\",\"1.5\"\n\"0.0125\",\"2.5\"\n\"0.025\",\"-3\"\n",
                "force_N, t (ms) \n1.5,0\n2.5, 12.5\n-3,25\n\n\n",
                "seq,device_us,host_ms,force_N,note\n1,0,0,1.5,\n2,12500,9,2.5,x\n3,25000,30,-3,y\n",
                "device_us,force_N,\n100000,1.5,\n112500,2.5,\n125000,-3,\n",
                "t [µs];Kraft (N)\n-12500;1,5\n0;2,5\n12500;-3\n",
                "time_s,force_N\n1.7e9,1.5\n1700000000.0125,2.5\n1700000000.025,-3\n",
            })
    void the_same_recording_is_read_from_every_form(String text) throws Exception {
        Recording recording = read(text.getBytes(StandardCharsets.UTF_8), ReadOptions.none());

        assertThat(micros(recording.trace())).containsExactly(0, 12_500, 25_000);
        assertThat(newtons(recording.trace())).containsExactly(1.5, 2.5, -3);
        assertThat(recording.unit()).isEqualTo(ForceUnit.NEWTON);
        assertThat(recording.unitOrigin()).isEqualTo(UnitOrigin.HEADER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void a_byte_order_mark_is_understood_and_dropped(String charset) throws Exception {
        byte[] bytes = ("\ufeff" + PLAIN).getBytes(Charset.forName(charset));

        assertThat(newtons(read(bytes, ReadOptions.none()).trace())).containsExactly(1.5, 2.5, -3);
    }

    @Test
    void latin_1_is_understood() throws Exception {
        byte[] bytes = "t (µs);Kraft Müller (kgf)\n0;1,5\n10;2\n".getBytes(StandardCharsets.ISO_8859_1);

        Recording recording = read(bytes, ReadOptions.none());

        assertThat(recording.column()).isEqualTo("Kraft Müller (kgf)");
        assertThat(recording.timeAxis()).isEqualTo(new TimeAxis.Column("t (µs)", TimeUnit.MICROSECOND));
    }

    @Test
    void gzip_is_unpacked() throws Exception {
        assertThat(newtons(read(gzip(PLAIN), ReadOptions.none()).trace())).containsExactly(1.5, 2.5, -3);
    }

    @ParameterizedTest
    @CsvSource({
        "force_kgf, , KILOGRAM_FORCE, 9.80665, HEADER",
        "force (kg), , KILOGRAM_FORCE, 9.80665, HEADER_KILOGRAM",
        "force_lbf, , POUND_FORCE, 4.4482216152605, HEADER",
        "force, KILOGRAM_FORCE, KILOGRAM_FORCE, 9.80665, OPTION",
        "force_kg, KILOGRAM_FORCE, KILOGRAM_FORCE, 9.80665, OPTION",
        "force_lb, POUND_FORCE, POUND_FORCE, 4.4482216152605, OPTION",
        "force_N, NEWTON, NEWTON, 1, OPTION",
    })
    void units_become_newtons_and_their_origin_is_kept(
            String header, ForceUnit given, ForceUnit unit, double newtons, UnitOrigin origin) throws Exception {
        ReadOptions options = new ReadOptions(Optional.ofNullable(given), OptionalDouble.empty(), Optional.empty());

        Recording recording = read(("time_s," + header + "\n0,1\n1,2\n").getBytes(StandardCharsets.UTF_8), options);

        assertThat(recording.unit()).isEqualTo(unit);
        assertThat(recording.unitOrigin()).isEqualTo(origin);
        assertThat(newtons(recording.trace())).containsExactly(newtons, 2 * newtons);
    }

    @Test
    void without_a_time_column_the_rate_places_each_row_blank_ones_too() throws Exception {
        ReadOptions options = new ReadOptions(Optional.of(ForceUnit.NEWTON), OptionalDouble.of(3), Optional.of("knee"));

        Recording recording =
                read("hip,knee\n9,1\n9,\n9,3\n\n9,NaN\n9,6\n9,\n".getBytes(StandardCharsets.UTF_8), options);

        assertThat(micros(recording.trace())).containsExactly(0, 666_667, 1_666_667);
        assertThat(newtons(recording.trace())).containsExactly(1, 3, 6);
        assertThat(recording.blankRows()).isEqualTo(4);
        assertThat(recording.blankRowsAtEnd()).isEqualTo(1);
        assertThat(recording.lastRowMicros()).isEqualTo(2_000_000);
        assertThat(recording.trace().followsBlank(0)).isFalse();
        assertThat(recording.trace().followsBlank(1)).isTrue();
        assertThat(recording.timeAxis()).isEqualTo(new TimeAxis.Rate(3));
    }

    @Test
    void in_a_file_of_one_column_an_empty_line_is_a_blank_cell() throws Exception {
        ReadOptions options = new ReadOptions(Optional.of(ForceUnit.NEWTON), OptionalDouble.of(10), Optional.empty());

        Recording recording = read("knee\n1\n\n3\n  \n\n".getBytes(StandardCharsets.UTF_8), options);

        assertThat(micros(recording.trace())).containsExactly(0, 200_000);
        assertThat(recording.blankRows()).isEqualTo(3);
        assertThat(recording.lastRowMicros()).isEqualTo(400_000);
    }

    @Test
    void empty_lines_at_the_end_of_other_files_are_nothing() throws Exception {
        Recording recording = read((PLAIN + "\n  \n\u001a").getBytes(StandardCharsets.UTF_8), ReadOptions.none());

        assertThat(recording.blankRows()).isZero();
    }

    @Test
    void blanks_are_missing_samples_and_repeats_are_counted_and_left_out() throws Exception {
        String text = "time_ms,force_N\n0,\n1,1\n1,1\n2,\n2,\n3,NaN\n,\n4,4\n5,n/a\n";

        Recording recording = read(text.getBytes(StandardCharsets.UTF_8), ReadOptions.none());

        assertThat(micros(recording.trace())).containsExactly(1000, 4000);
        assertThat(recording.duplicateRows()).isEqualTo(2);
        assertThat(recording.blankRows()).isEqualTo(5);
        assertThat(recording.blankRowsAtStart()).isEqualTo(1);
        assertThat(recording.blankRowsAtEnd()).isEqualTo(1);
        assertThat(recording.lastRowMicros()).isEqualTo(5000);
        assertThat(recording.trace().followsBlank(0)).isTrue();
        assertThat(recording.trace().followsBlank(1)).isTrue();
    }

    @Test
    void equal_forces_at_different_times_are_no_repeats() throws Exception {
        Recording recording =
                read("time_ms,force_N\n0,5\n1,5\n2,5\n".getBytes(StandardCharsets.UTF_8), ReadOptions.none());

        assertThat(recording.trace().size()).isEqualTo(3);
        assertThat(recording.duplicateRows()).isZero();
    }

    @Test
    void many_blocks_of_samples_come_out_whole() throws Exception {
        StringBuilder text = new StringBuilder("time_us,force_N\n");
        int rows = 200_001;
        for (int i = 0; i < rows; i++) {
            text.append(i * 500L).append(',').append(i % 1000).append('\n');
        }

        ForceTrace trace = read(text.toString().getBytes(StandardCharsets.UTF_8), ReadOptions.none())
                .trace();

        assertThat(trace.size()).isEqualTo(rows);
        for (int i = 0; i < rows; i++) {
            assertThat(trace.micros(i)).isEqualTo(i * 500L);
            assertThat(trace.newtons(i)).isCloseTo(i % 1000, within(0.0));
        }
    }

    private static Recording read(byte[] bytes, ReadOptions options) throws RecordingFileException {
        return RecordingFile.read(new ByteArrayInputStream(bytes), "left.csv", options);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static long[] micros(ForceTrace trace) {
        return IntStream.range(0, trace.size()).mapToLong(trace::micros).toArray();
    }

    private static double[] newtons(ForceTrace trace) {
        return IntStream.range(0, trace.size()).mapToDouble(trace::newtons).toArray();
    }
}
