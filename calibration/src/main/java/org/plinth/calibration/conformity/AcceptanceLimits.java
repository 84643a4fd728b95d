package org.plinth.calibration.conformity;

/**
 * What a sensor has to keep to.
 *
 * @param relative greatest error as a part of the load
 * @param floor greatest error where that part is smaller [N]
 * @param from least load that is judged [N]
 * @param repeatabilityPercent [% of reading]
 * @param hysteresisPercent [% of full scale]
 * @param zeroReturn [N]
 * @param uncertaintyShare greatest U as a part of the limit
 */
public record AcceptanceLimits(
        double relative,
        double floor,
        double from,
        double repeatabilityPercent,
        double hysteresisPercent,
        double zeroReturn,
        double uncertaintyShare) {

    /** ± max(1 % of reading, 0.5 N) from 10 N on, as ISO 7500-1 class 1 has the 1 %; engineering values beside it. */
    public static final AcceptanceLimits USUAL = new AcceptanceLimits(0.01, 0.5, 10, 0.5, 0.5, 0.5, 0.25);

    /** Greatest error at this load [N]. */
    public double at(double newtons) {
        return Math.max(relative * Math.abs(newtons), floor);
    }
}
