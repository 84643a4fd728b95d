package org.plinth.core.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.programme.Contribution.Leg;
import org.plinth.core.programme.Contribution.Mover;
import org.plinth.core.programme.Contribution.Own;
import org.plinth.core.quantity.Force;
import org.plinth.core.symmetry.SymmetryChange.Story;

class ContributionTest {

    private static final Optional<MeasurementError> RIG = error(5);
    private static final Optional<MeasurementError> BELT = error(9);

    @Test
    void the_worked_example_of_a_trained_healthy_leg() {
        Contribution both = of(180, 198, 240, 276, RIG);

        assertThat(both.change().firstPercent()).isCloseTo(75.0, within(0.05));
        assertThat(both.change().nowPercent()).isCloseTo(71.7, within(0.05));
        assertThat(both.change().againstFirstTestPercent()).isCloseTo(82.5, within(0.05));
        assertThat(both.change().story()).isEqualTo(Story.BOTH_STRONGER_UNINJURED_MORE);
        assertThat(both.injured().symmetryLog()).isCloseTo(0.0953, within(0.00005));
        assertThat(both.uninjured().symmetryLog()).isCloseTo(-0.1398, within(0.00005));
        assertThat(both.change().symmetryLog()).isCloseTo(-0.0445, within(0.00005));
        assertThat(both.injured().percent()).isCloseTo(10, within(1e-9));
        assertThat(both.uninjured().percent()).isCloseTo(15, within(1e-9));
        assertThat(both.injured().difference()).isEqualTo(new Force(18));
        assertThat(both.uninjured().difference()).isEqualTo(new Force(36));
        assertThat(both.mover()).isEqualTo(Mover.UNINJURED);
    }

    @Test
    void in_a_rig_only_the_other_legs_gain_is_beyond_its_error() {
        // 1.96 · √2 · 5 % = 0.13859: 0.0953 is within, 0.1398 beyond; its limit is 240 · e^0.13859 = 275.68 N.
        Contribution rig = of(180, 198, 240, 276, RIG);
        assertThat(rig.injured().own()).isEqualTo(Own.WITHIN_ERROR);
        assertThat(rig.uninjured().own()).isEqualTo(Own.STRONGER);
        assertThat(rig.injured().isBeyondError()).isFalse();
        assertThat(rig.uninjured().isBeyondError()).isTrue();
        assertThat(rig.uninjured().limits().orElseThrow().high().newtons()).isCloseTo(275.68, within(0.005));

        assertThat(of(180, 198, 240, 276, BELT).uninjured().own()).isEqualTo(Own.WITHIN_ERROR);
        assertThat(of(180, 198, 240, 276, Optional.empty()).uninjured().own()).isEqualTo(Own.NO_ERROR_KNOWN);
        assertThat(of(180, 198, 240, 276, Optional.empty()).uninjured().limits())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"275, WITHIN_ERROR", "276, STRONGER", "209, WITHIN_ERROR", "208, WEAKER"})
    void boundaries_of_a_leg_lie_within_a_newton_of_its_limits(double now, Own own) {
        // 240 · e^±0.13859 = 275.68 and 208.94 N
        assertThat(of(180, 180, 240, now, RIG).uninjured().own()).isEqualTo(own);
    }

    @Test
    void two_baseline_visits_make_a_leg_surer() {
        Leg one = new Leg(new Force(200), 1, new Force(227), RIG);
        Leg two = new Leg(new Force(200), 2, new Force(227), RIG);

        // 200 · e^0.13859 = 229.7 N; 200 · e^(1.96 · √1.5 · 0.05) = 225.5 N
        assertThat(Contribution.of(one, two).orElseThrow().injured().own()).isEqualTo(Own.WITHIN_ERROR);
        assertThat(Contribution.of(one, two).orElseThrow().uninjured().own()).isEqualTo(Own.STRONGER);
    }

    @Test
    void without_force_there_is_no_part() {
        Leg leg = new Leg(new Force(200), 1, new Force(220), RIG);
        Leg nothing = new Leg(Force.ZERO, 1, new Force(220), RIG);

        assertThat(Contribution.of(leg, nothing)).isEmpty();
        assertThat(Contribution.of(nothing, leg)).isEmpty();
    }

    @Property
    void the_parts_make_the_whole_and_exchanging_the_legs_turns_it(
            @ForAll @DoubleRange(min = 50, max = 500) double x0,
            @ForAll @DoubleRange(min = 50, max = 500) double x1,
            @ForAll @DoubleRange(min = 50, max = 500) double y0,
            @ForAll @DoubleRange(min = 50, max = 500) double y1) {
        Contribution there = of(x0, x1, y0, y1, RIG);
        Contribution back = of(y0, y1, x0, x1, RIG);

        assertThat(there.injured().symmetryLog() + there.uninjured().symmetryLog())
                .isCloseTo(Math.log(x1 / y1) - Math.log(x0 / y0), within(1e-9));
        assertThat(back.uninjured().symmetryLog()).isEqualTo(-there.injured().symmetryLog() + 0.0);
        assertThat(back.uninjured().own()).isEqualTo(there.injured().own());
    }

    private static Contribution of(double x0, double x1, double y0, double y1, Optional<MeasurementError> error) {
        return Contribution.of(
                        new Leg(new Force(x0), 1, new Force(x1), error),
                        new Leg(new Force(y0), 1, new Force(y1), error))
                .orElseThrow();
    }

    private static Optional<MeasurementError> error(double percent) {
        return Optional.of(new MeasurementError(percent, "sample", true));
    }
}
