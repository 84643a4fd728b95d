package org.plinth.core.effort;

import java.util.ArrayList;
import java.util.List;
import org.plinth.core.signal.ForceTrace;
import org.plinth.core.signal.Gap;
import org.plinth.core.signal.TraceQuality;

/**
 * Finds the efforts of a recording by the rules of {@link EffortRules}: load is found on 20 ms means, then rest, onset,
 * peak, plateau and release are placed on the samples themselves. Never fills or filters; any rate, uneven time.
 */
public final class EffortFinder {

    private EffortFinder() {}

    /** The efforts in order, rejected ones included. Empty, one-sample and constant traces have none. */
    public static List<Effort> find(ForceTrace trace) {
        List<Effort> efforts = new ArrayList<>();
        List<Gap> gaps = trace.quality().map(TraceQuality::gaps).orElse(List.of());
        int from = 0;
        for (Gap gap : gaps) {
            // A silence this long separates efforts: nothing is known of what happened in it.
            if (gap.durationMicros() > EffortRules.SECOND_RISE_MICROS) {
                int to = trace.indexAtOrAfter(trace.micros(0) + gap.afterMicros()) + 1;
                findIn(trace, gaps, from, to, efforts);
                from = to;
            }
        }
        findIn(trace, gaps, from, trace.size(), efforts);
        return List.copyOf(efforts);
    }

    private static void findIn(ForceTrace trace, List<Gap> gaps, int from, int to, List<Effort> efforts) {
        if (to - from < 2) {
            return;
        }
        CoarseTrace coarse = CoarseTrace.of(trace, from, to);
        EffortBuilder builder = new EffortBuilder(trace, coarse, gaps);
        for (Bout bout : BoutFinder.in(coarse)) {
            builder.build(bout, efforts.size() + 1).ifPresent(efforts::add);
        }
    }
}
