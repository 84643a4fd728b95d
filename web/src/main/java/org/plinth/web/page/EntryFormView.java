package org.plinth.web.page;

import java.util.List;
import java.util.Optional;

/**
 * One thing to be noted, or noted already.
 *
 * @param action where the form goes
 * @param back where the episode is shown
 * @param version that was seen; empty for a new one
 * @param what this is about, in a sentence; empty where the name says it
 * @param fields in order
 * @param form what is typed
 * @param latest the last day that may be meant
 * @param conflict what somebody else wrote meanwhile
 * @param requestId so that one press is one entry
 */
public record EntryFormView(
        String action,
        String back,
        Optional<Integer> version,
        String what,
        List<Field> fields,
        Form form,
        String latest,
        Optional<EditView.Conflict> conflict,
        String requestId) {

    /** Copies the list. */
    public EntryFormView {
        fields = List.copyOf(fields);
    }

    /**
     * One field.
     *
     * @param name of the field
     * @param type as {@code EntryField.Type} names it
     * @param label in words, with its unit
     * @param hint in words; empty without one
     * @param required whether it must be filled in
     * @param options of a choice; numbers of a short scale
     */
    public record Field(
            String name, String type, String label, Optional<String> hint, boolean required, List<Option> options) {

        /** Copies the list. */
        public Field {
            options = List.copyOf(options);
        }
    }
}
