package org.plinth.core.effort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plinth.core.quantity.Force;
import org.plinth.core.signal.ForceTrace;
import org.plinth.core.testkit.Traces;

class EffortFinderTest {

    @ParameterizedTest
    @ValueSource(doubles = {8, 10, 40, 80, 89.2, 200, 1000, 2000})
    void finds_one_clean_effort_at_any_rate(double rateHz) {
        ForceTrace trace = Traces.effort(rateHz, 220);

        Effort effort = only(trace);

        assertThat(effort.rejection()).isEmpty();
        assertThat(effort.flags()).isEmpty();
        assertThat(effort.quietBaseline()).isTrue();
        // The true rise starts at 2.0 s; 2 N are passed 30 ms later.
        assertThat(effort.onsetMicros() / 1e6).isCloseTo(2.03, within(0.01 + 1 / rateHz));
        assertThat(effort.endMicros() / 1e6).isCloseTo(6.65, within(0.03 + 1 / rateHz));
        assertThat(effort.baseline().newtons()).isCloseTo(0, within(0.3));
        assertThat(effort.plateau().durationMicros() / 1e6).isCloseTo(4.164, within(0.02 + 1 / rateHz));
        assertThat(trace.newtons(effort.peakIndex())).isCloseTo(220, within(1.2));
    }

    @Test
    void times_need_not_start_at_zero_or_be_even() {
        ForceTrace.Builder shifted = ForceTrace.builder();
        ForceTrace even = Traces.effort(89.2, 150);
        for (int i = 0; i < even.size(); i++) {
            shifted.sample(5_000_000_000L + even.micros(i) + (i * 7919L) % 3000, even.newtons(i));
        }

        Effort effort = only(shifted.build());

        assertThat(effort.onsetMicros() / 1e6).isCloseTo(5002.03, within(0.03));
        assertThat(effort.rejection()).isEmpty();
    }

    @Test
    void three_efforts_with_rest_between_are_three() {
        ForceTrace trace = Traces.at(80, 110)
                .effort(3, 200, 4)
                .effort(38, 215, 4)
                .effort(73, 205, 4)
                .noise(0.3, 2)
                .build();

        List<Effort> efforts = EffortFinder.find(trace);

        assertThat(efforts).hasSize(3).allMatch(Effort::isCandidate);
        assertThat(efforts).extracting(Effort::number).containsExactly(1, 2, 3);
    }

    @Test
    void a_slow_drift_is_not_load() {
        ForceTrace trace = Traces.at(80, 60)
                .plus(t -> 0.5 * t)
                .effort(40, 200, 4)
                .noise(0.3, 3)
                .build();

        Effort effort = only(trace);

        assertThat(effort.baseline().newtons()).isCloseTo(19.5, within(1.0));
        assertThat(effort.rejection()).isEmpty();
    }

    @Test
    void pretension_is_flagged_and_reported() {
        Effort effort =
                only(Traces.at(80, 9).offset(20).effort(2, 180, 4).noise(0.2, 4).build());

        assertThat(effort.flags()).containsExactly(EffortFlag.PRETENSION);
        assertThat(effort.baseline().newtons()).isCloseTo(20, within(0.3));
        assertThat(effort.rejection()).isEmpty();
    }

    /**
     * Hazard H4: a zero that is 10 N off is told with every effort as what it began from, and flagged where it is more
     * than 5 % of the peak. In a peak of 260 N it is told alone.
     */
    @ParameterizedTest
    @CsvSource({"50, true", "110, true", "180, true", "250, false"})
    void ten_newtons_at_rest_are_always_told_and_flagged_in_a_peak_below_200(double rise, boolean flagged) {
        Effort effort = only(
                Traces.at(80, 9).offset(10).effort(2, rise, 4).noise(0.2, 4).build());

        assertThat(effort.baseline().newtons()).isCloseTo(10, within(0.3));
        assertThat(effort.flags().contains(EffortFlag.PRETENSION)).isEqualTo(flagged);
    }

