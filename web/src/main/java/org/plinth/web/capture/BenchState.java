package org.plinth.web.capture;

import java.util.OptionalDouble;
import org.plinth.calibration.settle.SettlingState;

/**
 * What a sensor on the bench says.
 *
 * @param connected whether the bench holds it
 * @param reading in the sensor's own unit; empty before the first sample
 * @param settling whether it has come to rest
 */
public record BenchState(boolean connected, OptionalDouble reading, SettlingState settling) {

    /** Not on the bench. */
    public static final BenchState AWAY = new BenchState(false, OptionalDouble.empty(), new SettlingState.Filling(0));
}
