package org.plinth.core.effort;

import java.util.List;
import org.plinth.core.signal.ForceTrace;

/** Finds the efforts of a recording. */
public final class EffortFinder {

    private EffortFinder() {}

    /** The efforts in order, rejected ones included. Empty, one-sample and constant traces have none. */
    public static List<Effort> find(ForceTrace trace) {
        return List.of();
    }
}
