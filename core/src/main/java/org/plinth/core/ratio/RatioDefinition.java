package org.plinth.core.ratio;

import java.util.List;
import java.util.Optional;

/**
 * A ratio that may be formed.
 *
 * @param id stable
 * @param numerator position id
 * @param denominator position id
 * @param unit in which both must be: {@code N} or {@code N.m}
 * @param handHeldOnly whether both must be hand-held by one tester
 * @param hipAngleDiffers whether the hip stands otherwise in the two positions, which is said beside the number
 */
public record RatioDefinition(
        String id, String numerator, String denominator, String unit, boolean handHeldOnly, boolean hipAngleDiffers) {

    private static final String TORQUE = "N.m";

    /** Every ratio there is; any other pair is refused. */
    public static List<RatioDefinition> all() {
        return List.of(
                of("hq-iso-90", "curl-seated-90-90", "knee-ext-90", TORQUE),
                new RatioDefinition("hq-iso-mixed", "curl-prone-30", "knee-ext-60", TORQUE, false, true),
                of("hq-con-60", "isok-knee-flex", "isok-knee-ext", TORQUE),
                of("add-abd-long", "hip-add-long", "hip-abd-long", TORQUE),
                of("add-abd-short", "hip-add-short", "hip-abd-short", TORQUE),
                of("length-ratio-curl", "curl-outer-90-20", "curl-seated-90-90", TORQUE),
                of("length-ratio-bridge", "bridge-iso-30", "bridge-iso-90", "N"),
                of("hip-knee-ratio", "hip-ext-prone-0", "curl-prone-0", TORQUE),
                new RatioDefinition("ecc-iso", "curl-prone-15-break", "curl-prone-15", "N", true, false));
    }

    /** The one with this id. */
    public static Optional<RatioDefinition> find(String id) {
        return all().stream().filter(ratio -> ratio.id().equals(id)).findFirst();
    }

    private static RatioDefinition of(String id, String numerator, String denominator, String unit) {
        return new RatioDefinition(id, numerator, denominator, unit, false, false);
    }
}
