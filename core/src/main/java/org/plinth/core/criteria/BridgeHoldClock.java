package org.plinth.core.criteria;

import org.plinth.core.signal.ForceTrace;

/** Runs over a trace and times the hold; one use. */
final class BridgeHoldClock {

    private static final long REFERENCE_MICROS = 3_000_000;
    private static final long END_MICROS = 1_000_000;
    private static final double MICROS_PER_SECOND = 1e6;

    private final ForceTrace trace;
    private final double line;
    private int sags;
    private int below = -1;

    private BridgeHoldClock(ForceTrace trace, double line) {
        this.trace = trace;
        this.line = line;
    }

    static BridgeHold measure(ForceTrace trace) {
        if (trace.durationMicros() < REFERENCE_MICROS) {
            return new BridgeHold.NotMeasurable();
        }
        double sum = 0;
        int n = 0;
        while (n < trace.size() && trace.micros(n) - trace.micros(0) <= REFERENCE_MICROS) {
            sum += trace.newtons(n++);
        }
        return sum / n > 0
                ? new BridgeHoldClock(trace, BridgeHold.PART * sum / n).run()
                : new BridgeHold.NotMeasurable();
    }

    private BridgeHold run() {
        for (int i = 0; i < trace.size(); i++) {
            if (trace.newtons(i) > line) {
                sags += below >= 0 ? 1 : 0;
                below = -1;
            } else if (below < 0) {
                below = i;
            }
            if (below >= 0 && trace.micros(i) - trace.micros(below) >= END_MICROS) {
                break;
            }
        }
        int end = below >= 0 ? below : trace.size() - 1;
        return new BridgeHold.Held((trace.micros(end) - trace.micros(0)) / MICROS_PER_SECOND, sags);
    }
}
