package org.plinth.core.metric;

import org.plinth.core.effort.Effort;
import org.plinth.core.signal.ForceTrace;

/** One number about one effort. Stateless; any thread. */
public interface Metric {

    /** Stable id with its unit, as in files: {@code peakForce_N}. Never renamed or reused. */
    String id();

    /** Rises when the formula changes; part of a result's bytes. */
    int version();

    /** UCUM unit of the value. */
    String unit();

    /** Formula as plain text, with the meaning and unit of each symbol. */
    String formula();

    /** Where the method comes from: author, year and DOI, or the decision that set it. */
    String source();

    /** The value, or the reason why not; never NaN, never an exception. */
    MetricResult measure(ForceTrace trace, Effort effort);
}
