package org.plinth.core.effort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plinth.core.metric.PeakForce;
import org.plinth.core.signal.ForceTrace;
import org.plinth.core.testkit.Recordings;

class RealRecordingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"ID_01", "ID_03", "ID_05", "ID_22"})
    void the_peak_is_bit_exact_the_greatest_cell_times_standard_gravity(String id) {
        double greatest = Recordings.cells(id).stream()
                .filter(cell -> !cell.isEmpty())
                .mapToDouble(Double::parseDouble)
                .max()
                .orElseThrow();
        ForceTrace trace = Recordings.trace(id);

        Effort effort = EffortFinder.find(trace).get(0);

        assertThat(new PeakForce().measure(trace, effort).value()).hasValue(greatest * 9.80665);
    }

    @Test
    void a_climb_from_a_tight_strap_is_kept_excluded_with_its_pretension() {
        Effort effort = only(Recordings.PRETENSIONED);

        assertThat(effort.rejection()).contains(Rejection.NO_QUIET_BASELINE);
        assertThat(effort.flags()).contains(EffortFlag.PRETENSION, EffortFlag.CUT_AT_END);
        // The strap stood at about 2.5 kgf when the recording began.
        assertThat(effort.baseline().newtons() / 9.80665).isCloseTo(2.5, within(0.3));
    }

    @Test
    void a_quiet_start_and_a_hold_make_a_candidate_with_its_pretension_flagged() {
        Effort effort = only(Recordings.HELD);

        assertThat(effort.rejection()).isEmpty();
        assertThat(effort.flags()).contains(EffortFlag.PRETENSION);
        assertThat(effort.onsetMicros() / 1e6).isCloseTo(0.44, within(0.02));
    }

    @Test
    void a_blank_half_ends_the_effort_and_a_short_top_rejects_it() {
        ForceTrace trace = Recordings.trace(Recordings.HALF_BLANK);

        Effort effort = only(Recordings.HALF_BLANK);

        assertThat(trace.size()).isEqualTo(10_001);
        assertThat(effort.flags()).contains(EffortFlag.CUT_AT_END);
        assertThat(effort.rejection()).contains(Rejection.EARLY_RELEASE);
    }

    @Test
    void a_rise_without_a_quarter_second_of_rest_is_excluded() {
        assertThat(only(Recordings.FAULTY).rejection()).contains(Rejection.NO_QUIET_BASELINE);
    }

    private static Effort only(String id) {
        assertThat(EffortFinder.find(Recordings.trace(id))).hasSize(1);
        return EffortFinder.find(Recordings.trace(id)).get(0);
    }
}
