package org.plinth.web.apifuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plinth.web.api.Api;

/**
 * One described operation.
 *
 * @param method of HTTP
 * @param path with {@code {name}} for what varies
 * @param body fields by name, each with its schema; empty where there is no body
 * @param required of those
 * @param multipart whether it takes files
 * @param ifMatch whether it wants the version that was seen
 * @param statuses that are described
 */
record ApiOperation(
        String method,
        String path,
        Map<String, JsonNode> body,
        Set<String> required,
        boolean multipart,
        boolean ifMatch,
        Set<Integer> statuses) {

    /** The path as the access table writes it. */
    String route() {
        return path.replaceAll("\\{([A-Za-z]+)}", ":$1");
    }

    /** All of them but logging out, which would end the run. */
    static List<ApiOperation> described() {
        JsonNode whole = description();
        List<ApiOperation> all = new ArrayList<>();
        whole.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (!path.getKey().equals("/logout")) {
                        all.add(operation(whole, method.getKey(), path.getKey(), method.getValue()));
                    }
                }));
        return List.copyOf(all);
    }

    private static ApiOperation operation(JsonNode whole, String method, String path, JsonNode said) {
        Map<String, JsonNode> body = new TreeMap<>();
        Set<String> required = new TreeSet<>();
        JsonNode content = said.path("requestBody").path("content");
        content.forEach(type -> collect(whole, type.path("schema"), body, required));
        Set<Integer> statuses = new TreeSet<>();
        said.path("responses").fieldNames().forEachRemaining(status -> statuses.add(Integer.valueOf(status)));
        return new ApiOperation(
                method.toUpperCase(Locale.ROOT),
                path,
                body,
                required,
                content.has("multipart/form-data"),
                said.path("parameters").toString().contains("IfMatch"),
                statuses);
    }

    private static void collect(JsonNode whole, JsonNode schema, Map<String, JsonNode> body, Set<String> required) {
        JsonNode known = resolved(whole, schema);
        known.path("properties")
                .properties()
                .forEach(field -> body.put(field.getKey(), resolved(whole, field.getValue())));
        known.path("required").forEach(name -> required.add(name.asText()));
        for (Iterator<JsonNode> parts = known.path("allOf").elements(); parts.hasNext(); ) {
            collect(whole, parts.next(), body, required);
        }
    }

    private static JsonNode resolved(JsonNode whole, JsonNode schema) {
        return schema.has("$ref") ? whole.at(schema.path("$ref").asText().substring(1)) : schema;
    }

    private static JsonNode description() {
        try (InputStream in = Api.class.getResourceAsStream("openapi.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
