package org.plinth.core.formula;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * The words of formulas, from {@code formulas.properties}: names, meaning and unit of symbols, when a number is withheld.
 * A symbol's words are looked for under the formula first and then for all.
 */
final class FormulaWords {

    private static final String FILE = "formulas.properties";

    private final Properties words;

    private FormulaWords(Properties words) {
        this.words = words;
    }

    static FormulaWords bundled() {
        Properties words = new Properties();
        try (InputStream in = FormulaWords.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not on the class path; build the product again");
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FormulaWords(words);
    }

    String name(String id) {
        return need(id + ".name");
    }

    String withheld(String id) {
        return need(id + ".withheld");
    }

    Symbol symbol(String id, String symbol) {
        String own = words.getProperty(id + ".symbol." + symbol);
        String[] parts = (own == null ? need("symbol." + symbol) : own).split("\\|", 2);
        if (parts.length != 2) {
            throw new IllegalStateException("symbol " + symbol + " of " + id + " needs unit|meaning");
        }
        return new Symbol(symbol, parts[0].strip(), parts[1].strip());
    }

    private String need(String key) {
        String found = words.getProperty(key);
        if (found == null) {
            throw new IllegalStateException(FILE + " has no " + key);
        }
        return found;
    }
}
