package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.core.visit.Involvement;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.DatabaseAdministrator;

/**
 * Overview, worklist, small picture and patients' pages with 10 000 patients of 20 visits, 50 requests in flight, asked by {@code wrk}
 * (Debian's package). Prints what it measured; figures are in {@code docs/measurements.md}. The rows of one patient are multiplied in the database itself.
 * The server has 4 GiB of heap, what Java takes of 16 GB; {@code -Dplinth.tests.jvm=-Dplinth.heap=2g} gives it less.
 */
@Tag("soak")
class ManyPatientsTest {

    private static final int PATIENTS = 10_000;
    private static final int VISITS = 20;
    private static final int IN_FLIGHT = 50;

    /** Until the second compiler has nothing left to do, which takes a minute and a half of work on two processors. */
    private static final int WARM_SECONDS = 30;

    private static final int MEASURED_SECONDS = 8;
    private static final int ROUNDS = 3;
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 6);

    /** Asks for the paths of a file in turn, over and over, from this one on. */
    private static final String ASK =
            """
            local paths, at, heads = {}, 0, {}
            function init(args)
              for line in io.lines(args[1]) do paths[#paths + 1] = line end
              at = tonumber(args[2])
              heads["Cookie"] = args[3]
              heads["Accept-Encoding"] = "gzip"
            end
            function request()
              at = at % #paths + 1
              return wrk.format("GET", paths[at], heads)
            end
            function done(summary, latency)
              local errors = summary.errors
              io.write(string.format("measured n %d, p50 %.1f ms, p95 %.1f ms, most %.1f ms; wrong %d\\n", summary.requests,
                latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency.max / 1000,
                errors.connect + errors.read + errors.write + errors.status + errors.timeout))
            end
            """;

    private static final Pattern MEASURED = Pattern.compile("measured (?<figures>n .* ms); wrong (?<wrong>[0-9]+)");

    /** Columns that hold an id of what is multiplied; every other is as it was. */
    private static final Set<String> COPIED =
            Set.of("ID", "PATIENT_ID", "EPISODE_ID", "VISIT_ID", "TEST_ID", "RESULT_ID");

    private static final String READY = "Plinth is ready at ";

    @Test
    void pages_with_ten_thousand_patients() throws Exception {
        try (ClinicServer server = ClinicServer.withPages()) {
            ClinicServer.Sample sample = server.addClinic("a");
            Optional<Sensor> sensor = Optional.of(server.addCalibratedSensor(sample, "S-1"));
            Id<Account> tester = sample.accounts().get(Role.CLINICIAN).id();
            twenty(new MeKit(31, sample.clinic().id(), "Sample Many", Involvement.LEFT, tester), server, sensor, false);
            twenty(new MeKit(32, sample.patient(), sample.episode(), tester), server, sensor, true);
            multiply(
                    server,
                    new MeKit(31, sample.clinic().id(), "", Involvement.LEFT, tester)
                            .patient()
                            .id(),
                    PATIENTS);
            List<String> patients = new ArrayList<>(
                    server
                            .store()
                            .read(stores -> stores.overview()
                                    .withOpenEpisode(sample.clinic().id()))
                            .stream()
                            .filter(id -> !id.equals(sample.patient().id()))
                            .map(id -> "/patients/" + id)
                            .toList());
            Collections.shuffle(patients, new Random(1));
            server.whileStopped(() -> measure(server.data(), sample, patients));
        }
    }

    /** A process of its own, as people run it: without this one's assertions and without what it compiled while it made the rows. */
    private static void measure(Path data, ClinicServer.Sample sample, List<String> patients) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Xmx" + System.getProperty("plinth.heap", "4g"),
                // As the launcher has it.
                "-XX:MaxGCPauseMillis=50",
                "-cp",
                System.getProperty("java.class.path"),
                "org.plinth.web.Main"));
        command.addAll(List.of("serve", "--port", "0", "--data", data.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("PLINTH_"));
        Process serving = builder.start();
        try (BufferedReader said = serving.inputReader(StandardCharsets.UTF_8)) {
            String ready = said.readLine();
            assertThat(ready).startsWith(READY);
            measure(URI.create(ready.substring(READY.length())), sample, patients);
        } finally {
            serving.toHandle().destroy();
            assertThat(serving.waitFor(2, TimeUnit.MINUTES)).isTrue();
        }
    }

    private static void measure(URI root, ClinicServer.Sample sample, List<String> patients)
            throws IOException, InterruptedException {
        Browser clinician = as(root, Role.CLINICIAN);
        first(clinician);
        String picture = "/patients/" + sample.patient().id() + "/episodes/"
                + sample.episode().id() + "/small.svg";
        List<String> pages = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> "/overview?page=" + i)
                .toList();
        List<String> charts = patients.stream()
                .map(href -> href + "/charts/" + MeKit.POSITION + "/strength.svg")
                .toList();
        // The first round is the compiler's; each later one is told.
        for (int round = 0; round < ROUNDS; round++) {
            int seconds = round == 0 ? WARM_SECONDS : MEASURED_SECONDS;
            say(round, "overview", ask(seconds, clinician, pages, 0));
            say(round, "worklist", ask(seconds, as(root, Role.ASSISTANT), List.of("/worklist"), 0));
            say(round, "patient's page", ask(seconds, as(root, Role.PATIENT), List.of("/me"), 0));
            say(round, "small picture", ask(seconds, clinician, List.of(picture), 0));
            say(round, "one patient", ask(seconds, clinician, patients.subList(0, 1), 0));
            // Nobody reads the same one again before all others; the shelf holds a hundred.
            say(round, "different patients", ask(seconds, clinician, patients, round * 3_000));
            // Their charts are requests of their own; each is read and drawn.
            say(round, "charts of different patients", ask(seconds, clinician, charts, round * 3_000 + 1_500));
        }
    }

    private static Browser as(URI root, Role role) {
        return new Browser(root).logIn(role.name().toLowerCase(Locale.ROOT) + "-a", ClinicServer.PASSWORD);
    }

    /** Until it is whole: meanwhile every answer says how far it is. */
    private static void first(Browser clinician) throws InterruptedException {
        long start = System.nanoTime();
        String page = clinician.page("/overview").text();
        say("first answer of the overview", List.of(System.nanoTime() - start));
        while (!page.contains(PATIENTS + 1 + " open episodes")) {
            assertThat(page).contains("Reading ", " patients");
            new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
            page = clinician.page("/overview").text();
        }
        say("until it was whole", List.of(System.nanoTime() - start));
    }

    private static void twenty(MeKit kit, ClinicServer server, Optional<Sensor> sensor, boolean known) {
        for (int visit = VISITS; visit > 0; visit--) {
            kit.tested(TODAY.minusDays(14L * visit), 200 + 2 * (VISITS - visit), 250);
        }
        kit.into(server.store(), server.clock().instant(), sensor, known);
    }

    /** So many patients with the rows of this one, who is one of them. Past the audit log: before anything was read. */
    static void multiply(ClinicServer server, Id<Patient> patient, int patients) {
        DatabaseAdministrator database = new DatabaseAdministrator(server.data());
        String whose = " patient_id = '" + patient.value() + "'";
        copy(database, patients, "PATIENT", "t.id = '" + patient.value() + "'");
        copy(database, patients, "PATIENT_VERSION", "t." + whose.strip());
        copy(database, patients, "EPISODE", "t." + whose.strip());
        copy(database, patients, "EPISODE_VERSION", "t.episode_id IN (SELECT id FROM episode WHERE" + whose + ")");
        copy(database, patients, "VISIT", "t." + whose.strip());
        copy(database, patients, "VISIT_VERSION", "t.visit_id IN (SELECT id FROM visit WHERE" + whose + ")");
        copy(database, patients, "POSITION_TEST", "t." + whose.strip());
        // As a clinic writes them: a visit of each patient in turn, both sides of a test together.
        copy(
                database,
                patients,
                "RESULT",
                "t." + whose.strip(),
                " ORDER BY (SELECT started_at FROM visit WHERE visit.id = t.visit_id), r.x");
        copy(
                database,
                patients,
                "RESULT_VERSION",
                "t.result_id IN (SELECT id FROM result WHERE" + whose + ")",
                " ORDER BY t.tested_at, r.x");
        copy(database, patients, "SYMMETRY_VERSION", "t." + whose.strip());
        database.run("ANALYZE");
    }

    private static void copy(DatabaseAdministrator database, int patients, String table, String which) {
        copy(database, patients, table, which, "");
    }

    private static void copy(DatabaseAdministrator database, int patients, String table, String which, String order) {
        String columns = database.text("SELECT LISTAGG(column_name, ',') WITHIN GROUP (ORDER BY ordinal_position)"
                + " FROM information_schema.columns WHERE table_name = '" + table + "'");
        String values = Arrays.stream(columns.split(",", -1))
                .map(column -> COPIED.contains(column) ? another("t." + column) : "t." + column)
                .collect(Collectors.joining(", "));
        database.run("INSERT INTO " + table + " (" + columns + ") SELECT " + values + " FROM " + table
                + " t CROSS JOIN SYSTEM_RANGE(1, " + (patients - 1) + ") r WHERE " + which + order);
    }

    private static String another(String column) {
        return "CAST(SUBSTRING(CAST(" + column + " AS VARCHAR), 1, 28) || LPAD(CAST(r.x AS VARCHAR), 8, '0') AS UUID)";
    }

    /** By {@code wrk}, a process of its own that costs little: what is measured is the server. */
    private static String ask(int seconds, Browser browser, List<String> paths, int from)
            throws IOException, InterruptedException {
        Path script = Files.createTempFile("ask", ".lua");
        Path list = Files.createTempFile("ask", ".txt");
        try {
            Files.writeString(script, ASK);
            Files.write(list, paths);
            Process asking = new ProcessBuilder(
                            "wrk",
                            "--threads=1",
                            "--connections=" + IN_FLIGHT,
                            "--duration=" + seconds + "s",
                            "--timeout=60s",
                            "--script=" + script,
                            browser.request("/").build().uri().toString(),
                            "--",
                            list.toString(),
                            Integer.toString(from),
                            "plinth=" + browser.cookie().orElseThrow())
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(asking.waitFor()).as(answer).isZero();
            Matcher measured = MEASURED.matcher(answer);
            assertThat(measured.find()).as(answer).isTrue();
            assertThat(measured.group("wrong")).as(answer).isEqualTo("0");
            return measured.group("figures");
        } finally {
            Files.delete(script);
            Files.delete(list);
        }
    }

    private static void say(int round, String what, String figures) {
        System.out.println((round == 0 ? "warming: " : "") + what + ": " + figures);
    }

    private static void say(String what, List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        System.out.printf(
                "%s: n %d, p50 %.1f ms, p95 %.1f ms, most %.1f ms%n",
                what,
                sorted.size(),
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get((sorted.size() * 95) / 100) / 1e6,
                sorted.get(sorted.size() - 1) / 1e6);
    }
}
