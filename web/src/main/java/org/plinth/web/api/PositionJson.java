package org.plinth.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.plinth.core.position.PositionContent;
import org.plinth.core.position.PositionField;
import org.plinth.core.position.PositionFields;
import org.plinth.core.position.PositionVersion;
import org.plinth.web.clinic.OwnPosition;
import org.plinth.web.http.Json;

/** A position as programs see it: the fields of its file, numbers as numbers, lines as lists. What is empty is absent. */
final class PositionJson {

    private PositionJson() {}

    static ObjectNode of(PositionVersion bundled) {
        ObjectNode json = Json.object()
                .put("id", bundled.position().id())
                .put("own", false)
                .put("protocolVersion", bundled.position().version())
                .put("retired", false);
        return into(json, bundled.content());
    }

    static ObjectNode of(OwnPosition own) {
        ObjectNode json = Json.object()
                .put("id", own.positionId())
                .put("own", true)
                .put("version", own.version())
                .put("protocolVersion", own.protocolVersion())
                .put("basedOn", own.basedOn())
                .put("retired", own.retired());
        return into(json, own.content());
    }

    private static ObjectNode into(ObjectNode json, PositionContent content) {
        PositionFields.ALL.forEach(field -> put(json, field, content));
        return json;
    }

    private static void put(ObjectNode json, PositionField field, PositionContent content) {
        String value = field.in(content);
        if (value.isEmpty()) {
            return;
        }
        switch (field.kind()) {
            case WHOLE -> json.put(field.key(), Integer.parseInt(value));
            case DECIMAL -> json.put(field.key(), Double.parseDouble(value));
            case LINES -> {
                ArrayNode lines = json.putArray(field.key());
                content.lines(field.key()).forEach(lines::add);
            }
            default -> json.put(field.key(), value);
        }
    }
}
