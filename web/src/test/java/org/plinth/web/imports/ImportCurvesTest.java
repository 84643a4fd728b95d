package org.plinth.web.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.web.imports.FoundRow.Measured;
import org.plinth.web.text.Texts;

/** Force curves of other programs, alone and in a ZIP. The curves are drawn by formula: nobody made them. */
class ImportCurvesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 8, 6);
    private static final Texts TEXTS = Texts.bundled();
    private static final double KGF = 9.80665;

    /** At rest for 2 s, up within 0.5 s, {@code newtons} for 3 s, down within 0.3 s, at rest for 2 s; 100 samples a second. */
    private static double force(int sample, double newtons) {
        double s = sample / 100.0;
        if (s < 2 || s > 5.8) {
            return 0;
        }
        return s < 2.5 ? newtons * (s - 2) / 0.5 : s < 5.5 ? newtons : newtons * (5.8 - s) / 0.3;
    }

    private static String curve(
            String header, String separator, DoubleFunction<String> cell, double factor, double... newtons) {
        StringBuilder out = new StringBuilder(header).append('\n');
        for (int i = 0; i < 780; i++) {
            List<String> cells = new ArrayList<>(List.of(cell.apply(i / 100.0)));
            for (double one : newtons) {
                cells.add(cell.apply(force(i, one) / factor));
            }
            out.append(String.join(separator, cells)).append('\n');
        }
        return out.toString();
    }

    private static String plain(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String comma(double value) {
        return String.format(Locale.GERMANY, "%.4f", value);
    }

    private static Found read(byte[] bytes, String... answers) {
        Map<String, String> said = new TreeMap<>();
        for (int i = 0; i < answers.length; i += 2) {
            said.put(answers[i], answers[i + 1]);
        }
        return ImportKinds.find("recording").orElseThrow().read(new ImportFile(bytes), Answers.of(said), TODAY);
    }

    private static Found read(String text, String... answers) {
        return read(text.getBytes(StandardCharsets.UTF_8), answers);
    }

    private static Measured measured(Found found, int row) {
        return (Measured) found.rows().get(row).content();
    }

    private static List<String> keys(Found found) {
        return found.wrong().map(ImportFault::key).toList();
    }

    @Test
    void an_app_export_with_lines_before_its_header_day_before_month_and_decimal_comma() {
        String text = "date;03/04/2026 14:05\nname;Sample Ada Madeup\ndevice;Sample gauge\n"
                + curve("time (s);weight (kg)", ";", ImportCurvesTest::comma, KGF, 200);

        Found open = read(text);
        assertThat(open.isBlocked()).isTrue();
        assertThat(open.questions()).extracting(Question::name).containsExactly("dateOrder");

        Found found = read(text, "dateOrder", "DAY_FIRST");
        assertThat(keys(found)).isEmpty();
        assertThat(found.notices()).extracting(ImportFault::key).containsExactly("kilogram");
        Measured one = measured(found, 0);
        assertThat(one.date()).contains(LocalDate.of(2026, 4, 3));
        assertThat(one.time()).isEqualTo("14:05");
        assertThat(one.values())
                .containsEntry("device", "Sample gauge")
                .containsEntry("fileUnit", "kgf")
                .containsEntry("kept", "1")
                .containsEntry("samples", "780")
                .containsEntry("rate", "100")
                .containsEntry("asInFile", "20.39 kgf"); // 200 / 9.80665 = 20.3943
        assertThat(Double.parseDouble(one.values().get("peak100"))).isBetween(199.95, 200.05);
        assertThat(one.values()).doesNotContainKey("side");
        assertThat(found.rows().get(0).person().given()).isEqualTo("Sample Ada Madeup");
    }

    @Test
    void two_channels_are_two_things_and_no_side_is_read_from_their_names() {
        Found found = read(curve("time (ms),left force (N),right force (N)", ",", ImportCurvesTest::plain, 1, 210, 250)
                .replace("time (ms)", "time (s)"));

        assertThat(keys(found)).isEmpty();
        assertThat(found.rows()).hasSize(2);
        assertThat(measured(found, 0).values()).containsEntry("peak100", "210").doesNotContainKey("side");
        assertThat(measured(found, 1).values()).containsEntry("peak100", "250").doesNotContainKey("side");
        assertThat(found.rows().get(0).identity())
                .isNotEqualTo(found.rows().get(1).identity());
    }

    @Test
    void the_samples_are_kept_as_they_are() throws IOException {
        Measured one = measured(read(curve("time (s),force (N)", ",", ImportCurvesTest::plain, 1, 210)), 0);
        String text;
        try (GZIPInputStream in =
                new GZIPInputStream(new ByteArrayInputStream(one.curve().orElseThrow()))) {
            text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
        assertThat(text.lines().findFirst()).contains("t_us,force_N");
        assertThat(text.lines().count()).isEqualTo(781);
        assertThat(text.lines().toList().get(1 + 210)).isEqualTo("2100000,42.0"); // a fifth of the way up
    }

    @ParameterizedTest
    @CsvSource({"lbf,4.4482216152605", "kgf,9.80665", "N,1"})
    void a_unit_that_the_file_does_not_name_is_asked_for(String unit, double newtons) {
        String text = curve("time (s),force", ",", ImportCurvesTest::plain, newtons, 210);
        Found open = read(text);
        assertThat(open.isBlocked()).isTrue();
        assertThat(open.questions()).extracting(Question::name).containsExactly("unitforce");
        Measured one = measured(read(text, "unitforce", unit), 0);
        assertThat(Double.parseDouble(one.values().get("peak100"))).isBetween(209.95, 210.05);
        assertThat(one.values()).containsEntry("fileUnit", unit);
    }

    @ParameterizedTest
    @CsvSource({
        "'time (s),torque (Nm)',wrongDimension",
        "'time (s),force (Nm)',wrongDimension",
        "'sample,force (N)',noTime",
        "'time,force (N)',recordingfile.unknown-time-unit"
    })
    void what_is_no_force_over_time_is_refused_by_its_column(String header, String key) {
        Found found = read(curve(header, ",", ImportCurvesTest::plain, 1, 210));
        assertThat(keys(found)).containsExactly(key);
        assertThat(found.wrong().findFirst().orElseThrow().line()).hasValue(1);
    }

    @Test
    void arabic_digits_in_a_curve_are_told_with_line_and_column() {
        String text = "time (s),force (N)\n0,0\n0.01,\u0661\u0662\n";
        assertThat(read(text).wrong()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).hasValue(3);
            assertThat(fault.column()).contains("force (N)");
            assertThat(fault.what(TEXTS)).isNotBlank();
        });
    }

    // ---- ZIP

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void several_files_in_a_zip_are_read_one_by_one_and_a_bad_one_is_told_by_its_number() throws IOException {
        byte[] good = curve("time (s),force (N)", ",", ImportCurvesTest::plain, 1, 210)
                .getBytes(StandardCharsets.UTF_8);
        Found found = read(zip(new TreeMap<>(
                Map.of("../../a.csv", good, "b.csv", "nothing".getBytes(StandardCharsets.UTF_8), "c/", new byte[0]))));

        assertThat(found.rows()).hasSize(2);
        assertThat(found.good()).hasSize(1);
        assertThat(found.bad().get(0).faults().get(0).where(TEXTS)).startsWith("file 2");
    }

    @Test
    void a_zip_bomb_is_refused_early() throws IOException {
        byte[] zeros = new byte[ImportFile.MOST_OF_MEMBER + 1];
        assertThat(keys(read(zip(Map.of("a.csv", zeros))))).containsExactly("zip.large");

        Map<String, byte[]> many = new TreeMap<>();
        for (int i = 0; i <= ImportFile.MOST_MEMBERS; i++) {
            many.put(i + ".csv", new byte[] {'a'});
        }
        assertThat(keys(read(zip(many)))).containsExactly("zip.many");
        assertThat(keys(read(zip(Map.of("inner.zip", zip(Map.of("a", new byte[] {1})))))))
                .containsExactly("zip.nested");
        assertThat(keys(read(zip(Map.of())))).containsExactly("zip.empty");
        byte[] noise = new byte[5000];
        new java.util.Random(1).nextBytes(noise);
        byte[] cut = zip(Map.of("a.csv", noise));
        assertThat(keys(read(java.util.Arrays.copyOf(cut, cut.length / 2)))).containsExactly("zip.damaged");
    }

    @Test
    void a_gzip_bomb_is_refused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write("time (s),force (N)\n".getBytes(StandardCharsets.UTF_8));
            byte[] lines = "\n".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 70; i++) {
                out.write(lines);
            }
        }
        assertThat(keys(read(bytes.toByteArray()))).containsExactly("recordingfile.unpacks-too-large");
    }
}
