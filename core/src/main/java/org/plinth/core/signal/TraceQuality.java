package org.plinth.core.signal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How complete a trace is.
 *
 * @param sampleRateHz 1 / median interval; gates the metrics. 0 intervals: {@link Double#NaN} never leaves core, so
 *     traces of fewer than two samples have no quality
 * @param effectiveRateHz (n − 1) / duration
 * @param gaps what the interval model does not explain
 * @param boundaryGaps declared packet-boundary gaps, counted apart
 * @param longestIntervalMicros the longest interval of all
 */
public record TraceQuality(
        double sampleRateHz, double effectiveRateHz, List<Gap> gaps, int boundaryGaps, long longestIntervalMicros) {

    /** Copies the list. */
    public TraceQuality {
        gaps = List.copyOf(gaps);
    }

    private static final double MICROS_PER_SECOND = 1e6;

    /** The quality of a trace; empty for fewer than two samples, which have no interval. */
    public static Optional<TraceQuality> of(ForceTrace trace) {
        if (trace.size() < 2) {
            return Optional.empty();
        }
        GapFinder found = GapFinder.in(trace);
        double effective = (trace.size() - 1) * MICROS_PER_SECOND / trace.durationMicros();
        return Optional.of(new TraceQuality(
                MICROS_PER_SECOND / medianIntervalMicros(trace),
                effective,
                found.gaps(),
                found.boundaryGaps(),
                found.longestMicros()));
    }

    private static double medianIntervalMicros(ForceTrace trace) {
        // int keeps ten million intervals at 40 MB; an interval beyond 35 min cannot be a median worth telling apart.
        int[] intervals = new int[trace.size() - 1];
        for (int i = 0; i < intervals.length; i++) {
            intervals[i] = (int) Math.min(Integer.MAX_VALUE, trace.micros(i + 1) - trace.micros(i));
        }
        Arrays.sort(intervals);
        int middle = intervals.length / 2;
        return intervals.length % 2 == 1 ? intervals[middle] : (intervals[middle - 1] + (double) intervals[middle]) / 2;
    }
}
