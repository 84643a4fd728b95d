package org.plinth.core.metric;

import java.util.Optional;
import org.plinth.core.effort.Effort;
import org.plinth.core.effort.EffortFlag;
import org.plinth.core.effort.Rejection;
import org.plinth.core.signal.ForceTrace;

/** Whether numbers about the rise of force may be given at all (decisions M9, M10). */
final class OnsetGate {

    /** Windows below 200 ms need this rate [Hz]. */
    static final double FAST_HZ = 500;
    /** Windows of 200 ms and more need this rate [Hz]. */
    static final double SLOW_HZ = 200;

    private static final long FAST_WINDOW_MICROS = 200_000;

    private OnsetGate() {}

    /** Why the window {@code [startMicros, startMicros + windowMicros]} cannot be measured; empty where it can. */
    static Optional<Withholding> closed(ForceTrace trace, Effort effort, double startMicros, long windowMicros) {
        double least = windowMicros < FAST_WINDOW_MICROS ? FAST_HZ : SLOW_HZ;
        if (Sampling.rateHz(trace) < least) {
            return Optional.of(Withholding.SAMPLE_RATE_TOO_LOW);
        }
        if (!effort.quietBaseline()) {
            return Optional.of(Withholding.NO_ONSET);
        }
        if (effort.flags().contains(EffortFlag.PRETENSION)) {
            return Optional.of(Withholding.PRETENSION);
        }
        if (effort.flags().contains(EffortFlag.COUNTERMOVEMENT)
                || effort.flags().contains(EffortFlag.DOUBLE)) {
            return Optional.of(Withholding.UNCLEAN_ONSET);
        }
        if (effort.rejection().equals(Optional.of(Rejection.OVER_RANGE))) {
            return Optional.of(Withholding.OVER_RANGE);
        }
        return window(trace, effort, startMicros, startMicros + windowMicros);
    }

    private static Optional<Withholding> window(ForceTrace trace, Effort effort, double from, double to) {
        if (to > trace.micros(effort.lastIndex())) {
            return Optional.of(Withholding.EFFORT_TOO_SHORT);
        }
        return Sampling.hasGap(trace, from, to) ? Optional.of(Withholding.GAP_IN_WINDOW) : Optional.empty();
    }
}
