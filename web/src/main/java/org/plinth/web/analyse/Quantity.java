package org.plinth.web.analyse;

import org.plinth.core.metric.Peak100;
import org.plinth.core.signal.ForceTrace;

/** What a side is compared by (decision M1). Two of them are two series and give no symmetry. */
public enum Quantity {
    /** The greatest 100 ms mean. */
    PEAK_100("peak100_N"),
    /** The greatest sample, where sampling is too slow for that mean. */
    GREATEST_SAMPLE("peakForce_N");

    private final String metricId;

    Quantity(String metricId) {
        this.metricId = metricId;
    }

    /** The quantity of a recording at its rate. */
    static Quantity of(ForceTrace trace) {
        return trace.size() > 1 && Peak100.isWindowed(trace) ? PEAK_100 : GREATEST_SAMPLE;
    }

    /** Id of the metric, as in files. */
    public String metricId() {
        return metricId;
    }
}
