package org.plinth.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.plinth.core.effort.Effort;
import org.plinth.core.effort.EffortFinder;
import org.plinth.core.effort.EffortFlag;
import org.plinth.core.effort.Plateau;
import org.plinth.core.quantity.Force;
import org.plinth.core.signal.ForceTrace;
import org.plinth.core.testkit.Traces;

class RiseMetricsTest {

    private static double gold5(double t) {
        return 250 * (1 - Math.exp(-t / 0.12));
    }

    private static double gold6(double t) {
        return 250 * (1 - Math.exp(-(t / 0.14) * (t / 0.14)));
    }

    @ParameterizedTest
    @CsvSource({"50, 1703.7968", "100, 1413.5045", "150, 1189.1587", "200, 1013.9055", "250, 875.4855"})
    void gold_5_rises_as_printed(int window, double expected) {
        assertThat(value(new RateOfForceDevelopment(window), sampled(RiseMetricsTest::gold5, 1000)))
                .isCloseTo(expected, within(0.00005));
    }

    @ParameterizedTest
    @CsvSource({"50, 598.76", "100, 999.07", "200, 1087.60"})
    void gold_6_rises_as_printed(int window, double expected) {
        assertThat(value(new RateOfForceDevelopment(window), sampled(RiseMetricsTest::gold6, 1000)))
                .isCloseTo(expected, within(0.005));
    }

    @Test
    void gold_6_has_its_steepest_200_ms_as_printed() {
        assertThat(value(new PeakRateOfForceDevelopment(), sampled(RiseMetricsTest::gold6, 1000)))
                .isCloseTo(1118.996, within(0.0005));
    }

    @Test
    void gold_5_has_its_impulse_as_printed() {
        // A fine grid, so that the trapezoid's own error is below the printed digits.
        assertThat(value(new Impulse(100), sampled(RiseMetricsTest::gold5, 20_000)))
                .isCloseTo(8.037946, within(0.0000005));
    }

    @Test
    void gold_5_reaches_95_percent_when_printed() {
        // The curve ends in its own limit, so that the greatest sample is 250 N.
        ForceTrace trace = sampled(t -> t > 1.9 ? 250 : gold5(t), 10_000);

        assertThat(value(new TimeToPart(95), trace)).isCloseTo(0.359488, within(0.0000005));
    }

    @Test
    void a_constant_rises_at_nothing() {
        assertThat(value(new RateOfForceDevelopment(200), sampled(t -> 40, 1000)))
                .isZero();
        assertThat(value(new Impulse(200), sampled(t -> 40, 1000))).isCloseTo(8, within(1e-9));
    }

    @Test
    void short_windows_need_500_hz_and_long_ones_200() {
        assertThat(reason(new RateOfForceDevelopment(150), sampled(RiseMetricsTest::gold5, 499)))
                .contains(Withholding.SAMPLE_RATE_TOO_LOW);
        assertThat(reason(new RateOfForceDevelopment(150), sampled(RiseMetricsTest::gold5, 500)))
                .isEmpty();
        assertThat(reason(new RateOfForceDevelopment(200), sampled(RiseMetricsTest::gold5, 199)))
                .contains(Withholding.SAMPLE_RATE_TOO_LOW);
        assertThat(reason(new RateOfForceDevelopment(200), sampled(RiseMetricsTest::gold5, 200)))
                .isEmpty();
        assertThat(reason(new PeakRateOfForceDevelopment(), sampled(RiseMetricsTest::gold5, 199)))
                .contains(Withholding.SAMPLE_RATE_TOO_LOW);
    }

    @ParameterizedTest
    @EnumSource(names = {"PRETENSION", "COUNTERMOVEMENT", "DOUBLE"})
    void flags_withhold(EffortFlag flag) {
        ForceTrace trace = sampled(RiseMetricsTest::gold5, 1000);
        Effort flagged = effort(trace, Set.of(flag), true);
        List<Metric> rising =
                List.of(new RateOfForceDevelopment(200), new PeakRateOfForceDevelopment(), new Impulse(200));

        Withholding expected = flag == EffortFlag.PRETENSION ? Withholding.PRETENSION : Withholding.UNCLEAN_ONSET;
        assertThat(rising)
                .allSatisfy(metric ->
                        assertThat(metric.measure(trace, flagged).withholding()).contains(expected));
    }

