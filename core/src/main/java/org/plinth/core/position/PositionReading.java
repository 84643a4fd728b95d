package org.plinth.core.position;

import java.util.List;

/** What came of reading a position: the position, or everything that is wrong with it at once. */
public sealed interface PositionReading {

    /**
     * It keeps to every rule.
     *
     * @param position as the house uses it
     */
    record Usable(TestPosition position) implements PositionReading {}

    /**
     * It does not.
     *
     * @param problems in the order of the fields; at least one
     */
    record Unusable(List<PositionProblem> problems) implements PositionReading {

        /** Copies the list. */
        public Unusable {
            problems = List.copyOf(problems);
        }
    }
}
