package org.plinth.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.stat.regression.SimpleRegression;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.core.effort.Effort;
import org.plinth.core.effort.Plateau;
import org.plinth.core.effort.Rejection;
import org.plinth.core.quantity.Force;
import org.plinth.core.signal.ForceTrace;

/** Metrics against their definition worked out the slow way, on samples that stand unevenly and off every grid. */
class MetricsByDefinitionTest {

    private static final double MICROS = 1e6;

    @RepeatedTest(20)
    void the_steepest_200_ms(RepetitionInfo run) {
        SplittableRandom random = new SplittableRandom(run.getCurrentRepetition());
        double top = random.nextDouble(100, 300);
        double tau = random.nextDouble(0.05, 0.4);
        ForceTrace trace = uneven(random, 400, 1.5, t -> t < 0.3 ? 0 : top * (1 - Math.exp(-(t - 0.3) / tau)), 2);
        Effort effort = effort(trace, 300_000, 300_000, trace.micros(trace.size() - 1));

        long from = Math.max(trace.micros(0), 300_000 - 200_000);
        double steepest = Double.NEGATIVE_INFINITY;
        for (long t = from; t + 200_000 <= trace.micros(trace.size() - 1); t++) {
            steepest = Math.max(steepest, (trace.newtonsAt(t + 200_000.0) - trace.newtonsAt((double) t)) / 0.2);
        }
        assertThat(value(new PeakRateOfForceDevelopment(), trace, effort)).isCloseTo(steepest, within(1e-9 * top));
    }

    @Test
    void the_steepest_200_ms_is_none_of_what_stood_before() {
        // A fall from 500 N and a rise to it long before the onset must not count.
        ForceTrace trace =
                uneven(new SplittableRandom(5), 500, 3, t -> t < 0.5 ? 1000 * t : t < 2 ? 0 : 100 * (t - 2), 0);
        Effort effort = effort(trace, 2_000_000, 2_000_000, trace.micros(trace.size() - 1));

        assertThat(value(new PeakRateOfForceDevelopment(), trace, effort)).isCloseTo(100, within(0.5));
    }

    @Test
    void the_steepest_200_ms_needs_200_ms() {
        ForceTrace trace = uneven(new SplittableRandom(6), 500, 0.19, t -> 100 * t, 0);

        assertThat(reason(new PeakRateOfForceDevelopment(), trace, effort(trace, 0, 0, 190_000)))
                .contains(Withholding.EFFORT_TOO_SHORT);
    }

    @RepeatedTest(10)
    void steadiness(RepetitionInfo run) {
        SplittableRandom random = new SplittableRandom(100 + run.getCurrentRepetition());
        double slope = random.nextDouble(-3, 3);
        ForceTrace trace = uneven(random, 80, 9, t -> 100 + slope * t, 4);
        long start = 1_000_000L + random.nextInt(1000);
        long end = 8_000_000L - random.nextInt(1000);
        long middle = (start + end) / 2;

        SimpleRegression line = new SimpleRegression();
        double sum = 0;
        for (int i = 0; i < trace.size(); i++) {
            if (trace.micros(i) >= middle - 2_500_000 && trace.micros(i) < middle + 2_500_000) {
                line.addData(trace.micros(i) / MICROS, trace.newtons(i));
                sum += trace.newtons(i);
            }
        }
        double expected = 100 * Math.sqrt(line.getMeanSquareError()) / (sum / line.getN());
        assertThat(value(new Steadiness(), trace, effort(trace, 0, start, end))).isCloseTo(expected, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"19, 9, SAMPLE_RATE_TOO_LOW", "25, 4.9, EFFORT_TOO_SHORT"})
    void steadiness_needs_20_hz_and_five_seconds(double rateHz, double seconds, Withholding expected) {
        ForceTrace trace = ForceTrace.ofUniform(rateHz, constant((int) (rateHz * 10)));

        assertThat(reason(new Steadiness(), trace, effort(trace, 0, 0, (long) (seconds * MICROS))))
                .contains(expected);
    }

    @Test
    void five_seconds_at_20_hz_are_enough_for_steadiness() {
        ForceTrace trace = ForceTrace.ofUniform(20, constant(200));

        assertThat(value(new Steadiness(), trace, effort(trace, 0, 0, 5_000_000)))
                .isZero();
    }

