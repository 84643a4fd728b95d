package org.plinth.web.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.core.signal.ForceTrace;
import org.plinth.core.visit.Involvement;
import org.plinth.driver.link.replay.CaptureWriter;
import org.plinth.web.audit.CheckpointKey;
import org.plinth.web.capture.RecordedForce;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Trial;
import org.plinth.web.privacy.Purpose;
import org.plinth.web.testkit.VisitDeskScript;
import org.plinth.web.testkit.VisitFloorKit;
import org.plinth.web.text.Texts;
import org.plinth.web.visit.Decision;
import org.plinth.web.visit.TestSheet;

/** One recorded visit, taken away whole: the same numbers to every reader, and nobody's name. */
@Tag("slow")
class RawExportTest {

    /** As somebody may type it: a formula, a comma, quotes, a line break, another direction. */
    private static final String WORDS = "=cmd|' /C calc'!A0, \"Ada\" slipped;\nsee note \u202e\u0634";

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path root;

    private static VisitFloorKit kit;
    private static VisitFloorKit.People people;
    private static TestSheet sheet;
    private static ExportGround ground;
    private static Path taken;
    private static Map<String, byte[]> files;

    @BeforeAll
    static void record_a_visit_and_take_it_away() throws IOException {
        kit = VisitFloorKit.open(root.resolve("data"));
        people = kit.addPeople(Involvement.LEFT);
        VisitDeskScript script = new VisitDeskScript(kit, people);
        sheet = script.bothSides();
        Trial first = sheet.left().trials().get(0);
        kit.floor().desk().decide(script.act("trial.decide"), first.id(), first.version(), Decision.exclude(WORDS));
        ground = ExportKit.ground(kit, root);
        taken = root.resolve("taken");
        new FolderExport(ground, () -> ExportKit.ROOM)
                .make(new RawExport(), request(Purpose.AUDIT), taken, ExportProgress.NONE);
        files = ExportKit.files(taken);
    }

    @AfterAll
    static void close() {
        kit.close();
    }

    private static ExportRequest request(Purpose purpose) {
        return ExportKit.request(people.clinic(), purpose, Set.of());
    }

    private static List<Recording> recordings() {
        return kit.database().read(stores -> stores.recordings()
                .ofVisit(people.clinic().id(), sheet.visit().id()));
    }

    private static String key(Recording recording) {
        return ground.pseudonyms().of("R", recording.id());
    }

    private static RecordedForce force(Recording recording) {
        return ground.raw().of(recording).orElseThrow().force().orElseThrow();
    }

