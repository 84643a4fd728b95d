package org.plinth.calibration.conformity;

import java.util.List;
import java.util.Set;

/**
 * A sensor against its limits.
 *
 * @param limits that it has to keep to
 * @param points each load that is judged
 * @param shortfalls why it does not pass; empty where it does
 */
public record Conformity(AcceptanceLimits limits, List<PointVerdict> points, Set<Shortfall> shortfalls) {

    /** Copies the lists. */
    public Conformity {
        points = List.copyOf(points);
        shortfalls = Set.copyOf(shortfalls);
    }

    /** The whole: one failure fails it, one doubt leaves it open. Nothing judged is doubt. */
    public Decision decision() {
        Decision all = points.isEmpty() ? Decision.CANNOT_TELL : Decision.PASS;
        for (Shortfall shortfall : shortfalls) {
            all = all.and(shortfall.decision());
        }
        return all;
    }
}
