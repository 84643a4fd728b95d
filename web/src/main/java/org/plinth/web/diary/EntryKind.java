package org.plinth.web.diary;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A kind of thing that is noted. The text catalogue has its name under {@code diary.kind.<id>}, its fields under {@code
 * diary.<id>.<field>} or {@code diary.field.<field>}.
 *
 * @param id stable, stored with each entry
 * @param group where it stands on the page
 * @param once whether an episode has one of it, which is written anew, rather than one for each day
 * @param past whether it is about something that has happened, so that no day in the future can be meant
 * @param byPatient whether she may note it herself
 * @param fields in the order of the form
 * @param rule what fields say of one another; gives the field that cannot be so
 */
public record EntryKind(
        String id,
        Group group,
        boolean once,
        boolean past,
        boolean byPatient,
        List<EntryField> fields,
        Function<Map<String, String>, Optional<Wrong>> rule) {

    /** Where kinds stand together. */
    public enum Group {
        /** What is known of the problem. */
        BACKGROUND(false),
        /** What was found. */
        EXAMINATION(false),
        /** How she is. */
        COMPLAINT(true),
        /** What she can do. */
        FUNCTION(true),
        /** What is done about it. */
        TREATMENT(false),
        /** What happened. */
        LIFE(true),
        /** What she wants. */
        GOAL(false),
        /** What another program measured; it comes in as a file and is taken back with it, never by a form. */
        IMPORTED(false),
        /** What was done with the record itself; written by other pages, never offered by itself. */
        RECORD(false);

        private final boolean byAssistant;

        Group(boolean byAssistant) {
            this.byAssistant = byAssistant;
        }

        /** Whether it is noted by a form. */
        public boolean byHand() {
            return this != RECORD && this != IMPORTED;
        }

        /** Whether an assistant may note it; the rest is a clinician's. */
        public boolean byAssistant() {
            return byAssistant;
        }
    }

    /**
     * What is wrong with a field.
     *
     * @param field which
     * @param key of the sentence
     * @param arguments of it
     */
    public record Wrong(String field, String key, List<Object> arguments) {
        /** Copies the arguments. */
        public Wrong {
            arguments = List.copyOf(arguments);
        }

        static Wrong of(String field, String key, Object... arguments) {
            return new Wrong(field, key, List.of(arguments));
        }
    }

    /** Copies the fields. */
    public EntryKind {
        fields = List.copyOf(fields);
    }

    static EntryKind of(String id, Group group, EntryField... fields) {
        return new EntryKind(id, group, false, true, false, List.of(fields), values -> Optional.empty());
    }

    EntryKind onlyOnce() {
        return new EntryKind(id, group, true, past, byPatient, fields, rule);
    }

    EntryKind ahead() {
        return new EntryKind(id, group, once, false, byPatient, fields, rule);
    }

    EntryKind alsoByPatient() {
        return new EntryKind(id, group, once, past, true, fields, rule);
    }

    EntryKind where(Function<Map<String, String>, Optional<Wrong>> holds) {
        return new EntryKind(id, group, once, past, byPatient, fields, holds);
    }

    /** The field of this name. */
    public Optional<EntryField> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** All names that a form of it sends. */
    public Stream<String> inputs() {
        return fields.stream().flatMap(field -> field.inputs().stream());
    }
}
