package org.plinth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What pages and scripts may do with a browser, read from their source. */
class BrowserRulesTest {

    private static final Path PAGES = Path.of("src", "main", "jte");
    private static final Path SCRIPTS = Path.of("src", "main", "resources", "webroot");

    private static final Pattern KEEPS = Pattern.compile(
            "\\b(localStorage|sessionStorage|indexedDB|document\\.cookie|caches\\.|showSaveFilePicker|getDirectory\\()");

    /**
     * Which script may leave something in a browser, and in what. Another one needs a line here and in docs/asvs.md 14.3.3
     * and docs/threat-model.md R7: what it keeps, for how long, and who can read it there.
     */
    private static final Map<String, Set<String>> MAY_KEEP = Map.of(
            "theme.js", Set.of("localStorage"),
            "live/plinth.js", Set.of("localStorage"),
            "live/guide.js", Set.of("sessionStorage"),
            "pad/pad.js", Set.of("sessionStorage"),
            "bluetooth/leftover.js", Set.of("indexedDB"),
            "bluetooth/vault.js", Set.of("indexedDB"));

    @Test
    void a_script_leaves_nothing_in_the_browser_but_what_is_listed() throws IOException {
        Map<String, Set<String>> found = new TreeMap<>();
        for (Path script : files(SCRIPTS, ".js")) {
            Matcher kept = KEEPS.matcher(Files.readString(script));
            while (kept.find()) {
                found.computeIfAbsent(SCRIPTS.relativize(script).toString(), name -> new TreeSet<>())
                        .add(kept.group(1));
            }
        }
        assertThat(found).isEqualTo(MAY_KEEP);
    }

    /** ASVS 6.2.6 and 6.2.7: no script can stand at a field either, see SecurityRulesTest. */
    @Test
    void a_password_is_typed_hidden_and_a_keeper_of_passwords_may_fill_it_in() throws IOException {
        Pattern field = Pattern.compile("<input\\b[^>]*name=\"[a-zA-Z]*[pP]assword\"[^>]*>|"
                + "@template\\.part\\.field\\([^\\n]*name = \"[a-zA-Z]*[pP]assword\"[^\\n]*");
        int fields = 0;
        for (Path page : files(PAGES, ".jte")) {
            Matcher found = field.matcher(Files.readString(page));
            while (found.find()) {
                fields++;
                assertThat(found.group())
                        .as(PAGES.relativize(page).toString())
                        .containsPattern("type ?= ?\"password\"")
                        .containsPattern("autocomplete ?= ?\"(current|new)-password\"");
            }
        }
        assertThat(fields).isGreaterThanOrEqualTo(6);
        for (Path script : files(SCRIPTS, ".js")) {
            assertThat(Files.readString(script)).as(script.toString()).doesNotContainPattern("(?i)(on|[\"'`])paste\\b");
        }
    }

    /** ASVS 7.4.4. */
    @Test
    void every_page_can_be_left_by_logging_out() throws IOException {
        String wayOut = "<form method=\"post\" action=\"/logout\">";
        assertThat(Files.readString(PAGES.resolve("layout/main.jte"))).contains(wayOut);
        try (Stream<Path> all = Files.list(PAGES)) {
            List<Path> pages =
                    all.filter(page -> page.toString().endsWith(".jte")).toList();
            assertThat(pages).hasSizeGreaterThan(20);
            for (Path page : pages) {
                assertThat(Files.readString(page))
                        .as(page.getFileName().toString())
                        .containsPattern("@template\\.layout\\.main\\(|" + Pattern.quote(wayOut));
            }
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> found =
                    all.filter(path -> path.toString().endsWith(ending)).toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }
}
