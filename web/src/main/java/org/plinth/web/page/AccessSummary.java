package org.plinth.web.page;

import java.util.List;
import java.util.Optional;

/**
 * Who may see a patient, in words.
 *
 * @param lines one sentence each
 * @param href where it is changed; empty for who may not
 */
public record AccessSummary(List<String> lines, Optional<String> href) {

    /** For whom it is nobody's business. */
    static final AccessSummary NONE = new AccessSummary(List.of(), Optional.empty());

    /** Copies the list. */
    public AccessSummary {
        lines = List.copyOf(lines);
    }
}
