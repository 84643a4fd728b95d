package org.plinth.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.web.testkit.ChildJvm;
import org.plinth.web.testkit.DatabaseAdministrator;
import org.plinth.web.testkit.RecordedVisit;
import org.plinth.web.testkit.VisitFloorKit;

/**
 * A million trials as CSV in a heap of 256 MiB, and the same rows by H2's own {@code CSVWRITE}, each in a JVM of its own, one after
 * the other in one run. Prints what it measured; figures are in {@code docs/measurements.md}. The rows of one recorded visit are
 * multiplied in the database itself.
 */
@Tag("soak")
class MillionTrialsTest {

    private static final int TRIALS_OF_THE_VISIT = 6;
    private static final int TRIALS = 1_000_000;
    private static final int VISITS = TRIALS / TRIALS_OF_THE_VISIT + 1;

    /** Columns that hold an id of what is multiplied; every other is as it was. */
    private static final Set<String> COPIED =
            Set.of("ID", "PATIENT_ID", "EPISODE_ID", "VISIT_ID", "TEST_ID", "RECORDING_ID", "TRIAL_ID");

    private static final List<String> TABLES = List.of(
            "PATIENT",
            "PATIENT_VERSION",
            "EPISODE",
            "EPISODE_VERSION",
            "VISIT",
            "VISIT_VERSION",
            "POSITION_TEST",
            "RECORDING",
            "RECORDING_VERSION",
            "TRIAL",
            "TRIAL_VERSION");

    @TempDir
    private Path root;

    @Test
    void a_million_trials_in_256_mebibytes_at_least_half_as_fast_as_the_database_itself() throws Exception {
        Path data = root.resolve("data");
        RecordedVisit.in(data);
        try (VisitFloorKit kit = VisitFloorKit.open(data)) {
            kit.database().read(stores -> stores.clinics().all());
            multiply(new DatabaseAdministrator(data));
        }

        double database = run(MillionTrialsByDatabase.class, data, root.resolve("database.csv"));
        double ours = run(MillionTrialsByPlinth.class, data, root.resolve("plinth.csv"));
        System.out.printf("Plinth takes %.2f times as long as CSVWRITE%n", ours / database);

        assertThat(rows(root.resolve("plinth.csv")))
                .isEqualTo(rows(root.resolve("database.csv")))
                .isGreaterThan(TRIALS);
        assertThat(ours / database).isLessThan(2);
    }

    private static void multiply(DatabaseAdministrator database) {
        database.run("SET REFERENTIAL_INTEGRITY FALSE");
        TABLES.forEach(table -> copy(database, table, "1 = 1"));
        copy(database, "MEASUREMENT", "t.metric IN ('peakForce_N', 'peak100_N', 'meanForce1s_N')");
        database.run("SET REFERENTIAL_INTEGRITY TRUE");
        database.run("ANALYZE");
    }

    private static void copy(DatabaseAdministrator database, String table, String which) {
        String columns = database.text("SELECT LISTAGG(column_name, ',') WITHIN GROUP (ORDER BY ordinal_position)"
                + " FROM information_schema.columns WHERE table_name = '" + table + "'");
        String values = Arrays.stream(columns.split(",", -1))
                .map(column -> COPIED.contains(column) ? another("t." + column) : "t." + column)
                .collect(Collectors.joining(", "));
        database.run("INSERT INTO " + table + " (" + columns + ") SELECT " + values + " FROM " + table
                + " t CROSS JOIN SYSTEM_RANGE(1, " + (VISITS - 1) + ") r WHERE " + which);
    }

    /** The number stands in the middle of the id, so that rows of one visit do not lie side by side. */
    private static String another(String column) {
        return "CAST(LPAD(CAST(MOD(r.x * 7919, 99999999) AS VARCHAR), 8, '0') || SUBSTRING(CAST(" + column
                + " AS VARCHAR), 9, 28) AS UUID)";
    }

    /** Seconds that the work took inside that JVM; start and opening of the database are not in it. */
    private static double run(Class<?> main, Path data, Path out) throws IOException, InterruptedException {
        Process child = ChildJvm.of(main, data.toString(), out.toString()).start();
        String said = "";
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said = line;
            }
        }
        assertThat(child.waitFor()).as(main.getSimpleName() + ": " + said).isZero();
        System.out.println(main.getSimpleName() + ": " + said);
        return Double.parseDouble(said.substring(0, said.indexOf(' ')));
    }

    private static long rows(Path file) throws IOException {
        long lines = 0;
        try (BufferedReader text = Files.newBufferedReader(file)) {
            while (text.readLine() != null) {
                lines++;
            }
        }
        return lines;
    }
}
