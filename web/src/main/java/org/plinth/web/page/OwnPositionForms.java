package org.plinth.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plinth.core.position.PositionContent;
import org.plinth.core.position.PositionField;
import org.plinth.core.position.PositionFields;
import org.plinth.core.position.PositionProblem;
import org.plinth.web.page.OwnPositionFormView.Group;
import org.plinth.web.page.OwnPositionFormView.Input;
import org.plinth.web.text.Texts;
import org.plinth.web.words.PositionWords;

/** The form of an own position, built from the one list of its fields. Immutable. */
final class OwnPositionForms {

    /** What stands together, by the first field of each group. */
    private static final Map<String, String> GROUPS = groupsByFirstField();

    private final Texts texts;
    private final PositionWords words;

    OwnPositionForms(Texts texts) {
        this.texts = texts;
        this.words = new PositionWords(texts);
    }

    private static Map<String, String> groupsByFirstField() {
        Map<String, String> groups = new LinkedHashMap<>();
        groups.put("name", "what");
        groups.put("setUp", "setup");
        groups.put("instruction", "said");
        groups.put("contraction", "protocol");
        groups.put("limbs", "sides");
        groups.put("directions", "sensor");
        groups.put("error.rig.basis", "rig");
        groups.put("error.belt.basis", "belt");
        groups.put("error.hand-held.basis", "handheld");
        groups.put("gate.stage", "gate");
        groups.put("norm.value", "norm");
        return Map.copyOf(groups);
    }

    List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        List<Input> inputs = new ArrayList<>();
        String id = "";
        for (PositionField field : PositionFields.ALL) {
            String starts = GROUPS.get(field.key());
            if (starts != null) {
                add(groups, id, inputs);
                inputs = new ArrayList<>();
                id = starts;
            }
            inputs.add(input(field));
        }
        add(groups, id, inputs);
        return groups;
    }

    private void add(List<Group> groups, String id, List<Input> inputs) {
        if (!inputs.isEmpty()) {
            groups.add(new Group("group-" + id, texts.text("own.group." + id), inputs));
        }
    }

    private Input input(PositionField field) {
        return new Input(
                field.key(),
                words.label(field),
                hint(field),
                switch (field.kind()) {
                    case TEXT -> "line";
                    case SENTENCE, LINES -> "box";
                    case WHOLE, DECIMAL -> "number";
                    case CHOICE -> "choice";
                },
                field.kind() == PositionField.Kind.LINES ? 6 : 2,
                field.options().stream()
                        .map(option -> new Option(option, words.option(field, option)))
                        .toList(),
                field.required());
    }

    private @Nullable String hint(PositionField field) {
        String key = "own.hint." + field.key();
        return texts.has(key) ? texts.text(key) : null;
    }

    /** The fields as they stand in a position. */
    Form of(PositionContent content) {
        Map<String, String> values = new LinkedHashMap<>();
        PositionFields.ALL.forEach(field -> values.put(field.key(), field.in(content)));
        return Form.of(values);
    }

    /** What was typed, with what is wrong beside each field; nothing that was typed is lost. */
    Form of(Map<String, String> typed, List<PositionProblem> problems) {
        Map<String, String> said = new LinkedHashMap<>();
        problems.forEach(problem -> said.putIfAbsent(problem.key(), words.problem(problem)));
        return new Form(typed, said);
    }
}
