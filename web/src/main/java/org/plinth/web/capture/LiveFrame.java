package org.plinth.web.capture;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.plinth.core.visit.Side;

/**
 * Force since the last frame, for drawing. Two frames merge into one by joining their buckets and taking the rest of the
 * newer one: the greatest force is that since the recording's start.
 *
 * @param side under test
 * @param flags what must be shown with it
 * @param newestMicros device time of the newest sample [µs]
 * @param newestNewtons newest force [N]; empty before the first sample
 * @param greatestNewtons greatest force since the recording's start [N]; empty before the first sample
 * @param buckets least and greatest force of each 10 ms of device time that held samples, oldest first
 */
public record LiveFrame(
        Side side,
        Set<Flag> flags,
        long newestMicros,
        OptionalDouble newestNewtons,
        OptionalDouble greatestNewtons,
        List<Bucket> buckets) {

    /** Copies the collections. */
    public LiveFrame {
        flags = Set.copyOf(flags);
        buckets = List.copyOf(buckets);
    }

    /** What must be shown with the force. */
    public enum Flag {
        /** No sample for a second: what stands on the screen is old. */
        SIGNAL_LOST,
        /** The sensor was at its limit in this recording. */
        OVER_RANGE,
        /** No valid calibration stands behind these newtons. */
        UNCALIBRATED
    }

    /**
     * Ten milliseconds of device time.
     *
     * @param firstMicros device time of its first sample [µs]
     * @param least least force [N]
     * @param greatest greatest force [N]
     */
    public record Bucket(long firstMicros, double least, double greatest) {}
}
