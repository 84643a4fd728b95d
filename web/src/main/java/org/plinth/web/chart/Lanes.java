package org.plinth.web.chart;

import java.util.Arrays;
import java.util.OptionalInt;

/** Rows in which stretches find room without touching; stretches come in order of where they begin, more or less. */
final class Lanes {

    private static final double BETWEEN_PX = 6;

    private final double[] ends;
    private int used;

    Lanes(int most) {
        ends = new double[most];
        Arrays.fill(ends, Double.NEGATIVE_INFINITY);
    }

    /** The lowest row with room for this stretch, which it takes; empty where there is none. */
    OptionalInt take(double from, double to) {
        for (int row = 0; row < ends.length; row++) {
            if (ends[row] + BETWEEN_PX <= from) {
                extend(row, to);
                return OptionalInt.of(row);
            }
        }
        return OptionalInt.empty();
    }

    /** What stands last in this row is longer than it was. */
    void extend(int row, double to) {
        ends[row] = Math.max(ends[row], to);
        used = Math.max(used, row + 1);
    }

    /** Rows that hold something. */
    int used() {
        return used;
    }
}
