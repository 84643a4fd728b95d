package org.plinth.core.symmetry;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.plinth.core.quantity.Force;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.result.TestValue;

/**
 * One side, cut to the first {@code k} efforts.
 *
 * @param value best and mean of them
 * @param net the best of them less its own baseline [N]
 * @param pretension the greatest baseline of them [N]
 * @param noise of the side's baseline [N]
 * @param flags of the side and its value
 */
record ComparedSide(TestValue value, double net, double pretension, double noise, Set<ResultFlag> flags) {

    static ComparedSide of(SideMeasurement side, int k) {
        TestValue value = TestValue.ofFirst(k, side.values());
        Set<ResultFlag> flags = EnumSet.noneOf(ResultFlag.class);
        flags.addAll(side.flags());
        flags.addAll(value.flags());
        List<Force> baselines = side.baselines().subList(0, k);
        double pretension = baselines.stream().mapToDouble(Force::newtons).max().orElse(0);
        double baseline = baselines.get(side.values().indexOf(value.best())).newtons();
        return new ComparedSide(
                value,
                value.best().newtons() - baseline,
                pretension,
                side.noise().newtons(),
                flags);
    }

    /** The test value [N]. */
    double best() {
        return value.best().newtons();
    }
}
