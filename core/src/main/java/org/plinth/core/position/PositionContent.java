package org.plinth.core.position;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One version of a position as it was written down: keys and values, as in the files that ship with Plinth. Nothing in
 * it has been judged yet. Its {@link #text} is what is stored with a version for ever, so that a result can always be
 * read with the text, angles and protocol that it was made with.
 *
 * @param values by key; a key without a value is absent
 */
public record PositionContent(SortedMap<String, String> values) {

    /** Copies the values; leaves blank ones out. */
    public PositionContent {
        TreeMap<String, String> kept = new TreeMap<>();
        values.forEach((key, value) -> {
            if (!value.isBlank()) {
                kept.put(key, value.strip());
            }
        });
        values = Collections.unmodifiableSortedMap(kept);
    }

    /** Of these values, in any order. */
    public static PositionContent of(Map<String, String> values) {
        return new PositionContent(new TreeMap<>(values));
    }

    /**
     * Reads {@link #text}.
     *
     * @throws IllegalArgumentException if it is no such text
     */
    public static PositionContent parse(String text) {
        Properties read = new Properties();
        try {
            read.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> values = new TreeMap<>();
        read.stringPropertyNames().forEach(key -> values.put(key, read.getProperty(key)));
        return of(values);
    }

    /** One line {@code key = value} for each key, sorted; equal contents have equal texts. */
    public String text() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + escaped(entry.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t")
                .replace("\f", "\\f");
    }

    /** The value of a key. */
    public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The values of {@code key.1}, {@code key.2} … */
    public List<String> lines(String key) {
        List<String> lines = new ArrayList<>();
        while (values.containsKey(key + "." + (lines.size() + 1))) {
            lines.add(get(key + "." + (lines.size() + 1)).orElseThrow());
        }
        return lines;
    }

    /** The same with another value; a blank one takes the key away. */
    public PositionContent with(String key, String value) {
        Map<String, String> changed = new TreeMap<>(values);
        changed.put(key, value);
        return of(changed);
    }

    /** The same with these lines in place of all that were there; blank ones are left out. */
    public PositionContent withLines(String key, List<String> lines) {
        Map<String, String> changed = new TreeMap<>(values);
        changed.keySet().removeIf(known -> isLineOf(key, known));
        int number = 0;
        for (String line : lines) {
            if (!line.isBlank()) {
                changed.put(key + "." + ++number, line);
            }
        }
        return of(changed);
    }

    private static boolean isLineOf(String key, String known) {
        return known.startsWith(key + ".") && known.substring(key.length() + 1).matches("[0-9]{1,3}");
    }
}
