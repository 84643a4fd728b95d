package org.plinth.web.drawing;

import static org.plinth.web.drawing.Palette.Tone.EDGE;
import static org.plinth.web.drawing.Palette.Tone.INK;
import static org.plinth.web.drawing.Palette.Tone.LEFT;
import static org.plinth.web.drawing.Palette.Tone.MUTED;
import static org.plinth.web.drawing.Palette.Tone.NONE;
import static org.plinth.web.drawing.Palette.Tone.RIGHT;
import static org.plinth.web.drawing.Palette.Tone.SHEET;
import static org.plinth.web.drawing.Palette.Tone.SUNK;

import org.plinth.core.visit.Side;
import org.plinth.web.drawing.Palette.Tone;

/** How a part is filled and outlined; widths in the picture's own units, the same in every drawing. */
enum Ink {
    BODY(SHEET, INK, 3.6, true),
    FAR_BODY(SHEET, EDGE, 2.8, true),
    LEFT_LEG(LEFT, INK, 3.6, true),
    RIGHT_LEG(RIGHT, INK, 3.6, true),
    HAIR(EDGE, NONE, 0, false),
    DOT(INK, NONE, 0, false),
    SEAM(NONE, MUTED, 1.4, false),
    PADDING(SUNK, EDGE, 1.6, false),
    FRAME(SHEET, EDGE, 1.6, false),
    GROUND(NONE, EDGE, 1.6, false),
    BELT(MUTED, SHEET, 1, false),
    STRAP(NONE, INK, 2.6, false),
    DEVICE(INK, SHEET, 1.2, false),
    SCREEN(SHEET, NONE, 0, false),
    ARROW_HALO(NONE, SHEET, 7.5, false),
    ARROW(NONE, INK, 3.2, false),
    ARROW_HEAD(INK, SHEET, 1, false),
    SYMBOL(SHEET, INK, 2, false),
    AXIS(NONE, SHEET, 1.6, false),
    EXTENSION(NONE, MUTED, 1.4, false),
    ARC(NONE, INK, 1.8, false),
    JOINT(SHEET, INK, 1.6, false),
    LEADER(NONE, MUTED, 1.2, false);

    private final Tone fill;
    private final Tone stroke;
    private final double width;
    private final boolean strokeFirst;

    Ink(Tone fill, Tone stroke, double width, boolean strokeFirst) {
        this.fill = fill;
        this.stroke = stroke;
        this.width = width;
        this.strokeFirst = strokeFirst;
    }

    static Ink leg(Side side) {
        return side == Side.LEFT ? LEFT_LEG : RIGHT_LEG;
    }

    /** Presentation attributes: a strict content policy lets no {@code style} through. */
    String attributes(Palette palette) {
        StringBuilder out =
                new StringBuilder(" fill=\"").append(palette.of(fill)).append('"');
        if (stroke != NONE) {
            out.append(" stroke=\"")
                    .append(palette.of(stroke))
                    .append("\" stroke-width=\"")
                    .append(Path.number(width))
                    .append('"');
        }
        if (strokeFirst) {
            // Overlapping parts show one outline: the fill of all covers the strokes inside.
            out.append(" paint-order=\"stroke\"");
        }
        if (this == EXTENSION || this == AXIS) {
            out.append(" stroke-dasharray=\"5 4\"");
        }
        return out.toString();
    }
}
