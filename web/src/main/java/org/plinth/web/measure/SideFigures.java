package org.plinth.web.measure;

import java.time.Instant;
import org.plinth.core.result.TestValue;
import org.plinth.core.series.SeriesKey;
import org.plinth.web.clinic.SideResult;

/**
 * What one side of a test came to, before it gets an id and a version.
 *
 * @param key the series it belongs to
 * @param value best and mean of the first k
 * @param testedAt start of the recording in which the last effort that counts was made
 * @param effortsMade efforts found on this side
 * @param effortsKept efforts accepted
 * @param provenance what it rests on
 */
public record SideFigures(
        SeriesKey key,
        TestValue value,
        Instant testedAt,
        int effortsMade,
        int effortsKept,
        SideResult.Provenance provenance) {}
