package org.plinth.web.fhir;

import java.util.Optional;
import java.util.Set;

/**
 * One condition about time: a prefix of FHIR and a day.
 *
 * @param prefix one of {@link #PREFIXES}
 * @param span the day
 */
record DayAsked(String prefix, DaySpan span) {

    /** {@code ap} has no fixed meaning, and is refused. */
    private static final Set<String> PREFIXES = Set.of("eq", "ne", "gt", "lt", "ge", "le", "sa", "eb");

    private static final int LETTERS = 2;

    /** Reads it; empty for what is none. */
    static Optional<DayAsked> read(String text) {
        boolean bare = !text.isEmpty() && Character.isDigit(text.charAt(0));
        String prefix = bare ? "eq" : text.substring(0, Math.min(LETTERS, text.length()));
        if (!PREFIXES.contains(prefix)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DayAsked(prefix, DaySpan.read(bare ? text : text.substring(LETTERS))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean holds(DaySpan of) {
        return switch (prefix) {
            case "ne" -> !of.within(span);
            case "gt" -> of.reachesBeyond(span);
            case "lt" -> of.beginsBefore(span);
            case "ge" -> of.reachesBeyond(span) || of.within(span);
            case "le" -> of.beginsBefore(span) || of.within(span);
            case "sa" -> of.isAfter(span);
            case "eb" -> of.isBefore(span);
            default -> of.within(span);
        };
    }
}