    @Test
    void fatigue_is_of_the_first_and_last_five_seconds() {
        // 90 % of 200 N is reached at 0.9 s; the hold falls by 1 N/s from 1 s on and ends at 25 s.
        ForceTrace trace = uneven(new SplittableRandom(9), 100, 27, t -> t < 1 ? 200 * t : 200 - (t - 1), 0);
        Effort effort = effort(trace, 0, 1_000_000, 25_000_000);
        double top = reached(trace, 0.9);
        double expected = 100 * (1 - mean(trace, 20, 25) / mean(trace, top, top + 5));

        assertThat(value(new FatigueIndex(), trace, effort)).isCloseTo(expected, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"20.85, true", "20.95, false"})
    void fatigue_needs_twenty_seconds_from_90_percent_on(double end, boolean tooShort) {
        ForceTrace trace = ForceTrace.ofUniform(100, rising(3000, 2));
        Optional<Withholding> reason =
                reason(new FatigueIndex(), trace, effort(trace, 0, 1_000_000, (long) (end * MICROS)));

        assertThat(reason.equals(Optional.of(Withholding.EFFORT_TOO_SHORT))).isEqualTo(tooShort);
    }

    @Test
    void a_silence_in_the_first_or_last_five_seconds_withholds_fatigue_and_one_between_does_not() {
        assertThat(reason(new FatigueIndex(), silent(2), whole(silent(2)))).contains(Withholding.GAP_IN_WINDOW);
        assertThat(reason(new FatigueIndex(), silent(12), whole(silent(12)))).isEmpty();
        assertThat(reason(new FatigueIndex(), silent(23), whole(silent(23)))).contains(Withholding.GAP_IN_WINDOW);
    }

    @Test
    void the_drop_is_from_the_best_second_to_the_last_of_the_plateau() {
        ForceTrace trace = uneven(new SplittableRandom(11), 100, 8, t -> t < 1 ? 200 * t : 200 - 4 * (t - 1), 0);
        Effort effort = effort(trace, 0, 1_000_000, 6_000_000);
        double best = 0;
        for (double t = 0; t < 6.9; t += 0.0005) {
            best = Math.max(best, mean(trace, t, t + 1));
        }

        assertThat(value(new PlateauDrop(), trace, effort))
                .isCloseTo(100 * (best - mean(trace, 5, 6)) / best, within(0.001));
    }

    @ParameterizedTest
    @CsvSource({"0.9, EFFORT_TOO_SHORT"})
    void the_drop_needs_a_second(double end, Withholding expected) {
        ForceTrace trace = ForceTrace.ofUniform(100, rising(300));

        assertThat(reason(new PlateauDrop(), trace, effort(trace, 0, 0, (long) (end * MICROS))))
                .contains(expected);
        assertThat(reason(new PlateauDrop(), trace, effort(trace, 0, 0, 1_000_000)))
                .isEmpty();
    }

    @Test
    void a_silence_in_the_last_second_of_the_plateau_withholds_the_drop() {
        ForceTrace trace = silent(12);

        assertThat(reason(new PlateauDrop(), trace, effort(trace, 0, 0, 12_600_000)))
                .contains(Withholding.GAP_IN_WINDOW);
        assertThat(reason(new PlateauDrop(), trace, effort(trace, 0, 0, 20_000_000)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"50, 0.5", "63, 0.63", "90, 0.9"})
    void a_part_of_the_peak_is_reached_between_samples(int percent, double seconds) {
        // 0 to 100 N in one second from 0.2 s on, then level.
        ForceTrace trace =
                uneven(new SplittableRandom(13), 30, 3, t -> t < 0.2 ? 0 : t < 1.2 ? 100 * (t - 0.2) : 100, 0);

        assertThat(value(new TimeToPart(percent), trace, effort(trace, 200_000, 1_200_000, 2_900_000)))
                .isCloseTo(seconds, within(1e-6));
    }

    @Test
    void a_silence_on_the_way_up_withholds_the_time_to_a_part() {
        ForceTrace trace = silent(0.5);

        assertThat(reason(new TimeToPart(90), trace, whole(trace))).contains(Withholding.GAP_IN_WINDOW);
        assertThat(reason(new TimeToPart(90), silent(5), whole(silent(5)))).isEmpty();
    }

    @Test
    void nothing_about_the_rise_is_given_of_an_effort_over_range() {
        ForceTrace trace = ForceTrace.ofUniform(1000, rising(3000));
        Effort clipped = effort(trace, 0, 0, 2_000_000, Optional.of(Rejection.OVER_RANGE));

        assertThat(reason(new RateOfForceDevelopment(200), trace, clipped)).contains(Withholding.OVER_RANGE);
        assertThat(reason(
                        new RateOfForceDevelopment(200),
                        ForceTrace.ofUniform(1000, rising(150)),
                        effort(ForceTrace.ofUniform(1000, rising(150)), 0, 0, 140_000)))
                .contains(Withholding.EFFORT_TOO_SHORT);
    }

    @Test
    void a_window_of_exactly_100_ms_is_a_window() {
        ForceTrace exact = ForceTrace.ofUniform(1000, rising(101));
        ForceTrace shorter = ForceTrace.ofUniform(1000, rising(100));

        assertThat(value(new Peak100(), exact, whole(exact))).isCloseTo(10, within(1e-9));
        assertThat(reason(new Peak100(), shorter, whole(shorter))).contains(Withholding.EFFORT_TOO_SHORT);
        // At 20 Hz there are three samples to a window; below, the greatest sample stands for it.
        ForceTrace twenty = ForceTrace.ofUniform(20, rising(21));
        assertThat(Peak100.isWindowed(twenty)).isTrue();
        assertThat(Peak100.isWindowed(ForceTrace.ofUniform(19.9, rising(21)))).isFalse();
        ForceTrace second = ForceTrace.ofUniform(1000, rising(1001));
        assertThat(value(new MeanForce1s(), second, whole(second))).isCloseTo(100, within(1e-9));
    }

    @Test
    void an_impulse_is_above_the_baseline() {
        // 50 N held on a baseline of 10 N: 40 N for 0.2 s.
        ForceTrace trace = ForceTrace.ofUniform(1000, constant(1000, 50));
        Effort effort = new Effort(
                1,
                0,
                900_000,
                0,
                0,
                999,
                new Force(10),
                Force.ZERO,
                true,
                new Plateau(0, 900_000),
                Set.of(),
                Optional.empty());

        assertThat(value(new Impulse(200), trace, effort)).isCloseTo(8, within(1e-9));
    }

    private static double value(Metric metric, ForceTrace trace, Effort effort) {
        return metric.measure(trace, effort).value().orElseThrow();
    }

    private static Optional<Withholding> reason(Metric metric, ForceTrace trace, Effort effort) {
        return metric.measure(trace, effort).withholding();
    }

    private static double mean(ForceTrace trace, double from, double to) {
        int steps = 20_000;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            sum += trace.newtonsAt((from + (to - from) * (i + 0.5) / steps) * MICROS);
        }
        return sum / steps;
    }

