package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.TestSymmetry;
import org.plinth.web.clinic.Visit;

/** What every database must do when many patients are asked for at once. */
abstract class StoreOverviewContract extends StoreHoldContract {

    private List<SideResult> put(Samples.Course course, double left, double right) {
        List<SideResult> both = List.of(
                samples.result(course.test(), course.visit(), Side.LEFT, left),
                samples.result(course.test(), course.visit(), Side.RIGHT, right));
        return store.write(samples.act("trial.decide"), s -> s.results()
                .put(clinic(), course.test().id(), both, Optional.empty()));
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
                new TreeMap<>(Map.of("exercise", "Sample bridge")),
                false,
                Instant.EPOCH,
                samples.clinician.id());
        return store.write(samples.act("entry.add"), s -> s.entries().add(entry));
    }

    private static List<Id<Patient>> ids(Samples.Course... courses) {
        return List.of(courses).stream().map(course -> course.patient().id()).toList();
    }

    @Test
    void episodes_of_several_patients_are_those_of_each() {
        Samples.Course ada = samples.course(store, "Ada");
        Samples.Course bea = samples.course(store, "Bea");
        samples.course(store, "Cleo");

        Map<Id<Patient>, List<Episode>> found = episodes(clinic(), ids(ada, bea));

        assertThat(found).containsOnlyKeys(ids(ada, bea));
        found.forEach((patient, episodes) ->
                assertThat(episodes).isEqualTo(all(s -> s.episodes().ofPatient(clinic(), patient))));
        assertThat(episodes(clinic(), List.of())).isEmpty();
        assertThat(episodes(samples.id(), ids(ada))).isEmpty();
    }

    private Map<Id<Patient>, List<Episode>> episodes(Id<Clinic> of, List<Id<Patient>> patients) {
        return store.read(s -> s.episodes().ofPatients(of, patients));
    }

    @Test
    void results_of_several_patients_come_with_their_episode_and_nobody_elses() {
        Samples.Course ada = samples.course(store, "Ada");
        Samples.Course bea = samples.course(store, "Bea");
        Samples.Course cleo = samples.course(store, "Cleo");
        put(ada, 200, 250);
        put(bea, 180, 190);
        put(cleo, 100, 110);

        List<OverviewStore.EpisodeResult> found = all(s -> s.overview().results(clinic(), ids(ada, bea)));

        assertThat(found).hasSize(4);
        assertThat(found)
                .filteredOn(one -> one.episode().equals(ada.episode().id()))
                .extracting(OverviewStore.EpisodeResult::result)
                .isEqualTo(
                        all(s -> s.results().ofPatient(clinic(), ada.patient().id())));
        assertThat(found)
                .filteredOn(one -> one.episode().equals(bea.episode().id()))
                .hasSize(2);
        Id<Clinic> elsewhere = samples.id();
        assertThat(all(s -> s.overview().results(elsewhere, ids(ada, bea)))).isEmpty();
        assertThat(all(s -> s.overview().results(clinic(), List.of()))).isEmpty();
    }

    /** Written in another order than they were measured, two tests a visit, two visits begun in the same moment. */
    @Test
    void results_and_symmetries_of_a_patient_stand_at_their_own_visits_and_come_oldest_first() {
        Samples.Course ada = samples.course(store, "Ada");
        for (int days : List.of(9, 30, 2, 17, 2, 24)) {
            Visit visit = samples.visit(ada.episode(), Samples.NOW.plus(Duration.ofDays(days)));
            store.write(samples.act("visit.open"), s -> {
                s.visits().add(visit);
                return true;
            });
            for (String position : List.of("curl-prone-15", "curl-prone-90")) {
                PositionTest test = samples.test(visit, position);
                store.write(samples.act("test.decide"), s -> {
                    s.visits().addTest(test);
                    List<SideResult> both = List.of(
                            samples.result(test, visit, Side.RIGHT, 200 + days),
                            samples.result(test, visit, Side.LEFT, 100 + days));
                    return s.results().put(clinic(), test.id(), both, Optional.of(samples.symmetry(test, visit, 80)));
                });
            }
        }
        Id<Patient> patient = ada.patient().id();

        List<SideResult> results = all(s -> s.results().ofPatient(clinic(), patient));
        assertThat(results).hasSize(24).allSatisfy(result -> {
            int days = Math.toIntExact(
                    Duration.between(Samples.NOW, result.testedAt()).toDays());
            int side = result.key().side() == Side.LEFT ? 100 : 200;
            assertThat(result.value().best().newtons()).isEqualTo(side + days);
            assertThat(result.date())
                    .isEqualTo(Samples.NOW
                            .plus(Duration.ofDays(days))
                            .atZone(Samples.ZONE)
                            .toLocalDate());
        });
        assertThat(results)
                .as("as the database itself joins and orders them")
                .isEqualTo(all(s -> s.overview().results(clinic(), List.of(patient))).stream()
                        .map(OverviewStore.EpisodeResult::result)
                        .toList());
        List<TestSymmetry> symmetries = all(s -> s.results().symmetriesOfPatient(clinic(), patient));
        assertThat(symmetries).hasSize(12).extracting(TestSymmetry::date).isSorted();
        assertThat(symmetries)
                .allSatisfy(one -> assertThat(all(s -> s.results().symmetriesOfVisit(clinic(), one.visit())))
                        .contains(one));
    }

    @Test
    void open_episodes_are_those_that_are_not_closed_in_this_clinic() {
        Samples.Course ada = samples.course(store, "Ada");
        Samples.Course bea = samples.course(store, "Bea");
        Episode open = bea.episode();
        Episode shut = new Episode(
                open.id(),
                open.clinic(),
                open.patient(),
                open.version(),
                open.problem(),
                open.involvement(),
                open.openedOn(),
                open.treatmentStartedOn(),
                Optional.of(LocalDate.of(2026, 3, 5)),
                Optional.of("Sample reason"));
        store.write(samples.act("episode.close"), s -> s.episodes().amend(shut, 1));

        assertThat(all(s -> s.overview().withOpenEpisode(clinic())))
                .containsExactly(ada.patient().id());
        List<OverviewStore.OpenEpisode> found = all(s -> s.overview().openEpisodes(clinic(), ids(ada, bea)));
        assertThat(found).containsExactly(new OverviewStore.OpenEpisode(ada.patient(), ada.episode()));
        assertThat(all(s -> s.overview().openEpisodes(samples.id(), ids(ada)))).isEmpty();
        assertThat(all(s -> s.overview().withOpenEpisode(samples.id()))).isEmpty();
    }

    @Test
    void entries_of_one_kind_come_for_several_patients_by_date_and_without_what_was_taken_back() {
        Samples.Course ada = samples.course(store, "Ada");
        Samples.Course bea = samples.course(store, "Bea");
        EpisodeEntry later = noted(ada, "prescription", LocalDate.of(2026, 2, 9));
        EpisodeEntry earlier = noted(bea, "prescription", LocalDate.of(2026, 2, 1));
        noted(ada, "goal", LocalDate.of(2026, 2, 1));
        EpisodeEntry back = noted(ada, "prescription", LocalDate.of(2026, 2, 3));
        Act why = new Act(clinic(), samples.clinician.id(), Samples.NOW, "entry.remove", "misheard", "");
        store.write(why, s -> s.entries().amend(back.takenBack(), 1));

        assertThat(all(s -> s.overview().entries(clinic(), "prescription", ids(ada, bea))))
                .containsExactly(earlier, later);
        assertThat(all(s -> s.overview().entries(clinic(), "prescription", ids(bea))))
                .containsExactly(earlier);
    }

    @Test
    void subjects_of_the_audit_log_lead_to_their_patients() {
        Samples.Course ada = samples.course(store, "Ada");
        Samples.Course bea = samples.course(store, "Bea");
        SideResult result = put(ada, 200, 250).get(0);
        EpisodeEntry entry = noted(ada, "goal", LocalDate.of(2026, 2, 1));
        Id<PositionTest> test = ada.test().id();
        List<String> hers = List.of(
                "patient:" + ada.patient().id(),
                "episode:" + ada.episode().id(),
                "visit:" + ada.visit().id(),
                "test:" + test,
                "symmetry:" + test,
                "result:" + result.id(),
                "episode_entry:" + entry.id());
        List<String> nobodys =
                List.of("sensor:" + samples.sensor.id(), "result:" + test, "clock", "visit:none", "trial:" + test);
        List<String> asked = new ArrayList<>(hers);
        asked.addAll(nobodys);
        asked.add("visit:" + bea.visit().id());

        Map<String, Id<Patient>> found = store.read(s -> s.overview().patientsOf(clinic(), asked));

        assertThat(found)
                .hasSize(hers.size() + 1)
                .containsEntry("visit:" + bea.visit().id(), bea.patient().id());
        hers.forEach(subject ->
                assertThat(found).containsEntry(subject, ada.patient().id()));
        Map<String, Id<Patient>> elsewhere =
                store.read(s -> s.overview().patientsOf(samples.id(), hers.subList(1, hers.size())));
        Map<String, Id<Patient>> none = store.read(s -> s.overview().patientsOf(clinic(), List.of()));
        assertThat(elsewhere).isEmpty();
        assertThat(none).isEmpty();
    }

    @Test
    void too_many_patients_at_once_are_refused() {
        List<Id<Patient>> many = Collections.nCopies(OverviewStore.MOST + 1, samples.id());

        assertThat(failure(() -> all(s -> s.overview().results(clinic(), many))).reason())
                .isEqualTo(StoreFailure.Reason.INVALID);
    }
}
