package org.plinth.web.drawing;

import static org.plinth.web.drawing.Proportions.share;

import org.plinth.core.position.DrawingPlan;
import org.plinth.core.position.DrawingPlan.Under;

/** Couch, mat, chair, bar and what is under the foot, from the foot end. */
final class FrontFurniture {

    static final double HALF_COUCH = 33;
    private static final double HALF_MAT = 38;
    private static final double HALF_SEAT = 25;
    private static final double PADDING = 8;

    private final Posture body;
    private final DrawingPlan plan;
    private final Camera camera;
    private final SideFurniture side;

    FrontFurniture(Posture body, DrawingPlan plan, Camera camera, SideFurniture side) {
        this.body = body;
        this.plan = plan;
        this.camera = camera;
        this.side = side;
    }

    void behind(Picture picture) {
        switch (plan.support()) {
            case COUCH, COUCH_END -> slab(picture, side.footEnd(), side.headEnd(), HALF_COUCH, body.surface());
            case FLOOR -> mat(picture);
            case CHAIR, LOW_CHAIR, MACHINE -> chair(picture);
            case BAR -> bar(picture);
            case BOARD ->
                slab(
                        picture,
                        body.tested().ankle().x() - 24,
                        body.tested().knee().x() + 26,
                        30,
                        body.surface());
        }
    }

    /** Half of what a belt reaches across. */
    double halfWidth() {
        return switch (plan.support()) {
            case COUCH, COUCH_END -> HALF_COUCH + 0.6;
            case FLOOR -> share(0.15);
            default -> share(0.125);
        };
    }

    private void slab(Picture picture, double from, double to, double half, double top) {
        picture.shape("support", Ink.PADDING, level(from, to, -half, half, top));
        picture.shape("support", Ink.PADDING, upright(from, -half, half, top - PADDING, top));
    }

    private void mat(Picture picture) {
        double from = Math.min(
                        body.tested().onFoot(0.1, 0).x(),
                        body.other().onFoot(0.1, 0).x())
                - 14;
        picture.shape("support", Ink.PADDING, level(from, side.headEnd(), -HALF_MAT, HALF_MAT, 0));
    }

    private void chair(Picture picture) {
        double front = body.tested().knee().x() + 7.5;
        double back = body.hip().x() + share(0.070) + 4;
        picture.shape(
                "support",
                Ink.PADDING,
                Path.box(
                        camera.of(Vec.of(back, (body.surface() + body.shoulder().y()) / 2)),
                        Vec.UP,
                        (body.shoulder().y() - body.surface()) * camera.yUp(),
                        46,
                        4));
        picture.shape("frame", Ink.FRAME, upright(front + 14, -5, 5, 0, body.surface() - PADDING));
        slab(picture, front, back, HALF_SEAT, body.surface());
    }

    private void bar(Picture picture) {
        double x = side.barX();
        picture.shape("frame", Ink.FRAME, upright(x, -46, -41, 0, 150), upright(x, 41, 46, 0, 150));
        for (double height : new double[] {26, 48, 106, 128}) {
            picture.shape("frame", Ink.FRAME, upright(x, -43, 43, height - 1.5, height + 1.5));
        }
        double pad = body.hip()
                .towards(body.tested().knee(), SideFurniture.BAR_PAD_PART)
                .y();
        picture.shape(
                "support",
                Ink.PADDING,
                upright(x, -40, 40, pad - SideFurniture.BAR_PAD / 2, pad + SideFurniture.BAR_PAD / 2));
    }

    /** What is under the foot of the leg under test, whose middle is at {@code z}. */
    void under(Picture picture, double z) {
        if (plan.under() == Under.BOX) {
            double near = body.tested().ankle().x() + 5;
            double bottom = plan.support() == DrawingPlan.Support.COUCH ? body.surface() : 0;
            picture.shape("under", Ink.FRAME, level(near - side.boxDepth(), near, z - 17, z + 17, side.boxTop()));
            picture.shape("under", Ink.FRAME, upright(near - side.boxDepth(), z - 17, z + 17, bottom, side.boxTop()));
        } else if (plan.under() == Under.WEDGE) {
            Leg leg = body.tested();
            Vec high = Vec.of(
                    side.footEnd() + 1,
                    leg.knee().y()
                            + (side.footEnd() - leg.knee().x())
                                    * leg.shank().y()
                                    / leg.shank().x()
                            - share(0.024));
            Vec low = Vec.of(leg.knee().x() - 2, body.surface());
            picture.shape(
                    "under",
                    Ink.PADDING,
                    Path.polygon(
                            camera.of(low, z - 12),
                            camera.of(low, z + 12),
                            camera.of(high, z + 12),
                            camera.of(high, z - 12)));
            picture.shape("under", Ink.PADDING, upright(high.x(), z - 12, z + 12, body.surface(), high.y()));
        }
    }

    private Path level(double from, double to, double left, double right, double y) {
        return Path.polygon(
                camera.of(Vec.of(from, y), left), camera.of(Vec.of(from, y), right),
                camera.of(Vec.of(to, y), right), camera.of(Vec.of(to, y), left));
    }

    private Path upright(double x, double left, double right, double bottom, double top) {
        return Path.polygon(
                camera.of(Vec.of(x, bottom), left), camera.of(Vec.of(x, bottom), right),
                camera.of(Vec.of(x, top), right), camera.of(Vec.of(x, top), left));
    }
}
