package org.plinth.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.plinth.core.quantity.ForceUnit;

class LinearCalibrationTest {

    private static final Instant FROM = Instant.parse("2026-01-10T08:00:00Z");
    private static final Instant UNTIL = Instant.parse("2027-01-10T08:00:00Z");

    private static LinearCalibration line(double slope, double intercept) {
        return new LinearCalibration("c1", slope, intercept, FROM, UNTIL);
    }

    @Test
    void force_is_slope_times_reading_plus_intercept() {
        assertThat(line(0.002, -3).newtons(50_000)).isCloseTo(97, within(1e-9));
    }

    @Property
    void what_is_calibrated_and_inverted_is_what_it_was(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double reading,
            @ForAll @DoubleRange(min = 1e-4, max = 100) @Scale(4) double slope,
            @ForAll @DoubleRange(min = -500, max = 500) double intercept) {
        LinearCalibration calibration = line(slope, intercept);
        assertThat(calibration.sensorValue(calibration.newtons(reading)))
                .isCloseTo(reading, within(1e-6 * Math.max(1, Math.abs(reading) + 500 / slope)));
    }

    @Test
    void it_is_valid_from_its_first_moment_and_expired_at_its_last() {
        LinearCalibration calibration = line(1, 0);
        assertThat(calibration.validityAt(FROM.minusNanos(1))).isEqualTo(Validity.NOT_YET);
        assertThat(calibration.validityAt(FROM)).isEqualTo(Validity.VALID);
        assertThat(calibration.validityAt(UNTIL.minusNanos(1))).isEqualTo(Validity.VALID);
        assertThat(calibration.validityAt(UNTIL)).isEqualTo(Validity.EXPIRED);
    }

    @Test
    void a_slope_or_intercept_that_is_none_is_refused_with_its_value() {
        assertThatThrownBy(() -> line(0, 0)).hasMessageContaining("was 0.0");
        assertThatThrownBy(() -> line(Double.NaN, 0)).hasMessageContaining("was NaN");
        assertThatThrownBy(() -> line(1, Double.POSITIVE_INFINITY)).hasMessageContaining("was Infinity");
    }

    @Test
    void the_makers_unit_gives_newtons_that_say_they_are_uncalibrated() {
        Calibration none = Calibration.uncalibrated(Optional.of(ForceUnit.KILOGRAM_FORCE));
        assertThat(none.newtons(10)).isCloseTo(98.0665, within(1e-12));
        assertThat(none.isCalibrated()).isFalse();
        assertThat(none.id()).isEqualTo("uncalibrated");
        assertThat(none.validityAt(FROM)).isEqualTo(Validity.NEVER_CALIBRATED);
    }

    @Test
    void bare_counts_have_no_newtons() {
        Calibration none = Calibration.uncalibrated(Optional.empty());
        assertThatThrownBy(() -> none.newtons(10)).isInstanceOf(IllegalStateException.class);
    }
}
