package org.plinth.web.clinic;

import org.plinth.calibration.reference.ReferenceMass;

/**
 * A weight that the clinic owns. A new certificate is a new one.
 *
 * @param id opaque
 * @param clinic whose
 * @param mass with its certificate
 */
public record OwnedMass(Id<OwnedMass> id, Id<Clinic> clinic, ReferenceMass mass) {}