    @Test
    void a_strap_taken_up_before_the_effort_is_its_pretension() {
        Effort effort = only(Traces.at(80, 14)
                .plus(t -> t < 3 ? 0 : Math.min(15, 30 * (t - 3)))
                .effort(8, 200, 4)
                .noise(0.2, 5)
                .build());

        assertThat(effort.baseline().newtons()).isCloseTo(15, within(0.5));
        assertThat(effort.onsetMicros() / 1e6).isCloseTo(8.04, within(0.03));
        assertThat(effort.flags()).containsExactly(EffortFlag.PRETENSION);
    }

    @Test
    void a_second_rise_within_three_seconds_belongs_to_the_effort() {
        Effort effort = only(Traces.at(80, 14)
                .effort(2, 200, 1)
                .effort(5, 220, 2)
                .noise(0.2, 6)
                .build());

        assertThat(effort.flags()).containsExactly(EffortFlag.DOUBLE);
        assertThat(effort.onsetMicros() / 1e6).isCloseTo(2.03, within(0.03));
        assertThat(effort.endMicros() / 1e6).isCloseTo(7.65, within(0.03));
    }

    @Test
    void a_rise_after_more_than_three_seconds_is_another_effort() {
        List<Effort> efforts = EffortFinder.find(Traces.at(80, 20)
                .effort(2, 200, 2)
                .effort(8.5, 220, 2)
                .noise(0.2, 6)
                .build());

        assertThat(efforts).hasSize(2).allMatch(effort -> effort.flags().isEmpty());
    }

    @Test
    void a_dip_before_the_rise_is_a_countermovement() {
        Effort effort = only(Traces.at(200, 9)
                .plus(t -> t > 1.85 && t < 2 ? -8 * Math.sin(Math.PI * (t - 1.85) / 0.15) : 0)
                .effort(2, 200, 4)
                .noise(0.3, 8)
                .build());

        assertThat(effort.flags()).containsExactly(EffortFlag.COUNTERMOVEMENT);
        assertThat(effort.rejection()).isEmpty();
    }

    @Test
    void an_effort_that_the_record_cuts_off_says_so() {
        Effort effort = only(Traces.at(80, 5).effort(2, 200, 9).noise(0.2, 9).build());

        assertThat(effort.flags()).containsExactly(EffortFlag.CUT_AT_END);
        assertThat(effort.rejection()).isEmpty();
        assertThat(effort.lastIndex()).isEqualTo(5 * 80 - 1);
    }

    @Test
    void a_record_that_starts_in_mid_effort_has_no_quiet_baseline() {
        Effort effort = only(Traces.at(80, 9).effort(-2, 200, 5).noise(0.2, 10).build());

        assertThat(effort.rejection()).contains(Rejection.NO_QUIET_BASELINE);
        assertThat(effort.firstIndex()).isZero();
        assertThat(effort.endMicros() / 1e6).isCloseTo(3.65, within(0.03));
    }

    @Test
    void a_touch_of_the_limit_is_over_range() {
        assertThat(only(Traces.at(80, 9)
                                .effort(2, 299, 4)
                                .capacity(300)
                                .noise(0.2, 11)
                                .build())
                        .rejection())
                .contains(Rejection.OVER_RANGE);
    }

    @Test
    void within_5_percent_of_the_limit_is_flagged_and_still_counts() {
        Effort near = only(
                Traces.at(80, 9).effort(2, 289, 4).capacity(300).noise(0.2, 11).build());
        Effort below = only(
                Traces.at(80, 9).effort(2, 280, 4).capacity(300).noise(0.2, 11).build());

        assertThat(near.flags()).containsExactly(EffortFlag.NEAR_LIMIT);
        assertThat(near.rejection()).isEmpty();
        assertThat(below.flags()).isEmpty();
    }

    @Test
    void a_flat_top_on_a_noisy_sensor_is_over_range() {
        ForceTrace noisy = Traces.at(80, 9).effort(2, 350, 4).noise(0.5, 12).build();
        ForceTrace.Builder clipped = ForceTrace.builder();
        for (int i = 0; i < noisy.size(); i++) {
            clipped.sample(noisy.micros(i), Math.min(300, noisy.newtons(i)));
        }

        assertThat(only(clipped.build()).rejection()).contains(Rejection.OVER_RANGE);
    }

