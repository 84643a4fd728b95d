package org.plinth.driver;

import java.util.Optional;
import java.util.Set;
import org.plinth.core.position.TestPosition.Direction;
import org.plinth.core.quantity.Force;
import org.plinth.core.signal.IntervalModel;

/**
 * What a model of sensor delivers.
 *
 * @param unit of its numbers
 * @param nominalRateHz samples a second, as the maker says
 * @param intervals spacing that is normal for it
 * @param capacity greatest force that it measures, where known: the end of its range
 * @param resolution smallest step, where known: the least force of its range
 * @param directions how it may be loaded
 * @param certainty of its protocol
 */
public record SensorSpec(
        SampleUnit unit,
        double nominalRateHz,
        IntervalModel intervals,
        Optional<Force> capacity,
        Optional<Force> resolution,
        Set<Direction> directions,
        Certainty certainty) {

    /** Copies the set; a sensor that can be loaded no way is none. */
    public SensorSpec {
        directions = Set.copyOf(directions);
        if (directions.isEmpty() || !(nominalRateHz > 0)) {
            throw new IllegalArgumentException("no sensor gives " + nominalRateHz + " Hz by " + directions);
        }
    }

    /** Whether this force lies inside its range; a sensor whose range is not known takes any. */
    public boolean measures(Force force) {
        return capacity.map(greatest -> force.abs().compareTo(greatest) <= 0).orElse(true);
    }
}
