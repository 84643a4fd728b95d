package org.plinth.core.statistics;

/**
 * The score interval of a proportion.
 *
 * <pre>
 *   (p + z²/2n ± z · √(p(1 - p)/n + z²/4n²)) / (1 + z²/n)
 * </pre>
 *
 * <p>Source: Wilson (1927), J Am Stat Assoc 22:209-212.
 *
 * @param proportion p, 0 to 1
 * @param low lower end of the 95 % interval
 * @param high upper end
 */
public record Wilson(double proportion, double low, double high) {

    private static final double Z95 = 1.959963984540054;

    /**
     * The interval of {@code hits} of {@code n}.
     *
     * @throws IllegalArgumentException if n is below 1 or hits do not fit
     */
    public static Wilson of(int hits, int n) {
        if (n < 1 || hits < 0 || hits > n) {
            throw new IllegalArgumentException("hits must be 0 to n and n at least 1, were " + hits + " of " + n);
        }
        double p = (double) hits / n;
        double z2 = Z95 * Z95;
        double middle = p + z2 / (2 * n);
        double half = Z95 * Math.sqrt(p * (1 - p) / n + z2 / (4.0 * n * n));
        double scale = 1 + z2 / n;
        return new Wilson(p, Math.max(0, (middle - half) / scale), Math.min(1, (middle + half) / scale));
    }
}
