package org.plinth.core.symmetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.quantity.Force;
import org.plinth.core.symmetry.SymmetryChange.Story;

class SideIndexTest {

    private static final Force INJURED = new Force(221);
    private static final Force UNINJURED = new Force(270);

    @ParameterizedTest
    @CsvSource({
        "LSI, 81.8519", "LSI-1, 81.8519", "LSI-3, 81.8519", "BSA, 18.1481", "percentage difference, 18.1481",
        "BAI-1, 9.9796", "BAI-2, 19.9593", "AI, 19.9593", "SI, 9.9796", "symmetry angle, 6.3323",
        "log ratio, -20.0259"
    })
    void gold_1_has_every_published_index_as_printed(String name, double expected) {
        assertThat(SideIndex.alias(name).orElseThrow().of(INJURED, UNINJURED).orElseThrow())
                .isCloseTo(expected, within(0.00005));
    }

    @Test
    void gold_1_has_its_deficit() {
        assertThat(SideIndex.deficit(INJURED, UNINJURED).orElseThrow()).isCloseTo(18.1481, within(0.00005));
    }

    @Test
    void no_index_without_force() {
        assertThat(SideIndex.values())
                .allMatch(index -> index.of(Force.ZERO, UNINJURED).isEmpty())
                .allMatch(index -> index.of(INJURED, new Force(-1)).isEmpty())
                .allMatch(index -> index.unit().equals("%"));
        assertThat(SideIndex.alias("BSA").orElseThrow().of(Force.ZERO, INJURED)).isEmpty();
        assertThat(SideIndex.deficit(INJURED, Force.ZERO)).isEmpty();
        assertThat(SideIndex.alias("none")).isEmpty();
    }

    @Property
    void swapping_the_sides_inverts_the_ratio_and_turns_the_others(
            @ForAll @DoubleRange(min = 1, max = 2000) double a, @ForAll @DoubleRange(min = 1, max = 2000) double b) {
        Force x = new Force(a);
        Force y = new Force(b);

        assertThat(at(SideIndex.RATIO, x, y) * at(SideIndex.RATIO, y, x)).isCloseTo(1e4, within(1e-6));
        for (SideIndex index : List.of(
                SideIndex.LOG_RATIO, SideIndex.DIFFERENCE_OVER_MAX, SideIndex.DIFFERENCE_OVER_SUM, SideIndex.ANGLE)) {
            assertThat(at(index, x, y)).isCloseTo(-at(index, y, x), within(1e-9));
        }
        assertThat(SideIndex.alias("BAI-2").orElseThrow().of(x, y).orElseThrow())
                .isCloseTo(2 * SideIndex.alias("BAI-1").orElseThrow().of(x, y).orElseThrow(), within(1e-12));
    }

    @Property
    void a_sensor_that_reads_high_on_both_sides_changes_no_index(
            @ForAll @DoubleRange(min = 1, max = 2000) double a,
            @ForAll @DoubleRange(min = 1, max = 2000) double b,
            @ForAll @DoubleRange(min = 0.1, max = 10) double gain) {
        for (SideIndex index : SideIndex.values()) {
            assertThat(at(index, new Force(gain * a), new Force(gain * b)))
                    .isCloseTo(at(index, new Force(a), new Force(b)), within(1e-6));
        }
    }

    @Property
    void an_interval_holds_its_estimate_and_a_multiplied_bound(
            @ForAll @DoubleRange(min = 1, max = 300) double percent,
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double spread) {
        SymmetryInterval interval = SymmetryInterval.around(percent, spread, 90);

        assertThat(interval.low95()).isLessThan(interval.low80());
        assertThat(interval.low80()).isLessThan(percent);
        assertThat(interval.high80()).isGreaterThan(percent).isLessThan(interval.high95());
        assertThat(interval.chanceAtLeastThreshold()).isBetween(0.0, 1.0);
        assertThat(interval.state(90) == ThresholdState.MET).isEqualTo(interval.chanceAtLeastThreshold() >= 0.9000085);
    }

    /** GOLD-1, means, df = 4. */
    @Test
    void repeatability_today_is_as_printed_by_both_methods() {
        WithinVisit.Interval interval =
                (WithinVisit.Interval) WithinVisit.of(forces(212, 221, 218), forces(262, 258, 270));

        assertThat(interval.degreesOfFreedom()).isEqualTo(4);
        assertThat(interval.percent()).isCloseTo(82.405, within(0.0005));
        assertThat(interval.low()).isCloseTo(78.363, within(0.0005));
        assertThat(interval.high()).isCloseTo(86.655, within(0.0005));
        assertThat(interval.fiellerLow()).isCloseTo(78.370, within(0.0005));
        assertThat(interval.fiellerHigh()).isCloseTo(86.668, within(0.0005));
        assertThat(interval.g()).isCloseTo(0.00138, within(0.000005));
    }

