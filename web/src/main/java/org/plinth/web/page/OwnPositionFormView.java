package org.plinth.web.page;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form of an own position.
 *
 * @param action where it goes
 * @param from what it is a copy of, for a new one
 * @param version of the row seen, for an edit
 * @param basedOn what it is a copy of, in words
 * @param warning what saving means
 * @param groups of fields
 * @param form what was typed and what is wrong
 * @param preview how it would be shown; empty when it was not asked for or something is wrong
 * @param meanwhile what somebody else changed since; empty when nobody did
 * @param note about what was just sent; empty for none
 */
public record OwnPositionFormView(
        String action,
        Optional<String> from,
        Optional<Integer> version,
        String basedOn,
        String warning,
        List<Group> groups,
        Form form,
        Optional<Preview> preview,
        List<OwnPositionView.Change> meanwhile,
        Optional<String> note) {

    /** Copies the lists. */
    public OwnPositionFormView {
        groups = List.copyOf(groups);
        meanwhile = List.copyOf(meanwhile);
    }

    /**
     * How it would be shown.
     *
     * @param name of the position
     * @param text all of it
     */
    public record Preview(String name, PositionPageView text) {}

    /**
     * Fields that belong together.
     *
     * @param id for headings
     * @param title in words
     * @param inputs in order
     */
    public record Group(String id, String title, List<Input> inputs) {

        /** Copies the list. */
        public Group {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * One field.
     *
     * @param name as it is sent
     * @param label with its unit
     * @param hint what to write; null for none, as templates want it
     * @param kind {@code line}, {@code number}, {@code box} or {@code choice}
     * @param rows of a box
     * @param options of a choice
     * @param required whether it may not be empty
     */
    public record Input(
            String name,
            String label,
            @Nullable String hint,
            String kind,
            int rows,
            List<Option> options,
            boolean required) {

        /** Copies the options. */
        public Input {
            options = List.copyOf(options);
        }
    }
}
