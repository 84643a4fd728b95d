package org.plinth.web.drawing;

import java.util.Optional;
import org.plinth.core.position.DrawingPlan;
import org.plinth.core.position.TestPosition;
import org.plinth.core.visit.Side;
import org.plinth.web.text.Texts;

/**
 * Draws a position as SVG: a body of standard proportions with the angles of the position, from the side or from the foot
 * end. The leg under test is filled in the colour of its side and named. Immutable; any thread.
 */
public final class PositionDrawings {

    private final DrawingWords words;

    /** With the words that stand in drawings. */
    public PositionDrawings(Texts texts) {
        this.words = new DrawingWords(texts);
    }

    /** Where one looks from. */
    public enum View {
        /** From beside the body, on the side under test. */
        SIDE("side"),
        /** From the foot end, the head at the top. */
        FOOT_END("foot-end");

        private final String id;

        View(String id) {
            this.id = id;
        }

        /** As in addresses. */
        public String id() {
            return id;
        }
    }

    /** What the leg under test is, where that is to be said. */
    public enum Role {
        /** Not said. */
        NONE,
        /** The injured leg. */
        INJURED,
        /** The uninjured leg. */
        UNINJURED
    }

    /**
     * What to draw.
     *
     * @param view where one looks from
     * @param side under test
     * @param role of the leg under test
     * @param palette colours
     */
    public record Wanted(View view, Side side, Role role, Palette palette) {}

    /** The drawing; empty where the position has none. */
    public Optional<String> svg(TestPosition position, Wanted wanted) {
        return position.drawing().map(plan -> svg(position, plan, wanted));
    }

    /** Posture, angles, place of the sensor and side under test in words; empty where there is no drawing. */
    public Optional<String> inWords(TestPosition position, View view, Side side) {
        return position.drawing().map(plan -> words.description(position, plan, view, side));
    }

    private String svg(TestPosition position, DrawingPlan plan, Wanted wanted) {
        Side side = wanted.side();
        Picture picture = wanted.view() == View.SIDE
                ? new SideView(position, plan, side, wanted.role(), words).draw()
                : new FootEndView(position, plan, side, wanted.role(), words).draw();
        String prefix =
                position.id() + "-" + SideView.low(side) + "-" + wanted.view().id() + "-";
        return picture.svg(
                wanted.palette(),
                prefix,
                words.title(position, wanted.view(), side, wanted.role()),
                words.description(position, plan, wanted.view(), side));
    }
}
