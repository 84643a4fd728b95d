package org.plinth.web.recordingfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.web.text.Texts;

/** Every way in which a file gives no recording: the fault, the line, the column, and a sentence with the cure. */
class RecordingFileFaultTest {

    private static final ReadOptions NONE = ReadOptions.none();
    private static final ReadOptions NEWTON = options(ForceUnit.NEWTON, 0, "");
    private static final ReadOptions POUND = options(ForceUnit.POUND_FORCE, 0, "");
    private static final ReadOptions RATE = options(null, 80, "");

    /** {@code column} is empty where no column is named; {@code says} is part of the sentence. */
    private record Case(ReadOptions options, String content, FileFault fault, long line, String column, String says) {
        @Override
        public String toString() {
            return fault + " in "
                    + content.substring(0, Math.min(60, content.length())).replace('\n', '|');
        }
    }

    private static final List<Case> CASES = List.of(
            new Case(NONE, "", FileFault.EMPTY, 1, "", "empty"),
            new Case(NONE, " \n\n \n", FileFault.EMPTY, 1, "", "empty"),
            new Case(NONE, "# comment\n# alone\n", FileFault.EMPTY, 1, "", "empty"),
            new Case(NONE, "time_s,force_N\n0,\0\1\2\n", FileFault.BINARY, 2, "", "not text"),
            new Case(NONE, "PK\3\4xlsx", FileFault.BINARY, 1, "", "CSV"),
            new Case(NONE, "time_s,force_N\n0,1\n1,\"12\"3\n", FileFault.MALFORMED_CSV, 3, "", "quotation mark"),
            new Case(
                    NONE,
                    "time_s,force_N\n0,\"1" + " ".repeat(70_000),
                    FileFault.MALFORMED_CSV,
                    2,
                    "",
                    "quotation mark"),
            new Case(NONE, "time_s,force_N\n0,\"12\n1,13\n", FileFault.NOT_A_NUMBER, 2, "force_N", "“12?1,13?”"),
            new Case(NONE, "0,1\n0.1,2\n", FileFault.MISSING_HEADER, 1, "", "time_s,force_N"),
            new Case(NONE, "\n\n0;1,5\n", FileFault.MISSING_HEADER, 3, "", "time_s,force_N"),
            new Case(NONE, "time_s,force_N\n", FileFault.NO_SAMPLES, 1, "force_N", "no number"),
            new Case(NONE, "time_s,force_N\n0,\n1,NaN\n", FileFault.NO_SAMPLES, 3, "force_N", "no number"),
            new Case(NONE, "force_N\n1\n2\n", FileFault.NO_TIME_COLUMN, 1, "", "--rate"),
            new Case(NONE, "force_N,left\n1,2\n", FileFault.NO_TIME_COLUMN, 1, "", "force_N, left"),
            new Case(RATE, "time_s,force_N\n0,1\n", FileFault.TIME_COLUMN_AND_RATE, 1, "", "time_s"),
            new Case(NONE, "time,force_N\n0,1\n", FileFault.UNKNOWN_TIME_UNIT, 1, "time", "time_ms"),
            new Case(NONE, "t (min),force_N\n0,1\n", FileFault.UNKNOWN_TIME_UNIT, 1, "t (min)", "unit"),
            new Case(NONE, "time_s,t_ms,force_N\n0,0,1\n", FileFault.SEVERAL_TIME_COLUMNS, 1, "", "time_s, t_ms"),
            new Case(NONE, "time_s\n0\n", FileFault.NO_FORCE_COLUMN, 1, "", "force_N"),
            new Case(NONE, "time_s,a_N,b_N\n0,1,2\n", FileFault.SEVERAL_FORCE_COLUMNS, 1, "", "a_N, b_N"),
            new Case(NONE, "time_s,a,b\n0,1,2\n", FileFault.SEVERAL_FORCE_COLUMNS, 1, "", "--column"),
            new Case(options(null, 0, "c"), "time_s,a_N,b_N\n0,1,2\n", FileFault.NO_SUCH_COLUMN, 1, "", "a_N, b_N"),
            new Case(options(null, 0, "a_N"), "time_s,a_N,a_N\n0,1,2\n", FileFault.REPEATED_COLUMN, 1, "", "a_N"),
            new Case(NONE, "time_s,force\n0,1\n", FileFault.UNKNOWN_UNIT, 1, "force", "--unit kgf"),
            new Case(NONE, "time_s,force_lb\n0,1\n", FileFault.UNKNOWN_UNIT, 1, "force_lb", "does not guess"),
            new Case(NONE, "time_s,force (kN)\n0,1\n", FileFault.UNKNOWN_UNIT, 1, "force (kN)", "does not guess"),
            new Case(NONE, "time_s,counts\n0,1\n", FileFault.UNKNOWN_UNIT, 1, "counts", "does not guess"),
            new Case(POUND, "time_s,force_N\n0,1\n", FileFault.CONTRADICTING_UNIT, 1, "force_N", "not lbf"),
            new Case(NEWTON, "time_s,force_kg\n0,1\n", FileFault.CONTRADICTING_UNIT, 1, "force_kg", "not N"),
            new Case(NEWTON, "time_s,force_kN\n0,1\n", FileFault.CONTRADICTING_UNIT, 1, "force_kN", "not N"),
            new Case(NEWTON, "time_s,force_lb\n0,1\n", FileFault.CONTRADICTING_UNIT, 1, "force_lb", "not N"),
            new Case(NONE, "time_s,force_N\n0,1\n0.1\n", FileFault.RAGGED_ROW, 3, "", "1 cells, the header has 2"),
            new Case(NONE, "time_s,force_N\n0,1\n0,1,1,5\n", FileFault.RAGGED_ROW, 3, "", "semicolons"),
            new Case(NONE, "time_s,force_N\n0,1\n0.1,soft\n", FileFault.NOT_A_NUMBER, 3, "force_N", "“soft”"),
            new Case(
                    NONE,
                    "time_s,force_N\n" + "0,1\n".repeat(20_000) + "1,\0\0\n",
                    FileFault.NOT_A_NUMBER,
                    20_002,
                    "force_N",
                    "“??”"),
            new Case(NONE, "time_s,force_N\nnow,1\n", FileFault.NOT_A_NUMBER, 2, "time_s", "“now”"),
            new Case(NONE, "time_s,force_N\n0,1\n1,inf\n", FileFault.NOT_A_NUMBER, 3, "force_N", "“inf”"),
            new Case(NONE, "time_s;force_N\n0,5;1,5\n0,6;1.5\n", FileFault.MIXED_DECIMAL_MARKS, 3, "force_N", "mark"),
            new Case(
                    NONE,
                    "time_s,force_N\n0.5,1.5\n0.6,\"1,234\"\n",
                    FileFault.MIXED_DECIMAL_MARKS,
                    3,
                    "force_N",
                    "mark"),
            new Case(NONE, "time_s,force_N\n0,1\n,2\n", FileFault.TIME_MISSING, 3, "time_s", "time"),
            new Case(NONE, "time_s,force_N\n0,1\nNaN,2\n", FileFault.TIME_MISSING, 3, "time_s", "time"),
            new Case(
                    NONE,
                    "time_s,force_N\n0,1\n0.2,2\n0.1,3\n",
                    FileFault.TIME_BACKWARDS,
                    4,
                    "time_s",
                    "0.1 s comes after 0.2 s"),
            new Case(NONE, "time_s,force_N\n0,1\n0.2,\n0.1,3\n", FileFault.TIME_BACKWARDS, 4, "time_s", "backwards"),
            new Case(NONE, "time_ms,force_N\n0,1\n5,2\n5,3\n", FileFault.CONFLICTING_STAMPS, 4, "time_ms", "0.005 s"),
            new Case(NONE, "time_ms,force_N\n0,1\n5,2\n5,\n", FileFault.CONFLICTING_STAMPS, 4, "time_ms", "0.005 s"),
            new Case(NONE, "time_s,force_N\n1e12,1\n", FileFault.TIME_OUT_OF_RANGE, 2, "time_s", "285 years"),
            new Case(NONE, "time_s,force_N\n0,8388607\n", FileFault.IMPLAUSIBLE_FORCE, 2, "force_N", "8388607.0 N"));

