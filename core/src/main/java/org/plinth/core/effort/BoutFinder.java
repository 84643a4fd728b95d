package org.plinth.core.effort;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds stretches of load in a coarse trace in one forward pass: at rest a level is followed (down at once, up at 2 N/s
 * at most, so that drift is not load); load begins above it and ends by the release rule.
 */
final class BoutFinder {

    private static final double NOISES = 8;
    private static final double SECOND = 1e6;
    private static final long STEADY_MICROS = 1_000_000;
    // Between the means of two halves of that second: 2 N/s.
    private static final double STEADY_CLIMB_N = 1;

    private final CoarseTrace coarse;
    private final double rise;
    private final List<Bout> found = new ArrayList<>();

    private State state = State.REST;
    private double rest;
    private double greatest;
    private int start;
    private int after = -1;
    private int below = -1;
    private int released;
    private double lowest;
    private boolean twice;
    private double highestSoFar;
    private int restSince;
    private boolean settled;
    private boolean beganUnderLoad;

    private enum State {
        REST,
        LOADED,
        RELEASED
    }

    private BoutFinder(CoarseTrace coarse) {
        this.coarse = coarse;
        this.rise = Math.max(EffortRules.SEARCH_RISE_N, NOISES * coarse.noise());
    }

    static List<Bout> in(CoarseTrace coarse) {
        BoutFinder finder = new BoutFinder(coarse);
        finder.rest = coarse.newtons(0);
        finder.run();
        return finder.beganUnderLoad ? underLoad(coarse) : finder.found;
    }

    /** The record began in mid-effort: nothing is known of its resting level but zero. */
    private static List<Bout> underLoad(CoarseTrace coarse) {
        BoutFinder finder = new BoutFinder(coarse);
        finder.rest = Math.min(0, coarse.newtons(0));
        finder.greatest = coarse.newtons(0);
        finder.state = State.LOADED;
        finder.run();
        return finder.found;
    }

    private void run() {
        highestSoFar = coarse.newtons(0);
        for (int b = 1; b < coarse.size(); b++) {
            switch (state) {
                case REST -> atRest(b);
                case LOADED -> loaded(b);
                case RELEASED -> released(b);
            }
        }
        int last = coarse.size() - 1;
        if (state == State.LOADED) {
            close(last, true);
        } else if (state == State.RELEASED) {
            close(last, false);
        }
    }

    private void atRest(int b) {
        double force = coarse.newtons(b);
        rest = Math.min(force, rest + EffortRules.REST_SLOPE_N_PER_S * seconds(b - 1, b));
        restSince = force - rest < EffortRules.REST_RANGE_N + NOISES / 2 * coarse.noise() ? restSince : b;
        settled |= coarse.micros(b) - coarse.micros(restSince) >= EffortRules.REST_LEAST_MICROS;
        if (found.isEmpty()) {
            lookForFall(b);
        }
        if (force - rest > rise) {
            state = State.LOADED;
            start = b;
            greatest = force;
            below = -1;
        }
    }

    /** Force that falls by much before any effort was found was load from the start. */
    private void lookForFall(int b) {
        double force = coarse.newtons(b);
        highestSoFar = Math.max(highestSoFar, force);
        double fall = Math.max(EffortRules.LEAST_RISE_N, EffortRules.SECOND_RISE_PART * highestSoFar);
        below = highestSoFar - force < fall ? -1 : below < 0 ? b : below;
        beganUnderLoad |= below >= 0 && coarse.micros(b) - coarse.micros(below) >= EffortRules.RELEASE_MICROS;
    }

    private void loaded(int b) {
        double force = coarse.newtons(b);
        greatest = Math.max(greatest, force);
        if (force >= rest + EffortRules.RELEASE_PART * (greatest - rest)) {
            below = -1;
        } else if (below < 0) {
            below = b;
        }
        if (below >= 0 && coarse.micros(b) - coarse.micros(below) >= EffortRules.RELEASE_MICROS) {
            release(b);
        } else if (settled && greatest - rest < EffortRules.LEAST_RISE_N && steady(b)) {
            // A strap was taken up and is held: that is a new resting level, not an effort.
            rest = coarse.least(back(b, STEADY_MICROS), b);
            state = State.REST;
            restSince = b;
        }
    }

    private void release(int b) {
        state = State.RELEASED;
        released = below;
        lowest = coarse.least(below, b);
    }

    private void released(int b) {
        double force = coarse.newtons(b);
        lowest = Math.min(lowest, force);
        double again = Math.max(rise, EffortRules.SECOND_RISE_PART * (greatest - rest));
        if (coarse.micros(b) - coarse.micros(released) > EffortRules.SECOND_RISE_MICROS) {
            close(b, false);
            rest = lowest;
            restSince = b;
            state = State.REST;
            atRest(b);
        } else if (force - lowest > again) {
            twice = true;
            below = -1;
            state = State.LOADED;
        }
    }

    private void close(int end, boolean cut) {
        boolean first = found.isEmpty() && rest >= EffortRules.LEAST_RISE_N;
        beganUnderLoad |= first && rest > EffortRules.REST_GREATEST_PART * greatest;
        found.add(new Bout(after, start, end, rest, twice, cut));
        after = cut ? end : released;
        twice = false;
        below = -1;
    }

    private boolean steady(int b) {
        int from = back(b, STEADY_MICROS);
        if (from <= start || coarse.micros(b) - coarse.micros(start) < STEADY_MICROS) {
            return false;
        }
        double range = coarse.newtons(coarse.greatest(from, b)) - coarse.least(from, b);
        int middle = (from + b) / 2;
        double climb = Math.abs(coarse.mean(from, middle) - coarse.mean(middle + 1, b));
        return range < EffortRules.REST_RANGE_N + NOISES * coarse.noise() && climb < STEADY_CLIMB_N;
    }

    private int back(int b, long micros) {
        int from = b;
        while (from > 0 && coarse.micros(b) - coarse.micros(from) < micros) {
            from--;
        }
        return from;
    }

    private double seconds(int from, int to) {
        return (coarse.micros(to) - coarse.micros(from)) / SECOND;
    }
}
