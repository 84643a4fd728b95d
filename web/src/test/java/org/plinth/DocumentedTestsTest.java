package org.plinth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the documents on safety and security say is shown by a test is shown by one that exists. Where the test is not
 * there yet, they say {@code TEST:} and its name or what it is to show; once there is a test of that name, it has to be
 * linked.
 */
class DocumentedTestsTest {

    private static final Path ROOT = Path.of("..");
    private static final List<String> DOCUMENTS =
            List.of("asvs.md", "threat-model.md", "hazard-log.md", "intended-use.md", "dependencies.md");

    private static final Pattern LINKED = Pattern.compile("`([A-Z]\\w+(?:Test|Contract))`");
    private static final Pattern FILE = Pattern.compile("`(\\.ci/[\\w./-]+)`");
    private static final Pattern MARKED = Pattern.compile("TEST: (\\w+(?:Test|Contract))\\b");
    private static final Pattern PAGE = Pattern.compile("\\]\\(([\\w./-]+\\.md)(?:#[\\w-]+)?\\)");
    private static final Pattern HAZARD = Pattern.compile("(?m)^\\| H(\\d+) \\|");
    private static final int HAZARDS_OF_THE_PROJECT = 30;

    @Test
    void every_test_and_file_that_a_document_names_exists() throws IOException {
        Set<String> tests = tests();
        List<String> missing = new ArrayList<>();
        for (String name : DOCUMENTS) {
            String text = read(name);
            all(LINKED, text).stream()
                    .filter(test -> !tests.contains(test))
                    .forEach(test -> missing.add(name + ": " + test));
            all(FILE, text).stream()
                    .filter(file -> Files.notExists(ROOT.resolve(file)))
                    .forEach(file -> missing.add(name + ": " + file));
            all(PAGE, text).stream()
                    .filter(page -> Files.notExists(ROOT.resolve("docs").resolve(page)))
                    .forEach(page -> missing.add(name + ": " + page));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void a_test_that_exists_is_linked_and_not_only_announced() throws IOException {
        Set<String> tests = tests();
        List<String> announced = new ArrayList<>();
        for (String name : DOCUMENTS) {
            all(MARKED, read(name)).stream().filter(tests::contains).forEach(test -> announced.add(name + ": " + test));
        }
        assertThat(announced)
                .as(
                        "write `Name` for \"TEST: Name\", for example: sed -i -E 's/TEST: (\\w+(Test|Contract))\\b/`\\1`/g'")
                .isEmpty();
    }

    @Test
    void every_hazard_of_the_project_has_one_row_with_a_state() throws IOException {
        String log = read("hazard-log.md");
        List<Integer> rows =
                all(HAZARD, log).stream().map(Integer::valueOf).sorted().toList();

        assertThat(rows).doesNotHaveDuplicates();
        assertThat(rows)
                .containsAll(
                        IntStream.rangeClosed(1, HAZARDS_OF_THE_PROJECT).boxed().toList());
        for (String row : log.lines().filter(line -> line.matches("\\| H\\d.*")).toList()) {
            String[] cells = row.split(" \\| ", -1);
            assertThat(cells).as(row).hasSize(8);
            assertThat(cells[3]).as(row).matches("P[1-5]→P[1-5]");
            assertThat(cells[7]).as(row).matches("(?s)(held|part|\\*\\*open\\*\\*).*");
            assertThat(cells[7].startsWith("held") && !cells[6].contains("`") && !cells[6].contains("TEST: "))
                    .as("held without a test: " + row)
                    .isFalse();
        }
    }

    @Test
    void no_chapter_of_the_standard_is_left_out() throws IOException {
        String text = read("asvs.md");
        Set<String> told = new TreeSet<>();
        all(Pattern.compile("(?m)^\\| (\\d+) [A-Z]"), text).forEach(told::add);
        all(Pattern.compile("(?m)^## Chapter (\\d+),"), text).forEach(told::add);

        assertThat(told)
                .isEqualTo(IntStream.rangeClosed(1, 17)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String read(String document) throws IOException {
        return Files.readString(ROOT.resolve("docs").resolve(document));
    }

    private static List<String> all(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Set<String> tests() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String module : List.of("core", "ble-driver", "calibration", "web", "fuzz")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".java"))
                        .forEach(name -> names.add(name.replaceFirst("\\.java$", "")));
            }
        }
        return names;
    }
}
