package org.plinth.web.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code VerifyExport.java} as somebody without Plinth runs it. */
final class StandAloneVerifier {

    private StandAloneVerifier() {}

    /** Its exit code, and what it said. */
    static String verified(Path folder, String... more) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                Path.of("src/main/resources/org/plinth/web/verifier/VerifyExport.java")
                        .toAbsolutePath()
                        .toString(),
                folder.toString()));
        words.addAll(List.of(more));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + "\n" + said;
    }
}
