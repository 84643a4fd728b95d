package org.plinth.core.signal;

import java.util.List;

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
}
