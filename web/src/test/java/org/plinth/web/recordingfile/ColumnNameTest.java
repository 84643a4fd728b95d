package org.plinth.web.recordingfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnNameTest {

    @ParameterizedTest
    @CsvSource({
        "force_N, force, NEWTON",
        "force_n, force, NEWTON",
        "Force (N), force, NEWTON",
        "force [kgf], force, KILOGRAM_FORCE",
        "F_lbf, f, POUND_FORCE",
        "kg, '', KILOGRAM",
        "Weight (kg), weight, KILOGRAM",
        "load/N, load, NEWTON",
        "Force N, force, NEWTON",
        "force_lb, force, POUND",
        "force (kN), force, OTHER",
        "torque_Nm, torque, OTHER",
        "time_s, time, SECOND",
        "Time (sec), time, SECOND",
        "t (ms), t, MILLISECOND",
        "device_us, device, MICROSECOND",
        "t [µs], t, MICROSECOND",
        "ms, '', MILLISECOND",
        "time_ns, time, OTHER",
    })
    void a_unit_is_read_from_the_end_of_a_name(String cell, String stem, UnitWord unit) {
        ColumnName column = ColumnName.parse(0, cell);

        assertThat(column.stem()).isEqualTo(stem);
        assertThat(column.unit()).contains(unit);
    }

    @ParameterizedTest
    @CsvSource({"biceps_femoris_kneeFlex", "force", "n", "sample_n", "force (left)", "time", "Newtonian", "channel 1"})
    void a_name_without_a_known_unit_has_none(String cell) {
        assertThat(ColumnName.parse(0, cell).unit()).isEmpty();
    }
}
