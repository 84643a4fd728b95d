package org.plinth.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Looks for new inputs that break a parser, for a while each: a process of Jazzer per target, led by what code it reaches.
 * How long is {@code -Dplinth.fuzz.seconds}; what was found and what was learnt stay in {@code target/fuzz}.
 */
@Tag("soak")
class FuzzSoakTest {

    private static final int SECONDS = Integer.getInteger("plinth.fuzz.seconds", 20);
    private static final int START_SECONDS = 120;
    private static final int LEAST_INPUTS = 20;
    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in");

    @ParameterizedTest
    @EnumSource(Target.class)
    void nothing_new_breaks_a_parser(Target target) throws Exception {
        Path folder = Path.of("target", "fuzz", target.camelCase()).toAbsolutePath();
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        Path log = folder.resolve("log.txt");

        Process jazzer = new ProcessBuilder(command(target, folder, corpus))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = jazzer.waitFor(SECONDS + START_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            jazzer.destroyForcibly().waitFor();
        }

        String said = Files.readString(log);
        assertThat(ended).as("ended in time; " + tail(said)).isTrue();
        assertThat(jazzer.exitValue()).as(tail(said)).isZero();
        assertThat(runs(said)).as("inputs").isGreaterThan(LEAST_INPUTS);
    }

    private static List<String> command(Target target, Path folder, Path corpus) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-Djava.awt.headless=true",
                "-cp",
                classPath(),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + SoakTarget.class.getName(),
                "--target_args=" + target.name(),
                "--instrumentation_includes=org.plinth.**",
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/",
                "-max_total_time=" + SECONDS,
                "-max_len=4096",
                "-print_final_stats=1",
                corpus.toString()));
        words.add(Seeds.folder(target).toRealPath().toString());
        return words;
    }

    /** Surefire hides the real one in the manifest of a jar of its own. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static long runs(String said) {
        Matcher matcher = DONE.matcher(said);
        long runs = 0;
        while (matcher.find()) {
            runs = Long.parseLong(matcher.group(1));
        }
        return runs;
    }

    private static String tail(String said) {
        return said.substring(Math.max(0, said.length() - 4_000));
    }
}