    @Test
    void without_rest_there_is_no_onset() {
        ForceTrace trace = sampled(RiseMetricsTest::gold5, 1000);

        assertThat(new RateOfForceDevelopment(200)
                        .measure(trace, effort(trace, Set.of(), false))
                        .withholding())
                .contains(Withholding.NO_ONSET);
        assertThat(new TimeToPart(50)
                        .measure(trace, effort(trace, Set.of(), false))
                        .withholding())
                .contains(Withholding.NO_ONSET);
    }

    @Test
    void a_gap_in_the_window_withholds_and_one_behind_it_does_not() {
        assertThat(reason(new RateOfForceDevelopment(200), dropped(0.1, 0.12))).contains(Withholding.GAP_IN_WINDOW);
        assertThat(reason(new RateOfForceDevelopment(200), dropped(0.3, 0.32))).isEmpty();
        assertThat(reason(new Impulse(200), dropped(0.1, 0.12))).contains(Withholding.GAP_IN_WINDOW);
    }

    @Test
    void declared_boundary_gaps_withhold_nothing() {
        ForceTrace trace =
                Traces.at(1000, 9).effort(2, 200, 4).inPackets(15).noise(0.1, 3).build();
        Effort effort = EffortFinder.find(trace).get(0);

        assertThat(List.of(new RateOfForceDevelopment(200), new Peak100(), new MeanForce1s(), new Impulse(200)))
                .allSatisfy(metric ->
                        assertThat(metric.measure(trace, effort).value()).isPresent());
    }

    @Test
    void a_drop_and_a_fatigue_are_what_they_were_made() {
        // From 200 N at 2.5 s down by 2 N/s until 32 s.
        ForceTrace trace = Traces.at(100, 40)
                .plus(t -> t < 2 || t > 32 ? 0 : t < 2.5 ? 400 * (t - 2) : 200 - 2 * (t - 2.5))
                .build();
        Effort effort = EffortFinder.find(trace).get(0);

        // First 5 s after the peak: 195 N; last 5 s: 200 - 2 · 27 = 146 N.
        assertThat(new FatigueIndex().measure(trace, effort).value().orElseThrow())
                .isCloseTo(100 * (1 - 146.0 / 195), within(0.1));
        // Plateau ends at 90 % of the best 100 ms: best second 199 N, last second 180.9 N.
        assertThat(new PlateauDrop().measure(trace, effort).value().orElseThrow())
                .isCloseTo(9.1, within(0.3));
    }

    @Test
    void steadiness_is_the_scatter_around_a_line() {
        // A sine of 2 N around a slow line: SD = 2 / √2.
        ForceTrace trace = Traces.at(200, 16)
                .effort(2, 100, 10)
                .plus(t -> t > 2.5 && t < 12.5 ? 2 * Math.sin(2 * Math.PI * t) : 0)
                .build();

        assertThat(new Steadiness()
                        .measure(trace, EffortFinder.find(trace).get(0))
                        .value()
                        .orElseThrow())
                .isCloseTo(100 * Math.sqrt(2) / 100, within(0.02));
    }

    private static double value(Metric metric, ForceTrace trace) {
        return metric.measure(trace, effort(trace, Set.of(), true)).value().orElseThrow();
    }

    private static Optional<Withholding> reason(Metric metric, ForceTrace trace) {
        return metric.measure(trace, effort(trace, Set.of(), true)).withholding();
    }

    /** Two seconds of a curve that begins at 0 s. */
    private static ForceTrace sampled(DoubleUnaryOperator curve, double rateHz) {
        double[] newtons = new double[(int) (2 * rateHz) + 1];
        for (int i = 0; i < newtons.length; i++) {
            newtons[i] = curve.applyAsDouble(i / rateHz);
        }
        return ForceTrace.ofUniform(rateHz, newtons);
    }

    private static ForceTrace dropped(double from, double to) {
        return Traces.at(1000, 2).plus(RiseMetricsTest::gold5).without(from, to).build();
    }

    /** An effort over the whole trace whose onset is known to be at 0 s and its baseline 0 N. */
    private static Effort effort(ForceTrace trace, Set<EffortFlag> flags, boolean quiet) {
        int last = trace.size() - 1;
        int peak = 0;
        for (int i = 0; i <= last; i++) {
            peak = trace.newtons(i) > trace.newtons(peak) ? i : peak;
        }
        Set<EffortFlag> copy = flags.isEmpty() ? Set.of() : EnumSet.copyOf(flags);
        return new Effort(
                1,
                0,
                trace.micros(last),
                0,
                peak,
                last,
                Force.ZERO,
                Force.ZERO,
                quiet,
                new Plateau(0, trace.micros(last)),
                copy,
                Optional.empty());
    }
}
