package org.plinth.driver;

import java.util.Optional;
import org.plinth.core.quantity.Force;
import org.plinth.core.signal.IntervalModel;

/**
 * What a model of sensor delivers.
 *
 * @param unit of its numbers
 * @param nominalRateHz samples a second, as the maker says
 * @param intervals spacing that is normal for it
 * @param capacity greatest force, where known
 * @param resolution smallest step, where known
 */
public record SensorSpec(
        SampleUnit unit,
        double nominalRateHz,
        IntervalModel intervals,
        Optional<Force> capacity,
        Optional<Force> resolution) {}
