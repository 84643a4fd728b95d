package org.plinth.core.effort;

import org.plinth.core.signal.ForceTrace;

/** What is known of an effort before it is judged. Indices are samples of the trace. */
record EffortParts(
        ForceTrace trace,
        CoarseTrace coarse,
        Bout bout,
        int number,
        Rest rest,
        long onsetMicros,
        int first,
        int peak,
        int last) {

    double peakNewtons() {
        return trace.newtons(peak);
    }

    /** Whether the record, or an unbroken stretch of it, ends with this effort unreleased. */
    boolean cutAtEnd() {
        return bout.cut();
    }

    long endMicros() {
        return trace.micros(last);
    }
}
