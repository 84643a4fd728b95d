package org.plinth.web.analyse;

import java.util.Locale;
import org.plinth.core.quantity.Force;
import org.plinth.core.visit.Side;
import org.plinth.web.text.Texts;

/**
 * Numbers and names as people read them: force to 1 N, to 0.1 N below 50; symmetry to 1 %; a chance in tenths. Rounding
 * happens here and nowhere else. Any thread.
 */
final class Words {

    private static final double COARSE_FROM_NEWTONS = 50;

    private final Texts texts;

    Words(Texts texts) {
        this.texts = texts;
    }

    String force(Force force) {
        return force(force.newtons());
    }

    String force(double newtons) {
        // Rounded first: 49.96 N is 50 N, not 50.0 N.
        boolean coarse = Math.abs(Math.round(newtons * 10) / 10.0) >= COARSE_FROM_NEWTONS;
        return number(newtons, coarse ? 0 : 1) + " N";
    }

    String whole(double value) {
        return number(value, 0);
    }

    String seconds(double seconds) {
        return number(seconds, 2);
    }

    String rate(double hertz) {
        return number(hertz, hertz < 100 && Math.abs(hertz - Math.rint(hertz)) > 0.05 ? 1 : 0);
    }

    String percent(double percent) {
        return number(percent, Math.abs(percent) < 10 && percent != Math.rint(percent) ? 1 : 0);
    }

    /** "about 3 in 10"; never 0 or 10 in 10, which would be certainty. */
    String chance(double probability) {
        if (probability < 0.05) {
            return texts.text("analyse.chance.least");
        }
        if (probability > 0.95) {
            return texts.text("analyse.chance.most");
        }
        return texts.text("analyse.chance", whole(probability * 10));
    }

    String side(Side side) {
        return texts.text(side == Side.LEFT ? "side.left" : "side.right");
    }

    /** The words for a constant, or its name where the catalogue has none yet. */
    String name(String area, String constant) {
        String key = area + "." + constant;
        return texts.has(key) ? texts.text(key) : constant;
    }

    private static String number(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        boolean negativeZero = text.startsWith("-") && text.chars().allMatch(c -> c == '-' || c == '0' || c == '.');
        return negativeZero ? text.substring(1) : text;
    }
}
