package org.plinth.calibration.check;

import org.plinth.calibration.conformity.AcceptanceLimits;
import org.plinth.calibration.conformity.Decision;
import org.plinth.calibration.gravity.AirBuoyancy;
import org.plinth.calibration.gravity.LocalGravity;
import org.plinth.calibration.reference.Load;
import org.plinth.calibration.reference.ReferenceUncertainty;
import org.plinth.core.quantity.Force;

/**
 * One known mass: shows whether what the sensor says is right there (accuracy).
 *
 * <pre>
 *   e = indicated − m g (1 − rho_air / rho_mass)      limit = max(1 %, 0.5 N)
 *   U = 2 √(u_mass² + u_g² + r²/12)
 * </pre>
 *
 * @param applied what hangs
 * @param indicated what the sensor shows, its zero taken off
 * @param expandedUncertainty U of the difference
 * @param referenceStated whether the uncertainty of the mass is in U; otherwise U is a lower bound and nothing can be told
 */
public record MassCheck(Force applied, Force indicated, Force expandedUncertainty, boolean referenceStated) {

    /** Of a mass that hangs here. */
    public static MassCheck of(
            Load.Mass mass,
            Force indicated,
            LocalGravity gravity,
            ReferenceUncertainty reference,
            Force resolutionStep) {
        Force applied = mass.force(gravity, AirBuoyancy.STEEL_IN_USUAL_AIR);
        double ofMass = reference.relativeStandard().orElse(0) * applied.newtons();
        double ofGravity = gravity.relativeStandardUncertainty() * applied.newtons();
        double ofStep = resolutionStep.newtons() / Math.sqrt(12);
        double combined = Math.sqrt(ofMass * ofMass + ofGravity * ofGravity + ofStep * ofStep);
        return new MassCheck(
                applied,
                indicated,
                Force.ofNewtons(2 * combined),
                reference.relativeStandard().isPresent());
    }

    /** Indicated less applied. */
    public Force error() {
        return indicated.minus(applied);
    }

    /** Greatest error. */
    public Force limit() {
        return Force.ofNewtons(AcceptanceLimits.USUAL.at(applied.newtons()));
    }

    /**
     * Whether it is right, with the guard band. A light mass can show that a sensor is wrong, never that it is right: below 50 N
     * the 0.5 N of the limit are more than 1 % of the load, and what is wrong by that much at 20 N may be wrong by as much at
     * 300 N.
     */
    public Decision decision() {
        if (!referenceStated || applied.newtons() < AcceptanceLimits.USUAL.from()) {
            return Decision.CANNOT_TELL;
        }
        Decision decision = Decision.of(error().newtons(), limit().newtons(), expandedUncertainty.newtons());
        return decision == Decision.PASS ? ofSpan() : decision;
    }

    /** By the part alone. */
    private Decision ofSpan() {
        double part = AcceptanceLimits.USUAL.relative() * applied.newtons();
        Decision decision = Decision.of(error().newtons(), part, expandedUncertainty.newtons());
        return decision == Decision.PASS ? Decision.PASS : Decision.CANNOT_TELL;
    }
}
