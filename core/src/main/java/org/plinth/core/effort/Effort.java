package org.plinth.core.effort;

import java.util.Optional;
import java.util.Set;
import org.plinth.core.quantity.Force;

/**
 * One effort found in a trace. Times are device µs of the trace; indices are its samples.
 *
 * @param number 1 for the first in the recording
 * @param onsetMicros interpolated crossing of the onset threshold; where no rest was quiet it only bounds the effort
 * @param endMicros start of the release: force below half the peak for 200 ms, or the last sample
 * @param firstIndex first sample at or after onset
 * @param peakIndex the greatest sample
 * @param lastIndex last sample before the end
 * @param baseline mean of the quiet window before it, or the lowest 10 % of what stands before where none was quiet;
 *     above 0 it is the pretension
 * @param baselineNoise standard deviation of that window
 * @param quietBaseline whether such a window was found; without it nothing that needs an onset can be measured
 * @param plateau the steady top
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
        boolean quietBaseline,
        Plateau plateau,
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
