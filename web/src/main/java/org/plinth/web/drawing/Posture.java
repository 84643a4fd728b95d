package org.plinth.web.drawing;

import org.plinth.core.visit.Side;

/**
 * A posed body: the plane that divides left from right, x to the head end or forward, y up [cm]; z is to the viewer's
 * right for who stands at the foot end and looks to the head end.
 *
 * @param cranial from hip to shoulder
 * @param anterior where the belly faces
 * @param hip joint centre, of both legs
 * @param shoulder joint centre
 * @param head its middle
 * @param crown from the neck to the top of the head
 * @param face where the face looks
 * @param tested leg under test
 * @param other leg
 * @param surface height of what the body lies, sits or kneels on
 */
record Posture(
        Vec cranial,
        Vec anterior,
        Vec hip,
        Vec shoulder,
        Vec head,
        Vec crown,
        Vec face,
        Leg tested,
        Leg other,
        double surface) {

    /**
     * Where this side of the body lies seen from the foot end: 1 to the viewer's right, -1 to the viewer's left. The left
     * of a body is where cranial × anterior points.
     */
    int lateral(Side side) {
        int left = cranial.cross(anterior) > 0 ? 1 : -1;
        return side == Side.LEFT ? left : -left;
    }

    /** On the trunk: {@code along} from hip to shoulder, {@code front} forward as a share of body height. */
    Vec onTrunk(double along, double front) {
        return hip.along(shoulder.minus(hip), along).along(anterior, Proportions.share(front));
    }

    Vec onHead(double front, double up) {
        return head.along(face, Proportions.share(front)).along(crown, Proportions.share(up));
    }
}
