package org.plinth.web.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** Reads what an audit row has as before or after. */
public final class Details {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Details() {}

    /** The object; empty where there is none, or something else that was put there by hand. */
    public static Optional<JsonNode> of(Optional<String> text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(JSON.readTree(text.get())).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
