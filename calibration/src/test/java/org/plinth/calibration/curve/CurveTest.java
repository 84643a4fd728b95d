package org.plinth.calibration.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plinth.calibration.CurveCalibration;
import org.plinth.calibration.Validity;
import org.plinth.calibration.curve.PiecewiseCurve.Knot;

class CurveTest {

    private static final Range RANGE = new Range(0, 10);

    @Test
    void a_parabola_that_turns_inside_its_range_is_not_monotone_and_says_where() {
        QuadraticCurve turns = new QuadraticCurve(0, 4, -0.25, RANGE);
        assertThat(turns.isMonotone()).isFalse();
        assertThat(turns.turnsAt()).hasValue(8);
        assertThatThrownBy(() -> turns.deflection(3)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_parabola_that_turns_beyond_its_range_goes_on_as_a_line_instead() {
        QuadraticCurve curve = new QuadraticCurve(0, 4, -0.15, RANGE);
        assertThat(curve.isMonotone()).isTrue();
        assertThat(curve.newtons(10)).isEqualTo(25);
        assertThat(curve.newtons(20)).isCloseTo(25 + 10, within(1e-12));
        assertThat(curve.deflection(35)).isCloseTo(20, within(1e-12));
    }

    @Test
    void lines_between_knots_meet_them_and_go_on() {
        PiecewiseCurve curve = new PiecewiseCurve(List.of(new Knot(0, 0), new Knot(4, 8), new Knot(10, 26)));
        assertThat(curve.newtons(2)).isEqualTo(4);
        assertThat(curve.newtons(4)).isEqualTo(8);
        assertThat(curve.newtons(7)).isEqualTo(17);
        assertThat(curve.newtons(12)).isEqualTo(32);
        assertThat(curve.newtons(-1)).isEqualTo(-2);
        assertThat(curve.deflection(17)).isEqualTo(7);
    }

    @Test
    void knots_that_fall_back_are_not_monotone() {
        PiecewiseCurve curve = new PiecewiseCurve(List.of(new Knot(0, 0), new Knot(4, 8), new Knot(10, 7)));
        assertThat(curve.turnsAt()).hasValue(4);
    }

    @Test
    void a_calibration_counts_from_the_unloaded_reading_and_has_its_time() {
        Instant from = Instant.parse("2026-01-10T08:00:00Z");
        CurveCalibration calibration =
                new CurveCalibration("c", new LinearCurve(0.5, 2, RANGE), 100, from, from.plusSeconds(60));
        assertThat(calibration.newtons(103)).isEqualTo(6.5);
        assertThat(calibration.sensorValue(6.5)).isEqualTo(103);
        assertThat(calibration.newtonsAtZeroReading()).isEqualTo(-199.5);
        assertThat(calibration.isWithinRange(105)).isTrue();
        assertThat(calibration.isWithinRange(99)).isFalse();
        assertThat(calibration.validityAt(from.minusNanos(1))).isEqualTo(Validity.NOT_YET);
        assertThat(calibration.validityAt(from.plusSeconds(60))).isEqualTo(Validity.EXPIRED);
    }

    @Test
    void a_curve_that_turns_is_no_calibration() {
        CalibrationCurve turns = new QuadraticCurve(0, 4, -0.25, RANGE);
        assertThatThrownBy(() -> new CurveCalibration("c", turns, 0, Instant.EPOCH, Instant.MAX))
                .hasMessageContaining("turns");
    }
}
