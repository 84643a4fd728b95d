package org.plinth.web.words;

import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.text.Texts;

/** Sides in full words; never a bare letter. */
public final class Sides {

    private final Texts texts;

    /** With its wordings. */
    public Sides(Texts texts) {
        this.texts = texts;
    }

    /** "Left". */
    public String name(Side side) {
        return texts.text(side == Side.LEFT ? "page.side.left" : "page.side.right");
    }

    /** "left": inside a sentence. */
    public String inSentence(Side side) {
        return texts.text(side == Side.LEFT ? "page.side.left.low" : "page.side.right.low");
    }

    /** "Left, the injured leg" or "Right, the uninjured leg". */
    public String withRole(Side side, Involvement involvement) {
        String key = involvement.injured().isEmpty() || involvement.injured().get() == side ? "injured" : "uninjured";
        return texts.text("page.side.role." + key, name(side));
    }

    /** "Left leg injured", "Both legs injured". */
    public String affected(Involvement involvement) {
        return involvement
                .injured()
                .map(side -> texts.text("page.side.affected", name(side)))
                .orElseGet(() -> texts.text("page.side.affected.both"));
    }
}
