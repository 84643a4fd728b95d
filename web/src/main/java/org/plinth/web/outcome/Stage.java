package org.plinth.web.outcome;

import java.util.Locale;

/** Which test of an episode a row is about. */
public enum Stage {
    /** The first. */
    BASELINE,
    /** Of those between, the one nearest to half way. */
    MID,
    /** The last, if it is at most {@link StageDays#EXIT_DAYS} days before the end. */
    EXIT,
    /** The newest of the others; all of them stand in the results file. */
    ADHOC;

    /** As files have it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
