package org.plinth.calibration.gravity;

/**
 * Acceleration of free fall where the masses hang.
 *
 * <pre>
 *   g(phi, h) = 9.780327 · (1 + 0.0053024 sin²phi − 0.0000058 sin²2phi) − 3.086e-6 · h      [m/s²]
 *   phi = latitude    h = height above sea level [m]
 * </pre>
 *
 * <dl>
 *   <dt>Error</dt><dd>5 parts in 100 000 (standard uncertainty): what the rock beneath changes</dd>
 *   <dt>Example</dt><dd>latitude 51.24°, 60 m: 9.81162 m/s²</dd>
 * </dl>
 *
 * @param metresPerSecondSquared finite, above 0; whether it can be on Earth is {@link #isPlausible}
 * @param relativeStandardUncertainty of it, as a part of 1
 * @param source where it comes from
 * @see <a href="https://doi.org/10.1007/BF02521480">Moritz (1980), Geodetic Reference System 1980, Bull Géod
 *     54:395-405</a>, with the free-air gradient
 */
public record LocalGravity(double metresPerSecondSquared, double relativeStandardUncertainty, Source source) {

    /** Least and greatest that occurs where people live. */
    public static final double LOWEST = 9.76;
    /** See {@link #LOWEST}. */
    public static final double HIGHEST = 9.84;
    /** Standard gravity, which defines the kilogram-force. */
    public static final double STANDARD = 9.80665;

    private static final double FORMULA_UNCERTAINTY = 5e-5;

    /** Where a value comes from. */
    public enum Source {
        /** Computed. */
        LATITUDE_AND_HEIGHT,
        /** Stated by whoever calibrates. */
        GIVEN,
        /** Nothing was stated: the standard value, with an uncertainty that holds everywhere. */
        ASSUMED_STANDARD
    }

    /** Rejects what is no acceleration. */
    public LocalGravity {
        if (!Double.isFinite(metresPerSecondSquared) || metresPerSecondSquared <= 0) {
            throw new IllegalArgumentException("gravity must be above 0 m/s², was " + metresPerSecondSquared);
        }
        if (!(relativeStandardUncertainty >= 0 && relativeStandardUncertainty < 1)) {
            throw new IllegalArgumentException(
                    "the uncertainty of gravity must be a part from 0 to 1, was " + relativeStandardUncertainty);
        }
    }

    /**
     * By latitude and height.
     *
     * @throws IllegalArgumentException if the latitude is beyond ±90° or the height outside −500 to 9000 m
     */
    public static LocalGravity at(double latitudeDegrees, double heightMetres) {
        if (!(Math.abs(latitudeDegrees) <= 90)) {
            throw new IllegalArgumentException("a latitude lies within ±90°, was " + latitudeDegrees);
        }
        if (!(heightMetres >= -500 && heightMetres <= 9000)) {
            throw new IllegalArgumentException("a height lies within -500 to 9000 m, was " + heightMetres);
        }
        double latitude = Math.toRadians(latitudeDegrees);
        double once = StrictMath.sin(latitude);
        double twice = StrictMath.sin(2 * latitude);
        double atSea = 9.780327 * (1 + 0.0053024 * once * once - 0.0000058 * twice * twice);
        return new LocalGravity(atSea - 3.086e-6 * heightMetres, FORMULA_UNCERTAINTY, Source.LATITUDE_AND_HEIGHT);
    }

    /** As stated, with the uncertainty of the formula: few people measure it. */
    public static LocalGravity given(double metresPerSecondSquared) {
        return new LocalGravity(metresPerSecondSquared, FORMULA_UNCERTAINTY, Source.GIVEN);
    }

    /** The standard value where nothing is known of the place; true gravity lies evenly within what occurs. */
    public static LocalGravity assumedStandard() {
        double halfWidth = (STANDARD - LOWEST) / STANDARD;
        return new LocalGravity(STANDARD, halfWidth / Math.sqrt(3), Source.ASSUMED_STANDARD);
    }

    /** Whether it can be on Earth: from 9.76 to 9.84 m/s². */
    public boolean isPlausible() {
        return metresPerSecondSquared >= LOWEST && metresPerSecondSquared <= HIGHEST;
    }
}
