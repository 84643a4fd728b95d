package org.plinth.web.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * The text catalogue: sentences by key, with numbered places {@code {0}}, {@code {1}} … for what changes. Numbers arrive
 * as text, already rounded and with their unit. Braces and apostrophes need no quoting. Immutable; any thread.
 */
public final class Texts {

    private static final String CATALOGUE = "texts.properties";

    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /**
     * The English catalogue that ships with Plinth.
     *
     * @throws IllegalStateException if it is missing from the class path
     */
    public static Texts bundled() {
        InputStream in = Texts.class.getResourceAsStream(CATALOGUE);
        if (in == null) {
            throw new IllegalStateException(CATALOGUE + " is not on the class path; build the product again");
        }
        try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return new Texts(new PropertyResourceBundle(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The text with its places filled.
     *
     * @throws IllegalArgumentException if there is no such key, or a place has no argument
     */
    public String text(String key, Object... arguments) {
        if (!bundle.containsKey(key)) {
            throw new IllegalArgumentException("the catalogue has no text " + key);
        }
        return fill(key, bundle.getString(key), arguments);
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
