package org.plinth.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.SetUpPhoto;
import org.plinth.web.store.StoreFailure.Reason;

/** Photos of set-ups: sealed, bound to their leg, replaced and removed with a reason, never seen by another clinic. */
abstract class StorePhotosContract extends StorePreparationsContract {

    private SetUpPhoto photo(Samples.Course course, Side side, String picture, String reason, int seen) {
        return store.write(
                act("photo.take", reason, samples.clinician.id(), Samples.NOW.plusSeconds(seen)),
                s -> s.photos().add(CanaryPreparations.photo(samples, course, side), bytes(picture), seen));
    }

    private void remove(Samples.Course course, Side side, String reason, int seen) {
        store.write(act("photo.remove", reason, samples.clinician.id(), Samples.NOW), s -> {
            s.photos().remove(clinic(), course.test().id(), side, seen);
            return true;
        });
    }

    private static byte[] bytes(String picture) {
        return picture.getBytes(StandardCharsets.UTF_8);
    }

    private Optional<String> picture(SetUpPhoto photo) {
        return maybe(s -> s.photos().picture(photo)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private long pictures() throws Exception {
        try (var connection = administrator();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM set_up_photo_image")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private List<String> stored() throws Exception {
        List<String> all = new ArrayList<>();
        try (var connection = administrator();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT sealed_image FROM set_up_photo_image")) {
            while (rows.next()) {
                all.add(new String(rows.getBytes(1), StandardCharsets.ISO_8859_1));
            }
        }
        return all;
    }

    @Test
    void each_leg_has_its_own_photo_and_the_last_one_stands() {
        Samples.Course course = samples.course(store, "Ada");
        SetUpPhoto first = photo(course, Side.LEFT, "one", "", 0);
        SetUpPhoto left = photo(course, Side.LEFT, "two", "it was blurred", 1);
        SetUpPhoto right = photo(course, Side.RIGHT, "three", "", 0);

        assertThat(left.number()).isEqualTo(2);
        assertThat(all(s -> s.photos().ofPatient(clinic(), course.patient().id())))
                .containsExactlyInAnyOrder(left, right);
        assertThat(all(s -> s.photos().kept(clinic(), course.patient().id())))
                .containsExactlyInAnyOrder(first, left, right);
        assertThat(picture(left)).contains("two");
        assertThat(picture(right)).contains("three");
        assertThat(failure(() -> photo(course, Side.LEFT, "four", "sharper", 1)).reason())
                .isEqualTo(Reason.OLD_VERSION);
        assertThat(failure(() -> photo(course, Side.LEFT, "four", " ", 2)).reason())
                .as("replacing without a reason")
                .isEqualTo(Reason.INVALID);
        assertThat(maybe(s -> s.audit().verify())).isEmpty();
    }

    @Test
    void what_was_removed_is_gone_for_good_and_that_it_was_stays() throws Exception {
        Samples.Course course = samples.course(store, "Ada");
        photo(course, Side.LEFT, "one", "", 0);
        photo(course, Side.LEFT, "two", "it was blurred", 1);
        assertThat(failure(() -> remove(course, Side.LEFT, "", 2)).reason()).isEqualTo(Reason.INVALID);
        assertThat(failure(() -> remove(course, Side.LEFT, "wrong leg", 1)).reason())
                .isEqualTo(Reason.OLD_VERSION);

        remove(course, Side.LEFT, "wrong leg", 2);

        assertThat(all(s -> s.photos().ofPatient(clinic(), course.patient().id())))
                .isEmpty();
        assertThat(all(s -> s.photos().kept(clinic(), course.patient().id()))).isEmpty();
        assertThat(pictures()).isZero();
        List<AuditEvent> last = store.read(s -> s.audit().newest(clinic(), Long.MAX_VALUE, 1));
        assertThat(last.get(0).action()).isEqualTo("photo.remove");
        assertThat(last.get(0).reason()).matches("sha256:[0-9a-f]{64}");
        assertThat(failure(() -> remove(course, Side.LEFT, "again", 0)).reason())
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(photo(course, Side.LEFT, "three", "", 0).number()).isEqualTo(4);
    }

    @Test
    void a_picture_lies_sealed_and_opens_for_its_own_leg_alone() throws Exception {
        Samples.Course course = samples.course(store, "Ada");
        SetUpPhoto left = photo(course, Side.LEFT, CANARY + " left", "", 0);
        SetUpPhoto right = photo(course, Side.RIGHT, CANARY + " right", "", 0);
        assertThat(stored()).hasSize(2).allSatisfy(bytes -> assertThat(bytes).doesNotContain(CANARY));

        asAdministrator("DELETE FROM set_up_photo_image WHERE side = 'RIGHT'");
        asAdministrator("UPDATE set_up_photo_image SET side = 'RIGHT'");

        assertThat(picture(left)).isEmpty();
        assertThat(picture(right))
                .as("the left leg's bytes in the right leg's row")
                .isEmpty();
    }

    @Test
    void another_clinic_finds_none_and_another_patients_test_takes_none() {
        Samples.Course course = samples.course(store, "Ada");
        Samples.Course other = samples.course(store, "Other");
        SetUpPhoto left = photo(course, Side.LEFT, "one", "", 0);
        Id<Clinic> stranger = new Samples(9).clinic.id();

        assertThat(all(s -> s.photos().ofPatient(stranger, course.patient().id())))
                .isEmpty();
        assertThat(all(s -> s.photos().kept(stranger, course.patient().id()))).isEmpty();
        assertThat(maybe(s -> s.photos().find(stranger, course.test().id(), Side.LEFT)))
                .isEmpty();
        assertThat(maybe(s -> s.photos()
                        .picture(new SetUpPhoto(
                                stranger,
                                left.patient(),
                                left.test(),
                                left.side(),
                                left.number(),
                                left.width(),
                                left.height(),
                                left.at(),
                                left.author()))))
                .isEmpty();
        SetUpPhoto mixed = new SetUpPhoto(
                clinic(),
                other.patient().id(),
                course.test().id(),
                Side.RIGHT,
                1,
                10,
                10,
                Samples.NOW,
                samples.clinician.id());
        assertThat(failure(() -> store.write(
                                samples.act("photo.take"), s -> s.photos().add(mixed, bytes("x"), 0)))
                        .reason())
                .isEqualTo(Reason.WRONG_STATE);
    }
}
