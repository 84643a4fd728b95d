package org.plinth.web.export;

import com.jerolba.carpet.annotation.Alias;
import com.jerolba.carpet.annotation.NotNull;

/**
 * A sample as a row of {@code curves.parquet}.
 *
 * @param recording pseudonym, as in {@code recordings.ndjson}
 * @param segment stretch of the sensor's clock, from 1
 * @param micros device time [µs]
 * @param newtons force as it is analysed [N]
 * @param reading what the sensor itself said, in {@code readingUnit}
 * @param readingUnit {@code N}, {@code kgf}, {@code lbf} or {@code counts}
 */
record CurveRow(
        @NotNull String recording,
        int segment,
        @Alias("t_us") long micros,
        @Alias("force_N") double newtons,
        double reading,
        @Alias("reading_unit") @NotNull String readingUnit) {}
