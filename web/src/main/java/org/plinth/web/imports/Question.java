package org.plinth.web.imports;

import java.util.List;
import java.util.Optional;

/**
 * Something about a file that only a person can say.
 *
 * @param name letters, digits; what the answer is kept by
 * @param key of the question's words, under {@code import.question.}
 * @param arguments of these
 * @param choices to answer by
 * @param answer the one that was given; empty while it is open
 * @param must whether nothing is taken in before it is answered
 */
public record Question(
        String name, String key, List<Object> arguments, List<Choice> choices, Optional<String> answer, boolean must) {

    /** Copies the lists. */
    public Question {
        arguments = List.copyOf(arguments);
        choices = List.copyOf(choices);
    }

    /**
     * An answer.
     *
     * @param value what is kept
     * @param key of its words in the catalogue; empty where {@code literal} is shown
     * @param literal a word of the file itself, such as a column's name
     */
    public record Choice(String value, String key, String literal) {

        static Choice text(String value, String key) {
            return new Choice(value, key, "");
        }

        static Choice literal(String value, String literal) {
            return new Choice(value, "", literal);
        }
    }

    /** Whether it keeps the file out. */
    public boolean isOpen() {
        return must && answer.isEmpty();
    }
}
