package org.plinth.web.imports;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A column that a kind of table knows.
 *
 * @param id letters, digits; its words are {@code import.column.<id>}
 * @param type what stands in it
 * @param required whether there is no row without it
 * @param names in headers, folded: small letters, single blanks, no unit
 * @param words of a choice, folded, with what each means
 * @param unit what a number measures; empty where it has none
 * @param least that is taken, in the stored unit
 * @param most that is taken, in the stored unit
 */
record Column(
        String id,
        Type type,
        boolean required,
        Set<String> names,
        Map<String, String> words,
        Optional<UnitTable> unit,
        double least,
        double most) {

    enum Type {
        TEXT,
        PAST_DAY,
        SIDE,
        SIDE_OR_BOTH,
        CHOICE,
        /** What was done, which must be a Nordic curl. */
        NORDIC,
        NUMBER
    }

    Column {
        names = Set.copyOf(names);
        words = Map.copyOf(words);
    }

    static Column of(String id, Type type, String... names) {
        return new Column(id, type, false, Set.of(names), Map.of(), Optional.empty(), 0, 0);
    }

    static Column choice(String id, Map<String, String> words, String... names) {
        return new Column(id, Type.CHOICE, false, Set.of(names), words, Optional.empty(), 0, 0);
    }

    static Column number(String id, UnitTable unit, double least, double most, String... names) {
        return new Column(id, Type.NUMBER, false, Set.of(names), Map.of(), Optional.of(unit), least, most);
    }

    static Column count(String id, double least, double most, String... names) {
        return new Column(id, Type.NUMBER, false, Set.of(names), Map.of(), Optional.empty(), least, most);
    }

    Column must() {
        return new Column(id, type, true, names, words, unit, least, most);
    }
}
