package org.plinth.core.testkit;

import org.plinth.core.position.Fixation;
import org.plinth.core.series.SeriesKey;
import org.plinth.core.visit.Side;

/** Series keys of a sample patient. */
public final class SampleKeys {

    private SampleKeys() {}

    /** A prone curl of a sample patient. */
    public static SeriesKey key(Side side, Fixation fixation) {
        return new SeriesKey(
                "sample-patient",
                "curl-prone-15",
                1,
                side,
                fixation,
                "standard",
                "shank",
                "virtual",
                "peak100_N@1",
                SeriesKey.Basis.FORCE,
                "best",
                "none",
                SeriesKey.Provenance.RECORDED);
    }
}
