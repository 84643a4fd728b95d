package org.plinth.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Expected values: Hollander and Wolfe's depression data by R, the rest by {@code expectations.R} and {@code naive.py} beside this. */
class PairedShiftTest {

    private static final double TINY = 1e-12;
    private static final double[] EXPECTED_300 = {10.5, 7.0500000000000025, 13.999999999999996};
    private static final double[] EXPECTED_TIES = {1.5, 0.0, 3.0};

    @Test
    void the_depression_data_have_the_published_shift_and_interval() {
        double[] first = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
        double[] second = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};

        PairedShift shift = PairedShift.of(
                IntStream.range(0, 9).mapToDouble(i -> second[i] - first[i]).toArray());

        assertThat(shift.estimate()).isCloseTo(-0.46, within(TINY));
        assertThat(shift.interval().orElseThrow().low()).isCloseTo(-0.786, within(TINY));
        assertThat(shift.interval().orElseThrow().high()).isCloseTo(-0.010, within(TINY));
    }

    @Test
    void sixty_pairs_are_as_r_has_them_with_its_exact_distribution() {
        PairedShift shift = PairedShift.of(
                -1.265, 6.836, -3.356, 20.953, 8.295, -3.205, 9.874, 12.383, 10.758, 1.946, 20.118, 8.898, -1.212,
                -17.147, 16.249, 4.551, 4.838, 14.438, 13.212, 10.939, 14.19, 12.821, 5.746, -14.894, 11.198, 4.439,
                3.442, -9.708, 0.218, 9.179, 18.587, 3.972, 8.877, 4.462, -8.771, 0.85, 1.057, 4.407, 16, 12.632, 3.355,
                2.466, 11.97, 10.567, -1.888, -2.075, 8.646, 12.685, 3.877, 13.811, 8.981, -1.12, 8.411, -6.294, 19.33,
                24.804, 1.328, -5.441, 10.697, 3.649);

        assertThat(shift.estimate()).isCloseTo(6.4185, within(TINY));
        assertThat(shift.interval().orElseThrow().low()).isCloseTo(4.072, within(TINY));
        assertThat(shift.interval().orElseThrow().high()).isCloseTo(8.583, within(TINY));
    }

    @Test
    void six_pairs_have_an_interval_from_end_to_end_and_five_have_none() {
        PairedShift six = PairedShift.of(29.016, 4.608, 11.897, 5.28, -2.433, 6.888);

        assertThat(six.estimate()).isCloseTo(6.888, within(TINY));
        assertThat(six.interval()).contains(new PairedShift.Interval(-2.433, 29.016));
        assertThat(PairedShift.of(1, 2, 3, 4, 5).interval()).isEmpty();
    }

    @Test
    void three_hundred_pairs_are_as_all_their_means_written_out() {
        PairedShift shift = PairedShift.of(IntStream.range(0, 300)
                .mapToDouble(i -> (i * 7919) % 1009 / 10.0 - 40)
                .toArray());

        assertThat(shift.estimate()).isEqualTo(EXPECTED_300[0]);
        assertThat(shift.interval()).contains(new PairedShift.Interval(EXPECTED_300[1], EXPECTED_300[2]));
    }

    @Test
    void ties_and_pairs_without_a_difference_stay_in() {
        PairedShift shift = PairedShift.of(0, 0, 1, 1, 1, 2, -1, 3, 3, 5);

        assertThat(shift.estimate()).isEqualTo(EXPECTED_TIES[0]);
        assertThat(shift.interval()).contains(new PairedShift.Interval(EXPECTED_TIES[1], EXPECTED_TIES[2]));
    }

    @Property(tries = 200)
    void the_interval_holds_the_estimate_and_turns_with_the_sign(
            @ForAll @Size(min = 6, max = 40) double @DoubleRange(min = -500, max = 500) [] differences) {
        PairedShift shift = PairedShift.of(differences);
        double[] turned = differences.clone();
        for (int i = 0; i < turned.length; i++) {
            turned[i] = -turned[i];
        }
        PairedShift other = PairedShift.of(turned);

        assertThat(shift.estimate())
                .isBetween(
                        shift.interval().orElseThrow().low(),
                        shift.interval().orElseThrow().high());
        assertThat(other.estimate()).isCloseTo(-shift.estimate(), within(1e-9));
        assertThat(other.interval().orElseThrow().low())
                .isCloseTo(-shift.interval().orElseThrow().high(), within(1e-9));
    }
}