    private static double reached(ForceTrace trace, double part) {
        double greatest = 0;
        for (int i = 0; i < trace.size(); i++) {
            greatest = Math.max(greatest, trace.newtons(i));
        }
        int i = 0;
        while (trace.newtons(i) < part * greatest) {
            i++;
        }
        return trace.micros(i) / MICROS;
    }

    /** Samples about every 1 / rate, each up to a third of a period off, with uniform noise of this half width. */
    private static ForceTrace uneven(
            SplittableRandom random, double rateHz, double seconds, DoubleUnaryOperator curve, double noise) {
        ForceTrace.Builder builder = ForceTrace.builder();
        for (int i = 0; i < seconds * rateHz; i++) {
            double t = (i + random.nextDouble(0, 0.3)) / rateHz;
            long micros = Math.round(t * MICROS);
            double off = noise == 0 ? 0 : random.nextDouble(-noise, noise);
            builder.sample(micros, curve.applyAsDouble(micros / MICROS) + off);
        }
        return builder.build();
    }

    /** 25 s at 100 Hz: up to 100 N within a second, then level; silent for half a second from a time on. */
    private static ForceTrace silent(double from) {
        ForceTrace.Builder builder = ForceTrace.builder();
        for (int i = 0; i <= 2500; i++) {
            double t = i / 100.0;
            if (t <= from || t >= from + 0.5) {
                builder.sample(i * 10_000L, Math.min(100, 100 * t));
            }
        }
        return builder.build();
    }

    private static double[] rising(int samples) {
        return rising(samples, 0.2);
    }

    private static double[] rising(int samples, double step) {
        double[] newtons = new double[samples];
        for (int i = 0; i < samples; i++) {
            newtons[i] = Math.min(200, i * step);
        }
        return newtons;
    }

    private static double[] constant(int samples) {
        return constant(samples, 100);
    }

    private static double[] constant(int samples, double newtons) {
        double[] all = new double[samples];
        Arrays.fill(all, newtons);
        return all;
    }

    private static Effort whole(ForceTrace trace) {
        return effort(trace, 0, 0, trace.micros(trace.size() - 1));
    }

    private static Effort effort(ForceTrace trace, long onset, long plateauStart, long end) {
        return effort(trace, onset, plateauStart, end, Optional.empty());
    }

    private static Effort effort(
            ForceTrace trace, long onset, long plateauStart, long end, Optional<Rejection> rejection) {
        int last = trace.size() - 1;
        int peak = 0;
        for (int i = 0; i <= last; i++) {
            peak = trace.newtons(i) > trace.newtons(peak) ? i : peak;
        }
        return new Effort(
                1,
                onset,
                end,
                0,
                peak,
                last,
                Force.ZERO,
                Force.ZERO,
                true,
                new Plateau(plateauStart, end),
                Set.of(),
                rejection);
    }
}
