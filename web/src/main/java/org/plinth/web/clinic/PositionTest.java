package org.plinth.web.clinic;

import java.time.Instant;
import org.plinth.core.position.Fixation;
import org.plinth.core.visit.Side;

/**
 * One position tested at one visit, with the set-up that comparability depends on. Its set-up does not change: another
 * set-up is another test.
 *
 * @param id opaque
 * @param clinic where
 * @param visit at which
 * @param patient whose
 * @param positionId of the catalogue
 * @param protocolVersion of that position
 * @param fixation how the sensor is held
 * @param stabilisation how the body is held; {@code standard} for the protocol's own
 * @param sensorSite where on the body the sensor is
 * @param sensor which one
 * @param firstSide tested first
 * @param createdAt when set up
 */
public record PositionTest(
        Id<PositionTest> id,
        Id<Clinic> clinic,
        Id<Visit> visit,
        Id<Patient> patient,
        String positionId,
        int protocolVersion,
        Fixation fixation,
        String stabilisation,
        String sensorSite,
        Id<Sensor> sensor,
        Side firstSide,
        Instant createdAt) {}
