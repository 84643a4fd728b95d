package org.plinth.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.diary.EntryField;
import org.plinth.web.diary.EntryKind;
import org.plinth.web.diary.EntryKinds;
import org.plinth.web.http.Json;

/**
 * What stands on the time axis of a chart: prescriptions and events. Each number has its unit beside it; what somebody wrote in words
 * is told only with names.
 */
final class MarkJson {

    private static final Set<String> MARKS = Set.of("prescription", "event");
    private static final Set<EntryField.Type> CODED =
            Set.of(EntryField.Type.CHOICE, EntryField.Type.SEVERAL, EntryField.Type.YES);
    private static final String UNTIL = "until";

    private final Reader reader;
    private final LocalDate opened;

    MarkJson(Reader reader, LocalDate opened) {
        this.reader = reader;
        this.opened = opened;
    }

    /** The mark of an entry, if it is one. */
    Optional<ObjectNode> of(EpisodeEntry entry) {
        return MARKS.contains(entry.kind())
                ? EntryKinds.find(entry.kind()).map(kind -> of(entry, kind))
                : Optional.empty();
    }

    private ObjectNode of(EpisodeEntry entry, EntryKind kind) {
        ObjectNode json = Json.object().put("kind", kind.id());
        reader.day(json, "date", entry.date(), opened);
        reader.day(json, UNTIL, Optional.ofNullable(entry.values().get(UNTIL)).map(LocalDate::parse), opened);
        ArrayNode fields = json.putArray("fields");
        for (EntryField field : kind.fields()) {
            Optional.ofNullable(entry.values().get(field.name()))
                    .filter(text -> !field.name().equals(UNTIL) && isTold(field))
                    .ifPresent(text -> fields.add(value(field, text)));
        }
        return json;
    }

    private boolean isTold(EntryField field) {
        return reader.named() || (field.type() != EntryField.Type.WORDS && field.type() != EntryField.Type.DATE);
    }

    private static ObjectNode value(EntryField field, String text) {
        ObjectNode json = Json.object().put("name", field.name());
        if (field.type() == EntryField.Type.NUMBER || field.type() == EntryField.Type.WHOLE) {
            json.put("number", Double.parseDouble(text));
            if (!field.unit().isEmpty()) {
                json.put("unit", field.unit());
            }
            return json;
        }
        return json.put(CODED.contains(field.type()) ? "code" : "words", text);
    }
}
