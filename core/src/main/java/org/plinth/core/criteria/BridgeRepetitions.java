package org.plinth.core.criteria;

import org.plinth.core.signal.ForceTrace;

/**
 * Counts bridge repetitions on a plate by hysteresis: up above 60 % of the range, down below 30 %.
 *
 * <pre>
 *   range = greatest - least force of the trace     [N]
 * </pre>
 */
public final class BridgeRepetitions {

    private static final double UP = 0.6;
    private static final double DOWN = 0.3;
    // Below this range nothing was lifted; provisional.
    private static final double LEAST_RANGE_N = 20;

    private BridgeRepetitions() {}

    /** Full repetitions: from down to up and down again. A last one that does not come down is not counted. */
    public static int count(ForceTrace trace) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < trace.size(); i++) {
            least = Math.min(least, trace.newtons(i));
            greatest = Math.max(greatest, trace.newtons(i));
        }
        if (!(greatest - least >= LEAST_RANGE_N)) {
            return 0;
        }
        int count = 0;
        boolean up = false;
        for (int i = 0; i < trace.size(); i++) {
            double part = (trace.newtons(i) - least) / (greatest - least);
            if (!up && part > UP) {
                up = true;
            } else if (up && part < DOWN) {
                up = false;
                count++;
            }
        }
        return count;
    }
}
