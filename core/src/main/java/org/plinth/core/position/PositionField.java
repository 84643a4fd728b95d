package org.plinth.core.position;

import java.util.List;

/**
 * One field of a position that a clinic writes for itself, and what it may hold.
 *
 * @param key as in {@link PositionContent}; of a field with lines, what stands before the number
 * @param kind what is written there
 * @param required whether it may not be empty
 * @param least smallest number; for {@code WHOLE} and {@code DECIMAL}
 * @param most greatest number, or the most characters of a text, or the most lines
 * @param unit of a number, as a symbol; empty where it has none
 * @param options for {@code CHOICE}
 */
public record PositionField(
        String key, Kind kind, boolean required, double least, double most, String unit, List<String> options) {

    /** The most characters of one line. */
    public static final int LONGEST_LINE = 300;

    /** What is written in a field. */
    public enum Kind {
        /** One short line. */
        TEXT,
        /** A sentence or two in one line. */
        SENTENCE,
        /** Several sentences, one a line. */
        LINES,
        /** A whole number. */
        WHOLE,
        /** A number. */
        DECIMAL,
        /** One of a few words. */
        CHOICE
    }

    /** Copies the options. */
    public PositionField {
        options = List.copyOf(options);
    }

    static PositionField text(String key, int most) {
        return new PositionField(key, Kind.TEXT, true, 0, most, "", List.of());
    }

    static PositionField sentence(String key, int most) {
        return new PositionField(key, Kind.SENTENCE, true, 0, most, "", List.of());
    }

    static PositionField lines(String key, int most) {
        return new PositionField(key, Kind.LINES, true, 0, most, "", List.of());
    }

    static PositionField whole(String key, int least, int most, String unit) {
        return new PositionField(key, Kind.WHOLE, true, least, most, unit, List.of());
    }

    static PositionField decimal(String key, double least, double most, String unit) {
        return new PositionField(key, Kind.DECIMAL, true, least, most, unit, List.of());
    }

    static PositionField choice(String key, String... options) {
        return new PositionField(key, Kind.CHOICE, true, 0, 0, "", List.of(options));
    }

    /** The same, which may be left empty. */
    PositionField optional() {
        return new PositionField(key, kind, false, least, most, unit, options);
    }

    /** What stands in it; lines are joined by line feeds. */
    public String in(PositionContent content) {
        return kind == Kind.LINES
                ? String.join("\n", content.lines(key))
                : content.get(key).orElse("");
    }

    /** The content with this in it. */
    public PositionContent into(PositionContent content, String value) {
        return kind == Kind.LINES ? content.withLines(key, value.lines().toList()) : content.with(key, value);
    }
}
