package org.plinth.web.drawing;

/** A direction of force: an arrow, or a ring with a dot (towards the viewer) or a cross (away). */
final class Arrow {

    private static final double HEAD = 6.5;

    private Arrow() {}

    /** In the plane of the picture; {@code word} stands at the tip. */
    static void draw(Picture picture, Vec from, Vec way, double length, String word) {
        draw(picture, from, way, length, word, way.x() >= 0);
    }

    /** The word stands right of the tip or left of it. */
    static void draw(Picture picture, Vec from, Vec way, double length, String word, boolean right) {
        Vec unit = way.unit();
        Vec tip = from.along(unit, length);
        Vec neck = tip.along(unit, -HEAD * 0.8);
        Vec across = unit.quarter();
        picture.shape("force", Ink.ARROW_HALO, Path.line(from, neck));
        picture.shape("force", Ink.ARROW, Path.line(from, neck));
        picture.shape(
                "force",
                Ink.ARROW_HEAD,
                Path.polygon(
                        tip,
                        tip.along(unit, -HEAD).along(across, HEAD * 0.52),
                        tip.along(unit, -HEAD).along(across, -HEAD * 0.52)));
        if (Math.abs(unit.x()) > 0.95) {
            picture.words(tip, 0, 15, Picture.Hold.MIDDLE, word);
        } else {
            double down = unit.y() > 0 ? -4 : 6;
            picture.words(tip, right ? 9 : -9, down, right ? Picture.Hold.START : Picture.Hold.END, word);
        }
    }

    static void endOn(Picture picture, Vec at, boolean towardsViewer, String word, int wordSide) {
        picture.shape("force", Ink.SYMBOL, Path.circle(at, 4.2));
        if (towardsViewer) {
            picture.shape("force", Ink.DOT, Path.circle(at, 1.5));
        } else {
            double arm = 2.7;
            picture.shape(
                    "force",
                    Ink.ARC,
                    Path.line(at.plus(Vec.of(-arm, -arm)), at.plus(Vec.of(arm, arm))),
                    Path.line(at.plus(Vec.of(-arm, arm)), at.plus(Vec.of(arm, -arm))));
        }
        picture.words(at, wordSide * 11, 0, wordSide > 0 ? Picture.Hold.START : Picture.Hold.END, word);
    }
}
