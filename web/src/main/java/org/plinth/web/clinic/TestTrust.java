package org.plinth.web.clinic;

import java.time.Instant;

/**
 * A clinician's word about the results of a test whose calibration is expired, in doubt or missing. The newest stands.
 *
 * @param id opaque
 * @param clinic where
 * @param patient whose
 * @param visit at which
 * @param test whose results
 * @param number in the order of the test, from 1
 * @param trusted whether they count all the same
 * @param at when it was said
 * @param author who said it
 * @param reason why; never empty
 */
public record TestTrust(
        Id<TestTrust> id,
        Id<Clinic> clinic,
        Id<Patient> patient,
        Id<Visit> visit,
        Id<PositionTest> test,
        int number,
        boolean trusted,
        Instant at,
        Id<Account> author,
        String reason) {}
