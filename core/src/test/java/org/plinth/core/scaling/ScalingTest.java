package org.plinth.core.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.plinth.core.quantity.Force;
import org.plinth.core.quantity.Length;
import org.plinth.core.quantity.Mass;
import org.plinth.core.quantity.Torque;
import org.plinth.core.scaling.LimbWeight.Direction;

class ScalingTest {

    private static final Force BEST = new Force(221);
    private static final Mass BODY = new Mass(72);
    private static final Length LEVER = new Length(0.360);

    @Test
    void gold_1_against_lever_and_body_mass() {
        Torque torque = BodyScaling.torque(BEST, LEVER);

        assertThat(torque.newtonMetres()).isCloseTo(79.56, within(0.005));
        assertThat(BodyScaling.newtonsPerKilogram(BEST, BODY)).isCloseTo(3.0694, within(0.00005));
        assertThat(BodyScaling.newtonMetresPerKilogram(torque, BODY)).isCloseTo(1.1050, within(0.00005));
        assertThat(BodyScaling.allometric(BEST, BODY)).isCloseTo(12.589, within(0.0005));
        assertThat(BodyScaling.percentOfBodyWeight(new Force(72 * 9.80665), BODY))
                .isCloseTo(100, within(1e-9));
    }

    @Test
    void off_the_right_angle_there_is_less_torque() {
        // 10° off axis: − 1.5 %.
        assertThat(BodyScaling.torque(BEST, LEVER, 80).newtonMetres() / 79.56).isCloseTo(0.985, within(0.0005));
    }

    @Test
    void the_worked_limb_weighs_as_printed() {
        Mass body = new Mass(75);
        Length shank = new Length(0.43);

        assertThat(LimbWeight.Anthropometric.of(body, shank, LEVER, 0)
                        .orElseThrow()
                        .weight()
                        .newtons())
                .isCloseTo(32.48, within(0.005));
        assertThat(LimbWeight.Anthropometric.of(body, shank, LEVER, 30)
                        .orElseThrow()
                        .weight()
                        .newtons())
                .isCloseTo(28.12, within(0.005));
        assertThat(LimbWeight.Anthropometric.of(body, shank, new Length(0), 0)).isEmpty();
    }

    @Test
    void a_policy_adds_what_opposes_and_takes_off_what_helps() {
        LimbWeight none = new LimbWeight.None();
        LimbWeight measured = new LimbWeight.Measured(new Force(30));
        LimbWeight worked = new LimbWeight.Anthropometric(new Force(30));

        assertThat(none.correct(BEST, Direction.OPPOSES)).isEqualTo(BEST);
        assertThat(measured.correct(BEST, Direction.OPPOSES)).isEqualTo(new Force(251));
        assertThat(measured.correct(BEST, Direction.HELPS)).isEqualTo(new Force(191));
        assertThat(worked.correct(BEST, Direction.OPPOSES)).isEqualTo(new Force(251));
        assertThat(worked.correct(BEST, Direction.HELPS)).isEqualTo(new Force(191));
        assertThat(new String[] {none.id(), measured.id(), worked.id()})
                .containsExactly("none", "measured", "anthropometric");
        assertThat(measured.isMeasured()).isTrue();
        assertThat(none.isMeasured() || worked.isMeasured()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new LimbWeight.Measured(new Force(-1)));
    }

    @Test
    void a_body_mass_is_asked_again_after_90_days_and_used_for_180() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        BodyMass mass = new BodyMass(BODY, day);

        assertThat(mass.isStale(day.plusDays(90))).isFalse();
        assertThat(mass.isStale(day.plusDays(91))).isTrue();
        assertThat(mass.isUsable(day.plusDays(180))).isTrue();
        assertThat(mass.isUsable(day.plusDays(181))).isFalse();
    }
}
