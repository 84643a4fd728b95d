package org.plinth.web.drawing;

import java.util.OptionalInt;
import org.plinth.core.position.TestPosition;

/** The axes of the leg under test, and its angles as a goniometer would show them. */
final class SideAngles {

    private static final double RADIUS = 13;
    private static final double EXTENSION = 21;
    private static final double INSIDE = 19;
    private static final double BESIDE = 14;
    private static final double ABOVE = 15;
    private static final double UPRIGHT = 0.7;
    /** Below this there is no arc to see. */
    private static final int LEAST_DEGREES = 8;

    /** From here on there is room for words in the angle. */
    private static final int WIDE_DEGREES = 40;

    private final Posture body;
    private final Camera camera;
    private final Picture picture;
    private final DrawingWords words;
    private final boolean lifts;

    /** With {@code lifts} where an arrow of force stands over the hip. */
    SideAngles(Posture body, Camera camera, Picture picture, DrawingWords words, boolean lifts) {
        this.lifts = lifts;
        this.body = body;
        this.camera = camera;
        this.picture = picture;
        this.words = words;
    }

    void draw(TestPosition position) {
        Leg leg = body.tested();
        OptionalInt knee = position.placement().kneeDegrees();
        OptionalInt hip = position.placement().hipDegrees();
        knee.ifPresent(degrees -> angle(leg.knee(), leg.thigh(), leg.shank(), degrees, words.knee(degrees), false));
        hip.ifPresent(
                degrees -> angle(leg.hip(), body.cranial().times(-1), leg.thigh(), degrees, words.hip(degrees), true));
        picture.shape("axis axis-trunk", Ink.EXTENSION, camera.of(Path.line(body.shoulder(), leg.hip())));
        picture.shape("axis axis-leg", Ink.AXIS, camera.of(Path.line(leg.hip(), leg.knee(), leg.ankle())));
        for (Vec joint : new Vec[] {leg.hip(), leg.knee(), leg.ankle()}) {
            picture.shape("joint", Ink.JOINT, camera.of(Path.circle(joint, 1.6)));
        }
    }

    /** From the straight line on to the next segment. */
    private void angle(Vec at, Vec straight, Vec bent, int degrees, String word, boolean hip) {
        Vec from = camera.direction(straight);
        Vec to = camera.direction(bent);
        Vec centre = camera.of(at);
        if (degrees >= LEAST_DEGREES) {
            double start = StrictMath.atan2(from.y(), from.x());
            double turn = StrictMath.atan2(from.cross(to), from.dot(to));
            picture.shape("extension", Ink.EXTENSION, Path.line(centre, centre.along(from, EXTENSION)));
            picture.shape("arc", Ink.ARC, Path.arc(centre, RADIUS, start, start + turn));
        }
        if (degrees >= WIDE_DEGREES) {
            wide(centre, from, to, word, hip);
        } else if (Math.abs(from.y()) > UPRIGHT) {
            beside(centre, from, to, degrees, word);
        } else {
            above(centre, from, word, hip);
        }
    }

    /** In the angle: for the hip between trunk and thigh, for the knee in the arc. */
    private void wide(Vec centre, Vec from, Vec to, String word, boolean hip) {
        Vec inner = to.minus(from).unit();
        boolean inside = hip && inner.y() > -0.1;
        Vec way = inside ? inner : from.plus(to).unit();
        Picture.Hold hold =
                way.x() > 0.35 ? Picture.Hold.START : way.x() < -0.35 ? Picture.Hold.END : Picture.Hold.MIDDLE;
        picture.words(centre.along(way, inside ? INSIDE : RADIUS + 4), 0, way.y() * 8, hold, word);
    }

    /** Away from the bend, or behind a straight body. */
    private void beside(Vec centre, Vec from, Vec to, int degrees, String word) {
        Vec back = camera.direction(body.anterior().times(-1));
        double away = degrees >= LEAST_DEGREES ? from.minus(to).x() : back.x();
        Vec at = centre.plus(Vec.of(away < 0 ? -BESIDE : BESIDE, 0));
        picture.words(at, 0, 0, away < 0 ? Picture.Hold.END : Picture.Hold.START, word);
    }

    /** Over a leg that lies, a little towards the head, where shank and strap leave room. */
    private void above(Vec centre, Vec from, String word, boolean hip) {
        double shift = lifts ? (hip ? 13 : 2) : -6;
        picture.words(centre.plus(Vec.of(from.x() * shift, ABOVE)), 0, 4, Picture.Hold.MIDDLE, word);
    }
}
