package org.plinth.core.effort;

import java.util.Arrays;
import java.util.Optional;
import org.plinth.core.signal.ForceTrace;

/**
 * Finds the quietest window before a rise: least standard deviation, climbing slower than 2 N/s, its 50 ms means within
 * 3 N; both limits widened by what the noise itself would show.
 */
final class RestFinder {

    private static final int LEAST_SAMPLES = 3;
    private static final long BLOCK_MICROS = 50_000;
    private static final double SLOPE_SIGMAS = 3;
    private static final double RANGE_SIGMAS = 4;
    private static final double SECOND = 1e6;

    private final ForceTrace trace;
    private final int from;
    private final int to;

    private RestFinder(ForceTrace trace, int from, int to) {
        this.trace = trace;
        this.from = from;
        this.to = to;
    }

    /**
     * The quietest window in the 1.5 s that end with sample {@code to}, none before sample {@code floor}.
     *
     * @param leastMicros least length of the window
     */
    static Optional<Rest> before(ForceTrace trace, int floor, int to, long leastMicros) {
        int from = Math.max(floor, trace.indexAtOrAfter(trace.micros(to) - EffortRules.REST_SEARCH_MICROS));
        if (to - from + 1 < LEAST_SAMPLES) {
            return Optional.empty();
        }
        RestFinder finder = new RestFinder(trace, from, to);
        return finder.quietest(Math.max(leastMicros, EffortRules.REST_WINDOW_MICROS))
                .or(() -> finder.quietest(leastMicros));
    }

    /** Where nothing was quiet: the mean of the lowest tenth of the samples {@code from} to {@code to}. */
    static Rest lowest(ForceTrace trace, int from, int to) {
        double[] sorted = new double[to - from + 1];
        for (int i = from; i <= to; i++) {
            sorted[i - from] = trace.newtons(i);
        }
        Arrays.sort(sorted);
        int tenth = Math.max(1, sorted.length / 10);
        double sum = 0;
        for (int i = 0; i < tenth; i++) {
            sum += sorted[i];
        }
        return new Rest(sum / tenth, stepNoise(trace, from, to), from, false);
    }

    private Optional<Rest> quietest(long windowMicros) {
        double interval = (trace.micros(to) - trace.micros(from)) / (double) (to - from);
        double wanted = windowMicros - interval;
        double best = Double.POSITIVE_INFINITY;
        Optional<Rest> found = Optional.empty();
        Moments moments = new Moments(trace.newtons(from));
        int start = from;
        for (int end = from; end <= to; end++) {
            moments.add(trace.newtons(end));
            while (end - start + 1 > LEAST_SAMPLES && trace.micros(end) - trace.micros(start + 1) >= wanted) {
                moments.remove(trace.newtons(start++));
            }
            boolean full = end - start + 1 >= LEAST_SAMPLES && trace.micros(end) - trace.micros(start) >= wanted;
            double sd = moments.sd(end - start + 1);
            if (full && sd < best && isQuiet(start, end)) {
                best = sd;
                found = Optional.of(new Rest(moments.mean(end - start + 1), sd, end, true));
            }
        }
        return found;
    }

    private boolean isQuiet(int start, int end) {
        int n = end - start + 1;
        double seconds = (trace.micros(end) - trace.micros(start)) / SECOND;
        double noise = stepNoise(trace, start, end);
        double slopeLimit = EffortRules.REST_SLOPE_N_PER_S + SLOPE_SIGMAS * noise * Math.sqrt(12.0 / n) / seconds;
        double perBlock = Math.max(1, n * BLOCK_MICROS / SECOND / seconds);
        double rangeLimit = EffortRules.REST_RANGE_N + RANGE_SIGMAS * noise / Math.sqrt(perBlock);
        return Math.abs(slope(start, end)) <= slopeLimit && blockRange(start, end) <= rangeLimit;
    }

    private double slope(int start, int end) {
        double middle = (trace.micros(start) + (double) trace.micros(end)) / 2;
        double top = 0;
        double bottom = 0;
        double reference = trace.newtons(start);
        double sumT = 0;
        double sumF = 0;
        for (int i = start; i <= end; i++) {
            double t = (trace.micros(i) - middle) / SECOND;
            double f = trace.newtons(i) - reference;
            top += t * f;
            bottom += t * t;
            sumT += t;
            sumF += f;
        }
        int n = end - start + 1;
        return (top - sumT * sumF / n) / (bottom - sumT * sumT / n);
    }

    private double blockRange(int start, int end) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        int i = start;
        while (i <= end) {
            long blockStart = trace.micros(i);
            double sum = 0;
            int n = 0;
            for (; i <= end && trace.micros(i) - blockStart < BLOCK_MICROS; i++) {
                sum += trace.newtons(i);
                n++;
            }
            least = Math.min(least, sum / n);
            greatest = Math.max(greatest, sum / n);
        }
        return greatest - least;
    }

    /** Noise of one sample from the steps between neighbours, which a slow climb barely moves [N]. */
    private static double stepNoise(ForceTrace trace, int from, int to) {
        double squares = 0;
        for (int i = from + 1; i <= to; i++) {
            double step = trace.newtons(i) - trace.newtons(i - 1);
            squares += step * step;
        }
        return to > from ? Math.sqrt(squares / (2.0 * (to - from))) : 0;
    }

    /** Running sums around a first value, so that a large offset costs no digits. */
    private static final class Moments {
        private final double reference;
        private double sum;
        private double squares;

        Moments(double reference) {
            this.reference = reference;
        }

        void add(double value) {
            sum += value - reference;
            squares += (value - reference) * (value - reference);
        }

        void remove(double value) {
            sum -= value - reference;
            squares -= (value - reference) * (value - reference);
        }

        double mean(int n) {
            return reference + sum / n;
        }

        double sd(int n) {
            return n < 2 ? 0 : Math.sqrt(Math.max(0, (squares - sum * sum / n) / (n - 1)));
        }
    }
}
