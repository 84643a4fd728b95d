package org.plinth.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plinth.web.Composition;
import org.plinth.web.config.AppConfig;
import org.plinth.web.hash.Sha256;
import org.plinth.web.testkit.RecordedVisit;
import org.plinth.web.text.Texts;

/** {@code export} as it is typed: alone, and beside a running server. */
@Tag("slow")
class ExportCommandTest {

    @TempDir
    private static Path original;

    private static RecordedVisit visit;

    @TempDir
    private Path root;

    private Path data;

    @BeforeAll
    static void record_a_visit() {
        visit = RecordedVisit.in(original);
    }

    @BeforeEach
    void copy_it() {
        data = root.resolve("data");
        visit.copyTo(data);
    }

    private CommandLineRun export(Path out, String... more) {
        return CommandLineRun.of(Stream.concat(
                        Stream.of("export", "raw", "--data", data.toString(), "--out", out.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                if (!name.startsWith(".")) {
                    files.put(name, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                }
            }
        }
        return files;
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw", "audit", "fhir"})
    void its_checksums_are_of_all_its_files(String kind) throws IOException {
        Path out = root.resolve("out");
        CommandLineRun run = CommandLineRun.of("export", kind, "--data", data.toString(), "--out", out.toString());
        assertThat(run.code()).as(run.err()).isZero();

        List<String> sums = Files.readAllLines(out.resolve("SHA256SUMS"));
        Set<String> named = new TreeSet<>(Set.of("SHA256SUMS"));
        for (String line : sums) {
            String name = line.substring(66);
            named.add(name);
            assertThat(Sha256.hex(Files.readAllBytes(out.resolve(name))))
                    .as(name)
                    .isEqualTo(line.substring(0, 64));
        }
        assertThat(files(out)).containsOnlyKeys(named).hasSize(sums.size() + 1);
    }

    @Test
    void alone_and_beside_a_server_it_makes_the_same_files_and_is_noted() throws IOException {
        CommandLineRun alone = export(root.resolve("alone"));
        assertThat(alone.code()).as(alone.err()).isZero();
        assertThat(alone.out()).contains("files in " + root.resolve("alone"));
        AppConfig config = AppConfig.read(Map.of("data", data.toString(), "port", "0"), Map.of(), data);
        try (Composition server = Composition.open(config, Texts.bundled(), Clock.systemUTC(), false)) {
            server.serve();

            CommandLineRun beside = export(root.resolve("beside"));

            assertThat(beside.code()).as(beside.err()).isZero();
            assertThat(server.store()
                            .read(stores -> stores.audit()
                                    .newest(visit.people().clinic().id(), Long.MAX_VALUE, 1))
                            .get(0))
                    .satisfies(row -> assertThat(row.action()).isEqualTo("export.raw"))
                    .satisfies(row -> assertThat(row.after().orElse("")).contains("\"purpose\":\"AUDIT\""));
        }
        assertThat(files(root.resolve("beside"))).hasSizeGreaterThan(10).isEqualTo(files(root.resolve("alone")));
    }

    @Test
    void typed_again_it_keeps_what_is_whole_and_after_a_change_begins_anew() throws IOException {
        Path out = root.resolve("out");
        assertThat(export(out).code()).isZero();
        Files.delete(out.resolve("curves.parquet"));
        CommandLineRun again = export(out);
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.err()).contains("were there already");
        assertThat(out.resolve("curves.parquet")).exists();

        CommandLineRun other = export(out, "--purpose", "research");

        assertThat(other.code()).isZero();
        assertThat(other.err()).contains("have changed");
        assertThat(out.resolve("recordings"))
                .satisfies(folder -> assertThat(files(folder)).isEmpty());
    }

    @Test
    void a_folder_with_something_else_is_wrong_use() throws IOException {
        Path out = Files.createDirectories(root.resolve("mine"));
        Files.writeString(out.resolve("thesis.doc"), "years of work");

        CommandLineRun run = export(out);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("holds something else");
        assertThat(files(out)).containsOnlyKeys("thesis.doc");
    }

    @Test
    void a_clinic_that_is_not_there_is_wrong_use_and_those_that_are_are_listed() {
        CommandLineRun run = export(root.resolve("out"), "--clinic", "0".repeat(32));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(visit.people().clinic().id().toString());
        assertThat(root.resolve("out")).doesNotExist();
    }

    @Test
    void an_option_with_a_value_that_it_does_not_take_is_wrong_use() {
        CommandLineRun run = CommandLineRun.of(
                "export",
                "audit",
                "--data",
                data.toString(),
                "--out",
                root.resolve("out").toString(),
                "--option",
                "k=1");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("k is a whole number from 2 to 100");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export",
                "export everything --out x",
                "export raw",
                "export raw --out x --clinic 12",
                "export raw --out x --purpose care",
                "export raw --out x --option colour=red",
                "export raw --out x --option colour"
            })
    void wrong_use_is_2_and_nothing_is_looked_at(String words) {
        CommandLineRun run = CommandLineRun.of(words.split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isNotBlank();
    }
}
