package org.plinth.calibration.fit;

import org.hipparchus.distribution.continuous.FDistribution;

/**
 * Whether a parabola earns its third coefficient.
 *
 * <pre>
 *   quadratic if s_m falls by more than 30 %, F = (SSE1 − SSE2) / (SSE2 / (n − 3)) has p below 0.05, and it is monotone
 * </pre>
 */
public enum ModelAdvice {
    /** The line is as good. */
    LINE_IS_ENOUGH,
    /** The parabola is better by the rule. */
    QUADRATIC_FITS_BETTER,
    /** Too few points to tell. */
    CANNOT_TELL;

    private static final double LEAST_GAIN = 0.30;
    private static final double LARGEST_P = 0.05;

    /** Compares two fits of the same points. */
    public static ModelAdvice of(CurveFit line, CurveFit parabola) {
        if (line.scatter().isEmpty() || parabola.scatter().isEmpty()) {
            return CANNOT_TELL;
        }
        FitScatter straight = line.scatter().get();
        FitScatter bent = parabola.scatter().get();
        boolean gains = bent.loadedSd() < (1 - LEAST_GAIN) * straight.loadedSd();
        if (!gains || !parabola.curve().isMonotone()) {
            return LINE_IS_ENOUGH;
        }
        double sse1 = straight.sd() * straight.sd() * straight.degreesOfFreedom();
        double sse2 = bent.sd() * bent.sd() * bent.degreesOfFreedom();
        if (sse2 == 0) {
            return QUADRATIC_FITS_BETTER;
        }
        double ratio = (sse1 - sse2) / (bent.sd() * bent.sd());
        double p = 1 - new FDistribution(1, bent.degreesOfFreedom()).cumulativeProbability(ratio);
        return p < LARGEST_P ? QUADRATIC_FITS_BETTER : LINE_IS_ENOUGH;
    }
}
