package org.plinth.web.imports;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.plinth.web.imports.FoundRow.Measured;

/** What an item keeps of its row: whom it says it is about, when, and the values under names that begin with {@code v}. */
public final class ItemWords {

    /** Last name. */
    public static final String FAMILY = "personFamily";

    /** First names, or the whole name where the file has one column. */
    public static final String GIVEN = "personGiven";

    /** Date of birth. */
    public static final String BORN = "personBorn";

    /** Number in another system. */
    public static final String IDENTIFIER = "personIdentifier";

    /** Day of the test. */
    public static final String DATE = "date";

    /** What the file says of the time. */
    public static final String TIME = "time";

    private static final String VALUE = "v";

    private ItemWords() {}

    static SortedMap<String, String> of(Measured measured, Person person) {
        SortedMap<String, String> words = new TreeMap<>();
        put(words, FAMILY, person.family());
        put(words, GIVEN, person.given());
        put(words, BORN, person.born().map(Object::toString).orElse(""));
        put(words, IDENTIFIER, person.identifier().orElse(""));
        put(words, DATE, measured.date().map(Object::toString).orElse(""));
        put(words, TIME, measured.time());
        measured.values().forEach((name, value) -> put(words, VALUE + name, value));
        return words;
    }

    private static void put(Map<String, String> words, String name, String value) {
        if (!value.isEmpty()) {
            words.put(name, value);
        }
    }

    /** The values by field of the kind of entry. */
    public static SortedMap<String, String> values(Map<String, String> words) {
        return words.entrySet().stream()
                .filter(word -> word.getKey().startsWith(VALUE))
                .collect(Collectors.toMap(
                        word -> word.getKey().substring(VALUE.length()),
                        Map.Entry::getValue,
                        (one, other) -> one,
                        TreeMap::new));
    }
}
