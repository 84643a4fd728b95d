package org.plinth.web.diary;

import java.util.Arrays;
import java.util.List;

/**
 * One field of a kind of entry.
 *
 * @param name in forms, in the stored values and in the keys of its texts
 * @param type what it holds
 * @param required whether an entry needs it
 * @param options of a choice, in the order they are offered
 * @param least of a number
 * @param most of a number, or characters of words
 * @param unit of a number, as shown; empty where it has none
 */
public record EntryField(
        String name, Type type, boolean required, List<String> options, double least, double most, String unit) {

    /** Most characters of a line of words. */
    private static final int MOST_WORDS = 500;

    /** What a field may hold. */
    public enum Type {
        /** One of its options. */
        CHOICE,
        /** Any of its options. */
        SEVERAL,
        /** A whole number. */
        WHOLE,
        /** A number. */
        NUMBER,
        /** A line of words. */
        WORDS,
        /** A day. */
        DATE,
        /** Said or not said. */
        YES
    }

    /** Copies the options. */
    public EntryField {
        options = List.copyOf(options);
    }

    static EntryField choice(String name, String... options) {
        return new EntryField(name, Type.CHOICE, false, Arrays.asList(options), 0, 0, "");
    }

    static EntryField several(String name, String... options) {
        return new EntryField(name, Type.SEVERAL, false, Arrays.asList(options), 0, 0, "");
    }

    static EntryField whole(String name, int least, int most, String unit) {
        return new EntryField(name, Type.WHOLE, false, List.of(), least, most, unit);
    }

    static EntryField number(String name, double least, double most, String unit) {
        return new EntryField(name, Type.NUMBER, false, List.of(), least, most, unit);
    }

    static EntryField words(String name) {
        return new EntryField(name, Type.WORDS, false, List.of(), 0, MOST_WORDS, "");
    }

    static EntryField date(String name) {
        return new EntryField(name, Type.DATE, false, List.of(), 0, 0, "");
    }

    static EntryField yes(String name) {
        return new EntryField(name, Type.YES, false, List.of(), 0, 0, "");
    }

    /** The side it is about; both where that can be. */
    static EntryField side(boolean both) {
        return both ? choice("side", "LEFT", "RIGHT", "BOTH") : choice("side", "LEFT", "RIGHT");
    }

    /** Pain, 0 to 10. */
    static EntryField pain(String name) {
        return whole(name, 0, 10, "/10");
    }

    /** The same, without which there is no entry. */
    EntryField must() {
        return new EntryField(name, type, true, options, least, most, unit);
    }

    /** The same with no more than so much. */
    EntryField atMost(double limit) {
        return new EntryField(name, type, required, options, least, limit, unit);
    }

    /** The names under which a form sends it: one for each option where several may be chosen. */
    public List<String> inputs() {
        return type == Type.SEVERAL
                ? options.stream().map(option -> name + "-" + option).toList()
                : List.of(name);
    }
}
