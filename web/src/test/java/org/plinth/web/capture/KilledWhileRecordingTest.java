package org.plinth.web.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Recording;
import org.plinth.web.store.Act;
import org.plinth.web.testkit.ChildJvm;
import org.plinth.web.testkit.VisitFloorKit;

/** {@code kill -9} at random points: what was acknowledged is there once, the rest is reported. */
@Tag("slow")
class KilledWhileRecordingTest {

    private static final int KILLS = 20;
    private static final long SEED = 41;

    @TempDir
    private Path root;

    private final Map<String, Set<String>> acknowledged = new TreeMap<>();
    private final List<String> begun = new ArrayList<>();

    @Test
    void every_acknowledged_effort_is_there_once_and_the_rest_is_reported() throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        int interrupted = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            recordAndKill(random.nextInt(600));
            try (VisitFloorKit kit = VisitFloorKit.open(root)) {
                RecoveryReport report = kit.floor().recovery().run();
                interrupted += report.recovered().size();
                assertThat(report.orphans()).isEmpty();
                assertThat(report.missing())
                        .allMatch(missing -> missing.recording().state() == Recording.State.INTERRUPTED);
                checkAll(kit);
                assertThat(kit.floor().recovery().run().recovered()).isEmpty();
            }
        }
        assertThat(interrupted).isPositive();
    }

    private void recordAndKill(long millisAfterSecondStart) throws Exception {
        Process child = ChildJvm.of(RecordingChild.class, root.toString()).start();
        try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
            int started = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                note(line);
                started += line.startsWith("RECORDING") ? 1 : 0;
                if (started == 2) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millisAfterSecondStart));
                    child.toHandle().destroyForcibly();
                    started++;
                }
            }
        }
        child.waitFor();
    }

    private void note(String line) {
        String[] words = line.split(" ");
        if (words[0].equals("RECORDING")) {
            begun.add(words[1]);
        } else if (words[0].equals("STORED")) {
            Set<String> trials = acknowledged.computeIfAbsent(words[1], id -> new TreeSet<>());
            trials.addAll(List.of(words).subList(2, words.length));
        }
    }

    private void checkAll(VisitFloorKit kit) {
        kit.database().read(stores -> {
            assertThat(stores.recordings().unfinished()).isEmpty();
            for (String text : begun) {
                Id<Recording> id = Id.<Recording>parse(text).orElseThrow();
                assertThat(stores.recordings().unknown(List.of(id))).isEmpty();
            }
            for (Set<String> trials : acknowledged.values()) {
                for (String text : trials) {
                    var trial = Id.<org.plinth.web.clinic.Trial>parse(text).orElseThrow();
                    assertThat(stores.clinics().all().stream().filter(clinic -> stores.recordings()
                                    .findTrial(clinic.id(), trial)
                                    .isPresent()))
                            .hasSize(1);
                }
            }
            assertThat(stores.audit().verify().isEmpty()).isTrue();
            return Act.PLINTH;
        });
    }
}