    @Test
    void a_link_gap_of_more_than_100_ms_rejects() {
        assertThat(only(Traces.at(80, 9)
                                .effort(2, 200, 4)
                                .without(4, 4.2)
                                .noise(0.2, 13)
                                .build())
                        .rejection())
                .contains(Rejection.LINK_GAP);
    }

    @Test
    void a_short_link_gap_does_not() {
        assertThat(only(Traces.at(80, 9)
                                .effort(2, 200, 4)
                                .without(4, 4.06)
                                .noise(0.2, 13)
                                .build())
                        .rejection())
                .isEmpty();
    }

    @Test
    void declared_packet_boundaries_neither_reject_nor_flag() {
        ForceTrace trace = Traces.at(89.2, 9)
                .effort(2, 200, 4)
                .inPackets(15)
                .noise(0.2, 14)
                .build();

        assertThat(only(trace).rejection()).isEmpty();
        assertThat(trace.quality().orElseThrow().boundaryGaps()).isBetween(45, 55);
        assertThat(trace.quality().orElseThrow().gaps()).isEmpty();
    }

    @Test
    void a_short_press_is_an_early_release() {
        assertThat(only(Traces.at(80, 9).effort(2, 200, 0.1).noise(0.2, 15).build())
                        .rejection())
                .contains(Rejection.EARLY_RELEASE);
    }

    @Test
    void a_touch_is_too_weak() {
        assertThat(only(Traces.at(80, 9).effort(2, 15, 0.5).noise(0.2, 16).build())
                        .rejection())
                .contains(Rejection.TOO_WEAK);
    }

    @Test
    void nothing_is_found_where_nothing_is() {
        assertThat(EffortFinder.find(ForceTrace.builder().build())).isEmpty();
        assertThat(EffortFinder.find(ForceTrace.ofUniform(80, new double[] {200})))
                .isEmpty();
        assertThat(EffortFinder.find(Traces.at(80, 10).offset(200).build())).isEmpty();
        assertThat(EffortFinder.find(Traces.at(80, 10).noise(1, 17).build())).isEmpty();
        assertThat(EffortFinder.find(
                        Traces.at(80, 10).offset(-300).effort(2, 250, 4).build()))
                .isEmpty();
    }

    @Test
    void one_sample_a_second_is_too_slow_to_see_rest() {
        assertThat(EffortFinder.find(Traces.at(1, 60).effort(20, 200, 10).build()))
                .singleElement()
                .extracting(Effort::rejection)
                .isEqualTo(Optional.of(Rejection.NO_QUIET_BASELINE));
    }

    @Test
    void a_silence_of_seconds_parts_two_efforts() {
        List<Effort> efforts = EffortFinder.find(Traces.at(80, 30)
                .effort(2, 200, 20)
                .without(5, 15)
                .noise(0.2, 18)
                .build());

        assertThat(efforts).hasSize(2);
        assertThat(efforts.get(0).flags()).contains(EffortFlag.CUT_AT_END);
        assertThat(efforts.get(1).rejection()).contains(Rejection.NO_QUIET_BASELINE);
    }

    @Test
    void a_coarse_step_lifts_the_onset_threshold() {
        ForceTrace fine = Traces.effort(80, 200);
        ForceTrace.Builder coarse = ForceTrace.builder().resolution(new Force(5));
        for (int i = 0; i < fine.size(); i++) {
            coarse.sample(fine.micros(i), 5 * Math.rint(fine.newtons(i) / 5));
        }

        assertThat(only(coarse.build()).onsetMicros()).isGreaterThan(only(fine).onsetMicros() + 20_000);
    }

    private static Effort only(ForceTrace trace) {
        List<Effort> efforts = EffortFinder.find(trace);
        assertThat(efforts).hasSize(1);
        return efforts.get(0);
    }
}
