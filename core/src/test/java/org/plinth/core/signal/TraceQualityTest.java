package org.plinth.core.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TraceQualityTest {

    @Test
    void fewer_than_two_samples_have_no_quality() {
        assertThat(TraceQuality.of(ForceTrace.builder().build())).isEmpty();
        assertThat(TraceQuality.of(ForceTrace.ofUniform(80, new double[] {1}))).isEmpty();
    }

    @Test
    void an_even_trace_has_its_rate_and_no_gap() {
        TraceQuality quality =
                ForceTrace.ofUniform(80, new double[801]).quality().orElseThrow();

        assertThat(quality.sampleRateHz()).isEqualTo(80);
        assertThat(quality.effectiveRateHz()).isEqualTo(80);
        assertThat(quality.gaps()).isEmpty();
        assertThat(quality.boundaryGaps()).isZero();
        assertThat(quality.longestIntervalMicros()).isEqualTo(12_500);
    }

    @Test
    void a_gap_is_more_than_three_times_the_median() {
        // 10 ms apart; 30 ms is no gap, 31 ms is.
        assertThat(withInterval(30_000, false).gaps()).isEmpty();
        assertThat(withInterval(31_000, false).gaps()).containsExactly(new Gap(1_000_000, 31_000, 2, Gap.Kind.LINK));
    }

    @Test
    void cells_without_a_number_make_a_blank() {
        assertThat(withInterval(50_000, true).gaps()).containsExactly(new Gap(1_000_000, 50_000, 4, Gap.Kind.BLANK));
    }

    @Test
    void a_declared_packet_boundary_is_counted_apart() {
        TraceQuality quality = packets(10, 0).quality().orElseThrow();

        assertThat(quality.boundaryGaps()).isEqualTo(9);
        assertThat(quality.gaps()).isEmpty();
        assertThat(quality.sampleRateHz()).isCloseTo(89.2, within(0.1));
        assertThat(quality.effectiveRateHz()).isLessThan(85);
    }

    @Test
    void a_lost_packet_is_a_gap_though_it_ends_at_a_boundary() {
        TraceQuality quality = packets(10, 5).quality().orElseThrow();

        assertThat(quality.boundaryGaps()).isEqualTo(7);
        // 15 samples of the packet and one skipped slot more than the boundary declares.
        assertThat(quality.gaps()).singleElement().extracting(Gap::missing).isEqualTo(16);
    }

    @Test
    void the_median_follows_a_change_of_rate() {
        ForceTrace.Builder builder = ForceTrace.builder();
        long micros = 0;
        for (int i = 0; i < 400; i++) {
            builder.sample(micros, 0);
            micros += i < 200 ? 1_000 : 10_000;
        }

        // The last intervals at 1 ms call the first sixty-odd at 10 ms gaps; then 10 ms is the median.
        assertThat(builder.build().quality().orElseThrow().gaps()).hasSizeBetween(45, 55);
    }

    private static TraceQuality withInterval(long micros, boolean blank) {
        ForceTrace.Builder builder = ForceTrace.builder();
        for (int i = 0; i <= 100; i++) {
            builder.sample(500 + i * 10_000L, 0);
        }
        if (blank) {
            builder.blank();
        }
        builder.sample(500 + 1_000_000 + micros, 0);
        return builder.build().quality().orElseThrow();
    }

    /** Packets of 15 samples at 11.21 ms with a double interval between; one of them may be lost. */
    private static ForceTrace packets(int count, int lost) {
        ForceTrace.Builder builder = ForceTrace.builder().intervals(IntervalModel.SKIPS_ONE_AT_PACKET_BOUNDARY);
        for (int p = 0; p < count; p++) {
            for (int i = 0; i < 15 && (lost == 0 || p != lost); i++) {
                if (i == 0) {
                    builder.startPacket();
                }
                builder.sample((p * 16L + i) * 11_210, 0);
            }
        }
        return builder.build();
    }
}
