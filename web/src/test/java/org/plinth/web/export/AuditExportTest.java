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
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.driver.SensorDrivers;
import org.plinth.web.audit.Checkpoints;
import org.plinth.web.capture.RawForce;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.position.ClinicPositions;
import org.plinth.web.privacy.Purpose;
import org.plinth.web.sample.SampleClinic;
import org.plinth.web.store.Passwords;
import org.plinth.web.testkit.VisitFloorKit;
import org.plinth.web.text.Texts;

/** The audit export of the sample clinic with its 60 closed episodes, read by other software where that can be. */
@Tag("slow")
class AuditExportTest {

    private static final Instant NOW = Instant.parse("2026-08-06T12:00:00Z");
    private static final List<String> IDENTIFYING = List.of(
            "site_key",
            "sex",
            "age_band",
            "side_affected",
            "dominance_match",
            "symptom_duration_wk_band",
            "prior_hamstring_injury",
            "comorbidity_count",
            "smoker",
            "stage",
            "position_id",
            "fixation",
            "device_class",
            "discharge_reason");

    @TempDir
    private static Path root;

    private static VisitFloorKit kit;
    private static Clinic clinic;
    private static ExportGround ground;
    private static KeptSink shared;
    private static KeptSink internal;

    @BeforeAll
    static void make() throws IOException {
        kit = VisitFloorKit.open(root);
        clinic = new SampleClinic(
                        kit.database(),
                        kit.journals(),
                        PositionCatalogue.bundled(),
                        new Passwords(),
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .make((done, of) -> {});
        Checkpoints checkpoints = new Checkpoints(
                kit.database(),
                Checkpoints.Places.of(root, root.resolve("keys").resolve("master.key"), Optional.empty()),
                () -> 0,
                Clock.fixed(NOW, ZoneOffset.UTC));
        ground = new ExportGround(
                kit.database(),
                new RawForce(kit.database(), kit.journals(), SensorDrivers.load()),
                new ClinicPositions(PositionCatalogue.bundled()),
                new Pseudonyms("a key of sixteen bytes or more".getBytes(StandardCharsets.UTF_8)),
                checkpoints,
                Texts.bundled());
        shared = made(Map.of());
        internal = made(Map.of("form", "internal"));
    }

    @AfterAll
    static void close() {
        kit.close();
    }

    private static KeptSink made(Map<String, String> options) throws IOException {
        KeptSink sink = new KeptSink();
        new AuditExport()
                .write(
                        ground,
                        new ExportRequest(clinic, Purpose.AUDIT, Set.of(), NOW, options),
                        sink,
                        ExportProgress.NONE);
        return sink;
    }

    private static List<NamedCsvRecord> rows(KeptSink of) {
        return CsvReader.builder().ofNamedCsvRecord(of.text("audit.csv")).stream()
                .toList();
    }

    private static JsonNode json(KeptSink of, String name) throws IOException {
        return new ObjectMapper().readTree(of.bytes(name));
    }

    @Test
    void sixty_closed_episodes_have_a_baseline_and_an_exit_row_in_each_position() {
        List<NamedCsvRecord> rows = rows(internal);

        assertThat(rows.stream().map(row -> row.getField("episode_key")).distinct())
                .hasSize(60);
        assertThat(rows.stream()
                        .filter(row -> row.getField("stage").equals("baseline"))
                        .map(row -> row.getField("episode_key") + row.getField("position_id"))
                        .distinct())
                .hasSize((int) rows.stream()
                        .filter(row -> row.getField("stage").equals("exit"))
                        .count());
    }

    @Test
    void the_columns_are_those_of_the_registry_and_then_plinths_own() {
        List<String> header =
                List.of(internal.text("audit.csv").split("\r\n", 2)[0].split(","));

        assertThat(String.join(", ", header.subList(0, 47)))
                .isEqualTo("episode_key, site_key, practitioner_key, sex, age_band, side_affected, dominance_match, "
                        + "symptom_duration_wk_band, prior_hamstring_injury, comorbidity_count, smoker, stage, "
                        + "days_from_baseline, position_id, protocol_version, fixation, estimator, device_class, "
                        + "cal_in_date, n_valid_reps, force_inj_N, force_uninj_N, nm_inj, nm_uninj, nkg_inj, nkg_uninj, "
                        + "cv_inj, cv_uninj, pain_limited, nrs_during, nrs_24h, lsi, lsi_ci_low, lsi_ci_high, lsi_state90, "
                        + "epic_lsi, change_pct_vs_base, change_state, visa_h, psfs_mean, lefs, nprs_worst, pgic7, "
                        + "sitting_min, sessions_n, discharge_reason, data_absent_reason");
    }

    /** Scripts of others rely on every byte of these; look at the difference, then run with {@code -Dplinth.golden=write}. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "audit.csv",
                "completeness.csv",
                "dictionary.csv",
                "read_audit.R",
                "read_audit.sps",
                "redcap_dictionary.csv",
                "redcap_import.csv"
            })
    void it_looks_as_it_did(String file) throws IOException {
        String now = AuditGolden.of(internal, file);
        Path golden = Path.of("src/test/resources/golden/audit").resolve(file);
        if ("write".equals(System.getProperty("plinth.golden"))) {
            Files.writeString(golden, now);
        }

        assertThat(now).isEqualTo(Files.readString(golden));
    }

    @Test
    void every_empty_cell_has_its_reason_and_nothing_else_has_one() {
        for (KeptSink form : List.of(internal, shared)) {
            for (NamedCsvRecord row : rows(form)) {
                Set<String> empty = row.getHeader().stream()
                        .filter(column -> row.getField(column).isEmpty())
                        .collect(Collectors.toSet());
                Set<String> explained = Arrays.stream(
                                row.getField("data_absent_reason").split(" "))
                        .filter(reason -> !reason.equals("NONE"))
                        .map(reason -> reason.substring(0, reason.indexOf('=')))
                        .collect(Collectors.toSet());
                assertThat(explained).isEqualTo(empty);
            }
        }
    }

    @Test
    void every_row_that_may_be_shared_looks_like_those_of_five_people_by_a_naive_count() throws IOException {
        Map<List<String>, Set<String>> alike = new HashMap<>();
        for (NamedCsvRecord row : rows(shared)) {
            alike.computeIfAbsent(IDENTIFYING.stream().map(row::getField).toList(), v -> new HashSet<>())
                    .add(row.getField("episode_key"));
        }
        int fewest = alike.values().stream().mapToInt(Set::size).min().orElseThrow();
        JsonNode report = json(shared, "re-identification.json");

        assertThat(fewest).isGreaterThanOrEqualTo(5);
        assertThat(report.path("kReached").asInt()).isEqualTo(fewest);
        assertThat(report.path("rowsKept").asInt()).isEqualTo(rows(shared).size());
        assertThat(report.path("rows").asInt()).isEqualTo(rows(internal).size());
        assertThat(rows(shared).size() / (double) rows(internal).size()).isGreaterThan(0.9);
    }

    /** Whatever tells the leg counts as told: columns of a leg laid beside those of the injured one, and reasons for empty cells. */
    @Test
    void rows_that_may_be_shared_stay_alike_when_the_side_is_read_back_from_all_that_tells_it() throws IOException {
        for (int k : List.of(2, 5, 12)) {
            KeptSink made = k == 5 ? shared : made(Map.of("k", Integer.toString(k)));
            Map<List<String>, Set<String>> alike = new HashMap<>();
            for (NamedCsvRecord row : rows(made)) {
                List<String> key =
                        new ArrayList<>(IDENTIFYING.stream().map(row::getField).toList());
                key.add(SideReadBack.of(row));
                IDENTIFYING.forEach(column -> key.add(SideReadBack.reason(row, column)));
                alike.computeIfAbsent(key, v -> new HashSet<>()).add(row.getField("episode_key"));
            }
            assertThat(alike.values().stream().mapToInt(Set::size).min().orElseThrow())
                    .as("k " + k)
                    .isGreaterThanOrEqualTo(k);
            assertThat(rows(made)).isNotEmpty();
        }
    }

    @Test
    void duckdb_counts_the_same_people_in_csv_and_parquet(@TempDir Path folder) throws IOException, SQLException {
        shared.into(folder);
        String keys = String.join(", ", IDENTIFYING);
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement ask = duck.createStatement()) {
            for (String file : List.of(
                    "read_csv('" + folder.resolve("audit.csv") + "', all_varchar=true)",
                    "read_parquet('" + folder.resolve("audit.parquet") + "')")) {
                try (ResultSet found =
                        ask.executeQuery("SELECT MIN(n), SUM(c) FROM (SELECT COUNT(DISTINCT episode_key) n, "
                                + "COUNT(*) c FROM " + file + " GROUP BY " + keys + ")")) {
                    assertThat(found.next()).isTrue();
                    assertThat(found.getInt(1)).isGreaterThanOrEqualTo(5);
                    assertThat(found.getInt(2)).isEqualTo(rows(shared).size());
                }
            }
        }
    }

