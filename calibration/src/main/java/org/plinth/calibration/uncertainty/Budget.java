package org.plinth.calibration.uncertainty;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.plinth.calibration.number.InOrder;

/**
 * Uncertainty of a force that is read once with the calibrated sensor, at one load.
 *
 * <pre>
 *   u_c² = Σ u_i²      U = k · u_c, k = 2 (about 95 %)      [N]
 *   nu_eff = u_c⁴ / Σ (u_i⁴ / nu_i)      (Welch-Satterthwaite)
 * </pre>
 *
 * @param newtons the load [N]
 * @param components what contributes
 * @param missing what contributes but was not stated or not measured: with any, U is a lower bound
 * @see <a href="https://www.bipm.org/en/committees/jc/jcgm/publications">JCGM 100:2008 (GUM)</a>, 5.1.2 and G.4.1
 */
public record Budget(double newtons, List<Component> components, Set<Component.Source> missing) {

    /** k. */
    public static final double COVERAGE_FACTOR = 2;

    /** Copies the lists. */
    public Budget {
        components = List.copyOf(components);
        missing = Set.copyOf(missing);
    }

    /** u_c [N]. */
    public double combined() {
        return Math.sqrt(InOrder.sum(components.stream()
                .mapToDouble(component -> component.standardUncertainty() * component.standardUncertainty())));
    }

    /** U [N]. */
    public double expanded() {
        return COVERAGE_FACTOR * combined();
    }

    /** Whether nothing that counts is missing. */
    public boolean isComplete() {
        return missing.isEmpty();
    }

    /** Effective degrees of freedom; empty where they are without limit. */
    public OptionalDouble effectiveDegreesOfFreedom() {
        double sum = InOrder.sum(components.stream()
                .filter(component -> component.degreesOfFreedom().isPresent())
                .mapToDouble(component -> fourth(component.standardUncertainty())
                        / component.degreesOfFreedom().getAsInt()));
        return sum > 0 ? OptionalDouble.of(fourth(combined()) / sum) : OptionalDouble.empty();
    }

    private static double fourth(double value) {
        return value * value * value * value;
    }
}
