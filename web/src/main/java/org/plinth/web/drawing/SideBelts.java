package org.plinth.web.drawing;

import static org.plinth.web.drawing.Proportions.share;

import org.plinth.core.position.DrawingPlan;
import org.plinth.core.position.DrawingPlan.Belt;
import org.plinth.core.position.DrawingPlan.Support;

/** What holds the body, from the side. */
final class SideBelts {

    private static final double WIDE = 5.5;
    /** How far a belt reaches down over the edge of couch or seat [cm]. */
    private static final double OVER_EDGE = 7;

    private final Posture body;
    private final boolean seated;

    SideBelts(Posture body, DrawingPlan plan) {
        this.body = body;
        this.seated = plan.support() == Support.CHAIR
                || plan.support() == Support.LOW_CHAIR
                || plan.support() == Support.MACHINE;
    }

    void behind(Picture picture, Camera camera, DrawingPlan plan) {
        if (plan.belts().contains(Belt.OTHER_LEG)) {
            Leg leg = body.other();
            Vec at = leg.knee().towards(leg.ankle(), 0.38);
            picture.shape("belt", Ink.BELT, camera.of(overEdge(at.x(), at.y() + share(0.036))));
        }
    }

    void before(Picture picture, Camera camera, DrawingPlan plan) {
        plan.belts().stream()
                .filter(belt -> belt != Belt.OTHER_LEG)
                .forEach(belt -> picture.shape("belt", Ink.BELT, camera.of(path(belt))));
    }

    private Path path(Belt belt) {
        return switch (belt) {
            case SACRUM -> overEdge(body.onTrunk(0.12, 0).x(), body.hip().y() + share(0.072));
            case PELVIS -> pelvis();
            case THIGH -> thigh();
            case THIGH_BAR ->
                Path.box(
                        body.tested().hip().towards(body.tested().knee(), 0.80).plus(Vec.of(0, share(0.042) + 2.4)),
                        Vec.of(1, 0),
                        12,
                        5,
                        1.2);
            case CHEST ->
                Path.polygon(
                        body.onTrunk(0.86, 0.062), body.onTrunk(0.78, 0.066),
                        body.onTrunk(0.70, -0.068), body.onTrunk(0.78, -0.068));
            case OTHER_LEG -> throw new IllegalStateException("drawn behind the body");
        };
    }

    private Path pelvis() {
        if (seated) {
            return Path.polygon(
                    body.onTrunk(0.17, 0.058),
                    body.onTrunk(0.05, 0.060),
                    body.onTrunk(-0.10, -0.074),
                    body.onTrunk(0.02, -0.078));
        }
        boolean prone = body.anterior().y() < 0;
        return overEdge(body.onTrunk(0.10, 0).x(), body.hip().y() + (prone ? share(0.072) : share(0.054)));
    }

    private Path thigh() {
        Leg leg = body.tested();
        Vec at = leg.hip().towards(leg.knee(), seated ? 0.70 : 0.72);
        if (Math.abs(leg.thigh().y()) > 0.5) {
            Vec ahead = at.along(leg.thighFront(), share(0.045));
            Vec behind = at.along(leg.thighFront(), -share(0.042));
            return Path.box(
                    ahead.towards(behind, 0.5),
                    leg.thighFront(),
                    ahead.minus(behind).length(),
                    WIDE,
                    1.2);
        }
        boolean frontUp = leg.thighFront().y() > 0;
        return overEdge(at.x(), at.y() + (frontUp ? share(0.045) : share(0.041)));
    }

    /** A band from the skin on top down over the edge. */
    private Path overEdge(double x, double top) {
        double bottom = body.surface() - OVER_EDGE;
        return Path.box(Vec.of(x, (top + bottom) / 2), Vec.UP, top - bottom, WIDE, 1.2);
    }
}
