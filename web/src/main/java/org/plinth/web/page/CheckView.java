package org.plinth.web.page;

import java.util.List;
import java.util.Optional;

/**
 * A check that is to be made.
 *
 * @param bench on which it may be read
 * @param zero the unloaded reading that was taken, in words
 * @param kinds that can be made
 * @param objects hung before
 * @param masses of the clinic
 * @param form as it was filled in
 */
public record CheckView(
        BenchView bench,
        Optional<String> zero,
        List<Option> kinds,
        List<String> objects,
        List<Option> masses,
        Form form) {

    /** Copies the lists. */
    public CheckView {
        kinds = List.copyOf(kinds);
        objects = List.copyOf(objects);
        masses = List.copyOf(masses);
    }
}
