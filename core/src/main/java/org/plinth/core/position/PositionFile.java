package org.plinth.core.position;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One data file of a position or battery: keys and values in UTF-8. Every key must be there, be it empty; a key that
 * nobody reads is an error too. Messages name file and key.
 */
final class PositionFile {

    private final String name;
    private final Properties values = new Properties();
    private final Set<String> read = new LinkedHashSet<>();

    private PositionFile(String name) {
        this.name = name;
    }

    /** Reads a resource beside this class. */
    static PositionFile bundled(String name) {
        try (InputStream in = PositionFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + ": no such file");
            }
            return of(name, new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(name + ": cannot be read", e);
        }
    }

    /** Of values that are there already. */
    static PositionFile of(String name, Map<String, String> values) {
        PositionFile file = new PositionFile(name);
        file.values.putAll(values);
        return file;
    }

    static PositionFile of(String name, Reader reader) throws IOException {
        PositionFile file = new PositionFile(name);
        file.values.load(reader);
        return file;
    }

    /** The lines of an index: one id each. */
    static List<String> index(String name) {
        try (InputStream in = PositionFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + ": no such file");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new IllegalStateException(name + ": cannot be read", e);
        }
    }

    /** All that stands in it. */
    Map<String, String> all() {
        return values.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, values::getProperty));
    }

    /** A value whose key may be missing. */
    Optional<String> given(String key) {
        return values.containsKey(key) ? optional(key) : Optional.empty();
    }

    Optional<String> optional(String key) {
        read.add(key);
        String value = values.getProperty(key);
        if (value == null) {
            throw unusable(key, "is missing");
        }
        return value.isBlank() ? Optional.empty() : Optional.of(value.strip());
    }

    String text(String key) {
        return optional(key).orElseThrow(() -> unusable(key, "is empty"));
    }

    int whole(String key) {
        return optionalWhole(key).orElseThrow(() -> unusable(key, "is empty"));
    }

    OptionalInt optionalWhole(String key) {
        Optional<String> text = optional(key);
        try {
            return text.isPresent() ? OptionalInt.of(Integer.parseInt(text.get())) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            throw unusable(key, "is not a whole number: " + text.get());
        }
    }

    Optional<Double> optionalNumber(String key) {
        try {
            return optional(key).map(Double::valueOf);
        } catch (NumberFormatException e) {
            throw unusable(key, "is not a number: " + values.getProperty(key));
        }
    }

    boolean yesOrNo(String key) {
        return switch (text(key)) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw unusable(key, "must be yes or no");
        };
    }

    <E extends Enum<E>> E oneOf(String key, Class<E> type) {
        return constant(key, text(key), type);
    }

    /** Words between commas; none for an empty value. */
    List<String> list(String key) {
        return optional(key)
                .map(text -> Arrays.stream(text.split(",")).map(String::strip).toList())
                .orElse(List.of());
    }

    <E extends Enum<E>> E constant(String key, String word, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(word)) {
                return constant;
            }
        }
        throw unusable(key, "must be one of " + Arrays.toString(type.getEnumConstants()) + ", is " + word);
    }

    /** The values of {@code key.1}, {@code key.2} …; at least one. */
    List<String> numbered(String key) {
        List<String> found = new ArrayList<>();
        found.add(text(key + ".1"));
        while (values.containsKey(key + "." + (found.size() + 1))) {
            found.add(text(key + "." + (found.size() + 1)));
        }
        return found;
    }

    /** Whether there is a key that begins so. */
    boolean hasAny(String prefix) {
        return values.stringPropertyNames().stream().anyMatch(key -> key.startsWith(prefix));
    }

    /** Fails if the file holds a key that was not read: a mistyped one would be lost in silence. */
    void nothingElse() {
        for (String key : values.stringPropertyNames()) {
            if (!read.contains(key)) {
                throw unusable(key, "is not a known key");
            }
        }
    }

    IllegalStateException unusable(String key, String why) {
        return new IllegalStateException(name + ": " + key + " " + why);
    }
}