    @Test
    void duckdb_finds_the_same_numbers_in_parquet_as_in_csv(@TempDir Path folder) throws IOException, SQLException {
        internal.into(folder);
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement ask = duck.createStatement()) {
            String csv = "read_csv('" + folder.resolve("audit.csv") + "', all_varchar=true)";
            String parquet = "read_parquet('" + folder.resolve("audit.parquet") + "')";
            for (String column :
                    List.of("force_inj_N", "lsi", "lsi_ci_low", "change_pct_vs_base", "nkg_inj", "tests_n")) {
                try (ResultSet found = ask.executeQuery("SELECT COUNT(*), COUNT(p." + column + "), "
                        + "SUM(CASE WHEN CAST(c." + column + " AS DOUBLE) IS NOT DISTINCT FROM p." + column
                        + " THEN 0 ELSE 1 END) FROM (SELECT *, row_number() OVER () n FROM " + csv
                        + ") c JOIN (SELECT *, "
                        + "row_number() OVER () n FROM " + parquet + ") p USING (n)")) {
                    assertThat(found.next()).isTrue();
                    assertThat(found.getInt(1)).isEqualTo(rows(internal).size());
                    assertThat(found.getInt(2)).isPositive();
                    assertThat(found.getInt(3)).as(column).isZero();
                }
            }
        }
    }

    @Test
    void the_workbook_has_the_same_numbers_as_numbers() throws IOException {
        Path book = root.resolve("audit.xlsx");
        Files.write(book, internal.bytes("audit.xlsx"));
        String sheet;
        try (ZipFile zip = new ZipFile(book.toFile())) {
            sheet = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
        }
        String force = rows(internal).stream()
                .map(row -> row.getField("force_inj_N"))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(sheet).contains("<v>" + force + "</v>").doesNotContain("<f>");
    }

    @Test
    void nothing_in_it_names_a_person_or_a_day() {
        for (KeptSink form : List.of(internal, shared)) {
            form.files().forEach((name, bytes) -> {
                if (name.matches(".*\\.(csv|txt|R|sps)") || name.equals("summary.json")) {
                    String text = new String(bytes, StandardCharsets.UTF_8);
                    assertThat(text)
                            .as(name)
                            .doesNotContain("Sample Ada")
                            .doesNotContainPattern("20\\d\\d-\\d\\d-\\d\\d");
                }
            });
        }
        assertThat(rows(shared))
                .allSatisfy(row -> assertThat(row.getField("patient_key")).isEmpty());
        assertThat(rows(internal))
                .allSatisfy(row -> assertThat(row.getField("practitioner_key")).isEmpty());
        Set<String> keys =
                rows(internal).stream().map(row -> row.getField("episode_key")).collect(Collectors.toSet());
        assertThat(rows(shared)).noneMatch(row -> keys.contains(row.getField("episode_key")));
    }

    @Test
    void what_is_shared_is_told_no_finer_than_it_is_read() {
        for (NamedCsvRecord row : rows(shared)) {
            assertThat(row.getField("force_inj_N")).matches("\\d+\\.0");
            assertThat(row.getField("lsi")).matches("\\d+\\.\\d");
            assertThat(row.getField("nkg_inj")).matches("(\\d+\\.\\d{1,2})?");
            assertThat(Integer.parseInt(row.getField("days_from_baseline")) % 7).isZero();
        }
    }

    @Test
    void another_site_has_no_rows_and_no_counts() throws IOException {
        KeptSink elsewhere = made(Map.of("site", "S-0123456789abcdef", "form", "internal"));

        assertThat(rows(elsewhere)).isEmpty();
        assertThat(json(elsewhere, "summary.json").path("eligible").asInt()).isZero();
    }

    @Test
    void the_same_question_gives_the_same_bytes() throws IOException {
        KeptSink again = made(Map.of());

        again.files().keySet().stream()
                .filter(name ->
                        !name.equals("audit.xlsx") && !name.startsWith("manifest") && !name.equals("SHA256SUMS"))
                .forEach(name -> assertThat(again.bytes(name)).as(name).isEqualTo(shared.bytes(name)));
    }

    @Test
    void what_an_option_does_not_take_is_refused_by_its_name() {
        Map<String, String> wrong =
                Map.of("form", "public", "k", "1", "from", "yesterday", "position", "../x", "practitioner", "yes");
        wrong.forEach((name, value) -> assertThatThrownBy(() -> made(Map.of(name, value)))
                .isInstanceOf(ExportOptionWrong.class)
                .satisfies(e -> assertThat(((ExportOptionWrong) e).option()).isEqualTo(name))
                .satisfies(e -> assertThat(Texts.bundled().text(((ExportOptionWrong) e).key()))
                        .isNotEmpty()));
    }

    @Test
    void a_period_without_episodes_gives_whole_files_without_rows() throws IOException {
        KeptSink none = made(Map.of("from", "1990-01-01", "to", "1990-12-31"));

        assertThat(rows(none)).isEmpty();
        assertThat(json(none, "summary.json").path("eligible").asInt()).isZero();
        assertThat(none.files().keySet()).isEqualTo(shared.files().keySet());
    }

    @Test
    void the_stand_alone_verifier_finds_what_was_changed(@TempDir Path folder)
            throws IOException, InterruptedException {
        shared.into(folder);
        String key = json(shared, "manifest.json").path("key").asText();

        assertThat(StandAloneVerifier.verified(folder))
                .contains("Everything holds.", "Signed by the key " + key)
                .startsWith("0");
        assertThat(StandAloneVerifier.verified(folder, "--key", "0123456789abcdef"))
                .startsWith("1")
                .contains("not by 0123456789abcdef");
        Files.writeString(folder.resolve("audit.csv"), shared.text("audit.csv").replace("MET", "MFT"));
        Files.writeString(folder.resolve("more.csv"), "a");
        assertThat(StandAloneVerifier.verified(folder))
                .startsWith("1")
                .contains("audit.csv is another file", "more.csv was not exported", "2 faults.");
    }

    /** For docs/howto/check-exports.sh. */
    @Test
    void the_files_are_laid_down_for_other_software() throws IOException {
        for (Map.Entry<String, KeptSink> form :
                Map.of("internal", internal, "shared", shared).entrySet()) {
            Path folder = Path.of("target", "audit-export", form.getKey());
            Files.createDirectories(folder);
            form.getValue().into(folder);
            assertThat(folder.resolve("audit.csv")).exists();
        }
    }
}