    private static String text(String name) {
        return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    private static List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : text("recordings.ndjson").lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    @Test
    void a_curve_comes_back_bit_for_bit_from_its_csv_and_from_its_packets() throws IOException {
        for (Recording recording : recordings()) {
            List<String> rows =
                    text("recordings/" + key(recording) + ".csv").lines().toList();
            RecordedForce force = force(recording);
            int row = 1;
            for (int segment = 0; segment < force.segments().size(); segment++) {
                ForceTrace trace = force.segments().get(segment);
                for (int i = 0; i < trace.size(); i++) {
                    String[] cells = rows.get(row++).split(",", -1);
                    assertThat(Integer.parseInt(cells[0])).isEqualTo(segment + 1);
                    assertThat(Long.parseLong(cells[1])).isEqualTo(trace.micros(i));
                    assertThat(Double.doubleToLongBits(Double.parseDouble(cells[2])))
                            .isEqualTo(Double.doubleToLongBits(trace.newtons(i)));
                }
            }
            assertThat(rows).hasSize(row);
            assertThat((long) row - 1)
                    .isEqualTo(recording.ledger().orElseThrow().received());
            String packets = text("packets/" + key(recording) + ".capture");
            assertThat(packets).isEqualTo(captured(recording));
            assertThat(packets.lines().filter(line -> line.startsWith("<")).count())
                    .isEqualTo(recording.ledger().orElseThrow().packets());
        }
    }

    /** What is known to play back bit for bit, taken another way. */
    private static String captured(Recording recording) throws IOException {
        StringBuilder text = new StringBuilder();
        CaptureWriter.write(
                new RecordingCapture(kit.journals())
                        .of(
                                recording.id(),
                                kit.database()
                                        .read(stores ->
                                                stores.patients().journalKey(recording.clinic(), recording.patient()))
                                        .orElseThrow()),
                text);
        return text.toString();
    }

    @Test
    void a_line_says_where_it_belongs_what_arrived_and_what_came_of_it() throws IOException {
        assertThat(lines()).hasSize(2).allSatisfy(line -> {
            assertThat(line.path("patient").asText())
                    .isEqualTo(ground.pseudonyms().of("P", people.patient().id()));
            assertThat(line.path("position").asText()).isEqualTo("curl-prone-15");
            assertThat(line.path("injured_side").asText()).isEqualTo("LEFT");
            assertThat(line.path("day_of_episode_d").asLong()).isZero();
            assertThat(line.path("ledger").path("received").asLong()).isPositive();
            assertThat(line.path("efforts")).hasSize(3);
            assertThat(line.path("efforts")
                            .get(0)
                            .path("metrics")
                            .path("peak100_N")
                            .asDouble())
                    .isPositive();
            assertThat(line.path("result").path("value_N").asDouble()).isPositive();
            assertThat(line.path("result").path("series").asText()).startsWith("v1|patient=P-");
            assertThat(line.path("journal").path("unchanged").asBoolean()).isTrue();
            assertThat(line.has("withheld")).isFalse();
        });
        assertThat(lines()).extracting(line -> line.path("side").asText()).containsExactlyInAnyOrder("LEFT", "RIGHT");
    }

    @Test
    void nothing_names_a_person_a_day_a_time_or_a_sensor() {
        assertThat(files).hasSizeGreaterThan(10);
        files.forEach((name, content) -> {
            String all = new String(content, StandardCharsets.ISO_8859_1);
            assertThat(all)
                    .as(name)
                    .doesNotContain("calc'", "slipped", "see note", "Sample Ada", "Alder", "Sample clinic", "virtual-1")
                    .doesNotContain(people.patient().id().toString())
                    .doesNotContain(people.episode().id().toString())
                    .doesNotContain(people.clinician().id().toString())
                    .doesNotContain(sheet.visit().id().toString());
            if (!name.equals(FolderRecord.NAME) && !name.endsWith(".parquet")) {
                assertThat(all).as(name).doesNotContainPattern("\\b(19|20)\\d\\d-\\d\\d-\\d\\d\\b");
            }
        });
        assertThat(files.keySet())
                .noneMatch(name -> name.contains(people.patient().id().toString()));
    }

    @Test
    void duckdb_reads_the_same_numbers_from_the_tables() throws SQLException, IOException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement ask = duck.createStatement()) {
            curves(ask);
            try (ResultSet row = ask.executeQuery("SELECT COUNT(*), COUNT(DISTINCT patient), SUM(samples_received),"
                    + " MIN(value_N) FROM '" + taken.resolve("recordings.parquet") + "'")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getLong(1)).isEqualTo(2);
                assertThat(row.getLong(2)).isEqualTo(1);
                assertThat(row.getLong(3))
                        .isEqualTo(recordings().stream()
                                .mapToLong(one -> one.ledger().orElseThrow().received())
                                .sum());
                assertThat(row.getDouble(4)).isPositive();
            }
            try (ResultSet row = ask.executeQuery(
                    "SELECT COUNT(*), SUM(\"peak100_N\") FROM read_csv('" + taken.resolve("trials.csv") + "')")) {
                double expected = 0;
                for (JsonNode line : lines()) {
                    for (JsonNode effort : line.path("efforts")) {
                        expected += effort.path("metrics").path("peak100_N").asDouble();
                    }
                }
                assertThat(row.next()).isTrue();
                assertThat(row.getLong(1)).isEqualTo(6);
                assertThat(row.getDouble(2)).isCloseTo(expected, Percentage.withPercentage(1e-9));
            }
        }
    }

    private static void curves(Statement ask) throws SQLException, IOException {
        for (Recording recording : recordings()) {
            RecordedForce force = force(recording);
            double[] sum = {0};
            double[] most = {Double.NEGATIVE_INFINITY};
            long[] count = {0};
            force.segments().forEach(trace -> {
                for (int i = 0; i < trace.size(); i++) {
                    count[0]++;
                    sum[0] += trace.newtons(i);
                    most[0] = Math.max(most[0], trace.newtons(i));
                }
            });
            try (ResultSet row = ask.executeQuery("SELECT COUNT(*), MAX(force_N), SUM(force_N), MIN(t_us), MAX(t_us),"
                    + " MIN(reading_unit) FROM '" + taken.resolve("curves.parquet")
                    + "' WHERE recording = '"
                    + key(recording) + "'")) {
                assertThat(row.next()).isTrue();
                ForceTrace last = force.segments().get(force.segments().size() - 1);
                assertThat(row.getLong(1)).isEqualTo(count[0]);
                assertThat(row.getDouble(2)).isEqualTo(most[0]);
                assertThat(row.getDouble(3)).isCloseTo(sum[0], Percentage.withPercentage(1e-9));
                assertThat(row.getLong(5)).isEqualTo(last.micros(last.size() - 1));
                assertThat(row.getString(6)).isIn("N", "kgf", "lbf", "counts");
            }
        }
    }

    @Test
    void the_manifest_is_signed_and_lists_every_file_and_every_column_has_a_meaning() throws IOException {
        String manifest = text("manifest.json");
        String signature = text("manifest.json.sig").strip().split(" ")[1];
        assertThat(CheckpointKey.isSigned(
                        CheckpointKey.parsePublic(text("key.pem")).orElseThrow(),
                        (RawExport.SIGNED + manifest).getBytes(StandardCharsets.UTF_8),
                        signature))
                .isTrue();
        String listed = JSON.readTree(manifest).path("files").asText();
        String sums = text("SHA256SUMS");
        Stream.of("recordings.ndjson", "curves.parquet", "trials.csv", "README.txt")
                .forEach(name -> assertThat(listed).contains("  " + name + "\n"));
        assertThat(sums).contains(listed.lines().toList());
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text("dictionary.csv"))) {
            assertThat(rows.stream().toList()).isNotEmpty().allSatisfy(row -> assertThat(row.getField("meaning"))
                    .isNotBlank()
                    .doesNotContain("export."));
        }
        assertThat(RawDictionary.columns())
                .allSatisfy(column -> assertThat(RawDictionary.meaning(Texts.bundled(), column))
                        .isNotBlank());
    }

    @Test
    void cut_off_after_any_file_and_gone_on_with_it_is_the_same_in_the_end(@TempDir Path folder) throws IOException {
        FolderExport exports = new FolderExport(ground, () -> ExportKit.ROOM);
        for (int whole = 0; whole < 4; whole++) {
            Export cut = new Cut(new AtomicInteger(whole));
            assertThatThrownBy(() -> exports.make(cut, request(Purpose.AUDIT), folder, ExportProgress.NONE))
                    .isInstanceOf(IOException.class)
                    .hasMessage("cut");
        }
        FolderExport.Made made = exports.make(new RawExport(), request(Purpose.AUDIT), folder, ExportProgress.NONE);

        assertThat(made.kept()).isPositive();
        assertThat(made.beganAnew()).isFalse();
        Map<String, byte[]> again = ExportKit.files(folder);
        assertThat(again.keySet()).isEqualTo(files.keySet());
        files.forEach((name, content) -> {
            if (!name.equals(FolderRecord.NAME)) {
                assertThat(again.get(name)).as(name).isEqualTo(content);
            }
        });
    }

    /** Stops in the middle of one file. */
    private record Cut(AtomicInteger left) implements Export {

        @Override
        public String id() {
            return "raw";
        }

        @Override
        public void write(ExportGround on, ExportRequest request, ExportSink sink, ExportProgress progress)
                throws IOException {
            new RawExport()
                    .write(
                            on,
                            request,
                            new ExportSink() {
                                @Override
                                public void file(String name, Writer writer) throws IOException {
                                    if (!sink.has(name) && left.getAndDecrement() == 0) {
                                        sink.file(name, out -> {
                                            out.write(1);
                                            throw new IOException("cut");
                                        });
                                    }
                                    sink.file(name, writer);
                                }

                                @Override
                                public boolean has(String name) {
                                    return sink.has(name);
                                }

                                @Override
                                public Map<String, String> sums() {
                                    return sink.sums();
                                }
                            },
                            progress);
        }
    }

    @Test
    void a_clinics_language_changes_no_byte(@TempDir Path folder) throws IOException {
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("de-DE", "fr-FR", "ar-SA-u-nu-arab")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                Path there = folder.resolve(tag);
                new FolderExport(ground, () -> ExportKit.ROOM)
                        .make(new RawExport(), request(Purpose.AUDIT), there, ExportProgress.NONE);
                Map<String, byte[]> other = ExportKit.files(there);
                files.forEach((name, content) -> {
                    if (!name.equals(FolderRecord.NAME)) {
                        assertThat(other.get(name)).as(tag + " " + name).isEqualTo(content);
                    }
                });
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void who_did_not_consent_is_counted_and_not_in(@TempDir Path folder) throws IOException {
        new FolderExport(ground, () -> ExportKit.ROOM)
                .make(new RawExport(), request(Purpose.RESEARCH), folder, ExportProgress.NONE);

        assertThat(Files.readString(folder.resolve("recordings.ndjson"))).isEmpty();
        assertThat(Files.readString(folder.resolve("trials.csv")).lines()).hasSize(1);
        assertThat(Files.exists(folder.resolve("recordings"))).isFalse();
        assertThat(JSON.readTree(Files.readString(folder.resolve("manifest.json")))
                        .path("recordings_left_out")
                        .asLong())
                .isEqualTo(2);
    }
}
