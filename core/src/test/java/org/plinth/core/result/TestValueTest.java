package org.plinth.core.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plinth.core.quantity.Force;

class TestValueTest {

    /** GOLD-1. */
    @Test
    void the_worked_sides_give_their_printed_digits() {
        TestValue injured = TestValue.ofFirst(3, forces(212, 221, 218));
        TestValue uninjured = TestValue.ofFirst(3, forces(262, 258, 270));

        assertThat(injured.best()).isEqualTo(new Force(221));
        assertThat(injured.mean().newtons()).isCloseTo(217, within(0.0005));
        assertThat(injured.cvPercent().orElseThrow()).isCloseTo(2.1118, within(0.00005));
        assertThat(uninjured.best()).isEqualTo(new Force(270));
        assertThat(uninjured.mean().newtons()).isCloseTo(263.333, within(0.0005));
        assertThat(uninjured.cvPercent().orElseThrow()).isCloseTo(2.3203, within(0.00005));
        assertThat(injured.flags()).isEmpty();
    }

    @Test
    void only_the_first_k_count() {
        TestValue value = TestValue.ofFirst(2, forces(100, 110, 500));

        assertThat(value.best()).isEqualTo(new Force(110));
        assertThat(value.k()).isEqualTo(2);
    }

    @Test
    void one_effort_has_no_scatter_and_much_scatter_is_unsteady() {
        assertThat(TestValue.ofFirst(1, forces(100)).cvPercent()).isEmpty();
        assertThat(TestValue.ofFirst(3, forces(100, 130, 120)).flags()).containsExactly(ResultFlag.UNSTEADY);
        assertThat(TestValue.ofFirst(2, forces(10, -10)).cvPercent()).isEmpty();
    }

    @Test
    void k_must_fit() {
        assertThatIllegalArgumentException().isThrownBy(() -> TestValue.ofFirst(0, forces(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> TestValue.ofFirst(2, forces(1)));
    }

    private static List<Force> forces(double... newtons) {
        return Arrays.stream(newtons).mapToObj(Force::new).toList();
    }
}
