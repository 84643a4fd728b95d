package org.plinth.web.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ShortNumbersTest {

    private final ShortNumbers.Thousandths numbers = new ShortNumbers.Thousandths();

    @Test
    void a_coordinate_has_at_most_three_decimals_and_none_that_is_zero() {
        assertThat(numbers.format(12.3456)).isEqualTo("12.346");
        assertThat(numbers.format(12.05)).isEqualTo("12.05");
        assertThat(numbers.format(-0.5)).isEqualTo("-0.5");
        assertThat(numbers.format(-0.0001)).isEqualTo("0");
        assertThat(numbers.format(7.9996)).isEqualTo("8");
    }

    @Property(tries = 500)
    void it_reads_back_as_what_it_was(@ForAll @DoubleRange(min = -5000, max = 5000) double value) {
        assertThat(Double.parseDouble(numbers.format(value))).isCloseTo(value, within(0.000501));
    }
}
