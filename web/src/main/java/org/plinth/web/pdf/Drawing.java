package org.plinth.web.pdf;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** A picture that a document draws itself, as lines and text and not as dots. */
@FunctionalInterface
public interface Drawing {

    /** Draws into this room. */
    void draw(Graphics2D canvas, Rectangle2D room);
}
