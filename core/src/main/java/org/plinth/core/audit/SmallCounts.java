package org.plinth.core.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/**
 * Counts as they may stand in a paper for everybody: 1 to 7 are withheld, others rounded to 5, and where one withheld part could be had
 * by taking the others from their sum, the next smallest is withheld too. 0 stays 0: it says of nobody that she is there.
 *
 * <p>Source: NHS England, Hospital Episode Statistics analysis guide, small numbers in sub-national counts.
 */
public final class SmallCounts {

    /** Fewer are withheld, and have no mean or median. */
    public static final int LEAST = 8;

    private static final int STEP = 5;

    private SmallCounts() {}

    /** Whether a figure of so many people may be given. */
    public static boolean isGiven(int n) {
        return n == 0 || n >= LEAST;
    }

    /** One count that is no part of a sum; empty where it is withheld. */
    public static OptionalInt published(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("a count is 0 or more, was " + count);
        }
        return isGiven(count) ? OptionalInt.of(rounded(count)) : OptionalInt.empty();
    }

    /** The parts of a sum that is given too; empty where one is withheld. */
    public static List<OptionalInt> published(List<Integer> parts) {
        List<OptionalInt> given = new ArrayList<>();
        parts.forEach(part -> given.add(published(part)));
        long withheld = given.stream().filter(OptionalInt::isEmpty).count();
        if (withheld == 1) {
            int next = -1;
            for (int i = 0; i < parts.size(); i++) {
                boolean candidate = given.get(i).isPresent() && parts.get(i) > 0;
                if (candidate && (next < 0 || parts.get(i) < parts.get(next))) {
                    next = i;
                }
            }
            if (next >= 0) {
                given.set(next, OptionalInt.empty());
            }
        }
        return Collections.unmodifiableList(given);
    }

    private static int rounded(int count) {
        return Math.round(count / (float) STEP) * STEP;
    }
}
