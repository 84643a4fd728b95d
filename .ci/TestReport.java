import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/**
 * Counts what the tests really did, from Surefire's own reports, and fails when a test class ran no test.
 *
 * <p>{@code java .ci/TestReport.java ROOT fast|full|soak}. A green build proves nothing about a class that was never
 * started: one whose name Surefire does not look for, or whose tests an engine did not see.
 */
final class TestReport {

    private static final List<String> MODULES = List.of("core", "ble-driver", "calibration", "web", "fuzz");
    private static final Map<String, Set<String>> LEFT_OUT = Map.of(
            "fast", Set.of("slow", "browser", "postgres", "bluetooth", "soak"), "full", Set.of("soak"), "soak", Set.of());
    private static final Pattern RUN_BY_NAME = Pattern.compile("(Test.*|.*(Test|Tests|TestCase))\\.java");
    private static final Pattern HOLDS_TESTS =
            Pattern.compile("@(Test|ParameterizedTest|RepeatedTest|TestFactory|Property|Example|FuzzTest)\\b");
    private static final Pattern ABSTRACT = Pattern.compile("(?m)^(public |sealed |non-sealed )*(abstract |interface )");
    private static final Pattern TAG = Pattern.compile("@Tag\\(\"([a-z]+)\"\\)");

    private record Count(int run, int failures, int errors, int skipped) {
        Count plus(Count o) {
            return new Count(run + o.run, failures + o.failures, errors + o.errors, skipped + o.skipped);
        }

        int failed() {
            return failures + errors;
        }

        int passed() {
            return run - failures - errors - skipped;
        }

        String line() {
            return "Tests run: " + run + ", Failures: " + failures + ", Errors: " + errors + ", Skipped: " + skipped;
        }
    }

    /** So many may need a second run in one go, and no more. */
    private static final int MOST_AGAIN = 5;

    private static final Count NONE = new Count(0, 0, 0, 0);

    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[0]);
        String tier = args[1];
        List<String> faults = new ArrayList<>();
        List<String> again = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        Count all = NONE;
        System.out.println();
        System.out.println("Tests of the " + tier + " tier, from the reports in */target/surefire-reports:");
        for (String module : MODULES) {
            Map<String, Count> classes = reports(root.resolve(module));
            Count sum = classes.values().stream().reduce(NONE, Count::plus);
            System.out.println(sum.line() + " - " + module);
            again.addAll(again(root.resolve(module)));
            failed.addAll(tests(root.resolve(module), "failure", "error"));
            all = all.plus(sum);
            List<String> silent = silentClasses(root.resolve(module), classes, tier);
            if (classes.isEmpty() && !silent.isEmpty()) {
                faults.add(module + ": none of its " + silent.size() + " test classes ran; the build ended before them");
            } else {
                faults.addAll(silent);
            }
        }
        if (all.run == 0) {
            faults.add("no test ran at all");
        }
        if (all.skipped > 0) {
            faults.add(all.skipped + " tests were skipped: a test that did not run proves nothing");
        }
        failed.forEach(test -> System.out.println("FAILED: " + test));
        again.forEach(test -> System.out.println("AGAIN: " + test + " failed at first and passed when it was run once more"));
        if (again.size() > MOST_AGAIN) {
            faults.add(again.size() + " tests passed only when they were run once more: more than " + MOST_AGAIN + " is no chance");
        }
        faults.forEach(fault -> System.out.println("FAULT: " + fault));
        System.out.println(all.line());
        System.out.println(all.passed() + " passed, " + all.failed() + " failed");
        System.exit(all.failed() == 0 && faults.isEmpty() ? 0 : 1);
    }

    /** Counts by top-level class; nested classes have reports of their own and count for the class around them. */
    private static Map<String, Count> reports(Path module) throws Exception {
        Map<String, Count> byClass = new TreeMap<>();
        Path folder = module.resolve("target/surefire-reports");
        if (!Files.isDirectory(folder)) {
            return byClass;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().matches("TEST-.*\\.xml")).toList()) {
                Element suite = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile())
                        .getDocumentElement();
                String top = suite.getAttribute("name").replaceFirst("\\$.*", "");
                byClass.merge(top, count(suite), Count::plus);
            }
        }
        return byClass;
    }

    /** Tests that failed and then passed; nothing that fails twice is among them. */
    private static List<String> again(Path module) throws Exception {
        return tests(module, "flakyFailure", "flakyError");
    }

    /** Tests with such an end, with the first line of what each said. */
    private static List<String> tests(Path module, String... ends) throws Exception {
        List<String> tests = new ArrayList<>();
        Path folder = module.resolve("target/surefire-reports");
        if (!Files.isDirectory(folder)) {
            return tests;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().matches("TEST-.*\\.xml")).sorted().toList()) {
                var cases = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile())
                        .getElementsByTagName("testcase");
                for (int i = 0; i < cases.getLength(); i++) {
                    Element test = (Element) cases.item(i);
                    for (String end : ends) {
                        if (test.getElementsByTagName(end).getLength() > 0) {
                            String said = ((Element) test.getElementsByTagName(end).item(0)).getAttribute("message");
                            tests.add(test.getAttribute("classname") + "." + test.getAttribute("name") + " ("
                                    + said.lines().findFirst().orElse("no message") + ")");
                            break;
                        }
                    }
                }
            }
        }
        return tests;
    }

    private static Count count(Element suite) {
        return new Count(number(suite, "tests"), number(suite, "failures"), number(suite, "errors"),
                number(suite, "skipped"));
    }

    private static int number(Element suite, String attribute) {
        return Integer.parseInt(suite.getAttribute(attribute));
    }

    private static List<String> silentClasses(Path module, Map<String, Count> ran, String tier) throws IOException {
        Path tests = module.resolve("src/test/java");
        List<String> silent = new ArrayList<>();
        if (!Files.isDirectory(tests)) {
            return silent;
        }
        try (Stream<Path> files = Files.walk(tests)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                String fault = faultOf(file, tests, ran, tier);
                if (!fault.isEmpty()) {
                    silent.add(module.getFileName() + ": " + fault);
                }
            }
        }
        return silent;
    }

    private static String faultOf(Path file, Path tests, Map<String, Count> ran, String tier) throws IOException {
        String source = Files.readString(file);
        String relative = tests.relativize(file).toString();
        String name = relative.replaceFirst("\\.java$", "").replace('\\', '/').replace('/', '.');
        boolean startedByName = RUN_BY_NAME.matcher(file.getFileName().toString()).matches();
        if (ABSTRACT.matcher(source).find()) {
            return "";
        }
        if (!startedByName) {
            return HOLDS_TESTS.matcher(source).find()
                    ? name + " holds tests, but Surefire only starts classes named …Test or …Tests"
                    : "";
        }
        if (ran.getOrDefault(name, NONE).run > 0 || mayBeSilent(source, tier)) {
            return "";
        }
        return name + " ran no test";
    }

    /** A class may be silent where the tier leaves one of its tags out, or in the soak tier, where it has no such tag. */
    private static boolean mayBeSilent(String source, String tier) {
        List<String> tags = TAG.matcher(source).results().map(found -> found.group(1)).toList();
        return tier.equals("soak")
                ? !tags.contains("soak")
                : tags.stream().anyMatch(LEFT_OUT.get(tier)::contains);
    }
}
