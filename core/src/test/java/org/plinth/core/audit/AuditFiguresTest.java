package org.plinth.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.plinth.core.statistics.Wilson;

/** Expected values by {@code expectations.R} and {@code naive.py} beside this. */
class AuditFiguresTest {

    private static final double TINY = 1e-12;
    private static final double WILSON_LOW = 0.567538641905662;
    private static final double WILSON_HIGH = 0.8629829409360625;
    private static final double FUNNEL_LOW95 = 0.4481818425742008;
    private static final double FUNNEL_HIGH998 = 0.8393683651540016;

    @Test
    void quartiles_are_those_of_type_7() {
        assertThat(Quantiles.of(212, 221, 218, 262, 258, 270, 199)).isEqualTo(new Quantiles(7, 215, 221, 260));
        assertThat(Quantiles.of(3)).isEqualTo(new Quantiles(1, 3, 3, 3));
        assertThatThrownBy(() -> Quantiles.of()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Quantiles.of(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twenty_three_of_thirty_one_are_74_2_percent_from_56_8_to_86_3() {
        Wilson wilson = Wilson.of(23, 31);

        assertThat(100 * wilson.proportion()).isCloseTo(74.2, within(0.05));
        assertThat(wilson.low()).isCloseTo(WILSON_LOW, within(TINY));
        assertThat(wilson.high()).isCloseTo(WILSON_HIGH, within(TINY));
        assertThat(100 * wilson.low()).isCloseTo(56.8, within(0.05));
        assertThat(100 * wilson.high()).isCloseTo(86.3, within(0.05));
    }

    @Test
    void funnel_limits_narrow_with_the_group_and_stay_between_0_and_1() {
        FunnelLimits forty = FunnelLimits.around(0.6, 40);

        assertThat(forty.low95()).isCloseTo(0.6 - 1.959963984540054 * Math.sqrt(0.24 / 40), within(TINY));
        assertThat(forty.low95()).isCloseTo(FUNNEL_LOW95, within(TINY));
        assertThat(forty.high998()).isCloseTo(FUNNEL_HIGH998, within(TINY));
        assertThat(FunnelLimits.around(0.9, 2).high998()).isEqualTo(1);
        assertThat(forty.isOutside998(0.99)).isTrue();
        assertThat(forty.isOutside998(0.6)).isFalse();
    }

    @Test
    void one_to_seven_are_withheld_and_the_rest_rounded_to_five() {
        assertThat(SmallCounts.published(0)).hasValue(0);
        for (int count = 1; count <= 7; count++) {
            assertThat(SmallCounts.published(count)).isEmpty();
        }
        assertThat(SmallCounts.published(8)).hasValue(10);
        assertThat(SmallCounts.published(12)).hasValue(10);
        assertThat(SmallCounts.published(13)).hasValue(15);
    }

    @Test
    void a_part_that_could_be_had_by_subtraction_is_not_left_alone() {
        assertThat(SmallCounts.published(List.of(31, 3, 12)))
                .containsExactly(OptionalInt.of(30), OptionalInt.empty(), OptionalInt.empty());
        assertThat(SmallCounts.published(List.of(31, 3, 2)))
                .containsExactly(OptionalInt.of(30), OptionalInt.empty(), OptionalInt.empty());
        assertThat(SmallCounts.published(List.of(31, 0, 20)))
                .containsExactly(OptionalInt.of(30), OptionalInt.of(0), OptionalInt.of(20));
    }
}
