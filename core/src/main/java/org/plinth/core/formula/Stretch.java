package org.plinth.core.formula;

import java.util.ArrayList;
import java.util.List;
import org.plinth.core.signal.ForceTrace;

/**
 * The samples of a stretch of time as a formula takes them.
 *
 * @param seconds since the first sample of the recording
 * @param newtons at these times
 */
record Stretch(List<Double> seconds, List<Double> newtons) {

    private static final double MICROS_PER_SECOND = 1e6;

    /** All samples between two device times [µs], and the force at both ends, linear between samples. */
    static Stretch between(ForceTrace trace, double from, double to) {
        Stretch all = new Stretch(new ArrayList<>(), new ArrayList<>());
        all.add(trace, from, trace.newtonsAt(from));
        for (int i = trace.indexAtOrAfter((long) Math.floor(from) + 1); i < trace.size() && trace.micros(i) < to; i++) {
            all.add(trace, (double) trace.micros(i), trace.newtons(i));
        }
        all.add(trace, to, trace.newtonsAt(to));
        return all;
    }

    /** The samples {@code from} to {@code to}, the last included. */
    static Stretch samples(ForceTrace trace, int from, int to) {
        Stretch all = new Stretch(new ArrayList<>(), new ArrayList<>());
        for (int i = from; i <= to; i++) {
            all.add(trace, (double) trace.micros(i), trace.newtons(i));
        }
        return all;
    }

    /** A device time [µs] as seconds since the first sample. */
    static double seconds(ForceTrace trace, double micros) {
        return (micros - trace.micros(0)) / MICROS_PER_SECOND;
    }

    private void add(ForceTrace trace, double micros, double force) {
        seconds.add(seconds(trace, micros));
        newtons.add(force);
    }
}