    static Stream<Case> cases() {
        return CASES.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_bad_file_is_refused_with_its_line_and_what_to_do(Case bad) {
        byte[] bytes = bad.content().getBytes(StandardCharsets.UTF_8);

        FileProblem problem = problem(bytes, bad.options());

        assertThat(problem.fault()).isEqualTo(bad.fault());
        assertThat(problem.line()).isEqualTo(OptionalLong.of(bad.line()));
        assertThat(problem.column().orElse("")).isEqualTo(bad.column());
        assertThat(problem.describe(Texts.bundled()))
                .startsWith("left.csv, line " + bad.line())
                .contains(bad.says());
    }

    @Test
    void what_is_not_there_or_a_folder_is_said_so(@TempDir Path folder) {
        assertThat(problem(folder.resolve("absent.csv")).fault()).isEqualTo(FileFault.NO_SUCH_FILE);
        assertThat(problem(folder).fault()).isEqualTo(FileFault.IS_DIRECTORY);
        assertThat(problem(folder.resolve("absent.csv")).describe(Texts.bundled()))
                .contains("absent.csv: There is no such file.");
    }

    @Test
    void a_cut_gzip_file_is_damaged() throws IOException {
        byte[] whole = gzip("time_s,force_N\n" + "0,1\n".repeat(10));
        byte[] cut = Arrays.copyOf(whole, whole.length - 10);

        assertThat(problem(cut, NONE).fault()).isEqualTo(FileFault.DAMAGED_GZIP);
    }

    @Test
    @Tag("slow")
    void a_small_file_that_unpacks_to_too_much_is_refused_and_takes_no_memory() throws IOException {
        byte[] bomb = gzip("time_s,force_N\n0,1\n" + "\n".repeat((int) Unpacked.MOST));

        assertThat(bomb.length).isLessThan(100_000);
        assertThat(problem(bomb, NONE).fault()).isEqualTo(FileFault.UNPACKS_TOO_LARGE);
    }

    @Test
    void an_altered_gzip_file_is_damaged() throws IOException {
        byte[] altered = gzip("time_s,force_N\n" + "0,1\n".repeat(10));
        altered[altered.length - 6] ^= 0x55;

        assertThat(problem(altered, NONE).fault()).isEqualTo(FileFault.DAMAGED_GZIP);
    }

    @Test
    void an_empty_gzip_file_is_empty() throws IOException {
        assertThat(problem(gzip(""), NONE).fault()).isEqualTo(FileFault.EMPTY);
    }

    @Test
    void the_message_that_may_be_logged_quotes_neither_name_nor_content() {
        RecordingFileException thrown = thrown("time_s,force_N\n0,Jane Doe\n".getBytes(StandardCharsets.UTF_8), NONE);

        assertThat(thrown).hasMessage("NOT_A_NUMBER in line 2");
    }

    /** A file that the operating system refuses cannot be made where the tests run as root. */
    @Test
    void every_fault_is_shown_here() {
        Set<FileFault> elsewhere = EnumSet.of(
                FileFault.NO_SUCH_FILE,
                FileFault.IS_DIRECTORY,
                FileFault.DAMAGED_GZIP,
                FileFault.UNPACKS_TOO_LARGE,
                FileFault.UNREADABLE);
        Set<FileFault> missing = EnumSet.allOf(FileFault.class);
        missing.removeAll(elsewhere);
        CASES.forEach(bad -> missing.remove(bad.fault()));

        assertThat(missing).isEmpty();
    }

    private static FileProblem problem(byte[] content, ReadOptions options) {
        return thrown(content, options).problem();
    }

    private static RecordingFileException thrown(byte[] content, ReadOptions options) {
        return catchThrowableOfType(
                RecordingFileException.class,
                () -> RecordingFile.read(new ByteArrayInputStream(content), "left.csv", options));
    }

    private static FileProblem problem(Path file) {
        return catchThrowableOfType(RecordingFileException.class, () -> RecordingFile.read(file, ReadOptions.none()))
                .problem();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static ReadOptions options(ForceUnit unit, double rate, String column) {
        return new ReadOptions(
                Optional.ofNullable(unit),
                rate > 0 ? OptionalDouble.of(rate) : OptionalDouble.empty(),
                column.isEmpty() ? Optional.empty() : Optional.of(column));
    }
}
