package org.plinth.web.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.driver.SensorDrivers;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Trial;
import org.plinth.web.journal.JournalKey;
import org.plinth.web.journal.JournalReader;
import org.plinth.web.journal.JournalRecord;
import org.plinth.web.testkit.VisitDeskScript;
import org.plinth.web.testkit.VisitFloorKit;
import org.plinth.web.visit.TestSheet;

@Tag("slow")
class RecoveryTest {

    @TempDir
    private Path root;

    @Test
    void a_recording_recomputed_from_its_journal_gives_the_same_bits() {
        try (VisitFloorKit kit = VisitFloorKit.open(root)) {
            VisitFloorKit.People people = kit.addPeople(Involvement.LEFT);
            TestSheet sheet = new VisitDeskScript(kit, people).bothSides();

            for (Side side : Side.values()) {
                Recording recording = sheet.side(side).recordings().get(0);
                RecordedForce again = replay(kit, people, recording).force().orElseThrow();
                List<FoundEffort> found = FoundEffort.in(again);
                List<Trial> stored = sheet.side(side).trials();
                assertThat(again.ledger()).isEqualTo(recording.ledger().orElseThrow());
                assertThat(found).hasSameSizeAs(stored);
                for (int i = 0; i < stored.size(); i++) {
                    assertThat(found.get(i).effort()).isEqualTo(stored.get(i).effort());
                    assertThat(found.get(i).measurements())
                            .isEqualTo(stored.get(i).measurements());
                }
                assertThat(kit.journals().sealOf(recording.id()))
                        .isEqualTo(recording.seal().orElseThrow());
            }
        }
    }

    @Test
    void a_journal_cut_at_every_byte_of_its_last_record_loses_nothing_before_it() throws IOException {
        try (VisitFloorKit kit = VisitFloorKit.open(root)) {
            VisitFloorKit.People people = kit.addPeople(Involvement.LEFT);
            VisitDeskScript script = new VisitDeskScript(kit, people);
            PositionTest test = script.setUp(script.openVisit());
            Recording recording =
                    script.record(test, Side.LEFT, 1).left().recordings().get(0);
            Path file = kit.journals().path(recording.id());
            byte[] whole = Files.readAllBytes(file);
            int last = startOfLastRecord(kit, people, recording);
            List<FoundEffort> efforts =
                    FoundEffort.in(replay(kit, people, recording).force().orElseThrow());
            assertThat(efforts).isNotEmpty();

            for (int cut = last; cut < whole.length; cut++) {
                Files.write(file, Arrays.copyOf(whole, cut));
                JournalReplay.Replayed replayed = replay(kit, people, recording);
                assertThat(replayed.end().closed()).isFalse();
                assertThat(replayed.end().goodBytes()).isEqualTo(last);
                assertThat(replayed.end().tornTail().map(tail -> tail.length()))
                        .isEqualTo(cut == last ? Optional.empty() : Optional.of((long) cut - last));
                assertThat(FoundEffort.in(replayed.force().orElseThrow())).isEqualTo(efforts);
            }
        }
    }

    private static JournalReplay.Replayed replay(VisitFloorKit kit, VisitFloorKit.People people, Recording recording) {
        return kit.database().read(stores -> new JournalReplay(kit.journals(), SensorDrivers.load())
                .replay(
                        recording.id(),
                        key(kit, people),
                        (id, driver) -> Calibrations.named(
                                stores, people.clinic().id(), id, driver.spec().unit())));
    }

    private static JournalKey key(VisitFloorKit kit, VisitFloorKit.People people) {
        return kit.database()
                .read(stores -> stores.patients()
                        .journalKey(people.clinic().id(), people.patient().id()))
                .orElseThrow();
    }

    /** CLOSE is the last record: its length is 28 bytes of head, payload, 16 of seal and 4 of checksum. */
    private static int startOfLastRecord(VisitFloorKit kit, VisitFloorKit.People people, Recording recording) {
        try (JournalReader reader = kit.journals().read(recording.id(), key(kit, people))) {
            int lastPayload = 0;
            for (Optional<JournalRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                lastPayload = next.get().payload().length;
            }
            return (int) reader.end().goodBytes() - (28 + lastPayload + 16 + 4);
        }
    }
}
