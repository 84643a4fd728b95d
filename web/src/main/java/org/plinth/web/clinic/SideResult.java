package org.plinth.web.clinic;

import java.time.Instant;
import java.time.LocalDate;
import org.plinth.core.position.Fixation;
import org.plinth.core.result.TestValue;
import org.plinth.core.series.SeriesKey;

/**
 * The value of one side of one position at one visit, with its provenance.
 *
 * @param id opaque
 * @param clinic where
 * @param patient whose
 * @param visit at which
 * @param test in which position test
 * @param version from 1; a changed decision about an effort adds one
 * @param date of the visit
 * @param testedAt when the last effort that counts was made
 * @param key the series it belongs to
 * @param value best and mean of the first k
 * @param effortsMade efforts found on this side
 * @param effortsKept efforts accepted
 * @param provenance what it rests on
 */
public record SideResult(
        Id<SideResult> id,
        Id<Clinic> clinic,
        Id<Patient> patient,
        Id<Visit> visit,
        Id<PositionTest> test,
        int version,
        LocalDate date,
        Instant testedAt,
        SeriesKey key,
        TestValue value,
        int effortsMade,
        int effortsKept,
        Provenance provenance) {

    /** How the sensor was held. */
    public Fixation fixation() {
        return key.fixation();
    }

    /**
     * What a result rests on. Recomputing it from these gives the same bytes.
     *
     * @param inputHash SHA-256 over the seals of its recordings and the decisions about their efforts, 64 hex digits
     * @param sensor its serial
     * @param firmware as it identified itself, or {@code unknown}
     * @param calibrationId what made newtons of it
     * @param clinician opaque id of who tested
     * @param engineVersion that computed it
     */
    public record Provenance(
            String inputHash,
            String sensor,
            String firmware,
            String calibrationId,
            String clinician,
            String engineVersion) {}
}
