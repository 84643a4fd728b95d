package org.plinth.web.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The text catalogue: sentences by key, with numbered places {@code {0}}, {@code {1}} … for what changes. Numbers arrive
 * as text, already rounded and with their unit. Braces and apostrophes need no quoting. Immutable; any thread.
 */
public final class Texts {

    private static final String CATALOGUE = "texts.properties";

    /** One file for each part of the house, so that two people seldom edit the same; a part without texts has none. */
    private static final List<String> PARTS = List.of(
            "access",
            "account",
            "audit",
            "bluetooth",
            "calibration",
            "capture",
            "chart",
            "diary",
            "drawing",
            "export",
            "fhir",
            "flow",
            "http",
            "import",
            "integrity",
            "keep",
            "live",
            "me",
            "number",
            "outcome",
            "overview",
            "own",
            "page",
            "privacy",
            "progress",
            "report",
            "sensor",
            "sso",
            "stage",
            "store",
            "token");

    private final Map<String, String> all;
    private final ResourceBundle bundle;

    private Texts(Map<String, String> all) {
        this.all = Map.copyOf(all);
        this.bundle = new Joined(this.all);
    }

    /**
     * The English catalogue that ships with Plinth.
     *
     * @throws IllegalStateException if it is missing from the class path, or two of its files have the same key
     */
    public static Texts bundled() {
        Map<String, String> all = new HashMap<>();
        if (!read(CATALOGUE, all)) {
            throw new IllegalStateException(CATALOGUE + " is not on the class path; build the product again");
        }
        PARTS.forEach(part -> read("texts-" + part + ".properties", all));
        return new Texts(all);
    }

    private static boolean read(String file, Map<String, String> all) {
        InputStream in = Texts.class.getResourceAsStream(file);
        if (in == null) {
            return false;
        }
        try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            PropertyResourceBundle texts = new PropertyResourceBundle(reader);
            for (String key : texts.keySet()) {
                if (all.put(key, texts.getString(key)) != null) {
                    throw new IllegalStateException(key + " in " + file + " is in another catalogue file too");
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files as one. */
    private static final class Joined extends ResourceBundle {

        private final Map<String, String> texts;

        Joined(Map<String, String> texts) {
            this.texts = texts;
        }

        @Override
        protected @Nullable Object handleGetObject(String key) {
            return texts.get(key);
        }

        @Override
        public Enumeration<String> getKeys() {
            return Collections.enumeration(texts.keySet());
        }
    }

    /**
     * The text with its places filled.
     *
     * @throws IllegalArgumentException if there is no such key, or a place has no argument
     */
    public String text(String key, Object... arguments) {
        String pattern = all.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("the catalogue has no text " + key);
        }
        return arguments.length == 0 && pattern.indexOf('{') < 0 ? pattern : fill(key, pattern, arguments);
    }

    /**
     * One or many: {@code key.one} for 1, else {@code key.many}; the count is place 0, {@code more} are the next.
     *
     * @throws IllegalArgumentException as {@link #text}
     */
    public String count(String key, long count, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = count;
        System.arraycopy(more, 0, arguments, 1, more.length);
        return text(key + (count == 1 ? ".one" : ".many"), arguments);
    }

    /** Whether there is such a text. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** All keys. */
    public Set<String> keys() {
        return Set.copyOf(bundle.keySet());
    }

    /** The catalogue in the form that the command line library reads. */
    public ResourceBundle bundle() {
        return bundle;
    }

    private static String fill(String key, String pattern, Object[] arguments) {
        StringBuilder out = new StringBuilder(pattern.length() + 32);
        int i = 0;
        while (i < pattern.length()) {
            int end = placeEnd(pattern, i);
            if (end < 0) {
                out.append(pattern.charAt(i++));
            } else {
                out.append(argument(key, Integer.parseInt(pattern.substring(i + 1, end)), arguments));
                i = end + 1;
            }
        }
        return out.toString();
    }

    /** Where the place that begins at {@code from} ends, or -1 if none begins there. */
    private static int placeEnd(String pattern, int from) {
        if (pattern.charAt(from) != '{') {
            return -1;
        }
        int end = from + 1;
        while (end < pattern.length() && Character.isDigit(pattern.charAt(end))) {
            end++;
        }
        boolean isPlace = end > from + 1 && end < from + 4 && end < pattern.length() && pattern.charAt(end) == '}';
        return isPlace ? end : -1;
    }

    private static Object argument(String key, int place, Object[] arguments) {
        if (place >= arguments.length) {
            throw new IllegalArgumentException(
                    "text " + key + " has a place {" + place + "} but got " + arguments.length);
        }
        return arguments[place];
    }
}
