package org.plinth.web.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plinth.calibration.validity.SensorState;
import org.plinth.calibration.validity.SuspectCause;
import org.plinth.core.position.Fixation;
import org.plinth.core.quantity.Force;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.result.TestValue;
import org.plinth.core.series.SeriesKey;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.core.symmetry.SymmetryOutcome.Symmetry;
import org.plinth.core.symmetry.ThresholdState;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.TestSymmetry;
import org.plinth.web.clinic.TestTrust;
import org.plinth.web.store.TrustStore.Moment;
import org.plinth.web.store.TrustStore.What;

class TrustBookTest {

    private static final Random RANDOM = new Random(5);
    private static final Id<Sensor> SENSOR = id();
    private static final String CALIBRATION = "c1";
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    @Test
    void a_result_between_the_last_good_check_and_a_failed_one_is_in_doubt_and_those_before_are_not() {
        TrustBook book = book(calibrated(0, 365), at(7, What.OBJECT_PASS), at(14, What.OBJECT_FAIL));

        assertThat(book.of(result(day(6))).marks()).isEmpty();
        assertThat(book.of(result(day(10))).marks()).containsExactly(Mark.SUSPECT);
        assertThat(book.of(result(day(10))).causes()).containsExactly(SuspectCause.FAILED_CHECK);
        assertThat(book.of(result(day(10))).doubtedAt()).contains(day(14));
        assertThat(book.of(result(day(20))).counts()).isFalse();
    }

    @Test
    void at_the_time_of_recording_nothing_was_known_of_a_later_failed_check() {
        ResultTrust trust = book(calibrated(0, 365), at(14, What.OBJECT_FAIL)).of(result(day(10)));

        assertThat(trust.then()).isInstanceOf(SensorState.InDate.class);
        assertThat(trust.isSound()).isFalse();
    }

    @Test
    void a_zero_that_is_right_neither_clears_a_wrong_span_nor_confirms_it() {
        TrustBook book =
                book(calibrated(0, 365), at(9, What.ZERO_PASS), at(14, What.OBJECT_FAIL), at(15, What.ZERO_PASS));

        assertThat(book.of(result(day(5))).counts()).isFalse();
        assertThat(book.of(result(day(16))).counts()).isFalse();
    }

    @Test
    void an_object_that_weighs_what_it_weighed_does_not_clear_a_mass_that_weighs_too_much() {
        TrustBook book = book(calibrated(0, 365), at(14, What.MASS_FAIL), at(15, What.OBJECT_PASS));

        assertThat(book.of(result(day(16))).marks()).containsExactly(Mark.SUSPECT);
        assertThat(book(calibrated(0, 365), at(14, What.OBJECT_FAIL), at(15, What.MASS_PASS))
                        .of(result(day(16)))
                        .marks())
                .isEmpty();
    }

    @Test
    void a_drop_that_did_no_harm_leaves_no_mark_once_a_check_has_passed() {
        TrustBook dropped = book(calibrated(0, 365), at(10, What.DROP));
        TrustBook checked = book(calibrated(0, 365), at(10, What.DROP), at(12, What.OBJECT_PASS));

        assertThat(dropped.of(result(day(11))).causes()).containsExactly(SuspectCause.DROP);
        assertThat(dropped.of(result(day(9))).isSound()).isTrue();
        assertThat(checked.of(result(day(11))).isSound()).isTrue();
        assertThat(checked.of(result(day(11))).then()).isInstanceOf(SensorState.Suspect.class);
    }

    @Test
    void a_result_recorded_with_an_expired_calibration_stays_marked_when_a_new_one_comes() {
        TrustBook book = book(
                calibrated(0, 30),
                new Moment(SENSOR, "virtual", "V1", What.CALIBRATED, "c2", day(60), Optional.of(day(400)), day(60)));

        ResultTrust late = book.of(result(day(40)));

        assertThat(late.marks()).containsExactly(Mark.EXPIRED);
        assertThat(late.validUntil()).contains(day(30));
        assertThat(book.of(result(day(29))).isSound()).isTrue();
        assertThat(book.of(result(day(30))).isSound()).isFalse();
    }

    @Test
    void a_clinicians_reason_makes_it_count_and_taking_it_back_ends_that() {
        SideResult result = result(day(10));
        List<Moment> moments = List.of(calibrated(0, 365), at(14, What.OBJECT_FAIL));

        assertThat(TrustBook.of(moments, List.of(word(result, true))).of(result).counts())
                .isTrue();
        assertThat(TrustBook.of(moments, List.of(word(result, true))).of(result).isSound())
                .isFalse();
        assertThat(TrustBook.of(moments, List.of(word(result, false)))
                        .of(result)
                        .counts())
                .isFalse();
    }

