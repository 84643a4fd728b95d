package org.plinth.web.drawing;

import static org.plinth.web.drawing.Proportions.share;

import java.util.ArrayList;
import java.util.List;
import org.plinth.core.position.DrawingPlan;
import org.plinth.core.position.DrawingPlan.Anchor;
import org.plinth.core.position.TestPosition.Direction;

/** Sensor, strap, anchor and direction of force from the side. */
final class SideSensor {

    private static final double POST_AWAY = 46;
    private static final double ARROW_CM = 19;

    private final Posture body;
    private final DrawingPlan plan;
    private final SideFurniture furniture;
    private final SensorPlace place;
    private final Anchor anchor;
    private final boolean pulled;
    private final DrawingWords words;

    SideSensor(Posture body, DrawingPlan plan, SideFurniture furniture, SensorPlace place, DrawingWords words) {
        this.body = body;
        this.plan = plan;
        this.furniture = furniture;
        this.place = place;
        this.anchor = plan.anchor().orElseThrow();
        this.pulled = plan.load().filter(load -> load == Direction.PULL).isPresent();
        this.words = words;
    }

    /** Posts and bars that the strap ends at, behind the body. */
    void behind(Picture picture, Camera camera) {
        Vec end = end();
        switch (anchor) {
            case WALL_FOOT_END, WALL_HEAD_END, IN_FRONT -> post(picture, camera, end);
            default -> {}
        }
    }

    private void post(Picture picture, Camera camera, Vec end) {
        double way = Math.signum(place.strap(anchor).x());
        double x = end.x() + way * 2.5;
        List<Path> parts = new ArrayList<>();
        parts.add(SideFurniture.rect(x - 2.5, 0, x + 2.5, end.y() + 16));
        for (double y = 22; y < end.y() + 8; y += 22) {
            parts.add(Path.circle(Vec.of(x, y), 2));
        }
        picture.shape("frame", Ink.FRAME, camera.of(parts));
    }

    private Vec end() {
        return end(anchor, place, furniture, body);
    }

    /** Where the strap ends. */
    static Vec end(Anchor anchor, SensorPlace place, SideFurniture furniture, Posture body) {
        Vec way = place.strap(anchor);
        Vec from = place.centre();
        return switch (anchor) {
            case FLOOR, FLOOR_SQUARE -> from.along(way, (from.y() - 1) / -way.y());
            case WALL_HEAD_END -> from.along(way, (furniture.headEnd() + 14 - from.x()) / way.x());
            case BEHIND -> from.along(way, (seatColumn(body) - from.x()) / way.x());
            case UNDER_COUCH -> from.along(way, (furniture.footEnd() + 20 - from.x()) / way.x());
            default -> from.along(way, POST_AWAY);
        };
    }

    private static double seatColumn(Posture body) {
        double front = body.tested().knee().x() + 7.5;
        double back = body.hip().x() + share(0.070) + 9;
        return front * 0.35 + back * 0.65 - 5;
    }

    void draw(Picture picture, Camera camera) {
        switch (anchor) {
            case BOX -> plate(picture, camera);
            case HANDS -> hands(picture, camera);
            case HOOKS -> hook(picture, camera);
            case LEVER_ARM -> leverArm(picture, camera);
            case BESIDE, BETWEEN_LEGS -> sideways(picture, camera);
            default -> strapped(picture, camera);
        }
    }

    private void strapped(Picture picture, Camera camera) {
        Vec end = end();
        Vec way = place.strap(anchor);
        boolean pelvis = place.along().equals(body.cranial());
        Vec from = pelvis
                ? place.skin(true)
                : pulled ? skinTowards(way) : place.pushes().along(place.effort(), 4);
        if (!pelvis) {
            cuff(picture, camera);
        }
        picture.shape("strap", Ink.STRAP, camera.of(Path.line(from, end)));
        if (pelvis) {
            picture.shape(
                    "belt",
                    Ink.BELT,
                    camera.of(Path.box(
                            place.centre().along(Vec.UP, -1), Vec.UP, place.toFront() + place.toBack() + 2, 6, 1.5)));
        }
        if (pulled) {
            Vec start = pelvis ? place.centre() : from;
            double share = pelvis ? 0.5 : 0.42;
            device(
                    picture,
                    camera,
                    start.towards(end, share),
                    way,
                    Math.min(11, end.minus(start).length() * 0.55));
        } else {
            Vec at = place.pushes().along(place.effort(), 2.4);
            device(picture, camera, at, place.along(), 9);
        }
        anchorPlate(picture, camera, end, way);
        arrow(picture, camera, place.pushes().along(place.effort(), pulled ? 2.5 : 6.5), place.effort());
    }

    private Vec skinTowards(Vec way) {
        return place.skin(way.dot(place.front()) > 0);
    }

    private void cuff(Picture picture, Camera camera) {
        double thick = place.toFront() + place.toBack();
        Vec middle = place.centre().along(place.front(), (place.toFront() - place.toBack()) / 2);
        picture.shape("cuff", Ink.BELT, camera.of(Path.box(middle, place.front(), thick + 1.6, 6, 1.5)));
    }

    private void device(Picture picture, Camera camera, Vec at, Vec along, double length) {
        picture.shape("sensor", Ink.DEVICE, camera.of(Path.box(at, along, length, 5, 1.6)));
        picture.shape("sensor", Ink.SCREEN, camera.of(Path.box(at, along, length * 0.42, 2.2, 0.5)));
    }

