package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.SideSetUp;
import org.plinth.web.clinic.TestSymmetry;
import org.plinth.web.clinic.Trial;

/** What every database must do when closed episodes are counted. */
abstract class StoreOutcomesContract extends StoreOverviewContract {

    private static final LocalDate CLOSED = LocalDate.of(2026, 3, 5);

    private Samples.Course closed(String given) {
        Samples.Course course = samples.course(store, given);
        Episode open = course.episode();
        Episode shut = new Episode(
                open.id(),
                open.clinic(),
                open.patient(),
                open.version(),
                open.problem(),
                open.involvement(),
                open.openedOn(),
                open.treatmentStartedOn(),
                Optional.of(CLOSED),
                Optional.of("Sample reason"));
        store.write(samples.act("episode.close"), s -> s.episodes().amend(shut, 1));
        return course;
    }

    private static List<Id<Patient>> alone(Samples.Course course) {
        return List.of(course.patient().id());
    }

    @Test
    void closed_episodes_are_found_by_the_day_of_their_end_in_their_clinic_alone() {
        Samples.Course shut = closed("Ada");
        samples.course(store, "Bea");
        Id<Clinic> elsewhere = samples.id();

        assertThat(all(s -> s.outcomes().withClosedEpisode(clinic(), CLOSED, CLOSED)))
                .isEqualTo(alone(shut));
        assertThat(all(s -> s.outcomes().withClosedEpisode(clinic(), CLOSED.plusDays(1), CLOSED.plusDays(9))))
                .isEmpty();
        assertThat(all(s -> s.outcomes().withClosedEpisode(elsewhere, CLOSED, CLOSED)))
                .isEmpty();
        List<OutcomeStore.ClosedEpisode> found = all(s -> s.outcomes().closed(clinic(), CLOSED, CLOSED, alone(shut)));
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.patient()).isEqualTo(shut.patient());
            assertThat(one.episode().closedOn()).contains(CLOSED);
        });
        assertThat(all(s -> s.outcomes().closed(elsewhere, CLOSED, CLOSED, alone(shut))))
                .isEmpty();
        assertThat(all(s -> s.outcomes().closed(clinic(), CLOSED, CLOSED, List.of())))
                .isEmpty();
    }

    @Test
    void the_newest_symmetry_comes_with_its_episode_and_visits_are_counted() {
        Samples.Course ada = closed("Ada");
        SideResult left = samples.result(ada.test(), ada.visit(), Side.LEFT, 200);
        for (double percent : new double[] {80, 90}) {
            TestSymmetry symmetry = samples.symmetry(ada.test(), ada.visit(), percent);
            store.write(samples.act("trial.decide"), s -> s.results()
                    .put(clinic(), ada.test().id(), List.of(left), Optional.of(symmetry)));
        }

        assertThat(all(s -> s.outcomes().symmetries(clinic(), alone(ada))))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.episode()).isEqualTo(ada.episode().id());
                    assertThat(one.symmetry().outcome().symmetry().orElseThrow().percent())
                            .isEqualTo(90);
                });
        Map<Id<Episode>, Integer> visits = store.read(s -> s.outcomes().visits(clinic(), alone(ada)));
        assertThat(visits).isEqualTo(Map.of(ada.episode().id(), 1));
    }

    @Test
    void entries_of_every_kind_come_by_date() {
        Samples.Course ada = closed("Ada");
        EpisodeEntry late = noted(ada, "goal", CLOSED);
        EpisodeEntry early = noted(ada, "pain", CLOSED.minusDays(9));

        assertThat(all(s -> s.outcomes().entries(clinic(), alone(ada)))).containsExactly(early, late);
    }

    private EpisodeEntry noted(Samples.Course course, String kind, LocalDate on) {
        EpisodeEntry entry = new EpisodeEntry(
                samples.id(),
                clinic(),
                course.patient().id(),
                course.episode().id(),
                1,
                kind,
                on,
                new TreeMap<>(Map.of("what", "Sample")),
                false,
                Instant.EPOCH,
                samples.clinician.id());
        return store.write(samples.act("entry.add"), s -> s.entries().add(entry));
    }

    @Test
    void the_worst_pain_of_a_side_and_its_newest_lever_are_found() {
        Samples.Course ada = closed("Ada");
        List<Trial> trials = samples.record(store, ada.test(), Side.LEFT, 60);
        int pain = 2;
        for (Trial trial : trials) {
            Trial decided = samples.decided(trial, Trial.State.ACCEPTED, Optional.empty(), OptionalInt.of(pain++));
            store.write(samples.act("trial.decide"), s -> s.recordings().decide(clinic(), decided, 1));
        }
        int worst = pain - 1;
        for (int number = 1; number <= 2; number++) {
            SideSetUp setUp = setUp(ada, number, 300 + number);
            int seen = number - 1;
            store.write(samples.act("setup.write"), s -> s.preparations().setUp(setUp, seen));
        }

        assertThat(all(s -> s.outcomes().worstPains(clinic(), alone(ada))))
                .containsExactly(new OutcomeStore.OfSide(ada.test().id(), Side.LEFT, worst));
        assertThat(all(s -> s.outcomes().levers(clinic(), alone(ada))))
                .containsExactly(new OutcomeStore.OfSide(ada.test().id(), Side.LEFT, 302));
    }

    private SideSetUp setUp(Samples.Course course, int number, int lever) {
        return new SideSetUp(
                clinic(),
                course.patient().id(),
                course.test().id(),
                Side.LEFT,
                number,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.of(lever),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Samples.NOW,
                samples.clinician.id());
    }
}
