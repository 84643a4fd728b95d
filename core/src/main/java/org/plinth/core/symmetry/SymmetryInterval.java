package org.plinth.core.symmetry;

/**
 * How sure a symmetry is.
 *
 * @param low95 lower end of the 95 % interval [%]: the thin bar
 * @param high95 upper end
 * @param low80 one-sided 90 % bound below [%]: the thick bar, which decides the state
 * @param high80 one-sided 90 % bound above
 * @param chanceAtLeastThreshold P(true symmetry ≥ threshold), 0 to 1
 */
public record SymmetryInterval(
        double low95, double high95, double low80, double high80, double chanceAtLeastThreshold) {}
