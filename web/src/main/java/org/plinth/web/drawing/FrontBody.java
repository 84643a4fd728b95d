package org.plinth.web.drawing;

import static org.plinth.web.drawing.Proportions.share;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.plinth.core.position.DrawingPlan.Arms;

/** Outlines of body parts as they look from the foot end. Widths are shares of body height, drawn by eye. */
final class FrontBody {

    /** Along from hip to shoulder, half width. */
    private static final double[][] TRUNK = {
        {-0.17, 0.028},
        {-0.14, 0.066},
        {-0.04, 0.091},
        {0.10, 0.094},
        {0.28, 0.083},
        {0.44, 0.076},
        {0.62, 0.083},
        {0.80, 0.098},
        {0.93, 0.110},
        {1.01, 0.106},
        {1.07, 0.070},
        {1.11, 0.032},
    };

    private final Posture body;
    private final Camera camera;

    FrontBody(Posture body, Camera camera) {
        this.body = body;
        this.camera = camera;
    }

    List<Path> trunk() {
        List<Vec> right = new ArrayList<>();
        List<Vec> left = new ArrayList<>();
        for (double[] station : TRUNK) {
            right.add(camera.of(body.onTrunk(station[0], 0), share(station[1])));
            left.add(camera.of(body.onTrunk(station[0], 0), -share(station[1])));
        }
        Collections.reverse(left);
        right.addAll(left);
        Vec neck = camera.of(body.onTrunk(1.03, 0));
        return List.of(Path.smooth(right), Path.capsule(neck, share(0.036), camera.of(body.head()), share(0.032)));
    }

    Path waist() {
        return Path.line(
                camera.of(body.onTrunk(0.30, 0), -share(0.080)), camera.of(body.onTrunk(0.30, 0), share(0.080)));
    }

    Path head() {
        return Path.ellipse(camera.of(body.head()), share(0.046), headHeight());
    }

    double headHeight() {
        return share(0.060);
    }

    /** Whether the face is towards the viewer. */
    boolean seesFace() {
        // Towards the viewer is what comes down the picture from ahead and what lies on top.
        return -body.face().x() * camera.yUp() + body.face().y() * camera.xUp() > 0.3;
    }

    Path hair() {
        Vec at = camera.of(body.head());
        double rx = share(0.047);
        double ry = headHeight() + share(0.001);
        if (!seesFace()) {
            return Path.ellipse(at.plus(Vec.of(0, share(0.006))), rx, ry * 0.94);
        }
        List<Vec> ring = new ArrayList<>();
        for (int degrees = 5; degrees <= 175; degrees += 17) {
            double turn = Math.toRadians(degrees);
            ring.add(at.plus(Vec.of(rx * StrictMath.cos(turn), ry * StrictMath.sin(turn))));
        }
        ring.add(at.plus(Vec.of(-rx * 0.62, ry * 0.42)));
        ring.add(at.plus(Vec.of(0, ry * 0.52)));
        ring.add(at.plus(Vec.of(rx * 0.62, ry * 0.42)));
        return Path.smooth(ring);
    }

    List<Path> features() {
        Vec at = camera.of(body.head());
        double eye = share(0.017);
        Vec mouth = at.plus(Vec.of(0, -share(0.026)));
        return List.of(
                Path.circle(at.plus(Vec.of(-eye, share(0.004))), 0.9),
                Path.circle(at.plus(Vec.of(eye, share(0.004))), 0.9),
                Path.box(mouth, Vec.of(1, 0), share(0.022), 0.7, 0.3));
    }

    /** Hip, knee and ankle at their distances from the middle [cm]. */
    static double[] spread(double hip, double ankle) {
        return new double[] {hip, (hip + ankle) / 2, ankle};
    }

    List<Path> thigh(Leg leg, double[] z) {
        Vec hip = camera.of(leg.hip(), z[0]);
        Vec knee = camera.of(leg.knee(), z[1]);
        Vec broad = hip.towards(knee, 0.25);
        return List.of(
                Path.capsule(hip, share(0.048), broad, share(0.052)),
                Path.capsule(broad, share(0.052), knee, share(0.034)));
    }

    List<Path> shank(Leg leg, double[] z) {
        Vec knee = camera.of(leg.knee(), z[1]);
        Vec ankle = camera.of(leg.ankle(), z[2]);
        Vec calf = knee.towards(ankle, 0.3);
        Vec heel = camera.of(leg.onFoot(-0.016, -0.016), z[2]);
        Vec ball = camera.of(leg.onFoot(0.078, -0.026), z[2]);
        return List.of(
                Path.capsule(knee, share(0.034), calf, share(0.035)),
                Path.capsule(calf, share(0.035), ankle, share(0.021)),
                Path.capsule(heel, share(0.022), ball, share(0.027)));
    }

    Path hem(Leg leg, double[] z) {
        Vec hip = camera.of(leg.hip(), z[0]);
        Vec knee = camera.of(leg.knee(), z[1]);
        Vec at = hip.towards(knee, 0.5);
        Vec across = knee.minus(hip).unit().quarter();
        return Path.line(at.along(across, share(0.046)), at.along(across, -share(0.046)));
    }

    /** One arm: shoulder, elbow, hand; {@code way} is 1 for the right of the picture, -1 for the left. */
    List<Path> arm(Arms arms, int way, double otherLegZ) {
        Vec shoulder = at(body.onTrunk(0.95, 0), way * 0.098);
        Vec elbow =
                switch (arms) {
                    case UNDER_FOREHEAD -> at(body.onTrunk(1.36, 0.03), way * 0.190);
                    case CROSSED -> at(body.onTrunk(0.44, 0.03), way * 0.128);
                    case GRIP_COUCH -> at(body.onTrunk(1.25, 0.02), way * 0.215);
                    case HOLD_BAR -> at(body.onTrunk(0.46, 0.03), way * 0.160);
                    case HOLD_KNEE -> at(body.onTrunk(0.50, 0.08), way * 0.150);
                };
        Vec hand =
                switch (arms) {
                    case UNDER_FOREHEAD -> at(body.onHead(0.06, 0.040), way * 0.030);
                    case CROSSED -> at(body.onTrunk(0.72, 0.075), way * -0.050);
                    case GRIP_COUCH -> at(body.onTrunk(1.10, 0.085), way * 0.195);
                    case HOLD_BAR -> at(body.onTrunk(0.72, 0.128), way * 0.130);
                    case HOLD_KNEE ->
                        camera.of(
                                body.other().knee().towards(body.other().ankle(), 0.2), otherLegZ + way * share(0.03));
                };
        return List.of(
                Path.capsule(shoulder, share(0.031), elbow, share(0.024)),
                Path.capsule(elbow, share(0.024), hand, share(0.018)),
                Path.circle(hand, share(0.022)));
    }

    private Vec at(Vec place, double share) {
        return camera.of(place, share(share));
    }
}
