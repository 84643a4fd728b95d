package org.plinth.web.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.plinth.web.hash.Sha256;

/** One form for what the chain has as JSON and the database as values, and short hashes of it. */
final class RowStamps {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern AN_ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern A_MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
    private static final String NOTHING = "null";
    private static final int DIGITS = 32;

    private final Map<List<String>, List<String>> lists = new HashMap<>();

    /**
     * What the chain says of one row.
     *
     * @param columns that it names, in order
     * @param hash of their values
     * @param personal salted hash of those that name a person; empty where there is none
     * @param subject of the chain's row
     */
    record Stamp(List<String> columns, String hash, String personal, String subject) {}

    /** The same list for the same columns, so that a million stamps do not hold a million lists. */
    List<String> columns(Collection<String> names) {
        List<String> sorted = names.stream().sorted().toList();
        return lists.computeIfAbsent(sorted, list -> list);
    }

    /** The content of a row of the chain; empty if it is none. */
    static Map<String, String> content(Optional<String> after) {
        Map<String, String> fields = new TreeMap<>();
        try {
            JsonNode json = JSON.readTree(after.orElse("{}"));
            json.fields().forEachRemaining(field -> fields.put(field.getKey(), plain(value(field.getValue()))));
        } catch (JsonProcessingException e) {
            return Map.of();
        }
        return fields;
    }

    private static Object value(JsonNode node) {
        if (node.isNull()) {
            return NOTHING;
        }
        return node.isFloatingPointNumber() ? (Object) node.doubleValue() : node.asText();
    }

    /** The values of a row of the database. */
    static Map<String, String> values(Map<String, Object> row) {
        Map<String, String> values = new TreeMap<>();
        row.forEach((column, value) -> values.put(column, plain(value)));
        return values;
    }

    private static String plain(Object value) {
        if (value instanceof Double number) {
            return CanonicalJson.number(number);
        }
        String text = value.toString();
        if (AN_ID.matcher(text).matches()) {
            return text.replace("-", "");
        }
        if (A_MOMENT.matcher(text).matches()) {
            return moment(OffsetDateTime.parse(text).toInstant());
        }
        return text;
    }

    static String moment(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).toString();
    }

    /** Of the values of these columns; one that is not there is NULL. */
    static String hash(List<String> columns, Map<String, String> values) {
        List<String> texts = new ArrayList<>();
        for (String column : columns) {
            String value = values.getOrDefault(column, NOTHING);
            texts.add(column + " " + value.length() + " " + (column.equals("team") ? sorted(value) : value));
        }
        return Sha256.hex(texts.toArray(String[]::new)).substring(0, DIGITS);
    }

    private static String sorted(String team) {
        String[] people = team.split(",", -1);
        Arrays.sort(people);
        return String.join(",", people);
    }

    /** The salted hash of what names a person, as {@link Row} makes it. */
    static String personal(Collection<String> columns, Map<String, Object> row) {
        Map<String, Object> hidden = new TreeMap<>();
        columns.forEach(column -> hidden.put(column, Optional.ofNullable(row.get(column))));
        return Sha256.hex(String.valueOf(row.get("salt")), CanonicalJson.object(hidden));
    }
}
