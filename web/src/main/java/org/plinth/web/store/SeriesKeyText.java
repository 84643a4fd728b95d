package org.plinth.web.store;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.plinth.core.position.Fixation;
import org.plinth.core.series.SeriesKey;
import org.plinth.core.visit.Side;

/** Reads a series key back from its canonical text, which is what is stored. */
final class SeriesKeyText {

    private static final String VERSION = "v1";
    private static final int HEX = 16;

    private SeriesKeyText() {}

    /**
     * The key of this text.
     *
     * @throws IllegalArgumentException if it is no canonical text of version 1
     */
    static SeriesKey parse(String canonical) {
        Map<String, String> fields = fields(canonical);
        SeriesKey key = new SeriesKey(
                field(fields, "patient"),
                field(fields, "position"),
                Integer.parseInt(field(fields, "protocol")),
                Side.valueOf(field(fields, "side")),
                fixation(field(fields, "fixation")),
                field(fields, "stabilisation"),
                field(fields, "site"),
                field(fields, "sensor"),
                field(fields, "quantity"),
                SeriesKey.Basis.valueOf(field(fields, "basis")),
                field(fields, "estimator"),
                field(fields, "limbWeight"),
                SeriesKey.Provenance.valueOf(field(fields, "provenance")));
        if (!key.canonical().equals(canonical)) {
            throw new IllegalArgumentException("not a canonical series key: " + canonical);
        }
        return key;
    }

    private static Map<String, String> fields(String canonical) {
        String[] parts = canonical.split("\\|", -1);
        if (!parts[0].equals(VERSION)) {
            throw new IllegalArgumentException("a series key of another version: " + canonical);
        }
        Map<String, String> fields = new HashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("a series key without = : " + canonical);
            }
            fields.put(parts[i].substring(0, equals), decoded(parts[i].substring(equals + 1)));
        }
        return fields;
    }

    private static String decoded(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%') {
                if (i + 2 >= text.length()) {
                    throw new IllegalArgumentException("a series key ends within %: " + text);
                }
                out.append((char) Integer.parseInt(text.substring(i + 1, i + 3), HEX));
                i += 2;
            } else {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    private static String field(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("a series key without " + name);
        }
        return value;
    }

    private static Fixation fixation(String id) {
        Fixation fixation = Fixation.valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
        if (!fixation.id().equals(id)) {
            throw new IllegalArgumentException("no fixation " + id);
        }
        return fixation;
    }
}
