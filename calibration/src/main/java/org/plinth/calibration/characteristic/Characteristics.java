package org.plinth.calibration.characteristic;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a run says of its sensor.
 *
 * <pre>
 *   non-linearity    max |F_line − F| / F_FS · 100, best-fit line, means of the loads     [% of full scale]
 *   largest residual max |F − curve| of the means                                        [N]
 *   hysteresis       max |curve(x_down) − curve(x_up)|, means of the loads                [N, % of full scale]
 *   reversibility v  max |x_down − x_up| / x_up · 100                                     [% of reading]
 *   repeatability b′ max (x_max − x_min) / x_mean · 100, one orientation                  [% of reading]
 *   reproducibility b  the same over the means of the orientations                        [% of reading]
 *   interpolation fc max |x_mean − x_curve(F)| / x_curve(F) · 100                         [% of reading]
 *   zero return      max |curve slope · (i_f − i_0)|; f0 = (i_f − i_0) / x_FS · 100       [N, % of full scale]
 *   creep            max |i_300 − i_30| / x_FS · 100                                      [% of full scale]
 *   resolution r     one step of the reading, or half its fluctuation if that is larger   [N]
 * </pre>
 *
 * <p>All readings are deflections: less the first unloaded reading of their cycle. What cannot be told is empty, with a
 * reason in {@link #withheld}.
 *
 * @param fullScale greatest load [N]
 * @param largestResidual [N]
 * @param nonLinearityPercent [% of full scale]
 * @param hysteresis [N]
 * @param hysteresisPercent [% of full scale]
 * @param reversibilityPercent [% of reading]
 * @param repeatabilityPercent [% of reading]
 * @param reproducibilityPercent [% of reading]
 * @param interpolationPercent [% of reading]
 * @param zeroReturn [N]
 * @param zeroReturnPercent [% of full scale]
 * @param creepPercent [% of full scale]
 * @param resolution [N]
 * @param withheld why what is empty is empty
 * @see <a href="https://www.iso.org/standard/44661.html">ISO 376:2011</a> for b, b′, fc, f0, v, c
 */
public record Characteristics(
        double fullScale,
        double largestResidual,
        double nonLinearityPercent,
        OptionalDouble hysteresis,
        OptionalDouble hysteresisPercent,
        OptionalDouble reversibilityPercent,
        OptionalDouble repeatabilityPercent,
        OptionalDouble reproducibilityPercent,
        double interpolationPercent,
        OptionalDouble zeroReturn,
        OptionalDouble zeroReturnPercent,
        OptionalDouble creepPercent,
        double resolution,
        Map<Name, Reason> withheld) {

    /** Copies the map. */
    public Characteristics {
        withheld = Map.copyOf(withheld);
    }

    /** What may be withheld. */
    public enum Name {
        /** Difference between way up and way down. */
        HYSTERESIS,
        /** Spread of repeated readings as mounted. */
        REPEATABILITY,
        /** Spread between orientations. */
        REPRODUCIBILITY,
        /** Unloaded reading after less before. */
        ZERO_RETURN,
        /** Change under a load that is held. */
        CREEP
    }

    /** Why. */
    public enum Reason {
        /** Nothing was read on the way down. */
        NO_DESCENDING_READINGS,
        /** No load was read twice in one orientation. */
        NOT_REPEATED,
        /** The sensor was not turned. */
        NOT_ROTATED,
        /** No unloaded reading at the end. */
        NO_FINAL_ZERO,
        /** No load was held. */
        NOT_HELD
    }
}
