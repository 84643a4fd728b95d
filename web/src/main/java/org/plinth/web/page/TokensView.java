package org.plinth.web.page;

import java.util.List;
import java.util.Optional;

/**
 * Tokens by which programs read.
 *
 * @param made the one that was just made; shown this once
 * @param tokens newest first
 * @param scopes that may be asked for
 * @param lasts how long one may last
 * @param others whether tokens of other people stand here too
 * @param form as it was sent
 */
public record TokensView(
        Optional<Made> made, List<Row> tokens, List<Scope> scopes, List<Option> lasts, boolean others, Form form) {

    /** Copies the lists. */
    public TokensView {
        tokens = List.copyOf(tokens);
        scopes = List.copyOf(scopes);
        lasts = List.copyOf(lasts);
    }

    /**
     * A token that was just made.
     *
     * @param name what it is for
     * @param text itself
     * @param until when it ends, in words
     * @param address of the API
     */
    public record Made(String name, String text, String until, String address) {}

    /**
     * A token in the list.
     *
     * @param id to end it by
     * @param name what it is for
     * @param beginning its first characters
     * @param whose its maker; empty where all are her own
     * @param opens what it opens, in words
     * @param made when, in words
     * @param used when it was last used, in words
     * @param state in words
     * @param open whether it can be used, and so be ended
     */
    public record Row(
            String id,
            String name,
            String beginning,
            Optional<String> whose,
            List<String> opens,
            String made,
            String used,
            String state,
            boolean open) {

        /** Copies the list. */
        public Row {
            opens = List.copyOf(opens);
        }
    }

    /**
     * Something that a token may open.
     *
     * @param field name of its box
     * @param word as programs write it
     * @param what in words
     */
    public record Scope(String field, String word, String what) {}
}
