package org.plinth.web.drawing;

import static org.plinth.web.drawing.Proportions.SHANK;
import static org.plinth.web.drawing.Proportions.SHOULDER_TO_HEAD;
import static org.plinth.web.drawing.Proportions.THIGH;
import static org.plinth.web.drawing.Proportions.TRUNK;
import static org.plinth.web.drawing.Proportions.share;

import org.plinth.core.position.DrawingPlan;
import org.plinth.core.position.DrawingPlan.Foot;
import org.plinth.core.position.DrawingPlan.Support;
import org.plinth.core.position.TestPosition;

/**
 * Poses a body by the angles of a position.
 *
 * <pre>
 *   thigh = -cranial · cos hip + anterior · sin hip
 *   shank = thigh · cos knee - front of thigh · sin knee        0° straight, flexion positive
 * </pre>
 *
 * <p>Hips that are held up are tilted until the heel meets what it rests on.
 */
final class PostureSolver {

    /** Height of the joints above what the body lies on: it sinks in a little. */
    private static final double AXIS_ABOVE_SURFACE = share(0.053);

    private static final double COUCH_CM = 56;
    private static final double SEAT_CM = 60;
    private static final double BOARD_CM = 8;
    static final double PLATE_CM = 3;
    private static final double STEEPEST_BRIDGE_DEGREES = 60;

    private final DrawingPlan plan;
    private final String body;
    private final int hipDegrees;
    private final int kneeDegrees;

    private PostureSolver(TestPosition position, DrawingPlan plan) {
        this.plan = plan;
        this.body = position.body();
        this.hipDegrees = plan.machineHip()
                .orElseGet(() -> position.placement().hipDegrees().orElseThrow());
        this.kneeDegrees = plan.machineKnee()
                .orElseGet(() -> position.placement().kneeDegrees().orElseThrow());
    }

    static Posture of(TestPosition position, DrawingPlan plan) {
        return new PostureSolver(position, plan).posture();
    }

    private Posture posture() {
        if (plan.pelvisLifted()) {
            return posed(bridgePitch());
        }
        return posed(0);
    }

    /** The tilt at which the lowest point of the foot is at the height of what carries it, by bisection. */
    private double bridgePitch() {
        double low = -20;
        double high = STEEPEST_BRIDGE_DEGREES;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (posed(middle).tested().lowest() < plan.heelHeight().orElseThrow()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private Posture posed(double pitchDegrees) {
        double tilt = Math.toRadians(pitchDegrees);
        boolean lying = body.equals("prone") || body.equals("supine");
        Vec cranial = lying ? Vec.of(StrictMath.cos(tilt), -StrictMath.sin(tilt)) : Vec.UP;
        Vec anterior = anterior(cranial);
        Leg tested = leg(cranial, anterior, hipDegrees, kneeDegrees);
        Leg other = leg(
                cranial,
                anterior,
                plan.otherHip().orElse(hipDegrees),
                plan.otherKnee().orElse(kneeDegrees));
        Vec hip = hip(cranial, tested, other);
        double surface = surface(hip);
        Vec shoulder = hip.along(cranial, TRUNK);
        return new Posture(
                cranial,
                anterior,
                hip,
                shoulder,
                head(shoulder, surface, anterior, lying),
                lying ? Vec.of(1, 0) : Vec.UP,
                lying ? Vec.of(0, body.equals("prone") ? -1 : 1) : anterior,
                tested.moved(hip),
                other.moved(hip),
                surface);
    }

    private Vec anterior(Vec cranial) {
        return switch (body) {
            case "prone" -> cranial.quarter().times(-1);
            case "supine", "sitting", "machine" -> cranial.quarter();
            default -> cranial.quarter().times(-1);
        };
    }

    private Vec head(Vec shoulder, double surface, Vec anterior, boolean lying) {
        if (!lying) {
            return shoulder.along(Vec.UP, SHOULDER_TO_HEAD).along(anterior, share(0.012));
        }
        double above = body.equals("prone") ? share(0.074) : share(0.060);
        return Vec.of(shoulder.x() + SHOULDER_TO_HEAD, surface + above);
    }

    /** Where the hip is, so that what must touch the ground does. */
    private Vec hip(Vec cranial, Leg tested, Leg other) {
        double kneePad = share(0.036);
        double height =
                switch (plan.support()) {
                    case COUCH -> COUCH_CM + AXIS_ABOVE_SURFACE;
                    case CHAIR, MACHINE -> SEAT_CM + AXIS_ABOVE_SURFACE;
                    case COUCH_END, BAR -> -other.lowest();
                    case LOW_CHAIR -> PLATE_CM - tested.lowest();
                    case BOARD -> BOARD_CM + kneePad - tested.knee().y();
                    case FLOOR -> AXIS_ABOVE_SURFACE - cranial.y() * TRUNK;
                };
        return Vec.of(0, height);
    }

    private double surface(Vec hip) {
        return switch (plan.support()) {
            case FLOOR, BAR -> 0;
            case BOARD -> BOARD_CM;
            default -> hip.y() - AXIS_ABOVE_SURFACE;
        };
    }

    /** A leg whose hip is the origin. */
    private Leg leg(Vec cranial, Vec anterior, int hip, int knee) {
        double h = Math.toRadians(hip);
        double k = Math.toRadians(knee);
        Vec thigh = cranial.times(-StrictMath.cos(h)).along(anterior, StrictMath.sin(h));
        Vec thighFront = anterior.times(StrictMath.cos(h)).along(cranial, StrictMath.sin(h));
        Vec shank = thigh.times(StrictMath.cos(k)).along(thighFront, -StrictMath.sin(k));
        Vec shankFront = thighFront.times(StrictMath.cos(k)).along(thigh, StrictMath.sin(k));
        Vec kneeAt = thigh.times(THIGH);
        Vec ankle = kneeAt.along(shank, SHANK);
        return foot(new Leg(Vec.of(0, 0), kneeAt, ankle, thighFront, shankFront, shankFront, shank.times(-1)));
    }

    private Leg foot(Leg leg) {
        boolean onFloor =
                plan.foot() == Foot.FLAT || plan.support() == Support.BAR || plan.support() == Support.COUCH_END;
        boolean level = onFloor && leg.shank().dot(Vec.DOWN) > StrictMath.cos(Math.toRadians(35));
        if (level) {
            return new Leg(
                    leg.hip(),
                    leg.knee(),
                    leg.ankle(),
                    leg.thighFront(),
                    leg.shankFront(),
                    Vec.of(Math.signum(leg.shankFront().x()), 0),
                    Vec.UP);
        }
        if (plan.foot() == Foot.POINTED) {
            Vec toes = leg.shankFront().times(0.26).along(leg.shank(), 0.966).unit();
            Vec up = leg.shank().times(-0.26).along(leg.shankFront(), 0.966).unit();
            return new Leg(leg.hip(), leg.knee(), leg.ankle(), leg.thighFront(), leg.shankFront(), toes, up);
        }
        return leg;
    }
}
