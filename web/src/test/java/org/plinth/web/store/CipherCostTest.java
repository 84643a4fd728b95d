package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Patient;

/** What encryption costs, as ratios of the same work on the same disk in the same run (docs/measurements.md). */
@Tag("soak")
class CipherCostTest {

    private static final int PEOPLE = 300;
    private static final int READS = 3000;
    private static final int ROUNDS = 3;

    @TempDir
    Path folder;

    private record Cost(double commit, double read, double open, long bytes) {}

    @Test
    void writing_reading_and_opening_cost_less_than_three_times_as_much() throws Exception {
        Cost plain = new Cost(1e9, 1e9, 1e9, 0);
        Cost sealed = plain;
        // Turn and turn about, the best of each: what else runs here counts for neither.
        for (int round = 0; round < ROUNDS; round++) {
            plain = better(plain, cost(Files.createDirectory(folder.resolve("plain" + round)), false));
            sealed = better(sealed, cost(Files.createDirectory(folder.resolve("sealed" + round)), true));
        }
        System.out.printf(
                Locale.ROOT,
                "H2 cipher, encrypted against plain: commit p95 %.2f / %.2f ms = %.2f; patient file p95 %.2f / %.2f ms = %.2f;"
                        + " open %.0f / %.0f ms = %.2f; file %.2f%n",
                sealed.commit,
                plain.commit,
                sealed.commit / plain.commit,
                sealed.read,
                plain.read,
                sealed.read / plain.read,
                sealed.open,
                plain.open,
                sealed.open / plain.open,
                (double) sealed.bytes / plain.bytes);
        assertThat(sealed.commit / plain.commit).isLessThan(3);
        assertThat(sealed.read / plain.read).isLessThan(3);
    }

    private static Cost better(Cost one, Cost other) {
        return new Cost(
                Math.min(one.commit, other.commit),
                Math.min(one.read, other.read),
                Math.min(one.open, other.open),
                other.bytes);
    }

    private static Database open(Path at, boolean encrypted) {
        KeyVault keys = KeyVault.open(at.resolve("keys/master.key"), new Random(3));
        return Database.open(
                () -> encrypted ? H2Backend.open(at, keys) : H2Backend.open(at),
                Migrations.BUNDLED,
                at.resolve("backups"),
                keys);
    }

    private static Cost cost(Path at, boolean encrypted) throws Exception {
        Samples samples = new Samples(1);
        double[] commits = new double[PEOPLE];
        try (Database store = open(at, encrypted)) {
            samples.found(store);
            for (int i = 0; i < PEOPLE; i++) {
                long began = System.nanoTime();
                Samples.Course course = samples.course(store, "Person" + i);
                samples.record(store, course.test(), Side.LEFT, 10);
                commits[i] = (System.nanoTime() - began) / 1e6;
            }
        }
        long began = System.nanoTime();
        double[] reads = new double[READS];
        double opened;
        try (Database store = open(at, encrypted)) {
            opened = (System.nanoTime() - began) / 1e6;
            Random random = new Random(5);
            for (int i = 0; i < READS; i++) {
                String name = "person" + random.nextInt(PEOPLE);
                long from = System.nanoTime();
                store.read(s -> {
                    Patient one =
                            s.patients().search(samples.clinic.id(), name, 1).get(0);
                    return s.patients().file(samples.clinic.id(), one.id());
                });
                reads[i] = (System.nanoTime() - from) / 1e6;
            }
        }
        return new Cost(p95(commits), p95(reads), opened, Files.size(at.resolve("plinth.mv.db")));
    }

    private static double p95(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(0.95 * sorted.length) - 1];
    }
}
