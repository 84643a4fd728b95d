package org.plinth.web.drawing;

import static org.plinth.web.drawing.Proportions.share;

import java.util.List;
import org.plinth.core.position.DrawingPlan;
import org.plinth.core.position.DrawingPlan.Anchor;
import org.plinth.core.position.DrawingPlan.Under;
import org.plinth.core.position.TestPosition.Direction;

/** Sensor, strap and direction of force from the foot end. */
final class FrontSensor {

    private static final double ARROW_CM = 20;
    /** Where a push shows as an arrow and not end on. */
    private static final double LEAST_SEEN = 0.78;

    private final Posture body;
    private final DrawingPlan plan;
    private final Camera camera;
    private final SideFurniture side;
    private final SensorPlace place;
    private final Anchor anchor;
    private final double z;
    private final int outward;
    private final DrawingWords words;

    FrontSensor(
            Posture body,
            DrawingPlan plan,
            Camera camera,
            SideFurniture side,
            SensorPlace place,
            double z,
            DrawingWords words) {
        this.body = body;
        this.plan = plan;
        this.camera = camera;
        this.side = side;
        this.place = place;
        this.anchor = plan.anchor().orElseThrow();
        this.z = z;
        this.outward = z < 0 ? -1 : 1;
        this.words = words;
    }

    void draw(Picture picture) {
        switch (anchor) {
            case BOX -> plate(picture);
            case BESIDE -> beside(picture);
            case BETWEEN_LEGS -> between(picture);
            case HANDS -> hands(picture);
            case HOOKS -> hooks(picture);
            case LEVER_ARM -> leverArm(picture);
            default -> strapped(picture);
        }
    }

    private Vec at(Vec place3) {
        return camera.of(place3, z);
    }

    private void strapped(Picture picture) {
        Vec way = place.strap(anchor);
        Vec end = SideSensor.end(anchor, place, side, body);
        if (place.along().equals(body.cranial())) {
            pelvisBelt(picture, end);
            return;
        }
        boolean pulled = plan.load().filter(load -> load == Direction.PULL).isPresent();
        boolean towards = camera.of(way).y() < 0.2;
        cuff(picture);
        Vec from = place.skin(way.dot(place.front()) > 0);
        picture.shape("strap", Ink.STRAP, Path.line(at(from), at(end)));
        Vec seen = camera.direction(way);
        if (pulled) {
            device(picture, at(from.towards(end, towards ? 0.5 : 0.45)), seen, Math.max(6, 11 * seen.length()));
        } else {
            device(picture, at(place.pushes().along(place.effort(), 2)), Vec.of(1, 0), 8);
        }
        picture.shape("anchor", Ink.DEVICE, Path.box(at(end), Vec.of(1, 0), 10, 2.4, 0.8));
        force(picture, at(place.pushes().along(place.effort(), 3)));
    }

    private void cuff(Picture picture) {
        double tall = Math.max(3, 6 * camera.direction(place.along()).length());
        picture.shape(
                "cuff", Ink.BELT, Path.box(at(place.centre()), Vec.of(1, 0), 2 * place.halfWidth() + 1.6, tall, 1.2));
    }

    private void pelvisBelt(Picture picture, Vec end) {
        Vec front = place.skin(true);
        double reach = share(0.105);
        double floor = share(0.135);
        for (int way : new int[] {-1, 1}) {
            picture.shape(
                    "strap", Ink.STRAP, Path.line(camera.of(place.centre(), way * reach), camera.of(end, way * floor)));
            picture.shape("anchor", Ink.DEVICE, Path.box(camera.of(end, way * floor), Vec.of(1, 0), 8, 2.4, 0.8));
        }
        picture.shape(
                "belt", Ink.BELT, Path.box(camera.of(front.plus(Vec.of(0, -2)), 0), Vec.of(1, 0), 2 * reach, 6, 2));
        Vec device = camera.of(place.centre(), outward * reach).towards(camera.of(end, outward * floor), 0.5);
        device(picture, device, Vec.UP, 8);
        force(picture, camera.of(front, 0).plus(Vec.of(0, 9)));
    }

    private void device(Picture picture, Vec at, Vec along, double length) {
        picture.shape("sensor", Ink.DEVICE, Path.box(at, along, length, 5, 1.4));
        picture.shape("sensor", Ink.SCREEN, Path.box(at, along, length * 0.42, 2.2, 0.5));
    }

