package org.plinth.web.outcome;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import org.plinth.core.statistics.Wilson;

/**
 * So many of so many.
 *
 * @param hits how many
 * @param n of how many
 */
public record Share(int hits, int n) {

    /** How many of these. */
    public static <T> Share of(Collection<T> all, Predicate<T> which) {
        return new Share((int) all.stream().filter(which).count(), all.size());
    }

    /** With its 95 % interval; empty where there is nobody. */
    public Optional<Wilson> wilson() {
        return n == 0 ? Optional.empty() : Optional.of(Wilson.of(hits, n));
    }
}
