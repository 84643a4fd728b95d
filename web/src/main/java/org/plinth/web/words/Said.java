package org.plinth.web.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plinth.core.visit.Side;
import org.plinth.web.text.Texts;

/**
 * A sentence that knows which of its parts are numbers, and by which formula each came about, so that a page can lead
 * from the number to its arithmetic.
 *
 * @param pieces in order
 */
public record Said(List<Piece> pieces) {

    private static final char FIRST_PLACE = '\uE000'; // private use: no catalogue has it

    /** Copies the list. */
    public Said {
        pieces = List.copyOf(pieces);
    }

    /** A part of a sentence. */
    public sealed interface Piece {

        /** As it is read. */
        String text();
    }

    /**
     * Words.
     *
     * @param text as they are read
     */
    public record Words(String text) implements Piece {}

    /**
     * A number with its unit.
     *
     * @param text rounded, as it is read
     * @param formula by which it came about
     * @param which of several: {@code side=left}, {@code effort=<id>}, or empty
     * @param worked whether its arithmetic can be shown; if not, only the formula
     */
    public record Figure(String text, String formula, String which, boolean worked) implements Piece {}

    /** Words alone. */
    public static Said words(String text) {
        return new Said(List.of(new Words(text)));
    }

    /** A number of a test or course as a whole. */
    public static Said number(String text, String formula) {
        return new Said(List.of(new Figure(text, formula, "", true)));
    }

    /** A number of one side. */
    public static Said number(String text, String formula, Side side) {
        return new Said(List.of(new Figure(text, formula, "side=" + side.name().toLowerCase(Locale.ROOT), true)));
    }

    /** A number of one effort. */
    public static Said ofEffort(String text, String formula, String effort) {
        return new Said(List.of(new Figure(text, formula, "effort=" + effort, true)));
    }

    /** A number of a date with two visits, named by one of its results. */
    public static Said ofDay(String text, String formula, Side side, String result) {
        String which = "side=" + side.name().toLowerCase(Locale.ROOT) + "&result=" + result;
        return new Said(List.of(new Figure(text, formula, which, true)));
    }

    /** A number of which only the formula can be shown. */
    public static Said general(String text, String formula) {
        return new Said(List.of(new Figure(text, formula, "", false)));
    }

    /** A text of the catalogue; what is said in its places stays what it is. */
    public static Said of(Texts texts, String key, Object... arguments) {
        Object[] places = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            places[i] = Character.toString((char) (FIRST_PLACE + i));
        }
        List<Piece> pieces = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (char c : texts.text(key, places).toCharArray()) {
            int place = c - FIRST_PLACE;
            if (place < 0 || place >= arguments.length) {
                words.append(c);
            } else if (arguments[place] instanceof Said said) {
                close(words, pieces);
                pieces.addAll(said.pieces());
            } else {
                words.append(arguments[place]);
            }
        }
        close(words, pieces);
        return new Said(pieces);
    }

    /** This, a space, and that. */
    public Said and(Said more) {
        List<Piece> all = new ArrayList<>(pieces);
        all.add(new Words(" "));
        all.addAll(more.pieces());
        return new Said(all);
    }

    /** As it is read. */
    public String text() {
        StringBuilder all = new StringBuilder();
        pieces.forEach(piece -> all.append(piece.text()));
        return all.toString();
    }

    @Override
    public String toString() {
        return text();
    }

    private static void close(StringBuilder words, List<Piece> pieces) {
        if (!words.isEmpty()) {
            pieces.add(new Words(words.toString()));
            words.setLength(0);
        }
    }
}
