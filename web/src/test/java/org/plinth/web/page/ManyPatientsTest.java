package org.plinth.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
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
 */
@Tag("soak")
class ManyPatientsTest {

    private static final int PATIENTS = 10_000;
    private static final int VISITS = 20;
    private static final int IN_FLIGHT = 50;
    private static final int REQUESTS = 350;
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 6);

    /** Asks for each path of a file once, over and over, until that many answers are in; then it waits for the end of its time. */
    private static final String ASK =
            """
            local paths, at, heads = {}, 0, {}
            function init(args)
              for line in io.lines(args[1]) do paths[#paths + 1] = line end
              most = tonumber(args[2])
              heads["Cookie"] = args[3]
              heads["Accept-Encoding"] = "gzip"
              answers = 0
            end
            function request()
              at = at % #paths + 1
              return wrk.format("GET", paths[at], heads)
            end
            function response()
              answers = answers + 1
              if answers >= most then wrk.thread:stop() end
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
            List<String> patients =
                    server
                            .store()
                            .read(stores -> stores.overview()
                                    .withOpenEpisode(sample.clinic().id()))
                            .stream()
                            .filter(id -> !id.equals(sample.patient()))
                            .map(id -> "/patients/" + id)
                            .toList();
            // By itself a server begins to read a while after its start; whoever asks earlier begins it.
            server.restart();
            first(server.as(Role.CLINICIAN, "a"));
            String picture = "/patients/" + sample.patient().id() + "/episodes/"
                    + sample.episode().id() + "/small.svg";
            // The first rounds are not measured: they are the compiler's.
            for (int round = 0; round < 3; round++) {
                boolean said = round == 2;
                ask(said, "overview", server.as(Role.CLINICIAN, "a"), i -> "/overview?page=" + (1 + i % 100));
                ask(said, "worklist", server.as(Role.ASSISTANT, "a"), i -> "/worklist");
                ask(said, "patient's page", server.as(Role.PATIENT, "a"), i -> "/me");
                ask(said, "small picture", server.as(Role.CLINICIAN, "a"), i -> picture);
                ask(said, "one patient", server.as(Role.CLINICIAN, "a"), i -> patients.get(0));
                // Of different people, none of whom was asked for before.
                int next = round * REQUESTS;
                ask(said, "different patients", server.as(Role.CLINICIAN, "a"), i -> patients.get((next + i) * 7));
            }
        }
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
        copy(database, patients, "RESULT", "t." + whose.strip());
        copy(database, patients, "RESULT_VERSION", "t.result_id IN (SELECT id FROM result WHERE" + whose + ")");
        copy(database, patients, "SYMMETRY_VERSION", "t." + whose.strip());
        database.run("ANALYZE");
    }

    private static void copy(DatabaseAdministrator database, int patients, String table, String which) {
        String columns = database.text("SELECT LISTAGG(column_name, ',') WITHIN GROUP (ORDER BY ordinal_position)"
                + " FROM information_schema.columns WHERE table_name = '" + table + "'");
        String values = Arrays.stream(columns.split(",", -1))
                .map(column -> COPIED.contains(column) ? another("t." + column) : "t." + column)
                .collect(Collectors.joining(", "));
        database.run("INSERT INTO " + table + " (" + columns + ") SELECT " + values + " FROM " + table
                + " t CROSS JOIN SYSTEM_RANGE(1, " + (patients - 1) + ") r WHERE " + which);
    }

    private static String another(String column) {
        return "CAST(SUBSTRING(CAST(" + column + " AS VARCHAR), 1, 28) || LPAD(CAST(r.x AS VARCHAR), 8, '0') AS UUID)";
    }

    /** By {@code wrk}, a process of its own that costs little: what is measured is the server. */
    private static void ask(boolean said, String what, Browser browser, IntFunction<String> path)
            throws IOException, InterruptedException {
        Path script = Files.createTempFile("ask", ".lua");
        Path paths = Files.createTempFile("ask", ".txt");
        try {
            Files.writeString(script, ASK);
            Files.write(paths, IntStream.range(0, REQUESTS).mapToObj(path).toList());
            Process asking = new ProcessBuilder(
                            "wrk",
                            "--threads=1",
                            "--connections=" + IN_FLIGHT,
                            "--duration=6s",
                            "--timeout=60s",
                            "--script=" + script,
                            browser.request("/").build().uri().toString(),
                            "--",
                            paths.toString(),
                            Integer.toString(REQUESTS),
                            "plinth=" + browser.cookie().orElseThrow())
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(asking.waitFor()).as(answer).isZero();
            Matcher measured = MEASURED.matcher(answer);
            assertThat(measured.find()).as(answer).isTrue();
            assertThat(measured.group("wrong")).as(what + ": " + answer).isEqualTo("0");
            if (said) {
                System.out.println(what + ": " + measured.group("figures"));
            }
        } finally {
            Files.delete(script);
            Files.delete(paths);
        }
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
