package org.plinth.core.symmetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.plinth.core.quantity.Force;

class SideSwapTest {

    private static double ratio(double leftThen, double rightThen, double leftNow, double rightNow, double sem) {
        return SideSwap.likelihoodRatio(
                Force.ofNewtons(leftThen),
                Force.ofNewtons(rightThen),
                Force.ofNewtons(leftNow),
                Force.ofNewtons(rightNow),
                sem);
    }

    /** The likelihoods themselves, one normal density for each leg: each differs from the time before by two errors. */
    private static double written(double then, double now, double sem) {
        double z = Math.log(now / then);
        double variance = 2 * (sem / 100) * (sem / 100);
        return Math.exp(-z * z / (2 * variance));
    }

    @Test
    void legs_that_differ_by_a_third_and_stand_the_other_way_round_are_asked_about() {
        // d0 = ln(200/300) = -0.405465, d1 = +0.405465; 0.164402 / (2 * 0.0081) = 10.1483
        assertThat(ratio(200, 300, 300, 200, 9)).isCloseTo(25_547, within(25.0));
        assertThat(ratio(200, 300, 200, 300, 9)).isCloseTo(1 / 25_547.0, within(1e-7));
    }

    @Test
    void legs_that_are_nearly_alike_cannot_tell() {
        // d = ln 0.9 = 0.105361; 0.0111009 / 0.0162 = 0.685240
        assertThat(ratio(270, 300, 300, 270, 9))
                .isCloseTo(1.98424, within(1e-4))
                .isLessThan(SideSwap.ASK_FROM);
        assertThat(ratio(300, 300, 200, 300, 9)).isEqualTo(1);
    }

    @Property
    void it_is_the_ratio_of_the_two_likelihoods(
            @ForAll @DoubleRange(min = 60, max = 700) double leftThen,
            @ForAll @DoubleRange(min = 60, max = 700) double rightThen,
            @ForAll @DoubleRange(min = 60, max = 700) double leftNow,
            @ForAll @DoubleRange(min = 60, max = 700) double rightNow,
            @ForAll @DoubleRange(min = 30, max = 60) double sem) {
        double asWritten = written(leftThen, leftNow, sem) * written(rightThen, rightNow, sem);
        double exchanged = written(leftThen, rightNow, sem) * written(rightThen, leftNow, sem);

        double ratio = ratio(leftThen, rightThen, leftNow, rightNow, sem);

        assertThat(ratio / (exchanged / asWritten)).isCloseTo(1, within(1e-9));
        assertThat(ratio * ratio(leftThen, rightThen, rightNow, leftNow, sem)).isCloseTo(1, within(1e-9));
    }

    @Test
    void nothing_is_said_of_what_was_not_measured() {
        assertThatThrownBy(() -> ratio(0, 300, 300, 200, 9)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ratio(200, 300, 300, 200, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
