package org.plinth.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.plinth.core.quantity.Force;
import org.plinth.core.quantity.ForceUnit;

class ForceConversionTest {

    private static final Calibration MAKERS = Calibration.uncalibrated(Optional.of(ForceUnit.KILOGRAM_FORCE));

    @Property
    void a_conversion_calibrates_then_tares(
            @ForAll @DoubleRange(min = -200, max = 200) double kgf,
            @ForAll @DoubleRange(min = -50, max = 50) double offset) {
        ForceConversion tared = ForceConversion.of(MAKERS).tared(Force.ofNewtons(offset));
        assertThat(tared.newtons(kgf)).isEqualTo(kgf * 9.80665 - offset);
    }

    @Test
    void without_a_tare_nothing_is_taken_off() {
        assertThat(ForceConversion.of(MAKERS).newtons(-3.5)).isEqualTo(-3.5 * 9.80665);
    }

    @Test
    void a_sensor_that_zeroed_itself_reads_zero_at_zero() {
        LinearCalibration line = new LinearCalibration("c", 0.5, -7, Instant.EPOCH, Instant.MAX);
        assertThat(ForceConversion.zeroedByCommand(line).newtons(0)).isZero();
        assertThat(ForceConversion.zeroedByCommand(line).newtons(10)).isEqualTo(5);
        assertThat(ForceConversion.zeroedByCommand(MAKERS).newtons(0)).isZero();
    }
}
