package org.plinth.web.drawing;

import static org.plinth.web.drawing.Proportions.SHANK;
import static org.plinth.web.drawing.Proportions.THIGH;
import static org.plinth.web.drawing.Proportions.share;

import java.util.ArrayList;
import java.util.List;
import org.plinth.core.position.DrawingPlan;
import org.plinth.core.position.DrawingPlan.Support;
import org.plinth.core.position.DrawingPlan.Under;

/** Couch, mat, chair, bar and what is under the foot, from the side. Sizes as such furniture has them [cm]. */
final class SideFurniture {

    private static final double PADDING = 8;
    private static final double WIDE_OVER_HEAD = 16;
    static final double BAR_PAD = 46;
    /** Where on the thigh the middle of the pad is, so that it meets pelvis and thigh. */
    static final double BAR_PAD_PART = 0.3;

    private final Posture body;
    private final DrawingPlan plan;
    private final Camera camera;

    SideFurniture(Posture body, DrawingPlan plan, Camera camera) {
        this.body = body;
        this.plan = plan;
        this.camera = camera;
    }

    private void shape(Picture picture, String name, Ink ink, Path... paths) {
        picture.shape(name, ink, camera.of(List.of(paths)));
    }

    /** Where the couch ends at the feet. */
    double footEnd() {
        if (plan.support() == Support.COUCH_END) {
            return body.hip().x() + share(0.040);
        }
        boolean prone = body.anterior().y() < 0;
        double straight = THIGH + SHANK;
        return body.hip().x() - (prone ? THIGH + 0.66 * SHANK : straight + 17);
    }

    double headEnd() {
        return body.head().x() + WIDE_OVER_HEAD;
    }

    /** Behind the body. */
    void behind(Picture picture) {
        switch (plan.support()) {
            case COUCH, COUCH_END -> couchFrame(picture);
            case CHAIR, LOW_CHAIR, MACHINE -> chairBack(picture);
            case BAR -> bar(picture);
            default -> {}
        }
    }

    /** In front of the body, which sinks in a little. */
    void before(Picture picture) {
        switch (plan.support()) {
            case COUCH, COUCH_END -> padding(picture, footEnd(), headEnd());
            case FLOOR -> mat(picture);
            case CHAIR, LOW_CHAIR, MACHINE -> seat(picture);
            case BOARD -> board(picture);
            default -> {}
        }
        switch (plan.under()) {
            case WEDGE -> wedge(picture);
            case BOX -> box(picture);
            case PLATE -> plate(picture);
            case NOTHING -> bench(picture);
        }
    }

    private void padding(Picture picture, double from, double to) {
        shape(
                picture,
                "support",
                Ink.PADDING,
                Path.box(Vec.of((from + to) / 2, body.surface() - PADDING / 2), Vec.of(1, 0), to - from, PADDING, 3));
    }

    private void couchFrame(Picture picture) {
        double top = body.surface() - PADDING;
        double from = footEnd() + 14;
        double to = headEnd() - 22;
        List<Path> frame = new ArrayList<>();
        frame.add(rect(from - 6, top - 4, to + 8, top));
        frame.add(rect(from + 4, 3, from + 8, top - 4));
        frame.add(rect(to - 4, 3, to, top - 4));
        frame.add(rect(from - 8, 0, to + 10, 3));
        shape(picture, "frame", Ink.FRAME, frame.toArray(Path[]::new));
    }

    private void mat(Picture picture) {
        double from = Math.min(
                        body.tested().onFoot(0.1, 0).x(),
                        body.other().onFoot(0.1, 0).x())
                - 14;
        double to = headEnd();
        shape(picture, "support", Ink.PADDING, rect(from, -3, to, 0));
    }

    private void chairBack(Picture picture) {
        Vec seatBack = Vec.of(body.hip().x() + share(0.070), body.surface() - 2);
        Vec top = Vec.of(body.shoulder().x() + share(0.066), body.shoulder().y() - 4);
        Vec lean = top.minus(seatBack).unit();
        shape(
                picture,
                "frame",
                Ink.FRAME,
                Path.polygon(
                        seatBack.plus(Vec.of(8, -10)),
                        seatBack.plus(Vec.of(12, -10)),
                        top.plus(Vec.of(10, -8)),
                        top.plus(Vec.of(6, -8))));
        shape(
                picture,
                "support",
                Ink.PADDING,
                Path.box(
                        seatBack.towards(top, 0.5).plus(Vec.of(3.2, 0)),
                        lean,
                        top.minus(seatBack).length(),
                        7,
                        3));
    }

