package org.plinth.web.imports;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a person said about a file that the file does not say itself: which column is which, in what unit, which part of a date comes
 * first.
 *
 * @param said by the name of the question
 */
public record Answers(SortedMap<String, String> said) {

    /** Name of the question which part of a date comes first. */
    static final String DATE_ORDER = "dateOrder";

    /** Whether 03/04 is in April or in March. */
    public enum DateOrder {
        /** 03/04/2026 is the 3rd of April. */
        DAY_FIRST,
        /** 03/04/2026 is the 4th of March. */
        MONTH_FIRST
    }

    /** Copies the map. */
    public Answers {
        said = Collections.unmodifiableSortedMap(new TreeMap<>(said));
    }

    /** Nothing yet. */
    public static Answers none() {
        return new Answers(new TreeMap<>());
    }

    /** These. */
    public static Answers of(Map<String, String> said) {
        return new Answers(new TreeMap<>(said));
    }

    /** What was said to a question. */
    public Optional<String> to(String question) {
        return Optional.ofNullable(said.get(question)).filter(text -> !text.isEmpty());
    }

    Optional<DateOrder> dateOrder() {
        return to(DATE_ORDER).map(DateOrder::valueOf);
    }
}
