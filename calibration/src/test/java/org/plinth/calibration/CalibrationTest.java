package org.plinth.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.plinth.core.quantity.ForceUnit;

class CalibrationTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant NEXT_YEAR = Instant.parse("2027-03-02T08:00:00Z");

    @Test
    void a_line_turns_counts_into_newtons() {
        LinearCalibration line = line(0.0125, -3.5);

        assertThat(line.newtons(10_000)).isEqualTo(121.5);
        assertThat(line.isCalibrated()).isTrue();
    }

    @Test
    void a_line_is_valid_from_its_first_moment_until_the_first_one_after_it() {
        LinearCalibration line = line(1, 0);

        assertThat(line.isValidAt(MORNING.minusNanos(1))).isFalse();
        assertThat(line.isValidAt(MORNING)).isTrue();
        assertThat(line.isValidAt(NEXT_YEAR.minusNanos(1))).isTrue();
        assertThat(line.isValidAt(NEXT_YEAR)).isFalse();
    }

    @Test
    void without_a_reference_the_makers_unit_is_used_and_said_to_be_uncalibrated() {
        Calibration none = Calibration.uncalibrated(Optional.of(ForceUnit.KILOGRAM_FORCE));

        assertThat(none.newtons(10)).isCloseTo(98.0665, within(1e-12));
        assertThat(none.isCalibrated()).isFalse();
        assertThat(none.id()).isEqualTo("uncalibrated");
    }

    @Test
    void bare_counts_without_a_calibration_have_no_newtons() {
        Calibration none = Calibration.uncalibrated(Optional.empty());

        assertThatThrownBy(() -> none.newtons(8_388_608))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("calibrate it before recording");
    }

    @Test
    void a_line_that_cannot_measure_is_refused() {
        assertThatThrownBy(() -> line(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> line(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> line(1, Double.POSITIVE_INFINITY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LinearCalibration("c", 1, 0, NEXT_YEAR, MORNING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must end after it begins");
    }

    @Property
    void calibrating_an_inverted_value_gives_it_back(
            @ForAll @DoubleRange(min = -5000, max = 5000) double newtons,
            @ForAll @DoubleRange(min = 0.01, max = 20) double slope,
            @ForAll @DoubleRange(min = -200, max = 200) double intercept) {
        LinearCalibration line = line(slope, intercept);

        assertThat(line.newtons(line.sensorValue(newtons))).isCloseTo(newtons, within(1e-8));
    }

    private static LinearCalibration line(double slope, double intercept) {
        return new LinearCalibration("c1", slope, intercept, MORNING, NEXT_YEAR);
    }
}
