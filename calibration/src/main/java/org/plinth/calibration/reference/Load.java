package org.plinth.calibration.reference;

import org.plinth.calibration.gravity.AirBuoyancy;
import org.plinth.calibration.gravity.LocalGravity;
import org.plinth.core.quantity.Force;

/** What is put on the sensor at one point. */
public sealed interface Load {

    /** The force on the sensor there. */
    Force force(LocalGravity gravity, AirBuoyancy buoyancy);

    /** As it was written down: kilograms of a mass, newtons of a force. For messages. */
    double amount();

    /** Unit of {@link #amount}: {@code kg} or {@code N}. */
    String unit();

    /**
     * A mass that hangs.
     *
     * @param kilograms conventional mass, all masses at the point together; 0 or more
     */
    record Mass(double kilograms) implements Load {

        /** Rejects what cannot hang. */
        public Mass {
            requireAmount(kilograms, "kg");
        }

        /** {@code F = m g (1 − rho_air / rho_mass)} [N]. */
        @Override
        public Force force(LocalGravity gravity, AirBuoyancy buoyancy) {
            return Force.ofNewtons(kilograms * gravity.metresPerSecondSquared() * buoyancy.factor());
        }

        @Override
        public double amount() {
            return kilograms;
        }

        @Override
        public String unit() {
            return "kg";
        }
    }

    /**
     * A force that a reference instrument states.
     *
     * @param newtons 0 or more, in the direction of loading
     */
    record AppliedForce(double newtons) implements Load {

        /** Rejects what cannot be applied. */
        public AppliedForce {
            requireAmount(newtons, "N");
        }

        @Override
        public Force force(LocalGravity gravity, AirBuoyancy buoyancy) {
            return Force.ofNewtons(newtons);
        }

        @Override
        public double amount() {
            return newtons;
        }

        @Override
        public String unit() {
            return "N";
        }
    }

    private static void requireAmount(double amount, String unit) {
        if (!(amount >= 0 && amount <= 1e6)) {
            throw new IllegalArgumentException("a load must be from 0 to 1000000 " + unit + ", was " + amount);
        }
    }
}
