package org.plinth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the documents on safety and security say is shown by a test is shown by one that exists, with the method that they
 * name; and what they say is met or held names one. Where the test is not there yet, they say {@code TEST:} and its name or
 * what it is to show, which makes nothing met; once there is a test of that name, it has to be linked.
 */
class DocumentedTestsTest {

    private static final Path ROOT = Path.of("..");
    private static final List<String> DOCUMENTS =
            List.of("asvs.md", "threat-model.md", "hazard-log.md", "intended-use.md", "dependencies.md");

    private static final Pattern LINKED = Pattern.compile("`([A-Z]\\w+(?:Test|Contract)(?:\\.\\w+)?)`");
    private static final Pattern FILE = Pattern.compile("`(\\.ci/[\\w./-]+)`");
    private static final Pattern MARKED = Pattern.compile("TEST: (\\w+(?:Test|Contract))\\b");
    private static final Pattern PAGE = Pattern.compile("\\]\\(([\\w./-]+\\.md)(?:#[\\w-]+)?\\)");
    private static final Pattern HAZARD = Pattern.compile("(?m)^\\| H(\\d+) \\|");
    private static final Pattern REQUIREMENT = Pattern.compile("\\d+\\.\\d+\\.\\d+");
    private static final int HAZARDS_OF_THE_PROJECT = 30;
    private static final Set<String> MET =
            Set.of("yes", "said", "part", "no", "**no**", "n/a", "clinic", "above", "on purpose");

    private static final Pattern EXTENDS = Pattern.compile("\\bclass (\\w+)(?:<[^>]*>)?\\s+extends (\\w+)");
    private static final Pattern METHOD = Pattern.compile(
            "@(?:Test|ParameterizedTest|RepeatedTest|TestFactory|Property|FuzzTest)\\b[\\s\\S]*?\\n {4}(?:public )?(?:static )?"
                    + "[\\w<>.?, ]+ (\\w+)\\(");

    private final Map<String, Set<String>> tests = tests();

    @Test
    void every_test_and_file_that_a_document_names_exists() throws IOException {
        List<String> missing = new ArrayList<>();
        for (String name : DOCUMENTS) {
            String text = read(name);
            all(LINKED, text).stream().filter(test -> !exists(test)).forEach(test -> missing.add(name + ": " + test));
            all(FILE, text).stream()
                    .filter(file -> Files.notExists(ROOT.resolve(file)))
                    .forEach(file -> missing.add(name + ": " + file));
            all(PAGE, text).stream().filter(page -> !isPage(page)).forEach(page -> missing.add(name + ": " + page));
        }
        assertThat(missing).isEmpty();
    }

