package org.plinth.core.effort;

import java.util.List;
import java.util.Optional;
import org.plinth.core.quantity.Force;
import org.plinth.core.signal.ForceTrace;
import org.plinth.core.signal.Gap;

/** Makes an effort of a stretch of load: places rest, onset, end, peak and plateau on the samples. */
final class EffortBuilder {

    private static final double[] SEARCH_PARTS = {0.5, 0.2, 0.05};

    private final ForceTrace trace;
    private final CoarseTrace coarse;
    private final List<Gap> gaps;

    EffortBuilder(ForceTrace trace, CoarseTrace coarse, List<Gap> gaps) {
        this.trace = trace;
        this.coarse = coarse;
        this.gaps = gaps;
    }

    /** Empty where nothing rose by as much as starts a search once the true resting level is known. */
    Optional<Effort> build(Bout bout, int number) {
        int peakBin = coarse.greatest(bout.start(), bout.end());
        double top = coarse.newtons(peakBin);
        int floor = coarse.first(bout.after() + 1);
        int half = reachesHalf(bout, top);
        Rest rest = rest(bout, half, top, floor);
        // A rise that stays below zero is a sensor let go, or loaded the wrong way round.
        double rise = Math.min(top, top - Math.min(rest.newtons(), bout.rest()));
        if (rise < EffortRules.SEARCH_RISE_N) {
            return Optional.empty();
        }
        int from = rest.quiet() ? rest.last() : floor;
        double onset = OnsetFinder.between(trace, from, Math.max(coarse.first(half), from), threshold(rest));
        int first = trace.indexAtOrAfter((long) Math.ceil(onset));
        double low = rest.quiet() ? rest.newtons() : Math.min(rest.newtons(), bout.rest());
        int last = lastSample(bout, peakBin, low + EffortRules.RELEASE_PART * (top - low));
        int peak = greatest(first, last);
        return Optional.of(EffortVerdicts.judge(
                new EffortParts(trace, coarse, bout, number, rest, Math.round(onset), first, peak, last), gaps));
    }

    /** First bin at which the rise is half done: whatever came before it may still be rest. */
    private int reachesHalf(Bout bout, double top) {
        double level = bout.rest() + EffortRules.RELEASE_PART * (top - bout.rest());
        int b = bout.start();
        while (coarse.newtons(b) < level) {
            b++;
        }
        return b;
    }

    private Rest rest(Bout bout, int half, double top, int floor) {
        for (double part : SEARCH_PARTS) {
            int bin = lastBelow(half, bout.after() + 1, bout.rest() + part * (top - bout.rest()));
            if (bin >= 0) {
                Optional<Rest> quiet = quiet(bout, coarse.first(bin + 1) - 1, top, floor);
                if (quiet.isPresent()) {
                    return quiet.get();
                }
            }
        }
        return lowestBefore(bout, half, top, floor);
    }

    private Optional<Rest> quiet(Bout bout, int to, double top, int floor) {
        double usual = bout.rest() + EffortRules.SECOND_RISE_PART * (top - bout.rest());
        double most = EffortRules.REST_GREATEST_PART * top;
        return RestFinder.before(trace, floor, to, EffortRules.REST_LEAST_MICROS)
                .filter(rest -> rest.newtons() <= usual)
                // A halt on the way up is not rest; a strap that is held tight is, if it is held for long.
                .or(() -> RestFinder.before(trace, floor, to, EffortRules.RAISED_REST_MICROS))
                .filter(rest -> rest.newtons() <= most);
    }

    private Rest lowestBefore(Bout bout, int half, double top, int floor) {
        for (int i = SEARCH_PARTS.length - 1; i >= 0; i--) {
            int bin = lastBelow(half, bout.after() + 1, bout.rest() + SEARCH_PARTS[i] * (top - bout.rest()));
            if (bin >= 0) {
                int to = coarse.first(bin + 1) - 1;
                long since = trace.micros(to) - EffortRules.REST_SEARCH_MICROS;
                return RestFinder.lowest(trace, Math.max(floor, trace.indexAtOrAfter(since)), to);
            }
        }
        int to = trace.indexAtOrAfter(trace.micros(floor) + EffortRules.REST_LEAST_MICROS);
        return RestFinder.lowest(trace, floor, Math.min(to, coarse.first(coarse.size()) - 1));
    }

    /** Last bin before {@code from}, not before {@code to}, that is below a level; -1 if there is none. */
    private int lastBelow(int from, int to, double level) {
        for (int b = from; b >= to; b--) {
            if (coarse.newtons(b) < level) {
                return b;
            }
        }
        return -1;
    }

    private double threshold(Rest rest) {
        double steps = trace.resolution().map(Force::newtons).orElse(0.0) * EffortRules.ONSET_STEPS;
        double above = Math.max(EffortRules.ONSET_LEAST_N, Math.max(EffortRules.ONSET_SDS * rest.noise(), steps));
        return rest.newtons() + above;
    }

    /** Last sample before the force fell below {@code level} for good. */
    private int lastSample(Bout bout, int peakBin, double level) {
        int bin = peakBin;
        for (int b = peakBin; b <= bout.end(); b++) {
            bin = coarse.newtons(b) >= level ? b : bin;
        }
        int last = coarse.first(Math.min(bin + 2, bout.end() + 1)) - 1;
        while (last > coarse.first(bin) && trace.newtons(last) < level) {
            last--;
        }
        return last;
    }

    private int greatest(int first, int last) {
        int best = first;
        for (int i = first; i <= last; i++) {
            best = trace.newtons(i) > trace.newtons(best) ? i : best;
        }
        return best;
    }
}
