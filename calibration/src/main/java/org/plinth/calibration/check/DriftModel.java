package org.plinth.calibration.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.hipparchus.distribution.continuous.TDistribution;
import org.plinth.calibration.check.ControlChart.Value;
import org.plinth.calibration.number.InOrder;

/**
 * A straight line through the checks since the calibration, and when it may leave the limit.
 *
 * <pre>
 *   d(t) = a + b t      [%]    t in days since the calibration
 *   bounds(t) = d(t) ± t_0.975,n−2 · s · √(1/n + (t − t̄)²/Sxx)
 *   due = first day on which a bound is beyond ± limit
 * </pre>
 *
 * @param from moment of the calibration, day 0
 * @param atStart a [%]
 * @param perDay b [%/day]
 * @param perDayHalfWidth half the 95 % interval of b [%/day]
 * @param meanDay t̄
 * @param sxx Σ(t − t̄)²
 * @param residualSd s [%]
 * @param n checks
 */
public record DriftModel(
        Instant from,
        double atStart,
        double perDay,
        double perDayHalfWidth,
        double meanDay,
        double sxx,
        double residualSd,
        int n) {

    /** Fewest checks that carry a line with an interval. */
    public static final int FEWEST_CHECKS = 4;

    private static final double SECONDS_PER_DAY = 86_400;
    private static final double UPPER = 0.975;

    /** The line; empty for fewer than 4 checks or a single moment. */
    public static Optional<DriftModel> of(Instant calibratedAt, List<Value> checks) {
        int n = checks.size();
        double[] days = checks.stream()
                .mapToDouble(check -> days(calibratedAt, check.at()))
                .toArray();
        double meanDay = InOrder.mean(DoubleStream.of(days)).orElse(0);
        double mean = InOrder.mean(checks.stream().mapToDouble(Value::percent)).orElse(0);
        double sxx = 0;
        double sxy = 0;
        for (int i = 0; i < n; i++) {
            sxx += (days[i] - meanDay) * (days[i] - meanDay);
            sxy += (days[i] - meanDay) * (checks.get(i).percent() - mean);
        }
        if (n < FEWEST_CHECKS || sxx <= 0) {
            return Optional.empty();
        }
        double perDay = sxy / sxx;
        double start = mean - perDay * meanDay;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double residual = checks.get(i).percent() - start - perDay * days[i];
            squares += residual * residual;
        }
        double sd = Math.sqrt(squares / (n - 2));
        double half = student(n) * sd / Math.sqrt(sxx);
        return Optional.of(new DriftModel(calibratedAt, start, perDay, half, meanDay, sxx, sd, n));
    }

    /** Change that is expected then [%]. */
    public double expectedAt(Instant moment) {
        return atStart + perDay * days(from, moment);
    }

    /** Half the 95 % interval of that [%]. */
    public double halfWidthAt(Instant moment) {
        double away = days(from, moment) - meanDay;
        return student(n) * residualSd * Math.sqrt(1.0 / n + away * away / sxx);
    }

    /** Whether drift is shown at all: the interval of the slope leaves out 0. */
    public boolean drifts() {
        return Math.abs(perDay) > perDayHalfWidth;
    }

    /**
     * First day after {@code now} on which the change may be beyond the limit, where that is before {@code latest}; empty
     * where it stays within, or no drift is shown.
     *
     * @param limitPercent greatest change [%]
     */
    public Optional<Instant> predictedDue(double limitPercent, Instant now, Instant latest) {
        return firstDay(now, latest, day -> Math.abs(expectedAt(day)) + halfWidthAt(day) > limitPercent);
    }

    /** First day after {@code now} on which the line itself is beyond the limit; empty likewise. */
    public Optional<Instant> expectedDue(double limitPercent, Instant now, Instant latest) {
        return firstDay(now, latest, day -> Math.abs(expectedAt(day)) > limitPercent);
    }

    private Optional<Instant> firstDay(Instant now, Instant latest, Predicate<Instant> beyond) {
        if (!drifts()) {
            return Optional.empty();
        }
        return Stream.iterate(now, day -> day.isBefore(latest), day -> day.plus(Duration.ofDays(1)))
                .filter(beyond)
                .findFirst();
    }

    private static double student(int n) {
        return new TDistribution(n - 2).inverseCumulativeProbability(UPPER);
    }

    private static double days(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds() / SECONDS_PER_DAY;
    }
}