    private void anchorPlate(Picture picture, Camera camera, Vec at, Vec way) {
        Vec across = Math.abs(way.x()) > 0.8 ? Vec.UP : Vec.of(1, 0);
        picture.shape("anchor", Ink.DEVICE, camera.of(Path.box(at, across, 9, 2.2, 0.8)));
        picture.shape("anchor", Ink.SYMBOL, camera.of(Path.circle(at.along(way, -1.6), 1.5)));
    }

    private void arrow(Picture picture, Camera camera, Vec from, Vec way) {
        Arrow.draw(picture, camera.of(from), camera.direction(way), ARROW_CM, words.force(plan));
    }

    private void plate(Picture picture, Camera camera) {
        double top = body.tested().lowest();
        double x = plan.under() == DrawingPlan.Under.PLATE
                ? place.centre().x()
                : body.tested().heel().x() - 1;
        double wide = plan.under() == DrawingPlan.Under.PLATE ? 12 : 13;
        Vec at = Vec.of(x, top - PostureSolver.PLATE_CM / 2);
        picture.shape("sensor", Ink.DEVICE, camera.of(Path.box(at, Vec.of(1, 0), wide, PostureSolver.PLATE_CM, 1)));
        Vec tip = Vec.of(x, top - PostureSolver.PLATE_CM - 1);
        double room = tip.y() - (plan.support() == DrawingPlan.Support.COUCH ? body.surface() : 0);
        if (room > 12) {
            Arrow.draw(
                    picture,
                    camera.of(tip),
                    camera.direction(place.effort()),
                    Math.min(ARROW_CM, room - 3),
                    words.force(plan));
        } else {
            Vec above = Vec.of(body.tested().onFoot(0.125, 0).x() - 8, top + 20);
            boolean wordRight = camera.direction(body.tested().toes()).x() > 0;
            Arrow.draw(
                    picture,
                    camera.of(above),
                    camera.direction(place.effort()),
                    ARROW_CM - 1,
                    words.force(plan),
                    wordRight);
        }
    }

    private void hands(Picture picture, Camera camera) {
        Vec at = place.pushes().along(place.effort(), 2.6);
        device(picture, camera, at, place.along(), 10);
        Vec hand = at.along(place.effort(), 5.5);
        Vec elbow = hand.plus(Vec.of(-14, 26));
        Vec shoulder = elbow.plus(Vec.of(-16, 20));
        picture.shape(
                "tester",
                Ink.FAR_BODY,
                camera.of(List.of(
                        Path.capsule(shoulder, 5.4, elbow, 4.4),
                        Path.capsule(elbow, 4.4, hand, 3.2),
                        Path.capsule(hand.along(place.along(), -4), 2.6, hand.along(place.along(), 4), 2.6))));
        picture.words(camera.of(shoulder.plus(Vec.of(0, 8))), 0, 4, Picture.Hold.MIDDLE, words.tester());
        Vec limb = place.centre().along(place.front(), place.toFront() + 2);
        Arrow.draw(
                picture,
                camera.of(limb.along(place.effort(), -ARROW_CM)),
                camera.direction(place.effort()),
                ARROW_CM - 1,
                words.force(plan));
    }

    private void hook(Picture picture, Camera camera) {
        Vec over = place.skin(false).along(place.front(), -2.2);
        Vec under = Vec.of(over.x(), body.surface() + 1);
        picture.shape("strap", Ink.STRAP, camera.of(Path.line(over, under)));
        picture.shape("sensor", Ink.DEVICE, camera.of(Path.box(over, place.along(), 8, 4, 1.8)));
        picture.shape("sensor", Ink.DEVICE, camera.of(Path.box(under.plus(Vec.of(0, -4)), Vec.UP, 7, 5, 1)));
        picture.shape("sensor", Ink.SCREEN, camera.of(Path.box(under.plus(Vec.of(0, -4)), Vec.UP, 3, 2.2, 0.5)));
        Arrow.draw(
                picture, camera.of(over.along(Vec.UP, 3)), camera.direction(Vec.UP), ARROW_CM - 3, words.force(plan));
    }

    private void leverArm(Picture picture, Camera camera) {
        Leg leg = body.tested();
        Vec outer = place.pushes().along(place.effort(), 2);
        picture.shape("machine", Ink.STRAP, camera.of(Path.line(leg.knee(), place.centre(), outer)));
        picture.shape("machine", Ink.SYMBOL, camera.of(Path.circle(leg.knee(), 5.4)));
        device(picture, camera, outer, place.along(), 10);
        arrow(picture, camera, outer.along(place.effort(), 3), place.effort());
    }

    /** A push towards the viewer or away: a dot or a cross in a ring, as arrows are drawn end on. */
    private void sideways(Picture picture, Camera camera) {
        Vec at = camera.of(place.centre());
        picture.shape("sensor", Ink.DEVICE, Path.box(at, camera.direction(place.along()), 10, 7.5, 1.8));
        // Above the words at the knee.
        boolean atKnee = place.centre().minus(body.tested().knee()).length() < 12;
        Vec symbol = at.plus(Vec.of(0, atKnee ? 31 : 22));
        Arrow.endOn(picture, symbol, place.sideways() > 0, words.force(plan), 1);
        picture.shape("leader", Ink.LEADER, Path.line(at.plus(Vec.of(0, 4.5)), symbol.plus(Vec.of(0, -4.5))));
    }
}
