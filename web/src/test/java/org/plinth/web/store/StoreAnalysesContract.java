package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plinth.core.effort.Effort;
import org.plinth.core.effort.Plateau;
import org.plinth.core.metric.MetricResult;
import org.plinth.core.quantity.Force;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.RecordingStore.Engine;
import org.plinth.web.store.RecordingStore.TrialOf;

/** What every database must do when recordings are analysed again, and when all visits are walked through. */
abstract class StoreAnalysesContract extends StoreContractKit {

    private static final Engine NEWER = new Engine("0.2.0", Map.of("peak100_N", 2, "meanForce1s_N", 1));

    @Test
    void another_analysis_is_added_keeps_the_decision_and_leaves_the_first_as_it_was() throws Exception {
        Samples.Course course = samples.course(store, "Ada");
        Trial first = samples.record(store, course.test(), Side.LEFT, 10).get(0);
        Trial decided = samples.decided(first, Trial.State.ACCEPTED, Optional.empty(), OptionalInt.of(2));
        store.write(samples.act("trial.decide"), s -> s.recordings().decide(clinic(), decided, 1));
        TrialOf seen = standing(course);
        assertThat(seen.engineVersion()).isEqualTo(Samples.ENGINE.version());
        assertThat(seen.analysis()).isEqualTo(1);

        Trial again = measuredAgain(seen.trial());
        analyseAgain(new TrialOf(seen.recording(), again, seen.engineVersion(), seen.analysis()));

        TrialOf now = standing(course);
        assertThat(now.engineVersion()).isEqualTo("0.2.0");
        assertThat(now.analysis()).isEqualTo(2);
        assertThat(now.trial().version()).isEqualTo(3);
        assertThat(now.trial().effort()).isEqualTo(again.effort());
        assertThat(now.trial().measurements()).isEqualTo(again.measurements());
        assertThat(now.trial().state()).isEqualTo(Trial.State.ACCEPTED);
        assertThat(now.trial().pain()).hasValue(2);
        assertThat(maybe(s -> s.audit().verify())).isEmpty();
        asAdministrator("UPDATE trial_version SET analysis = 1, engine_version = '" + Samples.ENGINE.version()
                + "' WHERE trial_id = '" + first.id().value() + "' AND version = 3");
        assertThat(standing(course).trial().effort()).isEqualTo(first.effort());
        assertThat(standing(course).trial().measurements()).isEqualTo(first.measurements());
    }

    @Test
    void a_decision_after_another_analysis_rests_on_it() {
        Samples.Course course = samples.course(store, "Ada");
        samples.record(store, course.test(), Side.LEFT, 10);
        TrialOf seen = standing(course);
        analyseAgain(new TrialOf(seen.recording(), measuredAgain(seen.trial()), seen.engineVersion(), seen.analysis()));
        Trial analysed = standing(course).trial();

        Trial kept = samples.decided(analysed, Trial.State.ACCEPTED, Optional.empty(), OptionalInt.of(0));
        store.write(samples.act("trial.decide"), s -> s.recordings().decide(clinic(), kept, analysed.version()));

        TrialOf now = standing(course);
        assertThat(now.analysis()).isEqualTo(2);
        assertThat(now.engineVersion()).isEqualTo("0.2.0");
        assertThat(now.trial().measurements()).isEqualTo(analysed.measurements());
    }

    @Test
    void an_analysis_of_what_was_decided_meanwhile_is_refused() {
        Samples.Course course = samples.course(store, "Ada");
        samples.record(store, course.test(), Side.LEFT, 10);
        TrialOf seen = standing(course);
        Trial kept = samples.decided(seen.trial(), Trial.State.ACCEPTED, Optional.empty(), OptionalInt.of(0));
        store.write(samples.act("trial.decide"), s -> s.recordings().decide(clinic(), kept, 1));

        StoreFailure failure = failure(() -> analyseAgain(
                new TrialOf(seen.recording(), measuredAgain(seen.trial()), seen.engineVersion(), seen.analysis())));

        assertThat(failure.reason()).isEqualTo(StoreFailure.Reason.OLD_VERSION);
        assertThat(standing(course).analysis()).isEqualTo(1);
    }

    @Test
    void all_visits_are_walked_through_once_in_pages() {
        List<Visit> made = new ArrayList<>();
        for (String name : List.of("Ada", "Bert", "Cleo", "Dora", "Emil")) {
            made.add(samples.course(store, name).visit());
        }

        List<Visit> walked = new ArrayList<>();
        Optional<Visit> last = Optional.empty();
        for (List<Visit> page = next(last); !page.isEmpty(); page = next(last)) {
            walked.addAll(page);
            last = Optional.of(page.get(page.size() - 1));
        }

        assertThat(walked).containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    void the_recordings_of_a_visit_come_in_the_order_they_were_started() {
        Samples.Course course = samples.course(store, "Ada");
        samples.record(store, course.test(), Side.RIGHT, 400);
        samples.record(store, course.test(), Side.LEFT, 10);

        List<Recording> found =
                all(s -> s.recordings().ofVisit(clinic(), course.visit().id()));

        assertThat(found).extracting(Recording::side).containsExactly(Side.LEFT, Side.RIGHT);
    }

    private List<Visit> next(Optional<Visit> after) {
        return all(s -> s.visits().next(clinic(), after, 2));
    }

    private TrialOf standing(Samples.Course course) {
        return all(s -> s.recordings().trialsOfTest(clinic(), course.test().id()))
                .get(0);
    }

    private void analyseAgain(TrialOf trial) {
        store.write(samples.act("recompute.write"), s -> {
            s.recordings().analyseAgain(clinic(), List.of(trial), NEWER);
            return true;
        });
    }

    private static Trial measuredAgain(Trial trial) {
        Effort effort = new Effort(
                trial.effort().number(),
                1_010_000,
                4_800_000,
                80,
                247,
                391,
                Force.ofNewtons(3.2),
                Force.ofNewtons(0.3),
                true,
                new Plateau(2_100_000, 4_700_000),
                Set.of(),
                Optional.empty());
        Map<String, MetricResult> measured = Map.of(
                "peak100_N", new MetricResult.Measured(1.0 / 7.0), "meanForce1s_N", new MetricResult.Measured(0.1));
        return new Trial(
                trial.id(),
                trial.recording(),
                trial.version(),
                effort,
                measured,
                trial.state(),
                trial.exclusionReason(),
                trial.pain());
    }
}