    private void seat(Picture picture) {
        double front = body.tested().knee().x() + 7.5;
        double back = body.hip().x() + share(0.070) + 9;
        double under = body.surface() - PADDING;
        double middle = front * 0.35 + back * 0.65;
        List<Path> frame = new ArrayList<>();
        frame.add(rect(middle - 5, 4, middle + 5, under));
        frame.add(rect(front + 4, 0, back + 8, 4));
        shape(picture, "frame", Ink.FRAME, frame.toArray(Path[]::new));
        padding(picture, front, back);
    }

    private void bar(Picture picture) {
        double x = barX();
        shape(picture, "frame", Ink.FRAME, rect(x, 0, x + 5, 150), rect(x - 8, 0, x + 26, 3));
        for (double height : new double[] {26, 48, 106, 128}) {
            shape(picture, "frame", Ink.FRAME, Path.circle(Vec.of(x + 2.5, height), 2));
        }
        double pad = body.hip().x() + share(0.056) + 2.2;
        double middle = body.hip().towards(body.tested().knee(), BAR_PAD_PART).y();
        shape(
                picture,
                "frame",
                Ink.FRAME,
                rect(pad, middle + 8, x, middle + 11),
                rect(pad, middle - 11, x, middle - 8));
        shape(picture, "support", Ink.PADDING, Path.box(Vec.of(pad, middle), Vec.UP, BAR_PAD, 5, 2.4));
    }

    /** The front of the post at which she stands. */
    double barX() {
        return body.hip().x() + share(0.128);
    }

    private void board(Picture picture) {
        Leg leg = body.tested();
        double from = leg.ankle().x() - 30;
        double to = leg.knee().x() + 34;
        shape(picture, "support", Ink.PADDING, rect(from, body.surface() - 5, to, body.surface()));
        shape(picture, "frame", Ink.FRAME, rect(from, 0, to, body.surface() - 5));
    }

    private void wedge(Picture picture) {
        Leg leg = body.tested();
        double end = footEnd() + 1;
        Vec knee = leg.knee();
        double slope = leg.shank().y() / leg.shank().x();
        double lift = share(0.024) / Math.abs(leg.shank().x());
        double top = knee.y() + (end - knee.x()) * slope - lift;
        double start = knee.x() + (body.surface() + lift - knee.y()) / slope;
        shape(
                picture,
                "under",
                Ink.PADDING,
                Path.polygon(
                        Vec.of(end, body.surface()),
                        Vec.of(Math.min(start, knee.x() - 4), body.surface()),
                        Vec.of(end, top)));
    }

    /** The top of the box or plate that carries the sensor or the heel. */
    double boxTop() {
        return body.tested().lowest() - (plan.anchor().isPresent() ? PostureSolver.PLATE_CM : 0);
    }

    /** A block on the couch is short, a box on the floor stands firm. */
    double boxDepth() {
        return plan.support() == Support.COUCH ? 20 : 34;
    }

    private void box(Picture picture) {
        Leg leg = body.tested();
        double near = leg.ankle().x() + 5;
        double deep = boxDepth();
        double floor = plan.support() == Support.COUCH ? body.surface() : 0;
        shape(
                picture,
                "under",
                Ink.FRAME,
                Path.box(Vec.of(near - deep / 2, (boxTop() + floor) / 2), Vec.of(1, 0), deep, boxTop() - floor, 1.5));
    }

    private void plate(Picture picture) {
        Leg leg = body.tested();
        double from = leg.heel().x() + 8;
        double to = leg.onFoot(0.12, 0).x() - 6;
        shape(picture, "under", Ink.FRAME, rect(Math.min(from, to), 0, Math.max(from, to), 0.6));
    }

    /** What the heel of a lifted body rests on, where that is no box. */
    private void bench(Picture picture) {
        int height = plan.heelHeight().orElse(0);
        if (height > 0) {
            double x = body.tested().ankle().x();
            shape(picture, "under", Ink.FRAME, rect(x - 34, 0, x + 6, height));
        }
    }

    /** The floor, under all of it. */
    static Path ground(double from, double to) {
        return Path.line(Vec.of(from, 0), Vec.of(to, 0));
    }

    boolean boxed() {
        return plan.under() == Under.BOX;
    }

    static Path rect(double left, double bottom, double right, double top) {
        return Path.polygon(Vec.of(left, bottom), Vec.of(right, bottom), Vec.of(right, top), Vec.of(left, top));
    }
}
