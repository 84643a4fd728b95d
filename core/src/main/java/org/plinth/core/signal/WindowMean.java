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
        Optional<Window> best = Optional.empty();
        int start = from;
        while (start <= to) {
            int end = start;
            while (end < to && trace.micros(end + 1) - trace.micros(end) <= longestMicros) {
                end++;
            }
            if (trace.micros(end) - trace.micros(start) >= windowMicros) {
                Window here = new Sweep(trace, start, end, windowMicros).greatest();
                best = best.isPresent() && best.get().mean() >= here.mean() ? best : Optional.of(here);
            }
            start = end + 1;
        }
        return best;
    }

    /** One pass over an unbroken stretch: the window [left, left + w] moves from event to event. */
    private static final class Sweep {
        private final ForceTrace trace;
        private final int start;
        private final int end;
        private final long window;
        private double best = Double.NEGATIVE_INFINITY;
        private double bestLeft;

        Sweep(ForceTrace trace, int start, int end, long window) {
            this.trace = trace;
            this.start = start;
            this.end = end;
            this.window = window;
        }

        Window greatest() {
            int l = start;
            int r = start;
            while (trace.micros(r + 1) - trace.micros(start) < window) {
                r++;
            }
            // Left edge in [l, l + 1], right edge in [r, r + 1].
            double area = areaFrom(trace.micros(start), l, r);
            long left = trace.micros(start);
            long lastLeft = trace.micros(end) - window;
            take(area, (double) left);
            while (left < lastLeft) {
                long step = Math.min(trace.micros(l + 1) - left, trace.micros(r + 1) - (left + window));
                area = move(area, left, step, l, r);
                left += step;
                l += left == trace.micros(l + 1) ? 1 : 0;
                r += left + window == trace.micros(r + 1) && r + 1 < end ? 1 : 0;
                // Sums drift over long records: every so often the area is taken afresh.
                if ((l & REFRESH) == 0) {
                    area = areaFrom(left, l, r);
                }
            }
            return new Window(bestLeft, best / window);
        }

        private void take(double area, double left) {
            if (area > best) {
                best = area;
                bestLeft = left;
            }
        }

        private static final int REFRESH = 1023;

        /** Area after the window moved by {@code step}; the greatest on the way is kept. */
        private double move(double area, long left, long step, int l, int r) {
            double leave = at(l, left);
            double enter = at(r, left + window);
            double gain = enter - leave;
            double curve = slope(r) - slope(l);
            double crest = -gain / curve;
            if (curve < 0 && crest > 0 && crest < step) {
                take(area + gain * crest + curve * crest * crest / 2, left + crest);
            }
            double moved = area + gain * step + curve * step * step / 2;
            take(moved, (double) left + step);
            return moved;
        }

        private double areaFrom(long left, int l, int r) {
            long right = left + window;
            double sum = 0;
            for (int i = l; i <= r; i++) {
                long a = Math.max(left, trace.micros(i));
                long b = Math.min(right, trace.micros(i + 1));
                sum += (at(i, a) + at(i, b)) / 2 * (b - a);
            }
            return sum;
        }

        private double at(int i, long micros) {
            return trace.newtons(i) + slope(i) * (micros - trace.micros(i));
        }

        private double slope(int i) {
            return (trace.newtons(i + 1) - trace.newtons(i)) / (trace.micros(i + 1) - trace.micros(i));
        }
    }
}
