package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.web.clinic.Patient;

/**
 * The disk takes no more in the middle of a change: a process whose files may grow to 800 kB and no further stores people until
 * it is refused.
 */
@Tag("slow")
class FullDiskTest {

    private static final int MOST_KIB = 800;

    @TempDir
    Path folder;

    @Test
    void a_change_that_finds_no_room_says_so_and_leaves_no_half() throws Exception {
        Samples founder = new Samples(1);
        try (Database store = open(folder, 3)) {
            founder.found(store);
        }

        List<String> said = storeUntilRefused();

        List<String> acknowledged =
                said.stream().filter(line -> !line.startsWith("refused")).toList();
        assertThat(said).contains("refused UNAVAILABLE");
        assertThat(acknowledged).hasSizeGreaterThan(3);
        try (Database store = open(folder, 5)) {
            List<String> kept = store.read(s -> s.patients().search(founder.clinic.id(), "person", 5000)).stream()
                    .map(Patient::id)
                    .map(Object::toString)
                    .toList();
            assertThat(kept).containsAll(acknowledged).doesNotHaveDuplicates();
            try (Snapshot snapshot = store.snapshot()) {
                for (String table : List.of("patient", "patient_version", "patient_key")) {
                    assertThat(snapshot.rows(table, new RowsHeard())).as(table).isEqualTo(kept.size());
                }
            }
            Optional<AuditVerifier.Break> broken = store.read(s -> s.audit().verify());
            assertThat(broken).isEmpty();
            // With room again it works as if nothing had been.
            Patient late = founder.patient("Personlate");
            store.write(founder.act("patient.add"), s -> {
                s.patients().add(late);
                return true;
            });
        }
    }

    private List<String> storeUntilRefused() throws Exception {
        Process child = new ProcessBuilder(
                        "bash",
                        "-c",
                        "ulimit -f " + MOST_KIB + "; exec \"$@\"",
                        "bash",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        folder.toString())
                .redirectError(Files.createTempFile(folder, "full", ".err").toFile())
                .start();
        String out = new String(child.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        child.waitFor();
        return out.lines().toList();
    }

    private static Database open(Path folder, long seed) {
        KeyVault keys = KeyVault.open(folder.resolve("keys/master.key"), new Random(seed));
        return Database.open(() -> H2Backend.open(folder, keys), Migrations.BUNDLED, folder.resolve("backups"), keys);
    }

    /** Stores people until three in a row were refused; prints the id of each that was acknowledged. */
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) {
            Samples founder = new Samples(1);
            Samples samples = new Samples(77);
            Database store = open(Path.of(arguments[0]), 4);
            int refused = 0;
            for (int n = 0; n < 5000 && refused < 3; n++) {
                Patient person = new Patient(
                        samples.id(),
                        founder.clinic.id(),
                        1,
                        "Person" + "x".repeat(80),
                        "Sample",
                        LocalDate.of(1990, 2, 3),
                        Optional.empty(),
                        Optional.empty());
                try {
                    store.write(founder.act("patient.add"), s -> {
                        s.patients().add(person);
                        return true;
                    });
                    System.out.println(person.id());
                    refused = 0;
                } catch (StoreFailure failure) {
                    System.out.println("refused " + failure.reason());
                    refused++;
                }
            }
            System.out.flush();
            Runtime.getRuntime().halt(0);
        }
    }
}
