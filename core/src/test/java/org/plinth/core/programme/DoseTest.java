package org.plinth.core.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.core.programme.Dose.Hold;
import org.plinth.core.programme.Dose.Repetitions;
import org.plinth.core.programme.DoseReading.Field;
import org.plinth.core.programme.DoseReading.Reason;
import org.plinth.core.programme.DoseReading.Refused;
import org.plinth.core.quantity.Mass;
import org.plinth.core.visit.Side;

class DoseTest {

    private static final OptionalDouble NO_LOAD = OptionalDouble.empty();

    @Test
    void three_holds_of_20_s_twice_a_day_are_two_minutes_under_tension() {
        Dose dose = usable(Dose.read(3, new Hold(20), 2, 7, Trained.LEFT, NO_LOAD));

        assertThat(dose.holdSecondsADay()).hasValue(120);
        assertThat(dose.repetitionsADay()).isEmpty();
        assertThat(dose.load()).isEmpty();
    }

    @Test
    void three_sets_of_15_twice_a_day_are_90_repetitions() {
        Dose dose = usable(Dose.read(3, new Repetitions(15), 2, 3, Trained.BOTH, OptionalDouble.of(22.7)));

        assertThat(dose.repetitionsADay()).hasValue(90);
        assertThat(dose.holdSecondsADay()).isEmpty();
        assertThat(dose.load()).contains(new Mass(22.7));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 15, 1, 7, SETS, BELOW_RANGE, 20",
        "21, 15, 1, 7, SETS, ABOVE_RANGE, 20",
        "3, 0, 1, 7, REPETITIONS, BELOW_RANGE, 200",
        "3, 201, 1, 7, REPETITIONS, ABOVE_RANGE, 200",
        "3, 15, 0, 7, TIMES_A_DAY, BELOW_RANGE, 12",
        "3, 15, 13, 7, TIMES_A_DAY, ABOVE_RANGE, 12",
        "3, 15, 1, 0, DAYS_A_WEEK, BELOW_RANGE, 7",
        "3, 15, 1, 8, DAYS_A_WEEK, ABOVE_RANGE, 7"
    })
    void slips_of_the_hand_are_refused_with_the_range(
            int sets, int repetitions, int times, int days, Field field, Reason reason, double most) {
        assertThat(Dose.read(sets, new Repetitions(repetitions), times, days, Trained.BOTH, NO_LOAD))
                .isEqualTo(new Refused(field, reason, 1, most));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Dose(sets, new Repetitions(repetitions), times, days, Trained.BOTH, Optional.empty()))
                .withMessageContaining(field.name());
    }

    @ParameterizedTest
    @CsvSource({
        "0, BELOW_RANGE",
        "0.09, BELOW_RANGE",
        "-5, BELOW_RANGE",
        "500.1, ABOVE_RANGE",
        "NaN, NOT_A_NUMBER",
        "Infinity, NOT_A_NUMBER"
    })
    void a_load_is_a_plausible_number_of_kilograms(double kilograms, Reason reason) {
        assertThat(Dose.read(3, new Hold(30), 1, 7, Trained.BOTH, OptionalDouble.of(kilograms)))
                .isEqualTo(new Refused(Field.LOAD_KG, reason, 0.1, 500));
    }

    @Test
    void ends_of_the_ranges_are_usable() {
        usable(Dose.read(1, new Repetitions(1), 1, 1, Trained.RIGHT, OptionalDouble.of(0.1)));
        Dose most = usable(Dose.read(20, new Hold(600), 12, 7, Trained.RIGHT, OptionalDouble.of(500)));

        assertThat(most.holdSecondsADay()).isEqualTo(OptionalInt.of(144_000));
        assertThat(Dose.read(1, new Hold(0), 1, 1, Trained.RIGHT, NO_LOAD))
                .isEqualTo(new Refused(Field.HOLD_SECONDS, Reason.BELOW_RANGE, 1, 600));
        assertThat(Dose.read(1, new Hold(601), 1, 1, Trained.RIGHT, NO_LOAD))
                .isEqualTo(new Refused(Field.HOLD_SECONDS, Reason.ABOVE_RANGE, 1, 600));
    }

    @Test
    void the_trained_leg_is_said() {
        assertThat(Trained.BOTH.trains(Side.LEFT)).isTrue();
        assertThat(Trained.BOTH.trains(Side.RIGHT)).isTrue();
        assertThat(Trained.LEFT.trains(Side.LEFT)).isTrue();
        assertThat(Trained.LEFT.trains(Side.RIGHT)).isFalse();
        assertThat(Trained.RIGHT.trains(Side.LEFT)).isFalse();
        assertThat(Trained.RIGHT.trains(Side.RIGHT)).isTrue();
    }

    private static Dose usable(DoseReading reading) {
        assertThat(reading).isInstanceOf(DoseReading.Usable.class);
        return ((DoseReading.Usable) reading).dose();
    }
}
