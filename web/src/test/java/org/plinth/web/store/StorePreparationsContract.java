package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Screening;
import org.plinth.web.clinic.SideSetUp;
import org.plinth.web.clinic.Trial;
import org.plinth.web.store.StoreFailure.Reason;

/** What is settled before the first effort: added one after the other, the last one stands, words stay out of the chain. */
abstract class StorePreparationsContract extends StoreErasureContract {

    private Screening screened(Samples.Course course, Set<String> yes, boolean goesOn, String reason, int seen) {
        return store.write(act("visit.screen", reason, samples.clinician.id(), Samples.NOW), s -> s.preparations()
                .screened(CanaryPreparations.screening(samples, course, yes, goesOn), seen));
    }

    private SideSetUp setUp(Samples.Course course, Side side, String anchor, int seen) {
        return store.write(samples.act("test.prepare"), s -> s.preparations()
                .setUp(CanaryPreparations.setUp(samples, course, side, anchor), seen));
    }

    @Test
    void the_last_answers_of_a_visit_stand_and_an_old_page_cannot_overwrite_them() {
        Samples.Course course = samples.course(store, "Ada");
        Samples.Course other = samples.course(store, "Other");
        screened(course, Set.of("tear", "bone"), false, "", 0);

        Screening second = screened(course, Set.of("bone"), true, "seen by a surgeon", 1);

        assertThat(second.number()).isEqualTo(2);
        assertThat(maybe(
                        s -> s.preparations().screening(clinic(), course.visit().id())))
                .contains(second);
        assertThat(second.yes()).containsExactly("bone");
        assertThat(second.reason()).isEqualTo("seen by a surgeon");
        assertThat(maybe(s -> s.preparations().screening(clinic(), other.visit().id())))
                .isEmpty();
        assertThat(failure(() -> screened(course, Set.of(), true, "", 1)).reason())
                .isEqualTo(Reason.OLD_VERSION);
        assertThat(failure(() -> screened(other, Set.of("bone"), true, "", 0)).reason())
                .as("going on although something applies, without a reason")
                .isIn(Reason.INVALID, Reason.WRONG_STATE);
    }

    @Test
    void what_applies_to_a_patient_never_stands_in_the_chain_in_words() {
        Samples.Course course = samples.course(store, "Ada");
        screened(course, Set.of("bone"), true, "seen by " + CANARY, 0);
        setUp(course, Side.LEFT, "ring of " + CANARY, 0);

        List<AuditEvent> last = store.read(s -> s.audit().newest(clinic(), Long.MAX_VALUE, 2));

        assertThat(last).extracting(event -> event.after().orElseThrow()).allSatisfy(after -> assertThat(after)
                .contains("personal_sha256")
                .doesNotContain(CANARY)
                .doesNotContain("bone"));
        assertThat(last.get(1).reason()).matches("sha256:[0-9a-f]{64}");
        assertThat(maybe(s -> s.audit().verify())).isEmpty();
    }

    @Test
    void what_a_recording_became_in_another_patients_test_is_known_from_both_ends() {
        Samples.Course wrong = samples.course(store, "Ada");
        Samples.Course right = samples.course(store, "Berta");
        List<Trial> hers = samples.record(store, wrong.test(), Side.LEFT, 60);
        Id<Recording> from = hers.get(0).recording();
        Id<Recording> to =
                samples.record(store, right.test(), Side.LEFT, 60).get(0).recording();

        store.write(samples.act("test.move"), s -> {
            s.recordings().moved(clinic(), from, to);
            return true;
        });

        assertThat(all(s -> s.recordings().movedTo(clinic(), from))).containsExactly(to);
        assertThat(maybe(s -> s.recordings().movedFrom(clinic(), to))).contains(from);
        assertThat(maybe(s -> s.recordings().movedFrom(clinic(), from))).isEmpty();
        assertThat(maybe(s -> s.recordings().movedFrom(new Samples(9).clinic.id(), to)))
                .isEmpty();
        assertThat(aside(wrong)).as("its efforts still count").isEmpty();
        store.write(samples.act("test.move"), s -> {
            hers.forEach(trial -> s.recordings()
                    .decide(
                            clinic(),
                            samples.decided(trial, Trial.State.EXCLUDED, Optional.of(Trial.MOVED), trial.pain()),
                            trial.version()));
            return true;
        });
        assertThat(aside(wrong)).extracting(Recording::id).containsExactly(from);
        assertThat(aside(right)).isEmpty();
        assertThat(maybe(s -> s.audit().verify())).isEmpty();
    }

    private List<Recording> aside(Samples.Course course) {
        return all(s -> s.recordings().setAside(clinic(), course.patient().id()));
    }

    @Test
    void each_leg_has_its_own_set_up_and_the_last_one_stands() {
        Samples.Course course = samples.course(store, "Ada");
        setUp(course, Side.LEFT, "ring 1", 0);
        SideSetUp left = setUp(course, Side.LEFT, "ring 2", 1);
        SideSetUp right = setUp(course, Side.RIGHT, "ring 3", 0);

        assertThat(all(s -> s.preparations().setUps(clinic(), course.test().id())))
                .containsExactly(left, right);
        assertThat(all(s -> s.preparations()
                        .setUpsOfPatient(clinic(), course.patient().id())))
                .containsExactlyInAnyOrder(left, right);
        assertThat(left.anchor()).isEqualTo(Optional.of("ring 2"));
        assertThat(left.lever().getAsInt()).isEqualTo(355);
        assertThat(failure(() -> setUp(course, Side.LEFT, "ring 4", 1)).reason())
                .isEqualTo(Reason.OLD_VERSION);
    }
}
