package org.plinth.web.analyse;

/** What a side is compared by (decision M1). Two of them are two series and give no symmetry. */
public enum Quantity {
    /** The greatest 100 ms mean. */
    PEAK_100("peak100_N"),
    /** The greatest sample, where 100 ms hold fewer than two samples. */
    GREATEST_SAMPLE("peakForce_N");

    /** Below this rate 100 ms hold fewer than two samples [Hz]. */
    static final double LOWEST_RATE_OF_100_MS_HZ = 20;

    private final String metricId;

    Quantity(String metricId) {
        this.metricId = metricId;
    }

    /** The quantity of a recording at this rate. */
    static Quantity at(double sampleRateHz) {
        return sampleRateHz >= LOWEST_RATE_OF_100_MS_HZ ? PEAK_100 : GREATEST_SAMPLE;
    }

    /** Id of the metric, as in files. */
    public String metricId() {
        return metricId;
    }
}
