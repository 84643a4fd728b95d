package org.plinth.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.plinth.calibration.TareOutcome.Reason;
import org.plinth.calibration.TareOutcome.Refused;
import org.plinth.calibration.TareOutcome.Taken;
import org.plinth.calibration.TareOutcome.TooShort;
import org.plinth.core.quantity.Force;
import org.plinth.core.quantity.ForceUnit;

class TareTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    /** 80 samples a second. */
    private static TareOutcome tare(double seconds, DoubleUnaryOperator newtonsAtSecond) {
        TareWindow window = new TareWindow();
        for (int i = 0; i * 0.0125 <= seconds; i++) {
            window.sample(i * 12_500L, newtonsAtSecond.applyAsDouble(i * 0.0125));
        }
        return window.judge(NOW);
    }

    private static Reason reason(TareOutcome outcome) {
        return ((Refused) outcome).reason();
    }

    @Test
    void a_quiet_load_is_taken_as_zero_and_can_be_told_again() {
        TareOffset tare = ((Taken) tare(1, t -> 12 + 0.05 * Math.sin(80 * t))).tare();
        assertThat(tare.offset().newtons()).isCloseTo(12, within(0.02));
        assertThat(tare.net(112)).isCloseTo(100, within(0.02));
        assertThat(tare.gross(tare.net(112))).isEqualTo(112);
        assertThat(tare.takenAt()).isEqualTo(NOW);
    }

    @Test
    void less_than_a_second_is_too_short() {
        assertThat(tare(0.5, t -> 12)).isEqualTo(new TooShort());
        assertThat(new TareWindow().judge(NOW)).isEqualTo(new TooShort());
    }

    @Test
    void a_limb_that_still_pushes_is_refused() {
        assertThat(reason(tare(1, t -> 10 * t))).isEqualTo(Reason.DRIFTING);
        assertThat(reason(tare(1, t -> 3 * Math.sin(2 * Math.PI * 8 * t)))).isEqualTo(Reason.NOISY);
    }

    @Test
    void the_spread_and_drift_of_a_refusal_are_told() {
        Refused refused = (Refused) tare(1, t -> 10 * t);
        assertThat(refused.drift().newtons()).isCloseTo(10, within(1e-9));
        // A line over one second in 81 samples: SD = 10 · sqrt(81 · 82 / 12) / 80.
        assertThat(refused.standardDeviation().newtons()).isCloseTo(10 * Math.sqrt(81 * 82 / 12.0) / 80, within(1e-9));
    }

    @Property
    void a_conversion_calibrates_then_tares(
            @ForAll @DoubleRange(min = -200, max = 200) double kgf,
            @ForAll @DoubleRange(min = -50, max = 50) double offset) {
        Calibration makers = Calibration.uncalibrated(Optional.of(ForceUnit.KILOGRAM_FORCE));
        TareOffset tare = new TareOffset(Force.ofNewtons(offset), NOW, Force.ZERO, Force.ZERO);
        List<Double> got = new ArrayList<>();
        ForceConversion.of(makers)
                .tared(tare)
                .into((micros, newtons) -> got.add(newtons))
                .sample(5, kgf);
        assertThat(got).containsExactly(kgf * 9.80665 - offset);
    }

    @Test
    void without_a_software_tare_nothing_is_taken_off() {
        Calibration makers = Calibration.uncalibrated(Optional.of(ForceUnit.NEWTON));
        assertThat(ForceConversion.of(makers).newtons(-3.5)).isEqualTo(-3.5);
    }
}
