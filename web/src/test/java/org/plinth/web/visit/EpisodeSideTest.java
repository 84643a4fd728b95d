package org.plinth.web.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.core.symmetry.SymmetryOutcome.Symmetry;
import org.plinth.core.symmetry.SymmetryRefusal;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.TestSymmetry;
import org.plinth.web.store.HistoryStore.Kind;
import org.plinth.web.store.HistoryStore.Version;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.testkit.VisitDeskScript;
import org.plinth.web.testkit.VisitFloorKit;

/** When the injured side of an episode is corrected, no number may stay behind on the wrong side. */
@Tag("slow")
class EpisodeSideTest {

    @TempDir
    Path folder;

    @Test
    void every_symmetry_is_turned_round_by_the_line_it_was_judged_by_and_no_value_changes() {
        try (VisitFloorKit kit = VisitFloorKit.open(folder)) {
            VisitFloorKit.People people = kit.addPeople(Involvement.LEFT);
            VisitDeskScript script = new VisitDeskScript(kit, people);
            VisitDesk desk = kit.floor().desk();
            TestSheet before = script.bothSides();
            Symmetry left = symmetry(kit, before).outcome().symmetry().orElseThrow();
            List<SideResult> values = results(kit, before);
            moveReferenceLine(kit, people);

            EpisodeAmended amended = desk.amendEpisode(
                    kit.act(people, "episode.amend", "it is the other leg"), with(people, Involvement.RIGHT), 1);

            Symmetry right = symmetry(kit, before).outcome().symmetry().orElseThrow();
            assertThat(amended.comparedAgain()).isEqualTo(1);
            assertThat(right.injured()).isEqualTo(Side.RIGHT);
            assertThat(right.percent() * left.percent()).isCloseTo(10_000, within(1e-6));
            assertThat(right.thresholdPercent()).isEqualTo(left.thresholdPercent());
            assertThat(results(kit, before)).isEqualTo(values);
            List<Version> history = kit.database().read(stores -> stores.history()
                    .of(people.clinic().id(), Kind.SYMMETRY, before.visit().id()));
            assertThat(history.get(history.size() - 1).reason()).isEqualTo("it is the other leg");
            assertThat(history.get(history.size() - 1).fields()).containsEntry("injured", "RIGHT");

            desk.amendEpisode(
                    kit.act(people, "episode.amend", "both, she says"), with(people, Involvement.BILATERAL), 2);
            assertThat(symmetry(kit, before).outcome())
                    .isEqualTo(new SymmetryOutcome.Refused(SymmetryRefusal.BILATERAL));
        }
    }

    @Test
    void without_a_reason_with_an_old_version_or_while_a_recording_runs_nothing_changes() {
        try (VisitFloorKit kit = VisitFloorKit.open(folder)) {
            VisitFloorKit.People people = kit.addPeople(Involvement.LEFT);
            VisitDeskScript script = new VisitDeskScript(kit, people);
            VisitDesk desk = kit.floor().desk();
            Episode other = with(people, Involvement.RIGHT);
            PositionTest test = script.setUp(script.openVisit());
            script.tare(test, Side.LEFT);
            Recording running = script.start(test, Side.LEFT, "one");

            assertThatThrownBy(() -> desk.amendEpisode(kit.act(people, "episode.amend", "other leg"), other, 1))
                    .isInstanceOfSatisfying(StoreFailure.class, failure -> assertThat(failure)
                            .hasMessageContaining("SIDE_WHILE_RECORDING"));
            script.stop(running);
            assertThatThrownBy(() -> desk.amendEpisode(kit.act(people, "episode.amend", " "), other, 1))
                    .isInstanceOfSatisfying(StoreFailure.class, failure -> assertThat(failure.field())
                            .contains("reason"));
            assertThatThrownBy(() -> desk.amendEpisode(kit.act(people, "episode.amend", "other leg"), other, 7))
                    .isInstanceOfSatisfying(StoreFailure.class, failure -> assertThat(failure.reason())
                            .isEqualTo(StoreFailure.Reason.OLD_VERSION));

            Episode stored = kit.database()
                    .read(stores -> stores.episodes()
                            .find(people.clinic().id(), people.episode().id()))
                    .orElseThrow();
            assertThat(stored).isEqualTo(people.episode());
        }
    }

    private static void moveReferenceLine(VisitFloorKit kit, VisitFloorKit.People people) {
        Clinic was = people.clinic();
        kit.database().write(kit.act(people, "clinic.change", ""), stores -> {
            stores.clinics().change(new Clinic(was.id(), was.name(), was.zone(), was.displayUnit(), 85, true));
            return was;
        });
    }

    private static TestSymmetry symmetry(VisitFloorKit kit, TestSheet sheet) {
        return kit.database()
                .read(stores -> stores.results()
                        .symmetryOfTest(sheet.test().clinic(), sheet.test().id()))
                .orElseThrow();
    }

    private static List<SideResult> results(VisitFloorKit kit, TestSheet sheet) {
        return kit.database().read(stores -> stores.results()
                .ofTest(sheet.test().clinic(), sheet.test().id()));
    }

    private static Episode with(VisitFloorKit.People people, Involvement involvement) {
        Episode was = people.episode();
        return new Episode(
                was.id(),
                was.clinic(),
                was.patient(),
                was.version(),
                was.problem(),
                involvement,
                was.openedOn(),
                was.treatmentStartedOn(),
                was.closedOn(),
                was.closeReason());
    }
}
