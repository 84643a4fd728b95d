package org.plinth.web.visit;

import java.util.Optional;
import java.util.OptionalInt;
import org.plinth.core.visit.Side;

/**
 * What a clinician writes down of how a leg is set up. Ranges are the ones that {@link #LEAST_LEVER_MM} and its neighbours say.
 *
 * @param side which leg
 * @param strapHole which hole of the strap
 * @param anchor where the strap or rig is anchored
 * @param wedge what lies under the leg
 * @param padHeight height of the pad [mm]
 * @param lever distance from the joint to the pad [mm]
 * @param hip angle as measured [°]
 * @param knee angle as measured [°]
 */
public record SideMarks(
        Side side,
        Optional<String> strapHole,
        Optional<String> anchor,
        Optional<String> wedge,
        OptionalInt padHeight,
        OptionalInt lever,
        OptionalInt hip,
        OptionalInt knee) {

    /** Most characters of a word. */
    public static final int LONGEST_TEXT = 60;

    /** Least lever that is believed [mm]. */
    public static final int LEAST_LEVER_MM = 50;

    /** Greatest lever that is believed [mm]. */
    public static final int MOST_LEVER_MM = 1000;

    /** Greatest height of a pad that is believed [mm]. */
    public static final int MOST_PAD_MM = 2000;

    /** Least angle that is believed [°]. */
    public static final int LEAST_DEGREES = -30;

    /** Greatest angle of a hip that is believed [°]. */
    public static final int MOST_HIP_DEGREES = 150;

    /** Greatest angle of a knee that is believed [°]. */
    public static final int MOST_KNEE_DEGREES = 160;
}
