package org.plinth.web.drawing;

import static org.plinth.web.drawing.Proportions.share;

import java.util.ArrayList;
import java.util.List;
import org.plinth.core.position.DrawingPlan;
import org.plinth.core.position.DrawingPlan.Anchor;
import org.plinth.core.position.DrawingPlan.Arms;
import org.plinth.core.position.DrawingPlan.Belt;
import org.plinth.core.position.DrawingPlan.Face;
import org.plinth.core.position.TestPosition;
import org.plinth.core.visit.Side;
import org.plinth.web.drawing.PositionDrawings.Role;

/**
 * The body as one sees it who stands at the foot end and looks to the head end: head at the top. Face down, the left leg
 * is on the left of the picture; face up, it is on the right. Both are named in words.
 */
final class FootEndView {

    private static final double WIDTH = 420;
    private static final double HEIGHT = 300;
    private static final double ROOM_FOR_NAMES = 92;
    private static final double MOST_SCALE = 1.75;

    private static final double HIP_Z = share(0.050);
    private static final double ANKLE_Z = share(0.060);
    /** Legs apart, for a sensor between them. */
    private static final double ANKLE_Z_APART = share(0.105);

    private static final double ANKLE_Z_SQUEEZED = share(0.042);
    /** From here on a thigh or shank is in front of what it belongs to. */
    private static final double IN_FRONT = StrictMath.cos(Math.toRadians(48));

    private final TestPosition position;
    private final DrawingPlan plan;
    private final Side side;
    private final Role role;
    private final DrawingWords words;
    private final Posture body;
    private final Camera camera;
    private final FrontBody front;
    private final FrontFurniture furniture;

    FootEndView(TestPosition position, DrawingPlan plan, Side side, Role role, DrawingWords words) {
        this.position = position;
        this.plan = plan;
        this.side = side;
        this.role = role;
        this.words = words;
        this.body = PostureSolver.of(position, plan);
        this.camera = Camera.fromFootEnd(lookingDown(plan));
        this.front = new FrontBody(body, camera);
        this.furniture = new FrontFurniture(body, plan, camera, new SideFurniture(body, plan, Camera.beside(1)));
    }

    /** How steeply one looks down [°]: on what lies from above, at what sits or stands nearly level. */
    private static double lookingDown(DrawingPlan plan) {
        return switch (plan.support()) {
            case COUCH, FLOOR -> 60;
            case COUCH_END -> 38;
            case BOARD -> 32;
            case CHAIR, LOW_CHAIR, MACHINE -> 24;
            case BAR -> 12;
        };
    }

    Picture draw() {
        Picture picture = new Picture(WIDTH, HEIGHT, ROOM_FOR_NAMES, MOST_SCALE, 0.5);
        furniture.behind(picture);
        boolean armsBehind = plan.arms() != Arms.HOLD_KNEE && !front.seesFace();
        if (armsBehind) {
            arms(picture);
        }
        furniture.under(picture, z(side)[2]);
        for (Side one : List.of(side.other(), side)) {
            leg(picture, one, false);
        }
        trunk(picture);
        if (!armsBehind && plan.arms() != Arms.HOLD_KNEE) {
            arms(picture);
        }
        for (Side one : List.of(side.other(), side)) {
            leg(picture, one, true);
        }
        if (plan.arms() == Arms.HOLD_KNEE) {
            arms(picture);
        }
        belts(picture);
        plan.anchor().ifPresent(anchor -> sensor(picture));
        names(picture);
        return picture;
    }

    private double[] z(Side one) {
        int lateral = body.lateral(one);
        boolean inside = plan.face().filter(face -> face == Face.INSIDE).isPresent();
        boolean squeezed =
                plan.anchor().filter(anchor -> anchor == Anchor.BETWEEN_LEGS).isPresent();
        double ankle = squeezed ? ANKLE_Z_SQUEEZED : inside ? ANKLE_Z_APART : ANKLE_Z;
        double hip = inside && !squeezed ? HIP_Z * 1.05 : HIP_Z;
        double[] spread = FrontBody.spread(hip, ankle);
        return new double[] {lateral * spread[0], lateral * spread[1], lateral * spread[2]};
    }

    private boolean tested(Side one) {
        return one == side || position.bilateral();
    }

    private Leg leg(Side one) {
        return one == side ? body.tested() : body.other();
    }

