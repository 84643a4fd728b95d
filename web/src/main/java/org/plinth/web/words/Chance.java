package org.plinth.web.words;

import org.plinth.web.text.Texts;

/**
 * A chance or a share in words a person can picture: "about 3 in 10". Never 0 in 10 or 10 in 10: near the ends it says
 * "less than 1 in 20", "less than 1 in 100" and their opposites.
 */
public final class Chance {

    private static final double RARE = 0.05;
    private static final double VERY_RARE = 0.01;

    private final Texts texts;

    /** With its wordings. */
    public Chance(Texts texts) {
        this.texts = texts;
    }

    /**
     * "about 3 in 10".
     *
     * @param probability 0 to 1
     */
    public String of(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("a chance must be 0 to 1, was " + probability);
        }
        if (probability < VERY_RARE) {
            return texts.text("page.chance.less", "1", "100");
        }
        if (probability < RARE) {
            return texts.text("page.chance.less", "1", "20");
        }
        if (probability > 1 - VERY_RARE) {
            return texts.text("page.chance.more", "99", "100");
        }
        if (probability > 1 - RARE) {
            return texts.text("page.chance.more", "19", "20");
        }
        return texts.text("page.chance.about", Long.toString(tenths(probability)));
    }

    /** 1 to 9: how many of ten to fill. */
    public static long tenths(double share) {
        return Math.max(1, Math.min(9, Math.round(share * 10)));
    }
}
