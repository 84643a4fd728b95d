package org.plinth.core.signal;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the gaps of a trace (decision M10): an interval above 3 × the median of the last 100 that the sensor's interval
 * model does not declare. Intervals that it does declare are counted apart.
 */
final class GapFinder {

    private static final double GAP_FACTOR = 3;
    // Half a period of jitter may stand on either side of a declared interval.
    private static final double JITTER_PERIODS = 0.5;

    private final List<Gap> gaps = new ArrayList<>();
    private int boundaryGaps;
    private long longestMicros;

    private GapFinder() {}

    static GapFinder in(ForceTrace trace) {
        GapFinder finder = new GapFinder();
        RunningMedian recent = new RunningMedian();
        int warmUp = Math.min(RunningMedian.WINDOW, trace.size() - 1);
        for (int i = 1; i <= warmUp; i++) {
            recent.add(interval(trace, i));
        }
        for (int i = 1; i < trace.size(); i++) {
            finder.look(trace, i, recent.median());
            if (i > warmUp) {
                recent.add(interval(trace, i));
            }
        }
        return finder;
    }

    private static long interval(ForceTrace trace, int i) {
        return trace.micros(i) - trace.micros(i - 1);
    }

    private void look(ForceTrace trace, int i, double median) {
        long interval = interval(trace, i);
        longestMicros = Math.max(longestMicros, interval);
        if (interval <= (1 + JITTER_PERIODS) * median) {
            return;
        }
        int declared = trace.startsPacket(i) ? trace.intervals().boundaryPeriods() : 1;
        boolean isDeclared = declared > 1 && interval <= (declared + JITTER_PERIODS) * median;
        if (isDeclared) {
            boundaryGaps++;
        } else if (interval > GAP_FACTOR * median) {
            int missing = (int) Math.max(1, Math.round(interval / median) - declared);
            Gap.Kind kind = trace.followsBlank(i) ? Gap.Kind.BLANK : Gap.Kind.LINK;
            gaps.add(new Gap(trace.micros(i - 1) - trace.micros(0), interval, missing, kind));
        }
    }

    List<Gap> gaps() {
        return gaps;
    }

    int boundaryGaps() {
        return boundaryGaps;
    }

    long longestMicros() {
        return longestMicros;
    }
}