    /** Bent parts come to the front: a thigh before the trunk, a shank before the thigh. */
    private void leg(Picture picture, Side one, boolean inFront) {
        Leg leg = leg(one);
        boolean thighInFront = leg.thigh().dot(body.cranial().times(-1)) < IN_FRONT;
        boolean shankInFront = leg.shank().dot(leg.thigh()) < IN_FRONT;
        String name = "leg leg-" + SideView.low(one) + (tested(one) ? " tested" : "");
        Ink ink = tested(one) ? Ink.leg(one) : Ink.BODY;
        List<Path> together = new ArrayList<>();
        if (thighInFront == inFront) {
            together.addAll(front.thigh(leg, z(one)));
        }
        if ((thighInFront || shankInFront) == inFront) {
            if (shankInFront && !together.isEmpty()) {
                picture.shape(name, ink, together);
                together.clear();
            }
            together.addAll(front.shank(leg, z(one)));
        }
        if (!together.isEmpty()) {
            picture.shape(name, ink, together);
        }
        if (thighInFront == inFront) {
            picture.shape("seam", Ink.SEAM, front.hem(leg, z(one)));
        }
    }

    private void trunk(Picture picture) {
        picture.shape("trunk", Ink.BODY, front.trunk());
        picture.shape("seam", Ink.SEAM, front.waist());
        picture.shape("head", Ink.BODY, front.head());
        picture.shape("hair", Ink.HAIR, front.hair());
        if (front.seesFace()) {
            picture.shape("face", Ink.DOT, front.features());
        }
    }

    private void arms(Picture picture) {
        double otherZ = z(side.other())[1];
        for (int way : new int[] {-1, 1}) {
            picture.shape("arm", Ink.BODY, front.arm(plan.arms(), way, otherZ));
        }
    }

    private void belts(Picture picture) {
        for (Belt belt : plan.belts()) {
            picture.shape("belt", Ink.BELT, belt(belt));
        }
    }

    private Path belt(Belt belt) {
        double edge = furniture.halfWidth();
        int lateral = body.lateral(side);
        Leg tested = body.tested();
        double tall = 5.5 * Math.max(0.55, camera.direction(body.cranial()).length());
        return switch (belt) {
            case SACRUM, PELVIS -> across(body.onTrunk(0.10, 0), -edge, edge, tall);
            case CHEST -> across(body.onTrunk(0.74, 0), -share(0.105), share(0.105), tall);
            case THIGH -> {
                Vec at = tested.hip().towards(tested.knee(), 0.72);
                double[] z = z(side);
                boolean level = Math.abs(tested.thigh().y()) < 0.5 && edge > 20;
                double outer = level ? edge : Math.abs(z[1]) + share(0.045);
                double inner = level ? 0 : Math.abs(z[1]) - share(0.045);
                yield across(at, lateral * inner, lateral * outer, tall);
            }
            case THIGH_BAR ->
                across(
                        tested.hip().towards(tested.knee(), 0.8).plus(Vec.of(0, share(0.042))),
                        lateral * share(0.005),
                        lateral * share(0.115),
                        5);
            case OTHER_LEG -> {
                Leg leg = body.other();
                yield across(leg.knee().towards(leg.ankle(), 0.38), 0, -lateral * edge, tall);
            }
        };
    }

    private Path across(Vec at, double from, double to, double tall) {
        Vec middle = camera.of(at, (from + to) / 2);
        return Path.box(middle, Vec.of(1, 0), Math.abs(to - from), tall, 1.2);
    }

    private void sensor(Picture picture) {
        SensorPlace place = SensorPlace.of(body, plan, position.placement().site());
        SideFurniture side2 = new SideFurniture(body, plan, Camera.beside(1));
        double[] z = z(side);
        double at = position.placement().site().equals("thigh") ? z[1] : z[2];
        new FrontSensor(body, plan, camera, side2, place, at, words).draw(picture);
    }

    private void names(Picture picture) {
        double part = position.placement().site().equals("thigh") ? 0.62 : 0.22;
        for (Side one : Side.values()) {
            double[] z = z(one);
            Leg leg = leg(one);
            Vec at = camera.of(leg.knee().towards(leg.ankle(), part), z[1] + Math.signum(z[1]) * share(0.012));
            Picture.Hold edge = z[1] < 0 ? Picture.Hold.LEFT_EDGE : Picture.Hold.RIGHT_EDGE;
            picture.name(at, edge, words.leg(one, tested(one), position.bilateral(), role));
        }
    }
}