    @Test
    void repeatability_is_not_estimable_for_a_reason() {
        assertThat(WithinVisit.of(forces(200), forces(200, 201)))
                .isEqualTo(new WithinVisit.NotEstimable(WithinVisit.Reason.TOO_FEW_EFFORTS));
        assertThat(WithinVisit.of(forces(-1, 1), forces(200, 201)))
                .isEqualTo(new WithinVisit.NotEstimable(WithinVisit.Reason.NO_FORCE));
        assertThat(WithinVisit.of(forces(100, 101), forces(50, 200)))
                .isEqualTo(new WithinVisit.NotEstimable(WithinVisit.Reason.DENOMINATOR_UNCERTAIN));
    }

    /** 180 / 240 → 198 / 276 N. */
    @Test
    void a_fall_of_symmetry_while_both_legs_gain_is_told_apart() {
        SymmetryChange change = SymmetryChange.between(new Force(180), new Force(240), new Force(198), new Force(276))
                .orElseThrow();

        assertThat(change.firstPercent()).isCloseTo(75.0, within(0.05));
        assertThat(change.nowPercent()).isCloseTo(71.7, within(0.05));
        assertThat(change.injuredLog()).isCloseTo(0.0953, within(0.00005));
        assertThat(change.uninjuredLog()).isCloseTo(0.1398, within(0.00005));
        assertThat(change.symmetryLog()).isCloseTo(-0.0445, within(0.00005));
        assertThat(change.againstFirstTestPercent()).isCloseTo(82.5, within(0.05));
        assertThat(change.story()).isEqualTo(Story.BOTH_STRONGER_UNINJURED_MORE);
        // 1.96 · √2 · s of 0.0445 is s = 0.01605.
        assertThat(change.beyondError(0.0160)).isTrue();
        assertThat(change.beyondError(0.0161)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "110, 102, BOTH_STRONGER_INJURED_MORE",
        "110, 90, INJURED_STRONGER_UNINJURED_WEAKER",
        "90, 110, INJURED_WEAKER_UNINJURED_STRONGER",
        "95, 90, BOTH_WEAKER",
        "100, 100, UNCHANGED"
    })
    void the_story_follows_the_two_legs(double injured, double uninjured, Story story) {
        assertThat(SymmetryChange.between(new Force(100), new Force(100), new Force(injured), new Force(uninjured))
                        .orElseThrow()
                        .story())
                .isEqualTo(story);
    }

    @Test
    void an_uninjured_leg_that_weakened_shows_against_its_first_test() {
        // 216 / 228 now, 240 at first: 94.7 against 90.0.
        SymmetryChange change = SymmetryChange.between(new Force(180), new Force(240), new Force(216), new Force(228))
                .orElseThrow();

        assertThat(change.nowPercent()).isCloseTo(94.7, within(0.05));
        assertThat(change.againstFirstTestPercent()).isCloseTo(90.0, within(0.05));
        assertThat(SymmetryChange.between(Force.ZERO, INJURED, INJURED, INJURED))
                .isEmpty();
    }

    @Test
    void two_injured_legs_have_a_difference_with_its_own_interval() {
        MeasurementError error = new MeasurementError(5, "test, provisional", true);

        BilateralDifference difference =
                BilateralDifference.of(INJURED, UNINJURED, Optional.of(error)).orElseThrow();

        assertThat(difference.difference()).isEqualTo(new Force(49));
        assertThat(difference.percent()).isCloseTo(18.1481, within(0.00005));
        // 1.96 · 0.05 · √(221² + 270²) = 34.19
        assertThat(difference.low().orElseThrow().newtons()).isCloseTo(14.81, within(0.005));
        assertThat(difference.high().orElseThrow().newtons()).isCloseTo(83.19, within(0.005));
        assertThat(BilateralDifference.of(INJURED, UNINJURED, Optional.empty())
                        .orElseThrow()
                        .low())
                .isEmpty();
        assertThat(BilateralDifference.of(Force.ZERO, UNINJURED, Optional.empty()))
                .isEmpty();
    }

    @Test
    void two_close_visits_may_be_taken_together() {
        MeasurementError error = new MeasurementError(5, "test, provisional", true);
        LocalDate day = LocalDate.of(2026, 1, 5);

        PooledVisits pooled =
                PooledVisits.of(day, 85, day.plusDays(14), 95, error, 90).orElseThrow();

        assertThat(pooled.percent()).isCloseTo(Math.sqrt(85.0 * 95), within(1e-12));
        // s = 0.05 · √2 / √2
        assertThat(pooled.interval().high95() / pooled.percent()).isCloseTo(Math.exp(1.96 * 0.05), within(1e-12));
        assertThat(PooledVisits.of(day, 85, day.plusDays(15), 95, error, 90)).isEmpty();
        assertThat(PooledVisits.of(day, 85, day, 95, error, 90)).isEmpty();
    }

    private static double at(SideIndex index, Force x, Force y) {
        return index.of(x, y).orElseThrow();
    }

    private static List<Force> forces(double... newtons) {
        return Arrays.stream(newtons).mapToObj(Force::new).toList();
    }
}
