package org.plinth.core.position;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plinth.core.position.PositionField.Kind;
import org.plinth.core.position.PositionProblem.Rule;

/** Holds each field of a position to what it may hold by itself. */
final class FieldCheck {

    private final PositionField field;
    private final PositionContent content;
    private final List<PositionProblem> problems = new ArrayList<>();

    private FieldCheck(PositionField field, PositionContent content) {
        this.field = field;
        this.content = content;
    }

    /** All, in the order of the fields; unknown keys last. */
    static List<PositionProblem> problems(PositionContent content, Set<String> alsoKnown) {
        List<PositionProblem> all = new ArrayList<>();
        for (PositionField field : PositionFields.ALL) {
            FieldCheck check = new FieldCheck(field, content);
            check.look();
            all.addAll(check.problems);
        }
        Set<String> known = knownKeys(content);
        content.values().keySet().stream()
                .filter(key -> !alsoKnown.contains(key) && !known.contains(key))
                .forEach(key -> all.add(PositionProblem.of(key, Rule.UNKNOWN_KEY)));
        return all;
    }

    /** A line beyond a missing number would be lost in silence: it is none of them. */
    private static Set<String> knownKeys(PositionContent content) {
        Set<String> known = new HashSet<>();
        for (PositionField field : PositionFields.ALL) {
            known.add(field.key());
            if (field.kind() == Kind.LINES) {
                known.remove(field.key());
                for (int n = 1; n <= content.lines(field.key()).size(); n++) {
                    known.add(field.key() + "." + n);
                }
            }
        }
        return known;
    }

    private void look() {
        String value = field.in(content);
        if (value.isEmpty()) {
            if (field.required()) {
                add(Rule.MISSING);
            }
            return;
        }
        switch (field.kind()) {
            case TEXT, SENTENCE -> line(value, (int) field.most());
            case LINES -> lines(content.lines(field.key()));
            case WHOLE -> whole(value);
            case DECIMAL -> decimal(value);
            case CHOICE -> choice(value);
        }
    }

    private void lines(List<String> lines) {
        if (lines.size() > field.most()) {
            add(Rule.TOO_MANY_LINES, plain(field.most()));
        }
        lines.stream()
                .filter(line -> !isLine(line) || line.length() > PositionField.LONGEST_LINE)
                .findFirst()
                .ifPresent(line -> line(line, PositionField.LONGEST_LINE));
    }

    private void line(String value, int most) {
        if (!isLine(value)) {
            add(Rule.NOT_TEXT);
        } else if (value.length() > most) {
            add(Rule.TOO_LONG, Integer.toString(most));
        }
    }

    private static boolean isLine(String value) {
        return value.codePoints().noneMatch(c -> Character.isISOControl(c) || !Character.isDefined(c) || c == 0xFFFD);
    }

    private void whole(String value) {
        Optional<Double> number = value.matches("-?[0-9]{1,6}") ? Optional.of(Double.valueOf(value)) : Optional.empty();
        if (number.filter(this::isWithin).isEmpty()) {
            add(Rule.NOT_WHOLE, plain(field.least()), plain(field.most()), field.unit());
        }
    }

    private void decimal(String value) {
        Optional<Double> number =
                value.matches("[0-9]{1,3}(\\.[0-9])?") ? Optional.of(Double.valueOf(value)) : Optional.empty();
        if (number.filter(this::isWithin).isEmpty()) {
            add(Rule.NOT_NUMBER, plain(field.least()), plain(field.most()), field.unit());
        }
    }

    private boolean isWithin(double number) {
        return number >= field.least() && number <= field.most();
    }

    private void choice(String value) {
        if (!field.options().contains(value)) {
            add(Rule.NOT_ONE_OF, String.join("; ", field.options()));
        }
    }

    private void add(Rule rule, String... arguments) {
        problems.add(PositionProblem.of(field.key(), rule, arguments));
    }

    /** A bound as people write it: 0.5, 40. */
    static String plain(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }
}
