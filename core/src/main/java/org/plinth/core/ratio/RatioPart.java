package org.plinth.core.ratio;

import java.time.Instant;
import java.util.Optional;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.series.SeriesKey;

/**
 * One of the two values of a ratio.
 *
 * @param key what was measured
 * @param value in {@code unit}
 * @param unit {@code N} or {@code N.m}
 * @param measured when
 * @param error of it; empty where not known
 * @param painLimited whether pain limited it
 */
public record RatioPart(
        SeriesKey key,
        double value,
        String unit,
        Instant measured,
        Optional<MeasurementError> error,
        boolean painLimited) {}
