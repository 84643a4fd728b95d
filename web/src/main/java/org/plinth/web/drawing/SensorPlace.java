package org.plinth.web.drawing;

import static org.plinth.web.drawing.Proportions.share;

import org.plinth.core.position.DrawingPlan;
import org.plinth.core.position.DrawingPlan.Anchor;
import org.plinth.core.position.DrawingPlan.Effort;

/**
 * Where the sensor sits and which way the body pushes, in the plane that divides left from right.
 *
 * @param centre on the axis of the segment
 * @param along the segment, away from the hip; along the trunk for the pelvis
 * @param front where the front of the segment faces
 * @param toFront from the axis to the skin in front [cm]
 * @param toBack from the axis to the skin behind [cm]
 * @param halfWidth from the axis to the skin at the side [cm]
 * @param effort direction; none for a push to the side
 * @param sideways 1 for a push outward, -1 inward, 0 otherwise
 */
record SensorPlace(
        Vec centre, Vec along, Vec front, double toFront, double toBack, double halfWidth, Vec effort, int sideways) {

    private static final Vec NONE = Vec.of(0, 0);

    static SensorPlace of(Posture body, DrawingPlan plan, String site) {
        Effort effort = plan.effort().orElseThrow();
        Leg leg = body.tested();
        int sideways = effort == Effort.ABDUCTION ? 1 : effort == Effort.ADDUCTION ? -1 : 0;
        return switch (site) {
            case "shank" -> {
                double part = SideBody.padOnShank();
                yield new SensorPlace(
                        leg.knee().towards(leg.ankle(), part),
                        leg.shank(),
                        leg.shankFront(),
                        SideBody.shankReach(part, true),
                        SideBody.shankReach(part, false),
                        share(0.023),
                        direction(effort, leg.shankFront()),
                        sideways);
            }
            case "thigh" -> {
                double part = SideBody.padOnThigh();
                yield new SensorPlace(
                        leg.hip().towards(leg.knee(), part),
                        leg.thigh(),
                        leg.thighFront(),
                        SideBody.thighReach(part, true),
                        SideBody.thighReach(part, false),
                        share(0.038),
                        direction(effort, leg.thighFront()),
                        sideways);
            }
            case "pelvis" ->
                new SensorPlace(
                        body.onTrunk(0.10, 0),
                        body.cranial(),
                        body.anterior(),
                        share(0.052),
                        share(0.066),
                        share(0.095),
                        direction(effort, body.anterior()),
                        0);
            case "heel" -> onSole(leg.heel(), leg, effort);
            default -> onSole(leg.ball(), leg, effort);
        };
    }

    private static SensorPlace onSole(Vec at, Leg leg, Effort effort) {
        return new SensorPlace(at, leg.toes(), leg.footUp(), 0, 0, share(0.03), direction(effort, leg.shankFront()), 0);
    }

    private static Vec direction(Effort effort, Vec front) {
        return switch (effort) {
            case KNEE_FLEXION, HIP_EXTENSION -> front.times(-1);
            case KNEE_EXTENSION -> front;
            case LIFT -> Vec.UP;
            case DOWN -> Vec.DOWN;
            case DOWN_AND_BACK -> Vec.of(0.5, -0.866);
            case ABDUCTION, ADDUCTION -> NONE;
        };
    }

    /** Where the skin is on this side of the segment. */
    Vec skin(boolean inFront) {
        return inFront ? centre.along(front, toFront) : centre.along(front, -toBack);
    }

    /** Which way the strap runs: away from the effort, or straight down. */
    Vec strap(Anchor anchor) {
        return anchor == Anchor.FLOOR ? Vec.DOWN : effort.times(-1);
    }

    /** The skin that the body pushes with. */
    Vec pushes() {
        return skin(effort.dot(front) > 0);
    }
}
