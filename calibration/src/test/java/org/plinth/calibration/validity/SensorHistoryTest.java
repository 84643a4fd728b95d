package org.plinth.calibration.validity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plinth.calibration.validity.SensorEvent.Calibrated;
import org.plinth.calibration.validity.SensorEvent.CheckPassed;
import org.plinth.calibration.validity.SensorEvent.Doubted;

class SensorHistoryTest {

    private static final Instant UNTIL = day(365);

    private static Instant day(int day) {
        return Instant.parse("2026-01-01T08:00:00Z").plusSeconds(day * 86_400L);
    }

    private static SensorHistory history(SensorEvent... events) {
        return new SensorHistory(List.of(events));
    }

    @Test
    void a_sensor_is_never_calibrated_then_in_date_then_due_then_expired() {
        SensorHistory history = history(new Calibrated(day(0), UNTIL));
        assertThat(history.at(day(-1))).isEqualTo(new SensorState.NeverCalibrated());
        assertThat(history.at(day(0))).isEqualTo(new SensorState.InDate(UNTIL));
        assertThat(history.at(day(334))).isEqualTo(new SensorState.InDate(UNTIL));
        assertThat(history.at(day(335))).isEqualTo(new SensorState.Due(UNTIL));
        assertThat(history.at(day(365))).isEqualTo(new SensorState.Expired(UNTIL));
        assertThat(history.at(day(365)).isTrusted()).isFalse();
        assertThat(history.at(day(335)).isTrusted()).isTrue();
    }

    @Test
    void a_failed_check_reaches_back_to_the_last_good_one_and_on_to_the_next() {
        SensorHistory history = history(
                new Calibrated(day(0), UNTIL),
                new CheckPassed(day(7)),
                new Doubted(day(14), SuspectCause.FAILED_CHECK),
                new CheckPassed(day(16)));
        assertThat(history.suspectWindows())
                .containsExactly(new SuspectWindow(day(7), Optional.of(day(16)), Set.of(SuspectCause.FAILED_CHECK)));
        assertThat(history.doubtsAbout(day(6))).isEmpty();
        assertThat(history.doubtsAbout(day(8))).containsExactly(SuspectCause.FAILED_CHECK);
        assertThat(history.doubtsAbout(day(15))).containsExactly(SuspectCause.FAILED_CHECK);
        assertThat(history.doubtsAbout(day(16))).isEmpty();
        assertThat(history.at(day(15))).isEqualTo(new SensorState.Suspect(day(14), Set.of(SuspectCause.FAILED_CHECK)));
        assertThat(history.at(day(16))).isEqualTo(new SensorState.InDate(UNTIL));
    }

    @Test
    void a_failed_check_before_any_good_one_reaches_back_to_the_beginning() {
        SensorHistory history = history(new Doubted(day(3), SuspectCause.FAILED_CHECK));
        assertThat(history.suspectWindows().get(0).after()).isEqualTo(Instant.MIN);
        assertThat(history.doubtsAbout(day(-4000))).containsExactly(SuspectCause.FAILED_CHECK);
        assertThat(history.at(day(4))).isEqualTo(new SensorState.NeverCalibrated());
    }

    @Test
    void a_drop_doubts_what_follows_it_until_a_check_passes_and_then_nothing() {
        Calibrated calibrated = new Calibrated(day(0), UNTIL);
        Doubted dropped = new Doubted(day(10), SuspectCause.DROP);
        assertThat(history(calibrated, dropped).doubtsAbout(day(9))).isEmpty();
        assertThat(history(calibrated, dropped).doubtsAbout(day(12))).containsExactly(SuspectCause.DROP);
        assertThat(history(calibrated, dropped, new CheckPassed(day(13))).doubtsAbout(day(12)))
                .isEmpty();
    }

    @Test
    void a_drop_that_a_failed_check_confirms_stays_in_doubt_back_to_the_last_good_check() {
        SensorHistory history = history(
                new Calibrated(day(0), UNTIL),
                new Doubted(day(10), SuspectCause.DROP),
                new Doubted(day(11), SuspectCause.FAILED_CHECK),
                new Calibrated(day(20), day(385)));
        assertThat(history.suspectWindows())
                .containsExactly(new SuspectWindow(
                        day(0), Optional.of(day(20)), Set.of(SuspectCause.DROP, SuspectCause.FAILED_CHECK)));
    }

    @Test
    void other_firmware_and_overload_put_it_in_doubt_together() {
        SensorHistory history = history(
                new Calibrated(day(0), UNTIL),
                new Doubted(day(2), SuspectCause.FIRMWARE_CHANGED),
                new Doubted(day(3), SuspectCause.OVERLOAD));
        assertThat(history.at(day(4)))
                .isEqualTo(
                        new SensorState.Suspect(day(2), Set.of(SuspectCause.FIRMWARE_CHANGED, SuspectCause.OVERLOAD)));
        assertThat(history.doubtsAbout(day(1))).contains(SuspectCause.FIRMWARE_CHANGED);
    }

    @Test
    void doubt_outweighs_expiry_and_a_check_does_not_renew_a_calibration() {
        SensorHistory history = history(
                new Calibrated(day(0), day(30)),
                new Doubted(day(40), SuspectCause.FAILED_CHECK),
                new CheckPassed(day(50)));
        assertThat(history.at(day(45))).isInstanceOf(SensorState.Suspect.class);
        assertThat(history.at(day(51))).isEqualTo(new SensorState.Expired(day(30)));
    }

    @Test
    void events_may_come_in_any_order() {
        SensorEvent calibrated = new Calibrated(day(0), UNTIL);
        SensorEvent failed = new Doubted(day(14), SuspectCause.FAILED_CHECK);
        assertThat(history(failed, calibrated).events())
                .isEqualTo(history(calibrated, failed).events())
                .containsExactly(calibrated, failed);
        assertThat(history(failed, calibrated).suspectWindows())
                .isEqualTo(history(calibrated, failed).suspectWindows())
                .hasSize(1);
    }
}
