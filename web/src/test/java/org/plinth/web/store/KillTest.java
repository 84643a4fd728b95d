package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Trial;
import org.plinth.web.store.RecordingStore.TrialOf;
import org.plinth.web.testkit.ChildJvm;

/** Kills a process that stores trials, twenty times at random moments: what it had acknowledged is there, once. */
@Tag("slow")
class KillTest {

    private static final int KILLS = 20;

    @TempDir
    Path folder;

    @Test
    void every_acknowledged_trial_survives_kill_9_once() throws Exception {
        Random random = new Random(20);
        Set<String> acknowledged = new TreeSet<>();
        Samples samples = new Samples(1);
        Samples.Course course;
        try (Database store = open(folder)) {
            samples.found(store);
            course = samples.course(store, "Ada");
        }
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged.addAll(acknowledgedBeforeKill(kill, 1 + random.nextInt(12)));

            try (Database store = open(folder)) {
                List<TrialOf> kept = store.read(s -> s.recordings()
                        .trialsOfTest(samples.clinic.id(), course.test().id()));
                List<String> ids =
                        kept.stream().map(one -> one.trial().id().toString()).toList();
                assertThat(ids).doesNotHaveDuplicates().containsAll(acknowledged);
                assertThat(recordingsOf(kept)).allMatch(count -> count == 3);
                Optional<AuditVerifier.Break> broken = store.read(s -> s.audit().verify());
                assertThat(broken).isEmpty();
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(KILLS);
    }

    private static List<Long> recordingsOf(List<TrialOf> trials) {
        return List.copyOf(trials.stream()
                .collect(Collectors.groupingBy(one -> one.recording().id(), Collectors.counting()))
                .values());
    }

    /** Lets the child acknowledge some recordings, then kills it in the middle of whatever it does. */
    private List<String> acknowledgedBeforeKill(int seed, int recordings) throws Exception {
        List<String> seen = new ArrayList<>();
        Process child = ChildJvm.of(Child.class, folder.toString(), Integer.toString(1000 + seed))
                .start();
        try (BufferedReader lines = child.inputReader(StandardCharsets.US_ASCII)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                seen.addAll(List.of(line.split(" ")));
                if (seen.size() == 3 * recordings) {
                    // By its handle: the process object would close the pipe with lines still in it.
                    assertThat(child.toHandle().destroyForcibly()).isTrue();
                }
            }
        }
        assertThat(child.waitFor())
                .as("the child was killed and did not fail by itself")
                .isEqualTo(137);
        return seen;
    }

    private static Database open(Path folder) {
        KeyVault keys = KeyVault.open(folder.resolve("keys/master.key"), new Random(3));
        return Database.open(() -> H2Backend.open(folder, keys), Migrations.BUNDLED, folder.resolve("backups"), keys);
    }

    /** Stores recordings of three trials for ever and prints the trials' ids when the store has acknowledged them. */
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) {
            Samples founder = new Samples(1);
            Samples samples = new Samples(Long.parseLong(arguments[1]));
            try (Database store = open(Path.of(arguments[0]))) {
                var test = store.read(s -> s.visits()
                        .testsOfPatient(
                                founder.clinic.id(),
                                s.patients()
                                        .search(founder.clinic.id(), "ada", 1)
                                        .get(0)
                                        .id())
                        .get(0));
                for (int n = 0; true; n++) {
                    System.out.println(stored(store, founder, samples, test, n));
                }
            }
        }

        private static String stored(
                Store store, Samples founder, Samples samples, org.plinth.web.clinic.PositionTest test, int n) {
            var open = founder.inClinic(samples.recording(test, Side.LEFT, n));
            List<Trial> trials = List.of(
                    samples.trial(open, 1, 100 + n), samples.trial(open, 2, 101 + n), samples.trial(open, 3, 102 + n));
            store.write(founder.act("recording.stop"), s -> {
                s.recordings().add(open);
                s.recordings().amend(samples.closed(open), 1);
                s.recordings().addTrials(founder.clinic.id(), trials, Samples.ENGINE);
                return true;
            });
            return trials.stream().map(trial -> trial.id().toString()).collect(Collectors.joining(" "));
        }
    }
}
