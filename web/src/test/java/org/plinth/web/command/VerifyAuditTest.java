package org.plinth.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.web.Composition;
import org.plinth.web.audit.AuditBundle;
import org.plinth.web.audit.Checkpoints;
import org.plinth.web.audit.StandAlone;
import org.plinth.web.config.AppConfig;
import org.plinth.web.journal.Journals;
import org.plinth.web.store.AuditFilter;
import org.plinth.web.testkit.DatabaseAdministrator;
import org.plinth.web.testkit.RecordedVisit;
import org.plinth.web.text.Texts;

/** {@code verify} and {@code checkpoint} as they are typed, on what a server left behind. */
@Tag("slow")
class VerifyAuditTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path original;

    private static RecordedVisit visit;

    @TempDir
    private Path data;

    @TempDir
    private Path copy;

    @BeforeAll
    static void record_a_visit_and_serve_it() throws IOException {
        visit = RecordedVisit.in(original);
        try (Composition server = serve(original, Optional.empty())) {
            assertThat(server.store()).isNotNull();
        }
    }

    @BeforeEach
    void copy_it() {
        visit.copyTo(data);
    }

    private static Composition serve(Path folder, Optional<Path> copyTo) throws IOException {
        Map<String, String> flags = new HashMap<>(Map.of("data", folder.toString(), "port", "0"));
        copyTo.ifPresent(path -> flags.put("checkpoint-copy", path.toString()));
        Composition server =
                Composition.open(AppConfig.read(flags, Map.of(), folder), Texts.bundled(), Clock.systemUTC(), false);
        server.serve();
        return server;
    }

    private CommandLineRun plinth(String command, String... more) {
        return CommandLineRun.of(Stream.concat(Stream.of(command, "--data", data.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private static List<String> reasons(CommandLineRun run) {
        return run.out()
                .lines()
                .map(VerifyAuditTest::json)
                .filter(line -> line.path("type").asText().equals("checkpoint"))
                .map(line -> line.path("reason").asText())
                .toList();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }

    private Path file() {
        return data.resolve("checkpoints/checkpoints.ndjson");
    }

    /** Takes rows off the end and moves the head back: the chain by itself holds. */
    private void cutTail(int rows) {
        DatabaseAdministrator administrator = new DatabaseAdministrator(data);
        long last = administrator.number("SELECT seq FROM audit_head") - rows;
        administrator.run("DELETE FROM audit_event WHERE seq > " + last);
        administrator.run("UPDATE audit_head SET seq = " + last + ", hash = (SELECT hash FROM audit_event WHERE seq = "
                + last + ")");
    }

    @Test
    void what_a_server_left_holds_and_a_cut_tail_is_told_in_a_sentence() {
        CommandLineRun whole = plinth("verify");
        assertThat(whole.code()).as(whole.out() + whole.err()).isZero();
        assertThat(whole.out()).contains("Checkpoints: 1 checked, 0 with a fault");

        cutTail(10);

        CommandLineRun cut = plinth("verify");
        assertThat(cut.code()).isEqualTo(1);
        assertThat(cut.out()).contains("unbroken", "its end was cut off", file().toString());
        assertThat(reasons(plinth("verify", "--format", "json"))).containsExactly("CUT");
    }

    @Test
    void a_flipped_byte_of_the_file_a_missing_file_and_a_copy_are_told_apart() throws IOException {
        try (Composition server = serve(data, Optional.of(copy))) {
            assertThat(server.store()).isNotNull();
        }
        byte[] good = Files.readAllBytes(file());
        assertThat(copy.resolve("checkpoints.ndjson")).hasBinaryContent(good);
        byte[] bad = good.clone();
        bad[good.length / 3] ^= 1;
        Files.write(file(), bad);
        assertThat(reasons(plinth("verify", "--format", "json"))).isNotEmpty();
        Files.delete(file());
        assertThat(reasons(plinth("verify", "--format", "json"))).isNotEmpty().containsOnly("MISSING");
        Files.write(file(), good);
        assertThat(reasons(plinth("verify", "--format", "json"))).isEmpty();
    }

    @Test
    void a_checkpoint_is_printed_and_held_against_the_chain_from_paper_and_from_a_file() throws IOException {
        CommandLineRun printed = plinth("checkpoint");
        assertThat(printed.code()).as(printed.err()).isZero();
        assertThat(printed.out()).contains("BEGIN PUBLIC KEY").doesNotContain("PRIVATE");
        JsonNode line = json(printed.out().lines().findFirst().orElseThrow());
        String paper =
                line.path("seq").asText() + "-" + line.path("head").asText().substring(0, 16);
        assertThat(printed.out()).contains("Short form: " + paper);
        Path mailed = copy.resolve("mailed.ndjson");
        Files.writeString(mailed, line + "\n");

        for (String brought : List.of(paper, mailed.toString())) {
            assertThat(plinth("verify", "--against", brought).code()).isZero();
        }
        cutTail(3);
        Files.delete(file());
        for (String brought : List.of(paper, mailed.toString())) {
            assertThat(reasons(plinth("verify", "--format=json", "--against", brought)))
                    .as(brought)
                    .contains("CUT");
        }
        assertThat(plinth("verify", "--against", "nonsense").code()).isEqualTo(2);
        String other = line.path("seq").asText() + "-" + "0".repeat(16);
        assertThat(plinth("verify", "--against", other).code()).isEqualTo(1);
    }

    @Test
    void beside_a_server_a_file_that_only_the_command_sees_is_sent_along() throws IOException {
        try (Composition server = serve(data, Optional.empty())) {
            assertThat(server.store()).isNotNull();
            CommandLineRun printed = plinth("checkpoint");
            Path mailed = copy.resolve("mailed.ndjson");
            Files.writeString(mailed, printed.out().lines().findFirst().orElseThrow() + "\n");

            CommandLineRun run = plinth("verify", "--against", mailed.toString());

            assertThat(run.code()).as(run.out() + run.err()).isZero();
            assertThat(run.out()).contains("Everything is as it was written.");
        }
    }

    @Test
    void the_journals_of_a_real_visit_hold_in_the_export_and_a_flipped_bit_is_named() throws IOException {
        Path zip = copy.resolve("export.zip");
        StandAlone verifier = new StandAlone(Files.createDirectory(copy.resolve("classes")));
        String recording = visit.sheet().left().recordings().get(0).id().toString();
        Path journal =
                data.resolve("journals").resolve(recording.substring(0, 2)).resolve(recording + ".plj");
        try (Composition server = serve(data, Optional.empty());
                Journals journals = Journals.open(data.resolve("journals"))) {
            export(server, journals, zip);
            StandAlone.Said whole = verifier.on(zip);
            assertThat(whole.code()).as(whole.text()).isZero();
            assertThat(whole.text()).contains("2 journals");

            byte[] bytes = Files.readAllBytes(journal);
            bytes[bytes.length / 2] ^= 4;
            Files.write(journal, bytes);
            export(server, journals, zip);
            assertThat(verifier.on(zip).text()).contains("the journal of recording " + recording + " is not the one");
        }
    }

    private void export(Composition server, Journals journals, Path zip) throws IOException {
        Checkpoints checkpoints = new Checkpoints(
                server.store(),
                Checkpoints.Places.of(data, data.resolve("keys/master.key"), Optional.empty()),
                () -> 2,
                Clock.systemUTC());
        AuditFilter filter = AuditFilter.of(visit.sheet().visit().clinic());
        AuditBundle.Wish wish = new AuditBundle.Wish(
                visit.sheet().visit().clinic(),
                true,
                true,
                Instant.EPOCH,
                "0.0.0",
                new AuditBundle.Table(List.of("number"), row -> List.of(Long.toString(row.seq())), filter));
        try (OutputStream out = Files.newOutputStream(zip)) {
            new AuditBundle(server.store(), journals, checkpoints).write(wish, out);
        }
    }
}
