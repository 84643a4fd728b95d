package org.plinth.web.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Holds JSON against the schemas of a description: the part of JSON Schema 2020-12 that the description uses. A word of a schema that is
 * not known here is a fault, so that nothing is taken for checked that was not.
 */
public final class SchemaCheck {

    /** Say nothing about a value. */
    private static final Set<String> WORDS =
            Set.of("description", "example", "examples", "default", "title", "contentMediaType", "contentEncoding");

    private static final Set<String> KNOWN = Set.of(
            "$ref",
            "type",
            "enum",
            "const",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "minItems",
            "maxItems",
            "oneOf",
            "anyOf",
            "allOf",
            "pattern",
            "format",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "minLength",
            "maxLength");

    private final JsonNode whole;
    private final List<String> faults = new ArrayList<>();

    private SchemaCheck(JsonNode whole) {
        this.whole = whole;
    }

    /**
     * What is wrong with a value; empty for nothing.
     *
     * @param whole the description, in which references lead somewhere
     */
    public static List<String> faults(JsonNode whole, JsonNode schema, JsonNode value) {
        SchemaCheck check = new SchemaCheck(whole);
        check.check("$", schema, value);
        return check.faults;
    }

    private void check(String at, JsonNode schema, JsonNode value) {
        schema.fieldNames().forEachRemaining(word -> {
            if (!KNOWN.contains(word) && !WORDS.contains(word)) {
                faults.add(at + ": the schema says “" + word + "”, which is not checked");
            }
        });
        if (schema.has("$ref")) {
            check(at, whole.at(schema.path("$ref").asText().substring(1)), value);
        }
        type(at, schema, value);
        words(at, schema, value);
        number(at, schema, value);
        schema.path("allOf").forEach(part -> check(at, part, value));
        choice(at, schema.path("anyOf"), value, false);
        choice(at, schema.path("oneOf"), value, true);
        object(at, schema, value);
        array(at, schema, value);
    }

    private void type(String at, JsonNode schema, JsonNode value) {
        JsonNode type = schema.path("type");
        List<String> types = new ArrayList<>();
        if (type.isArray()) {
            type.forEach(one -> types.add(one.asText()));
        } else if (type.isTextual()) {
            types.add(type.asText());
        }
        if (!types.isEmpty() && types.stream().noneMatch(one -> is(one, value))) {
            faults.add(at + ": " + value.getNodeType() + ", not " + types);
        }
    }

    private static boolean is(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber() && Double.isFinite(value.asDouble());
            case "null" -> value.isNull();
            default -> false;
        };
    }

    private void words(String at, JsonNode schema, JsonNode value) {
        if (schema.has("const") && !schema.path("const").equals(value)) {
            faults.add(at + ": not " + schema.path("const"));
        }
        if (schema.has("enum")) {
            boolean found = false;
            for (JsonNode one : schema.path("enum")) {
                found |= one.equals(value);
            }
            if (!found) {
                faults.add(at + ": " + value + " is none of " + schema.path("enum"));
            }
        }
        if (value.isTextual()) {
            text(at, schema, value.asText());
        }
    }

    private void text(String at, JsonNode schema, String text) {
        if (schema.has("pattern")
                && !Pattern.compile(schema.path("pattern").asText())
                        .matcher(text)
                        .find()) {
            faults.add(at + ": “" + text + "” does not match " + schema.path("pattern"));
        }
        if (text.length() < schema.path("minLength").asInt(0)
                || text.length() > schema.path("maxLength").asInt(Integer.MAX_VALUE)) {
            faults.add(at + ": " + text.length() + " characters");
        }
        boolean right =
                switch (schema.path("format").asText()) {
                    case "date" -> text.matches("\\d{4}-\\d\\d-\\d\\d");
                    case "date-time" -> text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d.*(Z|[+-]\\d\\d:\\d\\d)");
                    default -> true;
                };
        if (!right) {
            faults.add(at + ": “" + text + "” is no " + schema.path("format"));
        }
    }

    private void number(String at, JsonNode schema, JsonNode value) {
        if (!value.isNumber()) {
            return;
        }
        double number = value.asDouble();
        boolean within = number >= schema.path("minimum").asDouble(Double.NEGATIVE_INFINITY)
                && number <= schema.path("maximum").asDouble(Double.POSITIVE_INFINITY)
                && number > schema.path("exclusiveMinimum").asDouble(Double.NEGATIVE_INFINITY);
        if (!within) {
            faults.add(at + ": " + value + " is outside its limits");
        }
    }

    private void choice(String at, JsonNode choices, JsonNode value, boolean justOne) {
        if (choices.isEmpty()) {
            return;
        }
        List<String> why = new ArrayList<>();
        int fitting = 0;
        for (JsonNode one : choices) {
            List<String> found = faults(whole, one, value);
            fitting += found.isEmpty() ? 1 : 0;
            why.addAll(found);
        }
        if (fitting == 0 || (justOne && fitting > 1)) {
            faults.add(at + ": fits " + fitting + " of the choices: " + why);
        }
    }

    private void object(String at, JsonNode schema, JsonNode value) {
        if (!value.isObject()) {
            return;
        }
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                faults.add(at + ": " + name + " is missing");
            }
        });
        JsonNode properties = schema.path("properties");
        JsonNode others = schema.path("additionalProperties");
        value.properties().forEach(field -> {
            String there = at + "." + field.getKey();
            if (properties.has(field.getKey())) {
                check(there, properties.path(field.getKey()), field.getValue());
            } else if (others.isObject()) {
                check(there, others, field.getValue());
            } else if (others.isBoolean() && !others.asBoolean()) {
                faults.add(there + ": is not described");
            }
        });
    }

    private void array(String at, JsonNode schema, JsonNode value) {
        if (!value.isArray()) {
            return;
        }
        if (value.size() < schema.path("minItems").asInt(0)
                || value.size() > schema.path("maxItems").asInt(Integer.MAX_VALUE)) {
            faults.add(at + ": " + value.size() + " items");
        }
        if (schema.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                check(at + "[" + i + "]", schema.path("items"), value.get(i));
            }
        }
    }
}
