package org.plinth.web.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sentence whose numbers lead to how they came about; template {@code part/said} shows it.
 *
 * @param bits in order
 */
public record Linked(List<Bit> bits) {

    /** Copies the list. */
    public Linked {
        bits = List.copyOf(bits);
    }

    /**
     * Words, or a number.
     *
     * @param text as it is read
     * @param formula of a number; empty for words
     * @param href where a number leads
     */
    public record Bit(String text, Optional<String> formula, Optional<String> href) {}

    /** Words alone. */
    public static Linked words(String text) {
        return new Linked(List.of(new Bit(text, Optional.empty(), Optional.empty())));
    }

    /** Several, with something between them. */
    public static Linked joined(List<Linked> all, String between) {
        List<Bit> bits = new ArrayList<>();
        for (Linked one : all) {
            if (!bits.isEmpty()) {
                bits.addAll(words(between).bits());
            }
            bits.addAll(one.bits());
        }
        return new Linked(bits);
    }

    /** As it is read. */
    public String text() {
        StringBuilder all = new StringBuilder();
        bits.forEach(bit -> all.append(bit.text()));
        return all.toString();
    }
}
