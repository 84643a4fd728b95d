package org.plinth.core.symmetry;

import org.plinth.core.quantity.Force;

/**
 * How much more likely a pair of values is when left and right were exchanged, judged by an earlier pair of the same person
 * (decision S4).
 *
 * <p>With the difference of the logarithms of left and right then ({@code d0 = ln L0 - ln R0}) and now ({@code d1}), and the
 * same independent error {@code s} of each of the four logarithms, the likelihood ratio of "exchanged" to "as written" is
 * {@code exp(-d0 d1 / (2 s^2))}; {@code s} is the relative SEM, to first order. Two normal likelihoods of equal variance, so
 * their quadratic parts cancel; worked in the test.
 *
 * <p>What it cannot do: legs that are alike within about 15 % look the same either way, and a true change counts like an error.
 */
public final class SideSwap {

    /** From here on somebody is asked: strong evidence by the usual scale (Kass and Raftery, 1995, doi:10.1080/01621459.1995.10476572). */
    public static final double ASK_FROM = 20;

    private static final double PERCENT = 100;

    private SideSwap() {}

    /**
     * The likelihood ratio, above 0; above 1 speaks for an exchange.
     *
     * @param semPercent relative standard error of measurement of one side between visits [%]; above 0
     * @throws IllegalArgumentException when a force or the error is not above 0
     */
    public static double likelihoodRatio(
            Force leftThen, Force rightThen, Force leftNow, Force rightNow, double semPercent) {
        if (!(semPercent > 0)) {
            throw new IllegalArgumentException("an error must be above 0 %, was " + semPercent);
        }
        double error = semPercent / PERCENT;
        return StrictMath.exp(-difference(leftThen, rightThen) * difference(leftNow, rightNow) / (2 * error * error));
    }

    private static double difference(Force left, Force right) {
        if (!(left.newtons() > 0 && right.newtons() > 0)) {
            throw new IllegalArgumentException("a comparison needs forces above 0 N");
        }
        return StrictMath.log(left.newtons() / right.newtons());
    }
}
