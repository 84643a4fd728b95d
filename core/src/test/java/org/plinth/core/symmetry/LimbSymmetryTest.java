package org.plinth.core.symmetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.core.position.Fixation;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.position.TestPosition;
import org.plinth.core.quantity.Force;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.symmetry.SymmetryOutcome.Symmetry;
import org.plinth.core.testkit.SampleKeys;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;

class LimbSymmetryTest {

    private static final long MINUTE = 60_000_000;

    /** GOLD-1: left injured 212, 221, 218 N; right 262, 258, 270 N; SEM 5 % a side. */
    @Test
    void the_worked_example_gives_its_printed_digits() {
        Symmetry symmetry = symmetry(side(Side.LEFT, 212, 221, 218), side(Side.RIGHT, 262, 258, 270), 5);

        assertThat(symmetry.k()).isEqualTo(3);
        assertThat(symmetry.percent()).isCloseTo(81.8519, within(0.00005));
        assertThat(symmetry.percentOfMeans()).isCloseTo(82.405, within(0.0005));
        SymmetryInterval interval = symmetry.interval().orElseThrow();
        assertThat(interval.low95()).isCloseTo(71.26, within(0.005));
        assertThat(interval.high95()).isCloseTo(94.02, within(0.005));
        assertThat(100 - interval.low95()).isCloseTo(29, within(0.5));
        assertThat(100 - interval.high95()).isCloseTo(6, within(0.5));
        assertThat(symmetry.state()).isEqualTo(ThresholdState.NOT_MET);
        assertThat(symmetry.flags()).containsExactly(ResultFlag.PROVISIONAL_ERROR);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 0, 82.8, 97.8", "5, 0, 78.4, 103.4", "8, 0, 72.1, 112.3", "10, 0, 68.2, 118.7",
        "3, 0.5, 84.9, 95.5", "5, 0.5, 81.6, 99.3", "8, 0.5, 76.9, 105.3", "10, 0.5, 74.0, 109.5"
    })
    void the_interval_of_90_is_that_of_the_worked_table(double sem, double rho, double low, double high) {
        SymmetryInterval interval = SymmetryInterval.around(90, SymmetryInterval.spread(sem, sem, rho), 90);

        assertThat(interval.low95()).isCloseTo(low, within(0.05));
        assertThat(interval.high95()).isCloseTo(high, within(0.05));
    }

    @ParameterizedTest
    @CsvSource({
        "3, 0, 10.6", "5, 0, 17.6", "8, 0, 28.2", "10, 0, 35.3",
        "3, 0.5, 7.5", "5, 0.5, 12.5", "8, 0.5, 20.0", "10, 0.5, 24.9"
    })
    void the_detectable_change_of_90_is_that_of_the_worked_table(double sem, double rho, double points) {
        assertThat(SymmetryInterval.detectableChangePoints(90, SymmetryInterval.spread(sem, sem, rho)))
                .isCloseTo(points, within(0.05));
    }

    @ParameterizedTest
    @CsvSource({"85, 0.21", "88, 0.38", "90, 0.50", "92, 0.62", "95, 0.78", "100, 0.93"})
    void the_chance_of_at_least_90_is_that_of_the_worked_list(double percent, double chance) {
        assertThat(SymmetryInterval.around(percent, SymmetryInterval.spread(5, 5, 0), 90)
                        .chanceAtLeastThreshold())
                .isCloseTo(chance, within(0.005));
    }

    @ParameterizedTest
    @CsvSource({"5, 0, 98.5, 82.2", "5, 0.5, 96.0, 84.4", "6, 0, 100.3, 80.7", "8, 0, 104.0, 77.9", "12, 0, 111.9, 72.4"
    })
    void the_states_turn_where_the_worked_list_says(double sem, double rho, double met, double notMet) {
        double s = SymmetryInterval.spread(sem, sem, rho);

        assertThat(SymmetryInterval.around(met + 0.1, s, 90).state(90)).isEqualTo(ThresholdState.MET);
        assertThat(SymmetryInterval.around(met - 0.1, s, 90).state(90)).isEqualTo(ThresholdState.CANNOT_TELL);
        assertThat(SymmetryInterval.around(notMet + 0.1, s, 90).state(90)).isEqualTo(ThresholdState.CANNOT_TELL);
        assertThat(SymmetryInterval.around(notMet - 0.1, s, 90).state(90)).isEqualTo(ThresholdState.NOT_MET);
    }

    @Test
    void the_state_follows_the_drawn_bounds() {
        Symmetry symmetry = symmetry(side(Side.LEFT, 270, 270, 270), side(Side.RIGHT, 270, 270, 270), 5);

        assertThat(symmetry.interval().orElseThrow().low80()).isGreaterThan(90);
        assertThat(symmetry.state()).isEqualTo(ThresholdState.MET);
    }

    @Test
    void which_side_is_given_first_changes_nothing() {
        SideMeasurement left = side(Side.LEFT, 212, 221, 218);
        SideMeasurement right = side(Side.RIGHT, 262, 258, 270);

        assertThat(symmetry(right, left, 5)).isEqualTo(symmetry(left, right, 5));
    }

    @Test
    void the_smaller_count_is_used_on_both_sides() {
        Symmetry symmetry = symmetry(side(Side.LEFT, 200, 230), side(Side.RIGHT, 250, 240, 300), 5);

        assertThat(symmetry.k()).isEqualTo(2);
        assertThat(symmetry.percent()).isCloseTo(92, within(1e-12));
    }

    @Test
    void without_an_error_there_is_a_ratio_and_no_verdict() {
        Symmetry symmetry = (Symmetry)
                LimbSymmetry.of(Side.LEFT, side(Side.LEFT, 100), side(Side.RIGHT, 400), Optional.empty(), 90);

        assertThat(symmetry.percent()).isEqualTo(25);
        assertThat(symmetry.interval()).isEmpty();
        assertThat(symmetry.state()).isEqualTo(ThresholdState.CANNOT_TELL);
        assertThat(symmetry.flags()).containsExactly(ResultFlag.NO_MEASUREMENT_ERROR);
    }

    @Test
    void net_takes_off_the_baseline_of_the_best_effort_of_each_side() {
        Symmetry symmetry = symmetry(
                side(Side.LEFT, List.of(200.0, 210.0), List.of(3.0, 10.0)),
                side(Side.RIGHT, List.of(250.0, 240.0), List.of(5.0, 0.0)),
                5);

        assertThat(symmetry.percentNet().orElseThrow()).isCloseTo(100 * 200.0 / 245, within(1e-12));
        assertThat(symmetry.flags()).doesNotContain(ResultFlag.PRETENSION_UNEQUAL);
    }

    @Test
    void much_or_unequal_pretension_leaves_no_verdict() {
        Symmetry much = symmetry(
                side(Side.LEFT, List.of(200.0), List.of(21.0)), side(Side.RIGHT, List.of(400.0), List.of(21.0)), 5);
        Symmetry unequal = symmetry(
                side(Side.LEFT, List.of(200.0), List.of(2.0)), side(Side.RIGHT, List.of(400.0), List.of(13.0)), 5);

        assertThat(List.of(much, unequal)).allSatisfy(symmetry -> {
            assertThat(symmetry.flags()).contains(ResultFlag.PRETENSION_UNEQUAL);
            assertThat(symmetry.state()).isEqualTo(ThresholdState.CANNOT_TELL);
            assertThat(symmetry.percentNet()).isPresent();
        });
    }

    @Test
    void scatter_is_called_unsteady() {
        assertThat(symmetry(side(Side.LEFT, 200, 150, 210), side(Side.RIGHT, 210, 208, 209), 5)
                        .flags())
                .contains(ResultFlag.UNSTEADY);
        // CV is small on both sides, yet best and mean are more than 3 points apart.
        assertThat(symmetry(side(Side.LEFT, 200, 182, 182), side(Side.RIGHT, 200, 200, 200), 5)
                        .flags())
                .contains(ResultFlag.UNSTEADY);
    }

    @Test
    void refuses_with_the_reason() {
        SideMeasurement right = side(Side.RIGHT, 200);
        assertThat(refusal(side(Side.LEFT), right)).isEqualTo(SymmetryRefusal.MISSING_SIDE);
        assertThat(refusal(side(Side.RIGHT, 100), right)).isEqualTo(SymmetryRefusal.NOT_COMPARABLE);
        assertThat(refusal(side(Side.LEFT, 100), side(Side.RIGHT, 19.9))).isEqualTo(SymmetryRefusal.ZERO_REF);
        assertThat(refusal(side(Side.LEFT, -5), right)).isEqualTo(SymmetryRefusal.MISSING_SIDE);
        assertThat(refusal(side(Side.LEFT, 100), noisy(Side.RIGHT, 59, 20))).isEqualTo(SymmetryRefusal.ZERO_REF);
        assertThat(refusal(side(Side.LEFT, 100), later(right, 31 * MINUTE))).isEqualTo(SymmetryRefusal.EXPIRED_PAIR);
        assertThat(LimbSymmetry.of(Side.LEFT, side(Side.LEFT, 100), later(right, 30 * MINUTE), Optional.empty(), 90)
                        .symmetry())
                .isPresent();
    }

    @Test
    void limits_themselves_are_allowed_and_time_is_a_difference() {
        SideMeasurement left = later(side(Side.LEFT, 100), 100 * MINUTE);

        assertThat(LimbSymmetry.of(Side.LEFT, left, later(side(Side.RIGHT, 20), 130 * MINUTE), Optional.empty(), 90)
                        .symmetry())
                .isPresent();
        assertThat(refusal(left, later(side(Side.RIGHT, 200), 69 * MINUTE))).isEqualTo(SymmetryRefusal.EXPIRED_PAIR);
        assertThat(refusal(side(Side.LEFT, 0), side(Side.RIGHT, 200))).isEqualTo(SymmetryRefusal.MISSING_SIDE);
        // A net value of 0 N is no ratio.
        assertThat(symmetry(
                                side(Side.LEFT, List.of(100.0), List.of(100.0)),
                                side(Side.RIGHT, List.of(200.0), List.of(0.0)),
                                5)
                        .percentNet())
                .isEmpty();
    }

    @Test
    void a_position_two_injured_legs_or_other_series_refuse_beforehand() {
        PositionCatalogue positions = PositionCatalogue.bundled();
        TestPosition curl = positions.find("curl-prone-15").orElseThrow();
        TestPosition hold = positions.find("bridge-hold-dl-short").orElseThrow();

        assertThat(LimbSymmetry.refusedBy(curl, Involvement.LEFT)).isEmpty();
        assertThat(LimbSymmetry.refusedBy(curl, Involvement.BILATERAL)).contains(SymmetryRefusal.BILATERAL);
        assertThat(LimbSymmetry.refusedBy(hold, Involvement.LEFT)).contains(SymmetryRefusal.BRIDGE_BILATERAL_TEST);
        assertThat(LimbSymmetry.refusedBy(
                        SampleKeys.key(Side.LEFT, Fixation.RIG), SampleKeys.key(Side.RIGHT, Fixation.RIG)))
                .isEmpty();
        assertThat(LimbSymmetry.refusedBy(
                        SampleKeys.key(Side.LEFT, Fixation.RIG), SampleKeys.key(Side.RIGHT, Fixation.BELT)))
                .contains(SymmetryRefusal.NOT_COMPARABLE);
        assertThat(LimbSymmetry.refusedBy(
                        SampleKeys.key(Side.LEFT, Fixation.RIG), SampleKeys.key(Side.LEFT, Fixation.RIG)))
                .contains(SymmetryRefusal.NOT_COMPARABLE);
    }

    private static SymmetryRefusal refusal(SideMeasurement one, SideMeasurement other) {
        return ((SymmetryOutcome.Refused) LimbSymmetry.of(Side.LEFT, one, other, Optional.empty(), 90)).reason();
    }

    private static Symmetry symmetry(SideMeasurement one, SideMeasurement other, double sem) {
        MeasurementError error = new MeasurementError(sem, "test, provisional", true);
        return (Symmetry) LimbSymmetry.of(Side.LEFT, one, other, Optional.of(error), 90);
    }

    private static SideMeasurement side(Side side, double... newtons) {
        List<Double> values = java.util.Arrays.stream(newtons).boxed().toList();
        return side(side, values, java.util.Collections.nCopies(newtons.length, 0.0));
    }

    private static SideMeasurement side(Side side, List<Double> values, List<Double> baselines) {
        return new SideMeasurement(
                side,
                values.stream().map(Force::new).toList(),
                baselines.stream().map(Force::new).toList(),
                new Force(0.3),
                0,
                Set.of());
    }

    private static SideMeasurement noisy(Side side, double newtons, double noise) {
        return new SideMeasurement(
                side, List.of(new Force(newtons)), List.of(Force.ZERO), new Force(noise), 0, Set.of());
    }

    private static SideMeasurement later(SideMeasurement side, long micros) {
        return new SideMeasurement(side.side(), side.values(), side.baselines(), side.noise(), micros, side.flags());
    }
}
