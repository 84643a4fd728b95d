package org.plinth.core.effort;

import java.util.Optional;
import java.util.Set;
import org.plinth.core.quantity.Force;

/**
 * One effort found in a trace. Times are device µs of the trace; indices are its samples.
 *
 * @param number 1 for the first in the recording
 * @param onsetMicros interpolated crossing of the onset threshold
 * @param endMicros start of the release: force below half the peak for 200 ms, or the last sample
 * @param firstIndex first sample at or after onset
 * @param peakIndex the greatest sample
 * @param lastIndex last sample before the end
 * @param baseline mean of the quiet window before it, or the lowest 10 % of what stands before where none was quiet
 * @param baselineNoise standard deviation of that window
 * @param flags what is unusual
 * @param rejection why it is not used, or empty for a candidate
 */
public record Effort(
        int number,
        long onsetMicros,
        long endMicros,
        int firstIndex,
        int peakIndex,
        int lastIndex,
        Force baseline,
        Force baselineNoise,
        Set<EffortFlag> flags,
        Optional<Rejection> rejection) {

    /** Copies the set. */
    public Effort {
        flags = Set.copyOf(flags);
    }

    /** Whether it may become a trial. */
    public boolean isCandidate() {
        return rejection.isEmpty();
    }
}
