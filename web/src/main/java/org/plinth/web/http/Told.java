package org.plinth.web.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * A failure in the words of its reader.
 *
 * @param status of HTTP
 * @param code for programs
 * @param field to blame, where one is
 * @param message what happened and what to do
 * @param current how the thing stands now, after 409 and 412
 * @param headers sent with it
 */
public record Told(
        int status,
        String code,
        Optional<String> field,
        String message,
        Optional<JsonNode> current,
        Map<String, String> headers) {

    /** Copies the headers. */
    public Told {
        headers = Map.copyOf(headers);
    }

    /** One without a current state. */
    public Told(int status, String code, Optional<String> field, String message) {
        this(status, code, field, message, Optional.empty(), Map.of());
    }

    static Told of(HttpFailure failure, String message) {
        return new Told(
                failure.status(), failure.code(), failure.field(), message, Optional.empty(), failure.headers());
    }
}
