package org.plinth.driver.virtual;

import java.time.Duration;

/**
 * An effort at a set time.
 *
 * @param afterStart from the start of the stream
 * @param model how it is made
 */
public record PlannedEffort(Duration afterStart, EffortModel model) {

    /** Rejects what cannot be. */
    public PlannedEffort {
        if (afterStart.isNegative()) {
            throw new IllegalArgumentException("an effort cannot begin before the stream: " + afterStart);
        }
    }
}
