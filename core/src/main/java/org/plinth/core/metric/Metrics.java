package org.plinth.core.metric;

import java.util.List;
import java.util.Optional;

/** Every metric there is. A new one is a new file and one line here. */
public final class Metrics {

    /** All metrics, in the order in which they are shown. */
    public static final List<Metric> ALL = List.of(
            new PeakForce(),
            new Peak100(),
            new NetPeakForce(),
            new MeanForce1s(),
            new TimeOfPeak(),
            new TimeToPart(50),
            new TimeToPart(63),
            new TimeToPart(90),
            new TimeToPart(100),
            new PeakRateOfForceDevelopment(),
            new RateOfForceDevelopment(50),
            new RateOfForceDevelopment(75),
            new RateOfForceDevelopment(100),
            new RateOfForceDevelopment(150),
            new RateOfForceDevelopment(200),
            new RateOfForceDevelopment(250),
            new Impulse(100),
            new Impulse(200),
            new PlateauDrop(),
            new FatigueIndex(),
            new Steadiness());

    private Metrics() {}

    /** The metric with this id. */
    public static Optional<Metric> find(String id) {
        return ALL.stream().filter(metric -> metric.id().equals(id)).findFirst();
    }
}
