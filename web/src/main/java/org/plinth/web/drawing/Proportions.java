package org.plinth.web.drawing;

/**
 * Lengths of an adult of 175 cm [cm], as shares of body height.
 *
 * @see <a href="https://doi.org/10.1002/9780470549148">Winter (2009), Biomechanics and Motor Control of Human Movement, 4th ed.,
 *     figure 4.1, after Drillis &amp; Contini (1966)</a>
 */
final class Proportions {

    /** Body height that drawings are made for [cm]. */
    static final double HEIGHT = 175;

    static final double ANKLE_ABOVE_SOLE = 0.039 * HEIGHT;
    static final double SHANK = (0.285 - 0.039) * HEIGHT;
    static final double THIGH = (0.530 - 0.285) * HEIGHT;
    static final double TRUNK = (0.818 - 0.530) * HEIGHT;
    static final double UPPER_ARM = 0.186 * HEIGHT;
    static final double FOREARM = 0.146 * HEIGHT;
    static final double SHOULDER_TO_HEAD = (0.935 - 0.818) * HEIGHT;
    static final double HALF_SHOULDERS = 0.129 * HEIGHT;
    static final double HALF_HIPS = 0.0955 * HEIGHT;

    private Proportions() {}

    /** A share of body height [cm]. */
    static double share(double share) {
        return share * HEIGHT;
    }
}
