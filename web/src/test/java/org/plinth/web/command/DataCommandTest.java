package org.plinth.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plinth.web.Composition;
import org.plinth.web.clinic.Recording;
import org.plinth.web.config.AppConfig;
import org.plinth.web.config.DataFolder;
import org.plinth.web.testkit.DatabaseAdministrator;
import org.plinth.web.testkit.RecordedVisit;
import org.plinth.web.text.Texts;

/** {@code recompute} and {@code verify} as they are typed: alone, and beside a running server. */
@Tag("slow")
class DataCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path original;

    private static RecordedVisit visit;

    @TempDir
    private Path data;

    @BeforeAll
    static void record_a_visit() {
        visit = RecordedVisit.in(original);
    }

    @BeforeEach
    void copy_it() {
        visit.copyTo(data);
    }

    private CommandLineRun plinth(String command, String... more) {
        return CommandLineRun.of(Stream.concat(Stream.of(command, "--data", data.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private Composition serve() throws IOException {
        AppConfig config = AppConfig.read(Map.of("data", data.toString(), "port", "0"), Map.of(), data);
        Composition server = Composition.open(config, Texts.bundled(), Clock.systemUTC(), false);
        server.serve();
        return server;
    }

    private static List<JsonNode> lines(CommandLineRun run) {
        return run.out().lines().map(DataCommandTest::json).toList();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }

    private Path journal() {
        Recording recording = visit.sheet().left().recordings().get(0);
        String id = recording.id().toString();
        return data.resolve("journals").resolve(id.substring(0, 2)).resolve(id + ".plj");
    }

    private void flipOneBit() throws IOException {
        byte[] bytes = Files.readAllBytes(journal());
        bytes[bytes.length / 2] ^= 4;
        Files.write(journal(), bytes);
    }

    @Test
    void alone_it_takes_the_folder_and_lets_go_of_it() {
        CommandLineRun run = plinth("recompute");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("1 visits, 1 tests, 2 recordings, 6 efforts", "bit for bit");
        assertThat(data.resolve("control")).doesNotExist();
        DataFolder.open(data).close();
    }

    @Test
    void beside_a_server_it_runs_inside_the_server_and_says_the_same() throws IOException {
        CommandLineRun alone = plinth("recompute", "--format", "json");
        try (Composition server = serve()) {
            assertThat(server.store()).isNotNull();

            CommandLineRun beside = plinth("recompute", "--format", "json");

            assertThat(beside.code()).as(beside.err()).isZero();
            assertThat(beside.out()).isEqualTo(alone.out());
            assertThat(data.resolve("control").resolve("plinth.sock")).exists();
        }
        assertThat(data.resolve("control").resolve("plinth.sock")).doesNotExist();
    }

    @Test
    void a_planted_change_is_found_written_anew_through_the_server_and_then_gone() throws IOException {
        try (Composition server = serve()) {
            assertThat(server.store()).isNotNull();
            new DatabaseAdministrator(data)
                    .run("UPDATE result_version SET best_n = best_n + 1 WHERE withdrawn = FALSE");

            CommandLineRun found = plinth("recompute", "--format", "json");
            CommandLineRun written = plinth("recompute", "--format=json", "--write", "--reason", "found by a test");
            CommandLineRun clean = plinth("recompute");

            assertThat(found.code()).isEqualTo(1);
            assertThat(lines(found))
                    .filteredOn(line -> line.path("type").asText().equals("difference"))
                    .extracting(line ->
                            line.path("side").asText() + " " + line.path("what").asText())
                    .containsExactly("LEFT value_N", "RIGHT value_N");
            assertThat(written.code()).isEqualTo(1);
            assertThat(lines(written))
                    .extracting(line -> line.path("type").asText())
                    .containsExactly("difference", "difference", "written", "summary");
            assertThat(clean.code()).as(clean.out()).isZero();
        }
    }

    @Test
    void verify_holds_for_what_was_just_recorded_alone_and_beside_a_server() throws IOException {
        CommandLineRun alone = plinth("verify");
        assertThat(alone.code()).as(alone.out() + alone.err()).isZero();
        assertThat(alone.out()).contains("unbroken", "2 recordings checked, 0 with a fault");
        try (Composition server = serve()) {
            assertThat(server.store()).isNotNull();
            JsonNode summary = lines(plinth("verify", "--format", "json")).get(0);
            assertThat(summary.path("holds").asBoolean()).isTrue();
            assertThat(summary.path("auditRows").asLong()).isGreaterThan(10);
        }
    }

    @Test
    void verify_names_a_flipped_bit_a_stranger_and_a_broken_chain() throws IOException {
        flipOneBit();
        Path stranger = data.resolve("journals/00/" + "0".repeat(31) + "1.plj");
        Files.createDirectories(stranger.getParent());
        Files.copy(journal(), stranger);
        DatabaseAdministrator administrator = administratorOfAClosedDatabase();
        administrator.run("UPDATE audit_event SET reason = 'x' WHERE seq = 3");

        CommandLineRun run = plinth("verify", "--format", "json");

        assertThat(run.code()).isEqualTo(1);
        List<JsonNode> lines = lines(run);
        assertThat(lines).extracting(line -> line.path("type").asText()).containsExactly("fault", "orphan", "summary");
        assertThat(lines.get(0).path("reason").asText()).isEqualTo("HASH_MISMATCH");
        assertThat(lines.get(2).path("auditBreak").asLong()).isEqualTo(3);
        assertThat(lines.get(2).path("auditBreakReason").asText()).isEqualTo("HASH");
    }

    /** Nobody has it open: it opens and closes with each statement. */
    private DatabaseAdministrator administratorOfAClosedDatabase() {
        return new DatabaseAdministrator(data);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recompute --write",
                "recompute --reason because",
                "recompute --format xml",
                "recompute --patient 12",
                "recompute --nonsense",
                "verify --format xml",
                "verify extra"
            })
    void wrong_use_is_2_and_nothing_is_looked_at(String words) {
        String[] all = words.split(" ");
        CommandLineRun run = CommandLineRun.of(all);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isNotBlank();
    }

    @Test
    void a_folder_without_data_is_named_and_left_empty() throws IOException {
        Path empty = Files.createDirectory(data.resolve("empty"));

        CommandLineRun run = CommandLineRun.of("recompute", "--data", empty.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(empty.toString());
        assertThat(empty).isEmptyDirectory();
    }

    @Test
    void an_unknown_patient_is_wrong_use() {
        CommandLineRun run = plinth("recompute", "--patient", "0".repeat(32));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("No patient");
    }

    @Test
    void a_folder_that_is_held_by_nobody_who_answers_is_refused_in_a_sentence() {
        DataFolder held = DataFolder.open(data);
        try {
            CommandLineRun run = plinth("verify");

            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err()).contains(Long.toString(ProcessHandle.current().pid()));
        } finally {
            held.close();
        }
    }
}
