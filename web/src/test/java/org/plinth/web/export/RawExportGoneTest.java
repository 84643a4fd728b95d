package org.plinth.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.core.visit.Involvement;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.ErasureStep;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Recording;
import org.plinth.web.privacy.DueErasures;
import org.plinth.web.privacy.Purpose;
import org.plinth.web.store.Act;
import org.plinth.web.testkit.VisitDeskScript;
import org.plinth.web.testkit.VisitFloorKit;
import org.plinth.web.visit.TestSheet;

/** What an export says of recordings that cannot be read any more: all of them are listed. */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RawExportGoneTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path root;

    private static VisitFloorKit kit;
    private static VisitFloorKit.People people;
    private static TestSheet sheet;
    private static ExportGround ground;

    @BeforeAll
    static void record_a_visit() {
        kit = VisitFloorKit.open(root.resolve("data"));
        people = kit.addPeople(Involvement.LEFT);
        sheet = new VisitDeskScript(kit, people).bothSides();
        ground = ExportKit.ground(kit, root);
    }

    @AfterAll
    static void close() {
        kit.close();
    }

    private static ExportRequest request(Purpose purpose) {
        return ExportKit.request(people.clinic(), purpose, Set.of());
    }

    private static List<Recording> recordings() {
        return kit.database().read(stores -> stores.recordings()
                .ofVisit(people.clinic().id(), sheet.visit().id()));
    }

    private static String key(Recording recording) {
        return ground.pseudonyms().of("R", recording.id());
    }

    private static List<JsonNode> linesNow(Path folder) throws IOException {
        new FolderExport(ground, () -> ExportKit.ROOM)
                .make(new RawExport(), request(Purpose.AUDIT), folder, ExportProgress.NONE);
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("recordings.ndjson"))) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void a_recording_whose_journal_is_gone_or_damaged_is_listed_with_the_reason(
            @TempDir Path gone, @TempDir Path harmed, @TempDir Path aside) throws IOException {
        Recording recording = recordings().get(0);
        Path journal = kit.journals().path(recording.id());
        Path kept = Files.move(journal, aside.resolve("kept"));
        List<JsonNode> missing = linesNow(gone);
        byte[] bytes = Files.readAllBytes(kept);
        Files.write(journal, Arrays.copyOf(bytes, bytes.length * 2 / 3 + 3));
        List<JsonNode> torn = linesNow(harmed);
        Files.move(kept, journal, StandardCopyOption.REPLACE_EXISTING);

        assertThat(missing).hasSize(2);
        JsonNode lost = of(missing, recording);
        assertThat(lost.path("withheld").asText()).isEqualTo("NOT_FOUND");
        assertThat(lost.path("journal").path("missing").asBoolean()).isTrue();
        assertThat(lost.path("efforts")).hasSize(3);
        assertThat(gone.resolve("recordings/" + key(recording) + ".csv")).doesNotExist();
        JsonNode cut = of(torn, recording);
        assertThat(cut.path("torn_tail").asBoolean()).isTrue();
        assertThat(cut.path("journal").path("unchanged").asBoolean()).isFalse();
        assertThat(harmed.resolve("recordings/" + key(recording) + ".csv")).exists();
    }

    private static JsonNode of(List<JsonNode> lines, Recording recording) {
        return lines.stream()
                .filter(line -> line.path("recording").asText().equals(key(recording)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void of_the_erased_there_is_that_there_was_a_recording_and_nothing_else(@TempDir Path folder) throws IOException {
        Instant now = Instant.parse("2100-01-01T00:00:00Z");
        step(ErasureStep.Step.ASKED, 0, people.clinician().id(), Optional.empty());
        step(ErasureStep.Step.CONFIRMED, 1, Act.PLINTH, Optional.of(now));
        new DueErasures(kit.database(), kit.database()).run(now);

        assertThat(linesNow(folder)).hasSize(2).allSatisfy(line -> {
            assertThat(line).hasSize(2);
            assertThat(line.path("withheld").asText()).isEqualTo("ERASED");
        });
        assertThat(Files.readAllLines(folder.resolve("trials.csv"))).hasSize(1);
        assertThat(folder.resolve("recordings")).doesNotExist();
    }

    private static void step(ErasureStep.Step step, int seen, Id<Account> actor, Optional<Instant> due) {
        Instant at = Instant.parse("2099-12-24T00:00:00Z");
        Id<Clinic> clinic = people.clinic().id();
        ErasureStep next = new ErasureStep(
                clinic,
                people.patient().id(),
                1,
                step,
                ErasureStep.Ground.NO_LONGER_NEEDED,
                false,
                due,
                at,
                actor,
                "over");
        kit.database().write(new Act(clinic, actor, at, "erasure", "over", ""), stores -> stores.erasures()
                .add(next, seen));
    }
}