    /** Decisions and instructions name tests too: what they lean on must be there. */
    @Test
    void every_test_that_any_other_page_names_exists() throws IOException {
        List<String> missing = new ArrayList<>();
        try (Stream<Path> pages = Files.walk(ROOT.resolve("docs"))) {
            for (Path page :
                    pages.filter(file -> file.toString().endsWith(".md")).toList()) {
                all(LINKED, Files.readString(page)).stream()
                        .filter(test -> !exists(test))
                        .forEach(test -> missing.add(page.getFileName() + ": " + test));
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void a_test_that_exists_is_linked_and_not_only_announced() throws IOException {
        List<String> announced = new ArrayList<>();
        for (String name : DOCUMENTS) {
            all(MARKED, read(name)).stream()
                    .filter(tests::containsKey)
                    .forEach(test -> announced.add(name + ": " + test));
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
            if (cells[7].startsWith("held")) {
                assertThat(isShown(cells[6])).as("held without a test: " + row).isTrue();
            }
        }
    }

    /** A row says how far a requirement is met, and a "yes" names what fails when it is not. */
    @Test
    void what_is_said_to_be_met_names_a_test() throws IOException {
        List<String> wrong = new ArrayList<>();
        Set<String> first = new TreeSet<>();
        List<String> above = new ArrayList<>();
        for (String row : requirements()) {
            String[] cells = row.substring(2, row.length() - 2).split(" \\| ", -1);
            boolean inFirstTable = cells.length == 5;
            String met = cells[cells.length - 2].strip();
            String how = cells[cells.length - 1];
            if (!MET.contains(met)) {
                wrong.add("how far is it met? " + row);
            } else if (met.equals("yes") && !isShown(how)) {
                wrong.add("yes without a test: " + row);
            } else if (met.equals("said") && all(PAGE, how).isEmpty()) {
                wrong.add("said nowhere: " + row);
            } else if ((met.equals("part") || met.equals("no")) && how.isBlank()) {
                wrong.add("without a reason: " + row);
            }
            if (inFirstTable) {
                first.addAll(found(REQUIREMENT, cells[0]));
            } else if (met.equals("above")) {
                above.addAll(found(REQUIREMENT, cells[0]));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(first).hasSizeGreaterThan(30).containsAll(above);
    }

    @Test
    void each_of_the_other_chapters_names_tests_group_by_group() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String row : read("asvs.md")
                .lines()
                .filter(line -> line.matches("\\| \\d+ [A-Z].*"))
                .toList()) {
            String[] cells = row.substring(2, row.length() - 2).split(" \\| ", -1);
            assertThat(cells).as(row).hasSize(4);
            Arrays.stream(cells[1].split(";"))
                    .filter(group -> !group.strip().equals("–"))
                    .filter(group -> !isShown(group) && all(PAGE, group).isEmpty())
                    .forEach(group -> wrong.add(cells[0] + ": " + group.strip()));
        }
        assertThat(wrong).isEmpty();
    }

    /** Nothing is written twice: a requirement has one place in each part of the document. */
    @Test
    void no_requirement_is_both_met_and_not() throws IOException {
        Map<String, Set<String>> said = new TreeMap<>();
        for (String row : requirements()) {
            String[] cells = row.substring(2, row.length() - 2).split(" \\| ", -1);
            String met = cells[cells.length - 2].strip();
            if (!met.equals("above")) {
                found(REQUIREMENT, cells[0])
                        .forEach(requirement -> said.computeIfAbsent(requirement, none -> new TreeSet<>())
                                .add(met));
            }
        }
        assertThat(said)
                .allSatisfy((requirement, states) ->
                        assertThat(states).as(requirement).hasSize(1));
    }

    @Test
    void what_a_threat_is_met_by_is_a_test_a_check_or_said_to_be_nothing() throws IOException {
        List<String> wrong = new ArrayList<>();
        String text = read("threat-model.md");
        String stride = text.substring(text.indexOf("## STRIDE"), text.indexOf("## Accepted"));
        List<String> rows = stride.lines()
                .filter(line -> line.startsWith("| "))
                .filter(line -> !line.matches("\\| +\\| threat.*|\\| threat .*|\\|[-| ]+\\|"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(40);
        for (String row : rows) {
            String[] cells = row.substring(2, row.length() - 2).split(" \\| ", -1);
            String shown = cells[cells.length - 1].strip();
            if (!shown.equals("–") && !isShown(shown)) {
                wrong.add(row);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void no_chapter_of_the_standard_is_left_out() throws IOException {
        String text = read("asvs.md");
        Set<String> told = new TreeSet<>();
        told.addAll(all(Pattern.compile("(?m)^\\| (\\d+) [A-Z]"), text));
        told.addAll(all(Pattern.compile("(?m)^## Chapter (\\d+),"), text));

        assertThat(told)
                .isEqualTo(IntStream.rangeClosed(1, 17)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void a_test_that_is_not_there_would_be_found() {
        assertThat(exists("DocumentedTestsTest")).isTrue();
        assertThat(exists("DocumentedTestsTest.a_test_that_is_not_there_would_be_found"))
                .isTrue();
        assertThat(exists("DocumentedTestsTest.another")).isFalse();
        assertThat(exists("DocumentedTestsTest.exists")).as("no test").isFalse();
        assertThat(exists("H2StoreTest.nothing_can_be_changed_while_reading"))
                .as("inherited")
                .isTrue();
        assertThat(isShown("TEST: something that is to come")).isFalse();
        assertThat(isShown("`MissingTest`")).isFalse();
    }

    private static List<String> requirements() throws IOException {
        return read("asvs.md")
                .lines()
                .filter(line -> line.matches("\\| \\d+\\.\\d+\\.\\d+.*"))
                .toList();
    }

    /** By a test that exists, or by a check that fails the build. What is only announced shows nothing. */
    private boolean isShown(String cell) {
        return !cell.contains("TEST: ")
                && (all(LINKED, cell).stream().anyMatch(this::exists)
                        || all(FILE, cell).stream().anyMatch(file -> Files.exists(ROOT.resolve(file))));
    }

    private boolean exists(String named) {
        String[] parts = named.split("\\.");
        Set<String> methods = tests.get(parts[0]);
        return methods != null && (parts.length == 1 || methods.contains(parts[1]));
    }

    private static boolean isPage(String page) {
        return Files.exists(ROOT.resolve("docs").resolve(page));
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

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group()).toList();
    }

    /** Of each test class its tests, and those of the contracts that it fulfils. */
    private static Map<String, Set<String>> tests() {
        Map<String, String> sources = new TreeMap<>();
        for (String module : List.of("core", "ble-driver", "calibration", "web", "fuzz")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".java")).toList()) {
                    sources.put(file.getFileName().toString().replaceFirst("\\.java$", ""), Files.readString(file));
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        Map<String, Set<String>> tests = new TreeMap<>();
        sources.forEach((name, source) -> tests.put(name, methods(name, sources)));
        return tests;
    }

    private static Set<String> methods(String name, Map<String, String> sources) {
        String source = sources.getOrDefault(name, "");
        Set<String> methods = new TreeSet<>(all(METHOD, source));
        Matcher parent = EXTENDS.matcher(source);
        while (parent.find()) {
            if (parent.group(1).equals(name)) {
                methods.addAll(methods(parent.group(2), sources));
            }
        }
        return methods;
    }
}
