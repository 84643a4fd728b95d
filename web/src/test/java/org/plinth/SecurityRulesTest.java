package org.plinth;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Id;

/** What the code may not do at all, so that no review has to look for it (docs/asvs.md). */
class SecurityRulesTest {

    private static final Path STORE = Path.of("src", "main", "java", "org", "plinth", "web", "store");
    private static final Path PAGES = Path.of("src", "main", "jte");

    /**
     * Statements that are not whole constants, each because what is added is no input: names from lists in the code, the one
     * gate through which every constant goes, or commands that take no parameter and get what the server made itself.
     */
    private static final Set<String> MADE_OF_MORE = Set.of(
            // the gate: takes what the callers looked at here hand over, and binds every value
            "Transaction.insert: row.insertion()",
            "Transaction.insertAll: rows.get(0).insertion()",
            "Transaction.update: sql",
            "Transaction.list: sql",
            "Transaction.one: sql",
            "Transaction.stream: sql",
            // the head of a row that moves on by one: the names of the tables are in an enum
            "Heads.move: move",
            // constants with as many question marks as there are patients; and one of a constant map
            "SqlOutcomes.of: sql.replace(\"%s\", marks)",
            // one part per word that was typed, each the same constant; the words are parameters
            "SqlPatients.search: sql.append(BY_NAME).toString()",
            // users and grants take no parameter; the password is 64 hexadecimal digits that were checked
            "H2Backend.open: \"CREATE USER IF NOT EXISTS \" + SERVER + \" PASSWORD '\" + access.server() + \"'\"",
            "H2Backend.open: \"CREATE USER IF NOT EXISTS \" + ERASER + \" PASSWORD '\" + access.eraser() + \"'\"",
            "PostgresBackend.grant: role",
            "SqlOverview.of: sql.replace(\"%s\", marks(patients.size()))",
            // the kinds are the keys of a constant map
            "SqlOverview.owners: String.join(\" UNION ALL \", queries)",
            // conditions that are constants of the package
            "SqlTrials.where: MEASUREMENTS + where",
            "SqlTrials.where: TRIALS + where + IN_ORDER",
            // a number that the machine gives
            "H2Backend.open: \"SET CACHE_SIZE \" + Runtime.getRuntime().maxMemory() / CACHE_PART / KIBIBYTE",
            // names of tables from an enum, a constant map or a constant plan
            "Pieces.add: table",
            "Pieces.delete: delete",
            "Pieces.find: find",
            "AuditWords.patientOf: sql",
            "Holdings.find: \"SELECT clinic_id FROM \" + table + \" WHERE id = ?\"",
            "Holdings.find: COLUMNS + from + JOINS",
            "Holdings.find: own",
            "RowVerifier.compare: part.select()",
            "RowVerifier.compare: select",
            "SqlEraser.erase: statement",
            "SqlHistory.of: sql(kind)",
            "SqlSubject.rows: \"SELECT * FROM \" + table + \" WHERE clinic_id = ? AND \" + whose",
            // constant conditions, and as many places as there are values, which are parameters
            "SqlAudit.find: FIND + conditions + BEFORE",
            "SqlAudit.words: WORDS + \"(\" + places + \")\"",
            "Snapshot.seals: SEALS + places",
            // names of tables and columns of the schema itself; those of a backup are looked up in it first
            "Loading.counts: \"SELECT COUNT(*) FROM \" + table",
            "Loading.into: \"DELETE FROM \" + table",
            "Loading.table: insert",
            "Snapshot.columns: \"SELECT * FROM \" + checked(table) + \" WHERE 1 = 0\"",
            "Snapshot.rows: \"SELECT * FROM \" + checked(table)",
            "H2Backend.grant: grant",
            "PostgresBackend.grant: grant",
            // a path of our own, with its quotes doubled
            "H2Backend.backup: \"BACKUP TO '\" + file.toString().replace(\"'\", \"''\") + \"'\"");

    /** Classes that may begin another program: the Bluetooth process, which is Plinth itself. */
    private static final Set<String> MAY_BEGIN_PROGRAMS = Set.of("org.plinth.driver.link.tinyb.ChildLauncher");

    /** Where numbers that repeat are wanted: made-up sensors, and the sample clinic of the demo. */
    private static final String[] MAY_REPEAT_RANDOM_NUMBERS = {
        "org.plinth.driver.virtual..", "org.plinth.web.sample..", "org.plinth.web.visit.."
    };

    /** Drawn by Plinth from a list of its own positions; every word in them is escaped (DrawingEscapesTest). */
    private static final Set<String> MAY_STAND_UNESCAPED =
            Set.of("position.jte: $unsafe{v.side().get()}", "position.jte: $unsafe{v.footEnd().get()}");

