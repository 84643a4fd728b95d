package org.plinth.web.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A form as it was sent: what was typed, and what is wrong with which field. Passwords are never put back.
 *
 * @param values by field
 * @param problems by field, in the order of the form
 */
public record Form(Map<String, String> values, Map<String, String> problems) {

    /** Copies both, keeping the order of problems. */
    public Form {
        values = Map.copyOf(values);
        problems = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(problems));
    }

    /** Nothing typed yet. */
    public static Form empty() {
        return new Form(Map.of(), Map.of());
    }

    /** Nothing typed yet but these. */
    public static Form of(Map<String, String> values) {
        return new Form(values, Map.of());
    }

    /** What stands in the field; empty text where nothing does. */
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** What is wrong with it. */
    public Optional<String> problem(String field) {
        return Optional.ofNullable(problems.get(field));
    }

    /** Ids of hint and problem, for the reader of a screen; none where there is neither. */
    public @Nullable String describedBy(String field, boolean hinted) {
        StringBuilder ids = new StringBuilder();
        if (hinted) {
            ids.append(field).append("-hint ");
        }
        if (problem(field).isPresent()) {
            ids.append(field).append("-problem");
        }
        return ids.isEmpty() ? null : ids.toString().strip();
    }
}
