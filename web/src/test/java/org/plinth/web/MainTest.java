package org.plinth.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product's {@code main} in a process of its own: streams, exit codes, memory, what it loads. */
@Tag("slow")
class MainTest {

    private static final Path LEFT = Path.of("src/test/resources/golden/analyse/left.csv");
    private static final long PATIENCE_S = 300;
    private static final int TEN_MILLION = 10_000_000;

    @TempDir
    private Path folder;

    private record Ended(int code, String out, String err) {}

    @Test
    void an_answer_goes_to_standard_output_in_utf_8_whatever_the_locale() throws Exception {
        Ended ended =
                run(List.of("-Dfile.encoding=US-ASCII"), "analyse", "--injured", "left", "--left", LEFT.toString());

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("No symmetry: a side has no effort that counts.");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void a_bad_file_ends_with_1_and_wrong_use_with_2_and_both_speak_on_standard_error() throws Exception {
        Ended bad = run(List.of(), "analyse", folder.resolve("absent.csv").toString());
        Ended wrong = run(List.of(), "analyse", "--unit", "stone", LEFT.toString());

        assertThat(bad.code()).isEqualTo(1);
        assertThat(bad.out()).isEmpty();
        assertThat(bad.err()).contains("absent.csv: There is no such file.");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.out()).isEmpty();
        assertThat(wrong.err()).contains("“plinth analyse --help” shows what there is.");
    }

    @Test
    void analysing_loads_no_server_no_database_and_no_charts() throws Exception {
        Ended ended = run(List.of("-Xlog:class+load:file=" + folder.resolve("loaded.txt")), "analyse", LEFT.toString());

        assertThat(ended.code()).isZero();
        String loaded = Files.readString(folder.resolve("loaded.txt"));
        assertThat(loaded).contains("org.plinth.web.analyse.Analyser");
        assertThat(loaded)
                .doesNotContain("io.vertx", "io.netty", "org.h2", "org.jdbi", "org.jfree", "org.flywaydb", "gg.jte");
    }

    @Test
    void ten_million_rows_fit_into_512_mb() throws Exception {
        Path file = folder.resolve("long.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            out.write("device_us,force_N\n");
            for (int i = 0; i < TEN_MILLION; i++) {
                out.write(Long.toString(i * 1000L));
                out.write(i % 20_000 < 10_000 ? ",2.5\n" : i % 2 == 0 ? ",251.25\n" : ",250.75\n");
            }
        }

        Ended ended = run(List.of("-Xmx512m"), "analyse", "--format", "json", file.toString());

        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("\"samples\":10000000").contains("\"peakForce_N\":251.25");
    }

    private Ended run(List<String> jvm, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running after " + PATIENCE_S + " s: " + command);
        }
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
