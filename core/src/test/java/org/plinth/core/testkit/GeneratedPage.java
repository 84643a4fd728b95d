package org.plinth.core.testkit;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Pages under {@code docs/generated} that tests write from the code. A page that differs is written anew and the test
 * fails once, so that a stale one can neither be committed nor go unnoticed.
 */
public final class GeneratedPage {

    private GeneratedPage() {}

    /** Holds a page against what stands in the repository. */
    public static void check(String name, String expected) {
        String text = expected.replace(System.lineSeparator(), "\n");
        Path page = root().resolve("docs").resolve("generated").resolve(name);
        try {
            if (!Files.exists(page) || !Files.readString(page).equals(text)) {
                Files.createDirectories(page.getParent());
                Files.write(page, text.getBytes(StandardCharsets.UTF_8));
                fail("docs/generated/" + name + " was out of date and has been written anew: look at it and commit it");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !Files.exists(here.resolve("mvnw"))) {
            here = here.getParent();
        }
        if (here == null) {
            throw new IllegalStateException(
                    "no repository around " + Path.of("").toAbsolutePath());
        }
        return here;
    }
}
