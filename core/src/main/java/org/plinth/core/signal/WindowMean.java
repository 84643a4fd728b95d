package org.plinth.core.signal;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The greatest time-weighted mean of a trace over a window of device time (decision M1).
 *
 * <pre>
 *   mean = ∫ F dt / w        trapezoid between samples, linear at the window's edges      [N]
 * </pre>
 *
 * <p>The mean over a sliding window of a line from sample to sample is greatest either where a window edge stands on a
 * sample or where both edges have equal force between samples; all three are tried.
 */
public final class WindowMean {

    private WindowMean() {}

    /**
     * A window and its mean.
     *
     * @param startMicros device time at which it begins [µs]
     * @param mean of the force in it [N]
     */
    public record Window(double startMicros, double mean) {}

    /**
     * The greatest mean of all windows inside samples {@code from} to {@code to}; empty where none fits or every one
     * holds an interval longer than {@code longestMicros}.
     *
     * @param to last sample, included
     * @param windowMicros length of the window; above 0
     */
    public static OptionalDouble greatest(ForceTrace trace, int from, int to, long windowMicros, long longestMicros) {
        Optional<Window> window = greatestWindow(trace, from, to, windowMicros, longestMicros);
        return window.isPresent() ? OptionalDouble.of(window.get().mean()) : OptionalDouble.empty();
    }

    /** As {@link #greatest}, with where it stands. */
    public static Optional<Window> greatestWindow(
            ForceTrace trace, int from, int to, long windowMicros, long longestMicros) {
        // Where no interval is longer than the limit it is the same question as without one, and asked once.
        boolean unlimited = trace.quality()
                .filter(quality -> quality.longestIntervalMicros() > longestMicros)
                .isEmpty();
        long limit = unlimited ? Long.MAX_VALUE : longestMicros;
        return trace.remembered(new Question(from, to, windowMicros, limit), WindowMean::answer);
    }

    /** What was asked of a trace. */
    record Question(int from, int to, long windowMicros, long longestMicros) {}

    private static Optional<Window> answer(ForceTrace trace, Question asked) {
        Optional<Window> best = Optional.empty();
        int start = asked.from();
        while (start <= asked.to()) {
            int end = start;
            while (end < asked.to() && trace.micros(end + 1) - trace.micros(end) <= asked.longestMicros()) {
                end++;
            }
            if (trace.micros(end) - trace.micros(start) >= asked.windowMicros()) {
                Window here = new Sweep(trace, start, end, asked.windowMicros()).greatest();
                best = best.isPresent() && best.get().mean() >= here.mean() ? best : Optional.of(here);
            }
            start = end + 1;
        }
        return best;
    }

    /** One pass over an unbroken stretch: the window [left, left + w] moves from event to event. */
    private static final class Sweep {
        // Sums drift over long records: every so often the area is taken afresh.
        private static final int REFRESH = 1023;

        private final long[] t;
        private final double[] f;
        private final int start;
        private final int end;
        private final long window;

        Sweep(ForceTrace trace, int start, int end, long window) {
            this.t = trace.times();
            this.f = trace.forces();
            this.start = start;
            this.end = end;
            this.window = window;
        }

        /**
         * Left edge in [l, l + 1], right edge in [r, r + 1]. Between two events the area is a parabola of the step; its
         * crest is looked at only where it lies inside and may be the greatest. Slopes are kept from step to step: they are the only divisions.
         */
        Window greatest() {
            int l = start;
            int r = start;
            while (t[r + 1] - t[start] < window) {
                r++;
            }
            double leaving = slope(l);
            double entering = slope(r);
            long left = t[start];
            long lastLeft = t[end] - window;
            double area = areaFrom(left, l, r);
            double best = area;
            double bestLeft = left;
            while (left < lastLeft) {
                long step = Math.min(t[l + 1] - left, t[r + 1] - (left + window));
                double gain = f[r] + entering * (left + window - t[r]) - (f[l] + leaving * (left - t[l]));
                double curve = entering - leaving;
                // No crest lies above area + gain · step: most steps end at this first test.
                if (area + gain * step > best && gain > 0 && curve < 0 && gain < -curve * step) {
                    double crest = -gain / curve;
                    double top = area + gain * crest + curve * crest * crest / 2;
                    bestLeft = top > best ? left + crest : bestLeft;
                    best = Math.max(best, top);
                }
                area += gain * step + curve * step * step / 2;
                left += step;
                if (area > best) {
                    best = area;
                    bestLeft = left;
                }
                if (left == t[l + 1]) {
                    l++;
                    leaving = slope(l);
                }
                if (left + window == t[r + 1] && r + 1 < end) {
                    r++;
                    entering = slope(r);
                }
                if ((l & REFRESH) == 0) {
                    area = areaFrom(left, l, r);
                }
            }
            return new Window(bestLeft, best / window);
        }

        private double areaFrom(long left, int l, int r) {
            long right = left + window;
            if (l == r) {
                return (at(l, left) + at(l, right)) / 2 * window;
            }
            double sum = (at(l, left) + f[l + 1]) / 2 * (t[l + 1] - left);
            for (int i = l + 1; i < r; i++) {
                sum += (f[i] + f[i + 1]) / 2 * (t[i + 1] - t[i]);
            }
            return sum + (f[r] + at(r, right)) / 2 * (right - t[r]);
        }

        private double at(int i, long micros) {
            return f[i] + slope(i) * (micros - t[i]);
        }

        private double slope(int i) {
            return (f[i + 1] - f[i]) / (t[i + 1] - t[i]);
        }
    }
}
