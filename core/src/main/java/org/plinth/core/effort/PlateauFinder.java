package org.plinth.core.effort;

import org.plinth.core.signal.ForceTrace;
import org.plinth.core.signal.WindowMean;

/** Finds the steady top of an effort on the 20 ms means. */
final class PlateauFinder {

    private static final long TOP_MICROS = 100_000;
    private static final long BRIDGED_MICROS = 100_000;

    private final CoarseTrace coarse;
    private final double level;
    private double bestStart;
    private double bestEnd;
    private double runStart;
    private double runEnd;
    private boolean inRun;

    private PlateauFinder(CoarseTrace coarse, double level) {
        this.coarse = coarse;
        this.level = level;
    }

    static Plateau in(ForceTrace trace, CoarseTrace coarse, int first, int last, int peak) {
        double top = WindowMean.greatest(trace, first, last, TOP_MICROS, Long.MAX_VALUE)
                .orElse(trace.newtons(peak));
        PlateauFinder finder = new PlateauFinder(coarse, EffortRules.PLATEAU_PART * top);
        finder.bestStart = trace.micros(peak);
        finder.bestEnd = trace.micros(peak);
        finder.scan(coarse.binOf(first), coarse.binOf(last));
        long start = Math.max(trace.micros(first), Math.round(finder.bestStart));
        return new Plateau(start, Math.max(start, Math.round(finder.bestEnd)));
    }

    private void scan(int from, int to) {
        for (int b = from; b <= to; b++) {
            boolean above = coarse.newtons(b) >= level;
            if (above && !inRun) {
                double start = b > from ? crossing(b - 1) : coarse.micros(b);
                runStart = runEnd > 0 && start - runEnd < BRIDGED_MICROS ? runStart : start;
                inRun = true;
            }
            if (inRun && (!above || b == to)) {
                runEnd = above ? coarse.micros(b) : crossing(b - 1);
                inRun = false;
                keep();
            }
        }
    }

    private void keep() {
        if (runEnd - runStart > bestEnd - bestStart) {
            bestStart = runStart;
            bestEnd = runEnd;
        }
    }

    private double crossing(int before) {
        double a = coarse.newtons(before);
        double part = (level - a) / (coarse.newtons(before + 1) - a);
        return coarse.micros(before) + part * (coarse.micros(before + 1) - coarse.micros(before));
    }
}
