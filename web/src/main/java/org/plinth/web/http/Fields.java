package org.plinth.web.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plinth.web.clinic.Id;

/**
 * The fields of a query, a form or a JSON object, read one by one. What cannot be used is refused with its name. In JSON
 * a number must be a number and a text a text; in a form all is text. An empty field of a form is an absent one.
 */
public final class Fields {

    private final Map<String, JsonNode> values;
    private final boolean typed;

    private Fields(Map<String, JsonNode> values, boolean typed) {
        this.values = values;
        this.typed = typed;
    }

    /** Of a query or a form. */
    public static Fields ofForm(Map<String, String> form) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        form.forEach((name, text) -> {
            if (!text.isBlank()) {
                values.put(name, TextNode.valueOf(text));
            }
        });
        return new Fields(values, false);
    }

    /**
     * Of a JSON object; {@code null} in it is absent.
     *
     * @throws BadRequest if it is no object
     */
    public static Fields ofJson(JsonNode object) {
        if (!object.isObject()) {
            throw BadRequest.unreadable("http.body.noObject");
        }
        Map<String, JsonNode> values = new LinkedHashMap<>();
        object.properties().forEach(entry -> {
            if (!entry.getValue().isNull()) {
                values.put(entry.getKey(), entry.getValue());
            }
        });
        return new Fields(values, true);
    }

    /**
     * The same, if there is no field but these.
     *
     * @throws BadRequest naming the first other one
     */
    public Fields only(String... known) {
        for (String name : values.keySet()) {
            if (!Arrays.asList(known).contains(name)) {
                throw new BadRequest(name, "http.field.unknown", name);
            }
        }
        return this;
    }

    /** Whether it is there. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** A line of text of at most so many characters, without blanks around it; there must be one. */
    public String text(String name, int most) {
        return optionalText(name, most).orElseThrow(() -> missing(name));
    }

    /** A line of text, where there is one. */
    public Optional<String> optionalText(String name, int most) {
        return node(name).map(node -> line(name, node, most));
    }

    /**
     * Whatever was sent, as text, not judged: for a caller that says everything that is wrong at once. A list in JSON comes
     * as lines; what is neither text, number nor list comes as empty text.
     */
    public Optional<String> raw(String name) {
        return node(name).map(node -> {
            if (!node.isArray()) {
                return node.asText();
            }
            List<String> lines = new ArrayList<>();
            node.forEach(line -> lines.add(line.asText()));
            return String.join("\n", lines);
        });
    }

    /** Yes or no, where it was said; only JSON can say it. */
    public Optional<Boolean> optionalYesNo(String name) {
        return node(name).map(node -> {
            if (!node.isBoolean()) {
                throw new BadRequest(name, "http.field.oneOf", "true, false");
            }
            return node.booleanValue();
        });
    }

    /** A password: taken as it is, blanks included; there must be one. */
    public String secret(String name, int most) {
        JsonNode node = node(name).orElseThrow(() -> missing(name));
        if (!node.isTextual() || node.textValue().isEmpty() || node.textValue().length() > most) {
            throw new BadRequest(name, "http.field.tooLong", most);
        }
        return node.textValue();
    }

    /** A whole number within its bounds; there must be one. */
    public int wholeNumber(String name, int least, int most) {
        return optionalWholeNumber(name, least, most).orElseThrow(() -> missing(name));
    }

    /** A whole number within its bounds, where there is one. */
    public OptionalInt optionalWholeNumber(String name, int least, int most) {
        Optional<JsonNode> node = node(name);
        if (node.isEmpty()) {
            return OptionalInt.empty();
        }
        double value = number(name, node.get());
        if (value != Math.rint(value) || value < least || value > most) {
            throw new BadRequest(name, "http.field.wholeNumber", least, most);
        }
        return OptionalInt.of((int) value);
    }

    /** A number within its bounds, where there is one. */
    public OptionalDouble optionalNumber(String name, double least, double most) {
        Optional<JsonNode> node = node(name);
        if (node.isEmpty()) {
            return OptionalDouble.empty();
        }
        double value = number(name, node.get());
        if (!(value >= least && value <= most)) {
            throw new BadRequest(name, "http.field.number", plain(least), plain(most));
        }
        return OptionalDouble.of(value);
    }

    /** A date, as 2026-08-06; there must be one. */
    public LocalDate date(String name) {
        return optionalDate(name).orElseThrow(() -> missing(name));
    }

    /** A date, where there is one. */
    public Optional<LocalDate> optionalDate(String name) {
        return parsed(name, "http.field.date", LocalDate::parse);
    }

    /** One of a list of words, in capitals or not; there must be one. */
    public <E extends Enum<E>> E oneOf(String name, Class<E> words) {
        return optionalOneOf(name, words).orElseThrow(() -> missing(name));
    }

    /** One of a list of words, where there is one. */
    public <E extends Enum<E>> Optional<E> optionalOneOf(String name, Class<E> words) {
        return optionalText(name, 64).map(text -> {
            String wanted = text.toUpperCase(Locale.ROOT).replace('-', '_');
            return Arrays.stream(words.getEnumConstants())
                    .filter(word -> word.name().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> new BadRequest(name, "http.field.oneOf", list(words)));
        });
    }

    /** An id; there must be one. */
    public <T> Id<T> id(String name) {
        return this.<T>optionalId(name).orElseThrow(() -> missing(name));
    }

    /** An id, where there is one. */
    public <T> Optional<Id<T>> optionalId(String name) {
        return optionalText(name, 64)
                .map(text -> Id.<T>parse(text).orElseThrow(() -> new BadRequest(name, "http.field.id")));
    }

    /** A zone, a unit or the like: whatever {@code parse} makes of the text, refused where it throws an argument fault. */
    public <T> Optional<T> parsed(String name, String refusal, Function<String, T> parse) {
        return optionalText(name, 200).map(text -> {
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new BadRequest(name, refusal);
            }
        });
    }

    private Optional<JsonNode> node(String name) {
        return Optional.ofNullable(values.get(name));
    }

    private String line(String name, JsonNode node, int most) {
        if (!node.isTextual()) {
            throw new BadRequest(name, "http.field.text");
        }
        String text = node.textValue().strip();
        if (text.isEmpty()) {
            throw missing(name);
        }
        if (text.length() > most || text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            throw new BadRequest(name, "http.field.tooLong", most);
        }
        return text;
    }

    private double number(String name, JsonNode node) {
        if (typed != node.isNumber()) {
            throw new BadRequest(name, "http.field.noNumber");
        }
        try {
            double value = typed
                    ? node.doubleValue()
                    : Double.parseDouble(node.textValue().strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new BadRequest(name, "http.field.noNumber");
        }
        throw new BadRequest(name, "http.field.noNumber");
    }

    private static <E extends Enum<E>> String list(Class<E> words) {
        return Arrays.stream(words.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }

    private static BadRequest missing(String name) {
        return new BadRequest(name, "http.field.missing");
    }
}
