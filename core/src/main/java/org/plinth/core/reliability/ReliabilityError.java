package org.plinth.core.reliability;

import org.plinth.core.quantity.Force;

/**
 * The standard error of measurement that a published reliability gives, and what follows from it.
 *
 * <pre>
 *   SEM   = SD · √(1 - ICC)              [N]
 *   MDC95 = 1.96 · √2 · SEM   MDC90 = 1.645 · √2 · SEM
 *   RCI   = (x2 - x1) / (√2 · SEM)       reliable where |RCI| > 1.96
 * </pre>
 *
 * @param sem SEM
 * @see <a href="https://doi.org/10.1519/15184.1">Weir (2005), J Strength Cond Res 19(1):231-240</a>
 */
public record ReliabilityError(Force sem) {

    private static final double Z95 = 1.96;
    private static final double Z90 = 1.645;

    /**
     * From the standard deviation between people and the ICC of their tests.
     *
     * @throws IllegalArgumentException if the SD is not above 0 N or the ICC not 0 to below 1
     */
    public static ReliabilityError of(Force sd, double icc) {
        if (sd.newtons() <= 0 || !(icc >= 0 && icc < 1)) {
            throw new IllegalArgumentException("SD must be above 0 N and ICC 0 to below 1, were " + sd + ", " + icc);
        }
        return new ReliabilityError(sd.times(Math.sqrt(1 - icc)));
    }

    /** MDC95. */
    public Force detectableChange95() {
        return sem.times(Z95 * Math.sqrt(2));
    }

    /** MDC90. */
    public Force detectableChange90() {
        return sem.times(Z90 * Math.sqrt(2));
    }

    /** RCI (Jacobson and Truax 1991). */
    public double reliableChangeIndex(Force first, Force second) {
        return second.minus(first).newtons() / (Math.sqrt(2) * sem.newtons());
    }

    /** Whether a difference is reliable by the RCI; a tie is not. */
    public boolean isReliable(Force first, Force second) {
        return Math.abs(reliableChangeIndex(first, second)) > Z95;
    }
}
