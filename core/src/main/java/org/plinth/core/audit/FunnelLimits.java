package org.plinth.core.audit;

/**
 * How far the proportion of a group of n may lie from that of all by chance alone.
 *
 * <pre>
 *   p ± z · √(p(1 - p)/n)          z = 1.960 for 95 %, 3.090 for 99.8 %; cut at 0 and 1
 * </pre>
 *
 * @param n of the group
 * @param low95 lower limit, 0 to 1
 * @param high95 upper limit
 * @param low998 lower limit that one group in a thousand passes
 * @param high998 upper limit of that
 * @see <a href="https://doi.org/10.1002/sim.1970">Spiegelhalter (2005), Stat Med 24:1185-1202</a>
 */
public record FunnelLimits(int n, double low95, double high95, double low998, double high998) {

    private static final double Z95 = 1.959963984540054;
    private static final double Z998 = 3.090232306167813;

    /**
     * Round the proportion of all.
     *
     * @param proportion p, 0 to 1
     * @param n at least 1
     */
    public static FunnelLimits around(double proportion, int n) {
        if (!(proportion >= 0 && proportion <= 1) || n < 1) {
            throw new IllegalArgumentException(
                    "a proportion from 0 to 1 of at least 1, was " + proportion + " of " + n);
        }
        double error = Math.sqrt(proportion * (1 - proportion) / n);
        return new FunnelLimits(
                n,
                Math.max(0, proportion - Z95 * error),
                Math.min(1, proportion + Z95 * error),
                Math.max(0, proportion - Z998 * error),
                Math.min(1, proportion + Z998 * error));
    }

    /** Whether a group's proportion lies outside the wide limits: reason to look, never a judgement. */
    public boolean isOutside998(double proportion) {
        return proportion < low998 || proportion > high998;
    }
}
