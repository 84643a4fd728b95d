package org.plinth.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.driver.SensorDrivers;
import org.plinth.driver.link.replay.Capture;
import org.plinth.driver.link.replay.CaptureReader;
import org.plinth.driver.link.replay.CaptureWriter;
import org.plinth.web.capture.Calibrations;
import org.plinth.web.capture.FoundEffort;
import org.plinth.web.capture.JournalReplay;
import org.plinth.web.capture.RecordedForce;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.journal.JournalKey;
import org.plinth.web.testkit.PlayedCapture;
import org.plinth.web.testkit.VisitDeskScript;
import org.plinth.web.testkit.VisitFloorKit;

/** A recording that was taken out as text and played again measures the same, and names nobody. */
@Tag("slow")
class RecordingCaptureTest {

    @TempDir
    private Path root;

    @Test
    void a_capture_replayed_gives_the_same_force_efforts_and_account_and_names_nobody()
            throws IOException, InterruptedException {
        try (VisitFloorKit kit = VisitFloorKit.open(root)) {
            VisitFloorKit.People people = kit.addPeople(Involvement.LEFT);
            VisitDeskScript script = new VisitDeskScript(kit, people);
            PositionTest test = script.setUp(script.openVisit());
            Recording recording =
                    script.record(test, Side.LEFT, 1).left().recordings().get(0);
            RecordedForce recorded = fromJournal(kit, people, recording);

            String text = text(new RecordingCapture(kit.journals()).of(recording.id(), key(kit, people)));
            RecordedForce replayed = PlayedCapture.played(CaptureReader.read(new StringReader(text)));

            assertThat(PlayedCapture.bits(replayed)).isEqualTo(PlayedCapture.bits(recorded));
            assertThat(replayed.ledger()).isEqualTo(recorded.ledger());
            assertThat(FoundEffort.in(replayed)).isNotEmpty().isEqualTo(FoundEffort.in(recorded));
            assertThat(text).startsWith(Capture.FORMAT_LINE + "\n# driver virtual\n");
            // Bytes may spell anything, "ada" and "1990" too: behind the header there is nothing else than times and
            // bytes.
            assertThat(text.lines().filter(line -> !line.startsWith("#")))
                    .allMatch(line -> line.matches("[<>=] ([0-9.]+ )?[0-9a-f-]{36} ([0-9a-f]+|-)"));
            assertThat(text.lines().filter(line -> line.startsWith("#")).collect(Collectors.joining("\n")))
                    .doesNotContainIgnoringCase("Ada")
                    .doesNotContainIgnoringCase("Alder")
                    .doesNotContain("1990")
                    .doesNotContain("Sample")
                    .doesNotContainIgnoringCase("left")
                    .doesNotContain("curl-prone");
            assertThat(text)
                    .doesNotContain(people.patient().id().toString())
                    .doesNotContain(people.episode().id().toString())
                    .doesNotContain(recording.id().toString())
                    .doesNotContain(test.id().toString())
                    .doesNotContain(people.clinic().id().toString());
        }
    }

    private static JournalKey key(VisitFloorKit kit, VisitFloorKit.People people) {
        return kit.database()
                .read(stores -> stores.patients()
                        .journalKey(people.clinic().id(), people.patient().id()))
                .orElseThrow();
    }

    private static RecordedForce fromJournal(VisitFloorKit kit, VisitFloorKit.People people, Recording recording) {
        return kit.database()
                .read(stores -> new JournalReplay(kit.journals(), SensorDrivers.load())
                        .replay(
                                recording.id(),
                                key(kit, people),
                                (id, driver) -> Calibrations.named(
                                        stores,
                                        people.clinic().id(),
                                        id,
                                        driver.spec().unit())))
                .force()
                .orElseThrow();
    }

    private static String text(Capture capture) throws IOException {
        StringBuilder text = new StringBuilder();
        CaptureWriter.write(capture, text);
        return text.toString();
    }
}
