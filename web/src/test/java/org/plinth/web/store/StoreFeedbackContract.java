package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Feedback;
import org.plinth.web.clinic.Feedback.Cue;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Recording;

/** Under which cues efforts were made. */
abstract class StoreFeedbackContract extends StoreErasureContract {

    private static final Feedback TONES = new Feedback(true, false, EnumSet.allOf(Cue.class), false);
    private static final Feedback NONE_BUT_SEEN = new Feedback(false, true, Set.of(), true);

    private Recording recorded(Samples.Course course, int secondsAfter, Optional<Feedback> feedback) {
        Recording recording = samples.recording(course.test(), Side.LEFT, secondsAfter);
        store.write(samples.act("recording.start"), s -> {
            s.recordings().add(recording);
            feedback.ifPresent(said -> s.feedback().add(clinic(), recording.id(), said));
            return true;
        });
        return recording;
    }

    @Test
    void the_cues_of_a_recording_come_back_as_they_were_and_the_newest_of_a_position_is_known() {
        Samples.Course course = samples.course(store, "Ada");
        Recording first = recorded(course, 10, Optional.of(TONES));
        Recording second = recorded(course, 20, Optional.of(NONE_BUT_SEEN));
        recorded(course, 30, Optional.empty());

        Map<Id<Recording>, Feedback> ofTest =
                store.read(s -> s.feedback().ofTest(clinic(), course.test().id()));

        assertThat(ofTest).containsOnly(Map.entry(first.id(), TONES), Map.entry(second.id(), NONE_BUT_SEEN));
        assertThat(newest(course, "curl-prone-15")).contains(NONE_BUT_SEEN);
        assertThat(newest(course, "curl-prone-30")).isEmpty();
        assertThat(newest(samples.course(store, "Bea"), "curl-prone-15")).isEmpty();
        assertThat(maybe(s -> s.feedback()
                        .newest(new Samples(9).clinic.id(), course.patient().id(), "curl-prone-15")))
                .isEmpty();
    }

    private Optional<Feedback> newest(Samples.Course course, String position) {
        return maybe(s -> s.feedback().newest(clinic(), course.patient().id(), position));
    }

    @Test
    void cues_stand_once_and_only_for_a_recording_of_the_own_clinic() {
        Samples.Course course = samples.course(store, "Ada");
        Recording recording = recorded(course, 10, Optional.of(TONES));
        Samples other = new Samples(2);
        other.found(store);

        StoreFailure again = failure(() -> store.write(samples.act("recording.start"), s -> {
            s.feedback().add(clinic(), recording.id(), NONE_BUT_SEEN);
            return true;
        }));
        StoreFailure foreign = failure(() -> store.write(other.act("recording.start"), s -> {
            s.feedback().add(other.clinic.id(), recording.id(), NONE_BUT_SEEN);
            return true;
        }));

        assertThat(again.reason()).isEqualTo(StoreFailure.Reason.DUPLICATE);
        assertThat(foreign.reason()).isEqualTo(StoreFailure.Reason.NOT_FOUND);
        assertThat(List.of(newest(course, "curl-prone-15"))).containsExactly(Optional.of(TONES));
    }
}
