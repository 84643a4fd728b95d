package org.plinth.web.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The values of an entry as its row keeps them: one canonical JSON object of texts by field. */
final class EntryValues {

    /** As wide as the column. */
    static final int MOST_CHARACTERS = 8_000;

    private static final Pattern FIELD = Pattern.compile("[a-zA-Z0-9]+");
    private static final ObjectMapper JSON = new ObjectMapper();

    private EntryValues() {}

    /**
     * As text.
     *
     * @throws StoreFailure INVALID for a field that cannot be named so, half a surrogate pair, or more than {@link
     *     #MOST_CHARACTERS}
     */
    static String text(SortedMap<String, String> values) {
        if (!values.keySet().stream().allMatch(field -> FIELD.matcher(field).matches())) {
            throw StoreFailure.invalid("values", "a field is named by letters and digits");
        }
        String text = CanonicalJson.object(values);
        if (text.length() > MOST_CHARACTERS) {
            throw StoreFailure.invalid("values", "more than " + MOST_CHARACTERS + " characters of JSON");
        }
        return text;
    }

    /**
     * Of a text that {@link #text} made.
     *
     * @throws SQLException if the row holds something else: nothing is shown rather than less than was noted
     */
    static SortedMap<String, String> read(String text) throws SQLException {
        JsonNode json;
        try {
            json = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new SQLException("the values of an entry are no JSON");
        }
        SortedMap<String, String> values = new TreeMap<>();
        boolean texts = json.isObject();
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            texts &= field.getValue().isTextual();
            values.put(field.getKey(), field.getValue().asText());
        }
        if (!texts) {
            throw new SQLException("the values of an entry are no object of texts");
        }
        return values;
    }
}
