package org.plinth.web.fhir;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One resource of each kind, profile and status of an export as a text that stays: opaque ids stand as {@code #1}, {@code #2}, in their order. */
final class FhirGolden {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Keyed names of 16 digits, ids of 32, hashes of 64. */
    private static final Pattern OPAQUE = Pattern.compile("\\b(?:[0-9a-f]{16}|[0-9a-f]{32}|[0-9a-f]{64})\\b");

    private static final int LONGEST = 20_000;

    private FhirGolden() {}

    static String of(List<Path> folders) throws JsonProcessingException {
        ArrayNode chosen = JSON.createArrayNode();
        for (Path folder : folders) {
            Map<String, JsonNode> kinds = new LinkedHashMap<>();
            for (String line : FhirLines.all(folder)) {
                JsonNode one = FhirLines.read(line);
                if (line.length() < LONGEST) {
                    kinds.putIfAbsent(kind(one), one);
                }
            }
            kinds.values().forEach(chosen::add);
        }
        Map<String, String> names = new LinkedHashMap<>();
        String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(chosen);
        return OPAQUE.matcher(text)
                        .replaceAll(found -> names.computeIfAbsent(found.group(), id -> "#" + (names.size() + 1)))
                + "\n";
    }

    private static String kind(JsonNode one) {
        return one.path("resourceType").asText()
                + one.path("meta").path("profile")
                + one.path("status").asText();
    }
}