    /** Of files and radios of this machine, named by the system: no parser's message, which could quote its input. */
    private static final Set<String> MAY_LOG_A_MESSAGE = Set.of(
            "AuditKeeper.java",
            "Checkpoints.java",
            "Beside.java",
            "ControlServer.java",
            "ExportJobs.java",
            "Radios.java",
            "RadiosOpened.java");

    private static final JavaClasses HOUSE = House.CLASSES;

    @Test
    void every_statement_is_a_constant_and_its_values_are_parameters() throws IOException {
        SqlInSource sql = SqlInSource.under(STORE);

        assertThat(sql.looked()).as("statements found").isGreaterThan(120);
        assertThat(sql.made())
                .as("statements made of more than constants; bind the value, or say in MADE_OF_MORE why it is no input")
                .isSubsetOf(MADE_OF_MORE);
    }

    @Test
    void nothing_reads_or_writes_java_objects() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ObjectInputStream.class, ObjectOutputStream.class, java.io.Externalizable.class));
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.beans\\.XML(De|En)coder|org\\.yaml\\..*|com\\.thoughtworks\\..*"));
        check(noClasses()
                .should()
                .accessTargetWhere(named(
                        "enableDefaultTyping",
                        "activateDefaultTyping",
                        "activateDefaultTypingAsProperty",
                        "setDefaultTyping",
                        "enableUnsafe")));
        check(noClasses().should().dependOnClassesThat().haveNameMatching(".*\\.JsonTypeInfo(\\$.*)?"));
    }

    @Test
    void only_the_bluetooth_process_is_another_program() {
        Set<String> begin = users(access -> access.getTargetOwner().isEquivalentTo(ProcessBuilder.class)
                || (access.getTargetOwner().isEquivalentTo(Runtime.class)
                        && (access.getName().equals("exec") || access.getName().startsWith("load"))));

        assertThat(begin).isSubsetOf(MAY_BEGIN_PROGRAMS);
    }

    @Test
    void no_script_engine_and_no_naming_service() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.script..", "javax.naming..", "java.rmi..", "javax.el..", "ognl.."));
    }

    @Test
    void what_must_not_be_guessed_comes_from_a_secure_source() {
        check(noClasses()
                .should()
                .dependOnClassesThat(describe(
                        "repeat themselves",
                        type -> type.isEquivalentTo(Random.class) || type.isEquivalentTo(ThreadLocalRandom.class))));
        check(noClasses().should().callMethod(Math.class, "random").orShould().callMethod(StrictMath.class, "random"));
        check(noClasses()
                .that()
                .resideOutsideOfPackages(MAY_REPEAT_RANDOM_NUMBERS)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(SplittableRandom.class));
        // Seeded by the system alone.
        check(noClasses().should().callConstructor(SecureRandom.class, byte[].class));
        check(noClasses().should().accessTargetWhere(named("setSeed")));
    }

    /** 122 random bits: too few by themselves (ASVS 11.5.1); two together are enough. */
    @Test
    void a_uuid_of_java_is_no_id_and_no_token() {
        Set<String> use = users(access -> access.getTargetOwner().isEquivalentTo(UUID.class)
                && access.getName().equals("randomUUID"));

        assertThat(use).isSubsetOf("org.plinth.web.store.H2Backend");
    }

    @Test
    void an_id_has_128_random_bits() {
        RandomGenerator zeros = () -> 0L;
        RandomGenerator ones = () -> -1L;
        assertThat(Id.random(zeros)).hasToString("0".repeat(32));
        assertThat(Id.random(ones)).hasToString("f".repeat(32));

        long high = 0;
        long low = 0;
        Set<Id<Object>> seen = new HashSet<>();
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < 300; i++) {
            Id<Object> id = Id.random(random);
            seen.add(id);
            high |= id.value().getMostSignificantBits();
            low |= id.value().getLeastSignificantBits();
        }
        assertThat(seen).hasSize(300);
        assertThat(high & low).as("bits that were ever set").isEqualTo(-1L);
    }

    /** Every other source would have to be handed in: the composition makes the only ones. */
    @Test
    void a_secure_source_is_made_at_the_edge_alone() {
        Set<String> makers = new TreeSet<>();
        for (JavaClass type : HOUSE) {
            for (JavaConstructorCall call : type.getConstructorCallsFromSelf()) {
                if (call.getTargetOwner().isEquivalentTo(SecureRandom.class)) {
                    makers.add(type.getPackageName());
                }
            }
        }
        assertThat(makers).contains("org.plinth.web").allMatch(name -> name.startsWith("org.plinth.web"));
        check(classes()
                .that()
                .resideInAnyPackage("org.plinth.core..", "org.plinth.calibration..", "org.plinth.driver..")
                .should()
                .onlyDependOnClassesThat(
                        describe("are no secure source", type -> !type.isEquivalentTo(SecureRandom.class))));
    }

    @Test
    void a_page_escapes_everything_but_drawings() throws IOException {
        Pattern unescaped = Pattern.compile("\\$unsafe\\{[^}]*}|@raw\\b");
        Set<String> found = new TreeSet<>();
        for (Path page : pages()) {
            Matcher matcher = unescaped.matcher(Files.readString(page));
            while (matcher.find()) {
                found.add(PAGES.relativize(page) + ": " + matcher.group());
            }
        }
        assertThat(found).isSubsetOf(MAY_STAND_UNESCAPED);
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<contentType>Html</contentType>");
    }

    /** The policy forbids them; a page with one would be broken. What a value may be is a whole attribute, in quotes. */
    @Test
    void a_page_has_no_script_style_or_handler_of_its_own_and_no_value_outside_quotes() throws IOException {
        List<Pattern> forbidden = List.of(
                Pattern.compile("<script(?![^>]*\\bsrc=)[^>]*>", Pattern.CASE_INSENSITIVE),
                Pattern.compile("<style\\b", Pattern.CASE_INSENSITIVE),
                Pattern.compile("<[a-z][^>]*\\sstyle=", Pattern.CASE_INSENSITIVE),
                Pattern.compile("<[a-z][^>]*\\son[a-z]+=", Pattern.CASE_INSENSITIVE),
                Pattern.compile("javascript:", Pattern.CASE_INSENSITIVE),
                Pattern.compile("<(iframe|object|embed|base)\\b", Pattern.CASE_INSENSITIVE),
                Pattern.compile("\\s[a-z-]+=\\$\\{"),
                Pattern.compile("(src|href|action)=\"(https?:)?//(?!doi\\.org/)"));
        Set<String> found = new TreeSet<>();
        for (Path page : pages()) {
            if (page.startsWith(PAGES.resolve("pdf"))) {
                // Paper, which no browser sees.
                continue;
            }
            String text = Files.readString(page);
            for (Pattern pattern : forbidden) {
                Matcher matcher = pattern.matcher(text);
                while (matcher.find()) {
                    found.add(PAGES.relativize(page) + ": " + matcher.group());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void a_script_of_ours_writes_text_never_markup() throws IOException {
        Pattern markup = Pattern.compile(
                "\\.(inner|outer)HTML\\s*[+]?=|insertAdjacentHTML|document\\.write|\\beval\\(|new Function\\(");
        Set<String> found = new TreeSet<>();
        for (Path script : files(Path.of("src", "main", "resources", "webroot"), ".js")) {
            Matcher matcher = markup.matcher(Files.readString(script));
            while (matcher.find()) {
                found.add(script.getFileName() + ": " + matcher.group());
            }
        }
        assertThat(found).isEmpty();
    }

    /** Of a throwable the log has types and frames; what is put into a line by hand must not be what somebody typed. */
    @Test
    void a_log_line_takes_no_message_of_a_failure_and_no_body() throws IOException {
        Pattern telling = Pattern.compile("LOG\\.\\w+\\([^;]*\\b(getMessage|getLocalizedMessage|familyName|givenName|"
                + "password|birthDate|getHeader|bodyText|uri|absoluteURI|query)\\(");
        Set<String> found = new TreeSet<>();
        for (Path source : files(Path.of("src", "main", "java"), ".java")) {
            Matcher matcher = telling.matcher(Files.readString(source));
            while (matcher.find()) {
                if (!matcher.group(1).endsWith("Message")
                        || !MAY_LOG_A_MESSAGE.contains(source.getFileName().toString())) {
                    found.add(source.getFileName() + ": " + matcher.group());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = files(PAGES, ".jte");
        assertThat(pages).hasSizeGreaterThan(20);
        return pages;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(ending)).toList();
        }
    }

    private static Set<String> users(java.util.function.Predicate<JavaAccess<?>> of) {
        Set<String> users = new TreeSet<>();
        for (JavaClass type : HOUSE) {
            if (type.getAccessesFromSelf().stream().anyMatch(of)) {
                users.add(type.getName().replaceFirst("\\$.*", ""));
            }
        }
        return users;
    }

    private static DescribedPredicate<JavaAccess<?>> named(String... names) {
        Set<String> wanted = Set.of(names);
        return describe("named " + wanted, access -> wanted.contains(access.getName()));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(HOUSE);
    }
}
