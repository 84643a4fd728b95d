package org.plinth.calibration.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.calibration.conformity.Decision;
import org.plinth.calibration.gravity.LocalGravity;
import org.plinth.calibration.reference.Load;
import org.plinth.calibration.reference.ReferenceUncertainty;
import org.plinth.core.quantity.Force;

class ChecksTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static Force newtons(double newtons) {
        return Force.ofNewtons(newtons);
    }

    @ParameterizedTest
    @CsvSource({
        "98.0, 98.9, 0.1, true",
        "98.0, 99.0, 0.1, false",
        "98.0, 97.0, 0.1, false",
        "20.0, 20.5, 0.1, true",
        "20.0, 20.51, 0.1, false",
        "20.0, 24.0, 4.45, true",
        "400, 404, 0.1, true",
        "400, 408, 0.1, false"
    })
    void a_weekly_check_passes_within_one_percent_one_step_or_half_a_newton(
            double reference, double now, double step, boolean passes) {
        assertThat(new WeeklyCheck(NOW, newtons(reference), newtons(now), newtons(step)).passes())
                .isEqualTo(passes);
    }

    @Test
    void a_span_that_changed_by_two_percent_does_not_pass() {
        WeeklyCheck check = new WeeklyCheck(NOW, newtons(98.05), newtons(98.05 * 1.02), newtons(0.1));
        assertThat(check.changePercent()).isCloseTo(2, within(1e-9));
        assertThat(check.passes()).isFalse();
    }

    @Test
    void an_object_that_shows_nothing_is_no_reference() {
        assertThatThrownBy(() -> new WeeklyCheck(NOW, newtons(0), newtons(1), newtons(0.1)))
                .hasMessageContaining("above 0 N");
    }

    @Test
    void the_daily_zero_may_be_half_a_newton_off() {
        assertThat(new ZeroCheck(NOW, newtons(-0.5)).passes()).isTrue();
        assertThat(new ZeroCheck(NOW, newtons(0.51)).passes()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"98.10, PASS", "98.95, PASS", "99.10, CANNOT_TELL", "99.4, FAIL", "96.8, FAIL"})
    void a_known_mass_is_judged_with_the_guard_band(double shown, Decision expected) {
        MassCheck check = MassCheck.of(
                new Load.Mass(10),
                newtons(shown),
                LocalGravity.at(51.24, 60),
                new ReferenceUncertainty.Limits(1e-3),
                newtons(0.1));
        // u = sqrt((98.1015 · 1e-3 / √3)² + (98.1015 · 5e-5)² + 0.1²/12) = 0.0637602
        assertThat(check.expandedUncertainty().newtons()).isCloseTo(0.1275204, within(1e-6));
        assertThat(check.applied().newtons()).isCloseTo(98.1015, within(1e-4));
        assertThat(check.decision()).isEqualTo(expected);
    }

    /** 20 N: the limit is 0.5 N, which is 2.5 % of it. 0.3 N too much is 1.5 %: at 300 N that would be 4.5 N. */
    @ParameterizedTest
    @CsvSource({"5, PASS", "2, PASS", "0.5, CANNOT_TELL"})
    void a_light_mass_can_show_that_a_sensor_is_wrong_and_never_that_it_is_right(
            double kilograms, Decision whereRight) {
        MassCheck right = light(kilograms, 1.002);
        MassCheck wrong = light(kilograms, 1.2);
        assertThat(right.decision()).isEqualTo(whereRight);
        assertThat(light(kilograms, 1.015).decision()).isNotEqualTo(Decision.PASS);
        assertThat(wrong.decision()).isEqualTo(kilograms < 1 ? Decision.CANNOT_TELL : Decision.FAIL);
    }

    private static MassCheck light(double kilograms, double span) {
        return MassCheck.of(
                new Load.Mass(kilograms),
                newtons(kilograms * 9.81 * span),
                LocalGravity.at(51.24, 60),
                new ReferenceUncertainty.Limits(5e-5),
                newtons(0.1));
    }

    @Test
    void a_mass_of_which_nobody_knows_how_good_it_is_gives_no_verdict() {
        MassCheck check = MassCheck.of(
                new Load.Mass(10),
                newtons(120),
                LocalGravity.at(51.24, 60),
                new ReferenceUncertainty.NotStated(),
                newtons(0.1));
        assertThat(check.decision()).isEqualTo(Decision.CANNOT_TELL);
    }
}