    private void force(Picture picture, Vec from) {
        Vec seen = camera.direction(place.effort());
        if (seen.length() > LEAST_SEEN) {
            Arrow.draw(picture, from, seen, ARROW_CM * seen.length(), words.force(plan));
        } else {
            boolean towards =
                    -place.effort().x() * camera.yUp() + place.effort().y() * camera.xUp() > 0;
            Arrow.endOn(picture, from.plus(Vec.of(outward * 13, 0)), towards, words.force(plan), outward);
        }
    }

    private void plate(Picture picture) {
        double top = body.tested().lowest();
        double x = plan.under() == Under.PLATE
                ? place.centre().x()
                : body.tested().heel().x() - 2;
        Vec at = at(Vec.of(x, top - PostureSolver.PLATE_CM / 2));
        picture.shape("sensor", Ink.DEVICE, Path.box(at, Vec.of(1, 0), 15, 5.5, 1.2));
        force(picture, at.plus(Vec.of(outward * 3, 0)));
    }

    private void beside(Picture picture) {
        double out = place.sideways() * outward;
        double skin = z + out * (place.halfWidth() + 1.8);
        double post = -out * (FrontFurniture.HALF_COUCH + 16);
        Vec strapEnd = camera.of(place.centre(), post);
        picture.shape("strap", Ink.STRAP, Path.line(camera.of(place.centre(), skin), strapEnd));
        picture.shape(
                "anchor",
                Ink.FRAME,
                Path.box(camera.of(place.centre(), post - out * 2.5).plus(Vec.of(0, -9)), Vec.UP, 34, 5, 1));
        Vec pad = camera.of(place.centre(), skin);
        picture.shape("sensor", Ink.DEVICE, Path.box(pad, camera.direction(place.along()), 10, 4.5, 1.4));
        Arrow.draw(picture, pad.plus(Vec.of(out * 4, 0)), Vec.of(out, 0), ARROW_CM - 2, words.force(plan));
    }

    private void between(Picture picture) {
        Vec pad = camera.of(place.centre(), 0);
        picture.shape(
                "sensor", Ink.DEVICE, Path.box(pad, Vec.of(1, 0), 2 * Math.abs(z) - 2 * place.halfWidth(), 6, 1.4));
        for (int way : new int[] {-1, 1}) {
            Vec from = camera.of(place.centre(), way * (Math.abs(z) + place.halfWidth() + 20));
            Arrow.draw(picture, from, Vec.of(-way, 0), ARROW_CM - 3, way < 0 ? words.force(plan) : "");
        }
    }

    private void hands(Picture picture) {
        Vec at = at(place.pushes().along(place.effort(), 2.6));
        device(picture, at, Vec.of(1, 0), 9);
        Vec elbow = at.plus(Vec.of(outward * 20, -8));
        Vec shoulder = elbow.plus(Vec.of(outward * 12, -20));
        picture.shape(
                "tester",
                Ink.FAR_BODY,
                List.of(
                        Path.capsule(shoulder, 5, elbow, 4.2),
                        Path.capsule(elbow, 4.2, at.plus(Vec.of(outward * 5, 0)), 3),
                        Path.capsule(at.plus(Vec.of(outward * 5, 0)), 3, at.plus(Vec.of(outward * 1, 1)), 2.6)));
        force(picture, at.plus(Vec.of(-outward * 26, 0)));
    }

    private void hooks(Picture picture) {
        for (int way : new int[] {-1, 1}) {
            Vec over = camera.of(place.skin(false), way * Math.abs(z));
            picture.shape("sensor", Ink.DEVICE, Path.box(over, Vec.of(1, 0), 11, 4.5, 1.8));
            picture.shape(
                    "strap",
                    Ink.STRAP,
                    Path.line(
                            over.plus(Vec.of(way * 5, 0)),
                            camera.of(Vec.of(place.centre().x(), body.surface()), way * (Math.abs(z) + 6))));
        }
        force(picture, at(place.skin(false)).plus(Vec.of(outward * 4, 0)));
    }

    private void leverArm(Picture picture) {
        double beside = z + outward * share(0.048);
        Vec pad = at(place.pushes().along(place.effort(), 2));
        picture.shape(
                "machine",
                Ink.STRAP,
                Path.line(camera.of(body.tested().knee(), beside), camera.of(place.centre(), beside), pad));
        picture.shape("machine", Ink.SYMBOL, Path.circle(camera.of(body.tested().knee(), beside), 4));
        device(picture, pad, Vec.of(1, 0), 11);
        force(picture, pad.plus(Vec.of(outward * 3, 0)));
    }
}
