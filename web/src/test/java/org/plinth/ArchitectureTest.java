package org.plinth;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The rules of the house that the poms cannot state (docs/architecture.md).
 *
 * <p>Plain test methods: rules written as fields for ArchUnit's own engine run no test, and the build stays green.
 */
class ArchitectureTest {

    private static final List<String> MODULES = List.of("core", "ble-driver", "calibration", "web");
    private static final List<String> ROOTS = List.of("core", "driver", "calibration", "web");

    private static final String CORE = "org.plinth.core..";
    private static final String DRIVER = "org.plinth.driver..";
    private static final String CALIBRATION = "org.plinth.calibration..";
    private static final String WEB = "org.plinth.web..";
    private static final String STORE = "org.plinth.web.store..";
    private static final String JOURNAL = "org.plinth.web.journal..";

    /** The composition root, {@code Main} and {@code AppConfig}: this package itself, none below it. */
    private static final String EDGE = "org.plinth.web";

    /**
     * Files that may catch everything, because one fault there must not end what others rely on: the start, the failure
     * handler of HTTP, the radio's thread, its watchdog, and the telling of live listeners; notes of many that are written
     * together; and the two of the Bluetooth process that answer with what tinyb throws. Each logs or tells it, once.
     */
    private static final Set<String> MAY_CATCH_EVERYTHING = Set.of(
            "Main.java",
            "Failures.java",
            "RecordingPipeline.java",
            "Reconnection.java",
            "SharedWrites.java",
            "SensorRoom.java",
            "VisitFeed.java",
            "TinybChild.java",
            "Requests.java");

    private static final Pattern CATCHES_EVERYTHING =
            Pattern.compile("catch \\((final )?([\\w.]+ \\| )*(Exception|RuntimeException|Throwable)\\b");

    /** Everything that ships, and nothing that only tests. */
    private static final JavaClasses HOUSE = House.CLASSES;

    @Test
    void every_module_is_looked_at() {
        for (String root : ROOTS) {
            assertThat(HOUSE.that(resideInAPackage("org.plinth." + root + "..")))
                    .as(root)
                    .isNotEmpty();
        }
    }

    @Test
    void core_touches_only_java_and_hipparchus() {
        onlyTouches(CORE, CORE, "java..", "org.hipparchus..");
    }

    @Test
    void calibration_touches_only_java_hipparchus_and_core() {
        onlyTouches(CALIBRATION, CALIBRATION, CORE, "java..", "org.hipparchus..");
    }

    @Test
    void the_driver_knows_no_sibling_and_no_web() {
        never(DRIVER, CALIBRATION, WEB);
    }

    @Test
    void packages_form_no_cycle() {
        for (String root : ROOTS) {
            check(slices().matching("org.plinth." + root + ".(*)..").should().beFreeOfCycles());
        }
    }

    @Test
    void sql_stays_in_the_store() {
        check(noClasses()
                .that(areOutside(STORE))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..", "javax.sql..", "org.h2..", "org.jdbi..", "com.zaxxer..", "org.flywaydb.."));
    }

    @Test
    void the_journal_knows_no_store() {
        never(JOURNAL, STORE, "java.sql..", "org.jdbi..");
    }

    @Test
    void dbus_stays_in_its_transport() {
        check(noClasses()
                .that(areOutside("org.plinth.driver.link.bluez.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.freedesktop..", "com.github.hypfvieh.."));
    }

    @Test
    void time_comes_from_an_injected_clock() {
        Set<Class<?>> dates = Set.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class);
        check(outsideTheEdge().should().accessTargetWhere(isOneOf(dates, Set.of("now"))));
        check(outsideTheEdge()
                .should()
                .accessTargetWhere(isOneOf(Set.of(Clock.class), Set.of("systemUTC", "systemDefaultZone", "system"))));
        check(outsideTheEdge().should().accessTargetWhere(isOneOf(Set.of(System.class), Set.of("currentTimeMillis"))));
    }

    @Test
    void streams_and_environment_stay_at_the_edge() {
        check(outsideTheEdge()
                .should()
                .accessTargetWhere(isOneOf(Set.of(System.class), Set.of("out", "err", "in", "getenv", "exit"))));
    }

    /** The last bit of these is left to the machine and the version of Java; StrictMath's is not. */
    @Test
    void numbers_are_the_same_on_every_java() {
        Set<String> functions = Set.of(
                "exp", "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot", "sin", "cos", "tan", "asin", "acos",
                "atan", "atan2", "sinh", "cosh", "tanh");
        Set<String> sums = Set.of("sum", "average", "summaryStatistics");
        String measure = "org.plinth.web.measure..";
        ArchRule rule = noClasses()
                .that()
                .resideInAnyPackage(CORE, CALIBRATION, measure, "org.plinth.driver.virtual..")
                .should()
                .accessTargetWhere(isOneOf(Set.of(Math.class), functions))
                .orShould()
                .accessTargetWhere(isOneOf(Set.of(DoubleStream.class), sums));
        check(rule);
    }

    @Test
    void no_public_force_is_a_bare_number() {
        check(noMethods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat(resideInAPackage(CORE))
                .and()
                .haveNameMatching("(?i).*force.*")
                .should()
                .haveRawReturnType(double.class));
    }

    @Test
    void statics_never_change() {
        check(fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(areOutside("org.plinth.web.template.."))
                .should()
                .beFinal());
    }

    @Test
    void everything_is_caught_only_at_the_named_edges() throws IOException {
        Set<String> broad = new TreeSet<>();
        for (String module : MODULES) {
            for (Path source : sourcesOf(module)) {
                if (CATCHES_EVERYTHING.matcher(Files.readString(source)).find()) {
                    broad.add(source.getFileName().toString());
                }
            }
        }

        assertThat(broad)
                .as("files that catch Exception, RuntimeException or Throwable")
                .isSubsetOf(MAY_CATCH_EVERYTHING);
    }

    private static List<Path> sourcesOf(String module) throws IOException {
        Path folder = Path.of("..", module, "src", "main", "java");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static void onlyTouches(String which, String... allowed) {
        check(classes().that().resideInAPackage(which).should().onlyDependOnClassesThat(isAnyOf(allowed)));
    }

    private static void never(String which, String... forbidden) {
        check(noClasses()
                .that()
                .resideInAPackage(which)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden));
    }

    /** Arrays count as their component: {@code double[]} lives in no package. */
    private static DescribedPredicate<JavaClass> isAnyOf(String... packages) {
        DescribedPredicate<JavaClass> inside = JavaClass.Predicates.resideInAnyPackage(packages);
        return describe("live in " + String.join(", ", packages), type -> {
            JavaClass base = type.getBaseComponentType();
            return base.isPrimitive() || inside.test(base);
        });
    }

    private static GivenClassesConjunction outsideTheEdge() {
        return noClasses().that(areOutside(EDGE));
    }

    private static DescribedPredicate<JavaClass> areOutside(String home) {
        return resideInAPackage("org.plinth..").and(not(resideInAPackage(home)));
    }

    private static DescribedPredicate<JavaAccess<?>> isOneOf(Set<Class<?>> owners, Set<String> names) {
        return describe(
                "the target is one of " + names + " of " + owners,
                access -> names.contains(access.getName())
                        && owners.stream()
                                .anyMatch(owner -> access.getTargetOwner().isEquivalentTo(owner)));
    }

    /** A rule about a package that does not exist yet holds; {@link #every_module_is_looked_at} sees to the rest. */
    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(HOUSE);
    }
}