    @Test
    void a_reason_given_for_one_doubt_does_not_cover_what_came_up_later() {
        SideResult result = result(day(10));
        Moment told = new Moment(SENSOR, "virtual", "V1", What.DROP, "d", day(9), Optional.empty(), day(30));
        List<TestTrust> word = List.of(word(result, true));

        assertThat(TrustBook.of(List.of(calibrated(0, 365), at(14, What.OBJECT_FAIL), at(30, What.MASS_FAIL)), word)
                        .of(result)
                        .counts())
                .as("a mass that fails after the word")
                .isFalse();
        assertThat(TrustBook.of(List.of(calibrated(0, 365), at(14, What.OBJECT_FAIL), told), word)
                        .of(result)
                        .counts())
                .as("a drop before the test, told of after the word")
                .isFalse();
        assertThat(TrustBook.of(List.of(calibrated(0, 365), at(9, What.DROP), at(14, What.OBJECT_FAIL)), word)
                        .of(result)
                        .counts())
                .isTrue();
    }

    @Test
    void a_symmetry_that_rests_on_a_doubt_is_not_judged_and_is_again_when_it_is_cleared() {
        SideResult result = result(day(10));
        TestSymmetry stored = symmetry(result);
        TrustBook failed = book(calibrated(0, 365), at(14, What.OBJECT_FAIL));

        Symmetry doubted =
                failed.seen(stored, List.of(result)).outcome().symmetry().orElseThrow();
        Symmetry sound = book(calibrated(0, 365))
                .seen(stored, List.of(result))
                .outcome()
                .symmetry()
                .orElseThrow();

        assertThat(doubted.state()).isEqualTo(ThresholdState.CANNOT_TELL);
        assertThat(doubted.flags()).contains(ResultFlag.CALIBRATION_SUSPECT);
        assertThat(doubted.percent()).isEqualTo(96.5);
        assertThat(sound.state()).isEqualTo(ThresholdState.MET);
    }

    @Test
    void a_sensor_that_was_put_aside_says_since_when_until_it_is_back() {
        List<Moment> moments = new ArrayList<>(List.of(at(3, What.PUT_ASIDE)));
        assertThat(SensorTrust.of(moments).putAsideAt(day(4))).contains(day(3));
        moments.add(at(5, What.BACK_IN_USE));
        assertThat(SensorTrust.of(moments).putAsideAt(day(6))).isEmpty();
    }

    private static TrustBook book(Moment... moments) {
        return TrustBook.of(List.of(moments), List.of());
    }

    private static Moment calibrated(int day, int days) {
        return new Moment(
                SENSOR,
                "virtual",
                "V1",
                What.CALIBRATED,
                CALIBRATION,
                day(day),
                Optional.of(day(day + days)),
                day(day));
    }

    private static Moment at(int day, What what) {
        return new Moment(SENSOR, "virtual", "V1", what, what + "" + day, day(day), Optional.empty(), day(day));
    }

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }

    private static <T> Id<T> id() {
        return Id.random(RANDOM);
    }

    private static SideResult result(Instant at) {
        SeriesKey key = new SeriesKey(
                "p",
                "curl-prone-15",
                1,
                Side.LEFT,
                Fixation.BELT,
                "standard",
                "heel",
                "virtual",
                "peak100_N@1",
                SeriesKey.Basis.FORCE,
                "best",
                "none",
                SeriesKey.Provenance.RECORDED);
        Force force = Force.ofNewtons(221.7);
        return new SideResult(
                id(),
                id(),
                id(),
                id(),
                id(),
                1,
                LocalDate.of(2026, 1, 9),
                at,
                key,
                new TestValue(3, force, force, OptionalDouble.empty(), Set.of()),
                3,
                3,
                new SideResult.Provenance("0".repeat(64), "V1", "1.0", CALIBRATION, "who", "0.1.0"));
    }

    private static TestTrust word(SideResult about, boolean trusted) {
        return new TestTrust(
                id(), about.clinic(), about.patient(), about.visit(), about.test(), 1, trusted, day(20), id(), "why");
    }

    private static TestSymmetry symmetry(SideResult of) {
        Id<PositionTest> test = of.test();
        SymmetryOutcome outcome = new Symmetry(
                Side.LEFT,
                3,
                96.5,
                96,
                OptionalDouble.empty(),
                Optional.empty(),
                ThresholdState.MET,
                90,
                Optional.empty(),
                Set.of());
        return new TestSymmetry(test, of.visit(), "curl-prone-15", of.date(), 1, outcome, "0.1.0");
    }
}
