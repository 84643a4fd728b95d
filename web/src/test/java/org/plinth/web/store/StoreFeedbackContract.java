package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plinth.core.position.Fixation;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Feedback;
import org.plinth.web.clinic.Feedback.Cue;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.TypedReading;
import org.plinth.web.clinic.Visit;

/** Under which cues efforts were made, and values without a raw record. */
abstract class StoreFeedbackContract extends StoreImportsContract {

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

    TypedReading reading(Samples.Course course, Id<Patient> patient, String device) {
        return new TypedReading(
                samples.id(),
                clinic(),
                patient,
                course.visit().id(),
                "curl-prone-15",
                1,
                Side.LEFT,
                Optional.of(Fixation.BELT),
                TypedReading.Quantity.FORCE,
                TypedReading.Source.TYPED,
                device,
                "kgf",
                20.4,
                200.05566,
                false,
                0,
                OptionalInt.of(2),
                Optional.of(samples.clinician.id()),
                Samples.NOW,
                samples.clinician.id(),
                Optional.empty());
    }

    @Test
    void a_typed_reading_comes_back_as_it_was_and_one_that_is_taken_back_keeps_its_reason() {
        Samples.Course course = samples.course(store, "Ada");
        TypedReading first = reading(course, course.patient().id(), "Sample display");
        TypedReading second = reading(course, course.patient().id(), "Sample display");
        store.write(samples.act("reading.add"), s -> {
            s.readings().add(first);
            s.readings().add(second);
            return true;
        });
        store.write(act("reading.withdraw", "wrong leg", samples.clinician.id(), Samples.NOW), s -> {
            s.readings().withdraw(clinic(), course.visit().id(), first.id());
            return true;
        });

        List<TypedReading> found =
                all(s -> s.readings().ofVisit(clinic(), course.visit().id()));

        assertThat(found).hasSize(2).contains(second);
        assertThat(all(s -> s.readings().export(clinic())))
                .extracting(row -> row.reading())
                .containsExactlyElementsOf(found);
        assertThat(all(s -> s.readings().export(clinic()))).allSatisfy(row -> {
            assertThat(row.patient()).isEqualTo(course.patient());
            assertThat(row.visitDate()).isEqualTo(course.visit().date());
            assertThat(row.visitClosed()).isFalse();
        });
        assertThat(all(s -> s.readings().export(new Samples(9).clinic.id()))).isEmpty();
        Set<Id<Patient>> counted = store.read(s -> s.consents().withResults(clinic()));
        assertThat(counted)
                .as("whose consent counts for a file")
                .contains(course.patient().id());
        assertThat(found.stream().filter(one -> !one.stands()).map(TypedReading::withdrawn))
                .containsExactly(Optional.of("wrong leg"));
        StoreFailure again =
                failure(() -> store.write(act("reading.withdraw", "again", samples.clinician.id(), Samples.NOW), s -> {
                    s.readings().withdraw(clinic(), course.visit().id(), first.id());
                    return true;
                }));
        assertThat(again.reason()).isEqualTo(StoreFailure.Reason.NOT_FOUND);
    }

    @Test
    void a_reading_is_refused_for_another_patient_without_a_reason_to_take_it_back_and_after_the_visit() {
        Samples.Course course = samples.course(store, "Ada");
        Samples.Course other = samples.course(store, "Bea");
        TypedReading mixed = reading(course, other.patient().id(), "Sample display");
        TypedReading good = reading(course, course.patient().id(), "Sample display");
        store.write(samples.act("reading.add"), s -> {
            s.readings().add(good);
            return true;
        });
        StoreFailure mixedUp = failure(() -> store.write(samples.act("reading.add"), s -> {
            s.readings().add(mixed);
            return true;
        }));
        StoreFailure silent = failure(() -> store.write(samples.act("reading.withdraw"), s -> {
            s.readings().withdraw(clinic(), course.visit().id(), good.id());
            return true;
        }));
        Visit open = course.visit();
        Visit closed = new Visit(
                open.id(),
                open.clinic(),
                open.patient(),
                open.episode(),
                1,
                open.date(),
                open.zone(),
                open.clinician(),
                open.startedAt(),
                true);
        store.write(samples.act("visit.close"), s -> s.visits().amend(closed, 1));
        StoreFailure late = failure(() -> store.write(samples.act("reading.add"), s -> {
            s.readings().add(reading(course, course.patient().id(), "Sample display"));
            return true;
        }));

        assertThat(mixedUp.reason()).isEqualTo(StoreFailure.Reason.NOT_FOUND);
        assertThat(silent.reason()).isEqualTo(StoreFailure.Reason.INVALID);
        assertThat(late.reason()).isEqualTo(StoreFailure.Reason.WRONG_STATE);
    }

    @Override
    void readings(Samples.Course course) {
        TypedReading first = reading(course, course.patient().id(), "display of " + CANARY);
        store.write(samples.act("reading.add"), s -> {
            s.readings().add(first);
            s.readings().add(reading(course, course.patient().id(), "display of " + CANARY));
            return true;
        });
        store.write(act("reading.withdraw", CANARY + " moved", samples.clinician.id(), Samples.NOW), s -> {
            s.readings().withdraw(clinic(), course.visit().id(), first.id());
            return true;
        });
    }
}
