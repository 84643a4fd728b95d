package org.plinth.core.symmetry;

import java.util.List;
import java.util.Set;
import org.plinth.core.quantity.Force;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.visit.Side;

/**
 * One side as it enters a symmetry: its valid efforts in order.
 *
 * @param side which
 * @param values test quantity of each valid effort, in the order they were made
 * @param baselines each effort's own baseline, same order
 * @param noise standard deviation of the baseline, the greatest of the efforts
 * @param testedAtMicros when the side was tested, µs of any one clock for both sides
 * @param flags what is known of the side beforehand
 */
public record SideMeasurement(
        Side side, List<Force> values, List<Force> baselines, Force noise, long testedAtMicros, Set<ResultFlag> flags) {

    /** Copies the collections. */
    public SideMeasurement {
        values = List.copyOf(values);
        baselines = List.copyOf(baselines);
        flags = Set.copyOf(flags);
        if (values.size() != baselines.size()) {
            throw new IllegalArgumentException(values.size() + " values but " + baselines.size() + " baselines");
        }
    }
}
