package org.plinth.web.drawing;

import java.util.List;
import java.util.Optional;
import org.plinth.core.position.DrawingPlan;
import org.plinth.core.position.DrawingPlan.Anchor;
import org.plinth.core.position.DrawingPlan.Arms;
import org.plinth.core.position.TestPosition;
import org.plinth.core.visit.Side;
import org.plinth.web.drawing.PositionDrawings.Role;

/** The whole body from the side under test: couch, angles, sensor, strap, belts, direction of force. */
final class SideView {

    private static final double WIDTH = 480;
    private static final double HEIGHT = 300;
    private static final double MARGIN = 14;
    private static final double MOST_SCALE = 2.1;

    private final TestPosition position;
    private final DrawingPlan plan;
    private final Side side;
    private final Role role;
    private final DrawingWords words;
    private final Posture body;
    private final Camera camera;
    private final SideFurniture furniture;

    SideView(TestPosition position, DrawingPlan plan, Side side, Role role, DrawingWords words) {
        this.role = role;
        this.position = position;
        this.plan = plan;
        this.side = side;
        this.words = words;
        this.body = PostureSolver.of(position, plan);
        this.camera = Camera.beside(body.lateral(side));
        this.furniture = new SideFurniture(body, plan, camera);
    }

    Picture draw() {
        Picture picture = new Picture(WIDTH, HEIGHT, MARGIN, MOST_SCALE, 0);
        Optional<SideSensor> sensor = sensor();
        furniture.behind(picture);
        sensor.ifPresent(one -> one.behind(picture, camera));
        if (plan.arms() == Arms.HOLD_BAR || plan.arms() == Arms.HOLD_KNEE) {
            picture.shape("arm", Ink.FAR_BODY, camera.of(arm()));
        }
        otherLeg(picture);
        trunk(picture);
        picture.shape("leg leg-" + low(side) + " tested", Ink.leg(side), camera.of(SideBody.leg(body.tested())));
        picture.shape("seam", Ink.SEAM, camera.of(SideBody.hem(body.tested())));
        furniture.before(picture);
        SideBelts belts = new SideBelts(body, plan);
        belts.before(picture, camera, plan);
        picture.shape("arm", Ink.BODY, camera.of(arm()));
        boolean lifts = plan.effort()
                .filter(effort -> effort == DrawingPlan.Effort.LIFT)
                .isPresent();
        new SideAngles(body, camera, picture, words, lifts).draw(position);
        sensor.ifPresent(one -> one.draw(picture, camera));
        picture.corner(corner(), Ink.leg(side), side == Side.LEFT, words.leg(side, true, position.bilateral(), role));
        return picture;
    }

    private Optional<SideSensor> sensor() {
        if (plan.anchor().isEmpty()) {
            return Optional.empty();
        }
        SensorPlace place = SensorPlace.of(body, plan, position.placement().site());
        return Optional.of(new SideSensor(body, plan, furniture, place, words));
    }

    private void otherLeg(Picture picture) {
        Side other = side.other();
        boolean both = position.bilateral();
        picture.shape(
                "leg leg-" + low(other) + (both ? " tested" : ""),
                both ? Ink.leg(other) : Ink.FAR_BODY,
                camera.of(SideBody.leg(body.other())));
        picture.shape("seam", Ink.SEAM, camera.of(SideBody.hem(body.other())));
        new SideBelts(body, plan).behind(picture, camera, plan);
    }

    private void trunk(Picture picture) {
        picture.shape("trunk", Ink.BODY, camera.of(SideBody.trunk(body)));
        picture.shape("head", Ink.BODY, camera.of(SideBody.head(body)));
        picture.shape("hair", Ink.HAIR, camera.of(SideBody.hair(body)));
        picture.shape("seam", Ink.SEAM, camera.of(SideBody.waist(body)));
    }

    private List<Path> arm() {
        return SideBody.arm(SideBody.arm(body, plan.arms()));
    }

    /** Over the head there is room; at the foot end where the strap goes over the head. */
    private Picture.Hold corner() {
        boolean headLeft = camera.direction(body.cranial()).x() < 0.1;
        boolean overHead =
                plan.anchor().filter(anchor -> anchor == Anchor.WALL_HEAD_END).isPresent();
        return headLeft == overHead ? Picture.Hold.RIGHT_EDGE : Picture.Hold.LEFT_EDGE;
    }

    static String low(Side side) {
        return side == Side.LEFT ? "left" : "right";
    }
}
