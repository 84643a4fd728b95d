package org.plinth.web.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The resources of an export in a folder, a line each. */
final class FhirLines {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OF_A_SHAPE = 1;

    private FhirLines() {}

    /** A few lines of each kind, profile, status, code and set of elements. */
    static List<String> shapes(Path folder) {
        Map<String, Integer> seen = new TreeMap<>();
        List<String> chosen = new ArrayList<>();
        for (String line : all(folder)) {
            JsonNode resource = read(line);
            String shape = resource.path("resourceType").asText() + " "
                    + resource.path("meta").path("profile") + " "
                    + resource.path("status").asText() + " "
                    + resource.path("code").path("coding").path(0).path("code")
                    + names(resource);
            if (seen.merge(shape, 1, Integer::sum) <= (line.length() > 50_000 ? 1 : OF_A_SHAPE)) {
                chosen.add(line);
            }
        }
        return chosen;
    }

    static Set<String> names(JsonNode resource) {
        Set<String> names = new HashSet<>();
        resource.fieldNames().forEachRemaining(names::add);
        return names;
    }

    static String shortened(String line) {
        return line.substring(0, Math.min(line.length(), 1500));
    }

    static List<String> all(Path folder) {
        return SampleExport.files(folder).stream()
                .filter(file -> file.getFileName().toString().endsWith(".ndjson")
                        && file.getParent().equals(folder))
                .flatMap(file ->
                        SampleExport.lines(folder, file.getFileName().toString().replace(".ndjson", "")).stream())
                .toList();
    }

    static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All references in it and below. */
    static void references(JsonNode node, Set<String> found) {
        if (node.isObject()) {
            node.fields().forEachRemaining(field -> {
                boolean points = field.getValue().isTextual()
                        && (field.getKey().equals("reference")
                                || (field.getKey().equals("url")
                                        && field.getValue().asText().startsWith("Binary/")));
                if (points) {
                    found.add(field.getValue().asText());
                }
                references(field.getValue(), found);
            });
        }
        node.forEach(child -> references(child, found));
    }
}
