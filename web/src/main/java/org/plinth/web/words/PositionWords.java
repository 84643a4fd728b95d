package org.plinth.web.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plinth.core.position.PositionChange;
import org.plinth.core.position.PositionField;
import org.plinth.core.position.PositionField.Kind;
import org.plinth.core.position.PositionProblem;
import org.plinth.web.text.Texts;

/** Fields of a position, what stands in them, what is wrong with them and what was changed, in words. */
public final class PositionWords {

    private static final int MOST_CHANGES = 3;
    private static final int SHORT_VALUE = 24;

    private final Texts texts;

    /** With its wordings. */
    public PositionWords(Texts texts) {
        this.texts = texts;
    }

    /** The name of a field, with the unit of its number: "Hold (s)". */
    public String label(PositionField field) {
        String name = texts.text("own.field." + field.key());
        return field.unit().isEmpty() ? name : texts.text("own.label.unit", name, field.unit());
    }

    /** One of the words that may stand in a field. */
    public String option(PositionField field, String option) {
        return texts.text("own.option." + field.key() + "." + slug(option));
    }

    /** The key of such a word: what stands in files has spaces and commas. */
    static String slug(String option) {
        return option.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** What stands in a field, with its unit; said too where nothing does. */
    public String value(PositionField field, String value) {
        if (value.isEmpty()) {
            return texts.text("own.value.none");
        }
        if (field.kind() == Kind.CHOICE && field.options().contains(value)) {
            return option(field, value);
        }
        if (field.unit().isEmpty()) {
            return value;
        }
        return field.unit().equals("°") ? value + field.unit() : value + " " + field.unit();
    }

    /** What is wrong and what to do. */
    public String problem(PositionProblem problem) {
        String sentence = texts.text("own.problem." + problem.rule().name(), arguments(problem));
        return texts.text("own.problem.of", name(problem.key()), sentence);
    }

    private Object[] arguments(PositionProblem problem) {
        List<String> all = new ArrayList<>(problem.arguments());
        switch (problem.rule()) {
            case NOT_WHOLE, NOT_NUMBER -> all.set(2, all.get(2).isEmpty() ? "" : " " + all.get(2));
            case TOGETHER -> all.set(0, name(all.get(0)));
            default -> {}
        }
        return all.toArray();
    }

    private String name(String key) {
        return texts.has("own.field." + key) ? texts.text("own.field." + key) : key;
    }

    /** Everything that was changed, for a history. */
    public String listed(List<PositionChange> changes) {
        return texts.text(
                "own.did.changed",
                String.join(", ", changes.stream().map(this::change).toList()));
    }

    /** "protocol changed: hold 5 s → 3 s", for the break of a line; what is long is named and not quoted. */
    public String changed(List<PositionChange> changes) {
        List<String> said = new ArrayList<>();
        changes.stream().limit(MOST_CHANGES).map(this::change).forEach(said::add);
        if (changes.size() > MOST_CHANGES) {
            said.add(texts.count("own.changed.more", changes.size() - MOST_CHANGES));
        }
        return texts.text("own.changed", String.join(", ", said));
    }

    private String change(PositionChange change) {
        String name = texts.text("own.short." + change.field().key());
        String before = value(change.field(), change.before());
        String after = value(change.field(), change.after());
        boolean brief =
                change.field().kind() != Kind.LINES && before.length() <= SHORT_VALUE && after.length() <= SHORT_VALUE;
        return brief ? texts.text("own.changed.value", name, before, after) : texts.text("own.changed.words", name);
    }
}
