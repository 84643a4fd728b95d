package org.plinth.core.scaling;

import org.plinth.core.quantity.Force;
import org.plinth.core.quantity.Length;
import org.plinth.core.quantity.Mass;
import org.plinth.core.quantity.Torque;

/**
 * Strength set against lever and body mass.
 *
 * <pre>
 *   torque     = F · r · sin θ          θ between force and segment, 90° unless known     [N·m]
 *   N/kg       = F / m          N·m/kg = torque / m          %BW = 100 · F / (m · 9.80665)
 *   allometric = F / m^0.67             [N/kg^0.67]
 * </pre>
 *
 * @see <a href="https://doi.org/10.2165/00007256-200232100-00002">Jaric (2002), Sports Med 32:615-631</a>
 */
public final class BodyScaling {

    /** Standard gravity [m/s²]. */
    public static final double STANDARD_GRAVITY = 9.80665;

    /** Exponent of body mass for force. */
    public static final double FORCE_EXPONENT = 0.67;

    private BodyScaling() {}

    /** Torque at a right angle. */
    public static Torque torque(Force force, Length lever) {
        return new Torque(force.newtons() * lever.metres());
    }

    /**
     * Torque at an angle.
     *
     * @param degrees between the line of force and the segment
     */
    public static Torque torque(Force force, Length lever, double degrees) {
        return new Torque(force.newtons() * lever.metres() * StrictMath.sin(Math.toRadians(degrees)));
    }

    /** Force per body mass [N/kg]. */
    public static double newtonsPerKilogram(Force force, Mass mass) {
        return force.newtons() / mass.kilograms();
    }

    /** Torque per body mass [N·m/kg]. */
    public static double newtonMetresPerKilogram(Torque torque, Mass mass) {
        return torque.newtonMetres() / mass.kilograms();
    }

    /** Force as a part of body weight [%]. */
    public static double percentOfBodyWeight(Force force, Mass mass) {
        return 100 * force.newtons() / (mass.kilograms() * STANDARD_GRAVITY);
    }

    /** Force scaled so that large people are not penalised [N/kg^0.67]. */
    public static double allometric(Force force, Mass mass) {
        return force.newtons() / StrictMath.pow(mass.kilograms(), FORCE_EXPONENT);
    }
}
