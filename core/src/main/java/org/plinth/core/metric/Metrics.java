package org.plinth.core.metric;

import java.util.List;
import java.util.Optional;

/** Every metric there is. A new one is a new file and one line here. */
public final class Metrics {

    /** All metrics, in the order in which they are shown. */
    public static final List<Metric> ALL =
            List.of(new PeakForce(), new Peak100(), new NetPeakForce(), new MeanForce1s(), new TimeOfPeak());

    private Metrics() {}

    /** The metric with this id. */
    public static Optional<Metric> find(String id) {
        return ALL.stream().filter(metric -> metric.id().equals(id)).findFirst();
    }
}
