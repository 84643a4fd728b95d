package org.plinth.core.outcome;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * One data file of an instrument: keys and values in UTF-8. Every key must be there, be it empty; a key that nobody reads
 * is an error too. Messages name file and key.
 */
final class InstrumentFile {

    private final String name;
    private final Properties values = new Properties();
    private final Set<String> read = new HashSet<>();

    private InstrumentFile(String name) {
        this.name = name;
    }

    /** Reads a resource beside this class. */
    static InstrumentFile bundled(String name) {
        try (InputStream in = InstrumentFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + ": no such file");
            }
            return of(name, new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(name + ": cannot be read", e);
        }
    }

    static InstrumentFile of(String name, Reader reader) throws IOException {
        InstrumentFile file = new InstrumentFile(name);
        file.values.load(reader);
        return file;
    }

    /** The lines of an index: one id each. */
    static List<String> index(String name) {
        try (InputStream in = InstrumentFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + ": no such file");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new IllegalStateException(name + ": cannot be read", e);
        }
    }

    /** A value that may be empty; its key must be there. */
    Optional<String> optional(String key) {
        String value = values.getProperty(key);
        if (value == null) {
            throw unusable(key, "is missing");
        }
        read.add(key);
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
            throw unusable(key, "is not a whole number: " + text.orElse(""));
        }
    }

    double number(String key) {
        return optionalNumber(key).orElseThrow(() -> unusable(key, "is empty"));
    }

    Optional<Double> optionalNumber(String key) {
        Optional<String> text = optional(key);
        if (text.filter(digits -> !digits.matches("-?[0-9]{1,6}(\\.[0-9]{1,3})?"))
                .isPresent()) {
            throw unusable(key, "is not a number: " + text.orElse(""));
        }
        return text.map(Double::valueOf);
    }

    boolean yesOrNo(String key) {
        return switch (text(key)) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw unusable(key, "must be yes or no");
        };
    }

    /** Words between commas; none for an empty value. */
    List<String> list(String key) {
        return optional(key)
                .map(text -> Arrays.stream(text.split(",")).map(String::strip).toList())
                .orElse(List.of());
    }

    <E extends Enum<E>> E oneOf(String key, Class<E> type) {
        return constant(key, text(key), type);
    }

    <E extends Enum<E>> E constant(String key, String word, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(word)) {
                return constant;
            }
        }
        throw unusable(key, "must be one of " + Arrays.toString(type.getEnumConstants()) + ", is " + word);
    }

    /** Fails if the file holds a key that was not read: a mistyped one would be lost in silence. */
    void nothingElse() {
        for (String key : new TreeSet<>(values.stringPropertyNames())) {
            if (!read.contains(key)) {
                throw unusable(key, "is not a known key");
            }
        }
    }

    IllegalStateException unusable(String key, String why) {
        return new IllegalStateException(name + ": " + key + " " + why);
    }

    /** What cannot be although every key can be read. */
    IllegalStateException unusable(IllegalArgumentException why) {
        return new IllegalStateException(name + ": " + why.getMessage(), why);
    }
}
