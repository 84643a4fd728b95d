package org.plinth.web.position;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.plinth.core.position.PositionContent;
import org.plinth.core.position.PositionField;
import org.plinth.core.position.PositionField.Kind;
import org.plinth.core.position.PositionFields;

/** Makes content of what was sent, field by field. Judges nothing. */
public final class PositionInput {

    private PositionInput() {}

    /** Names of all fields and of these more. */
    public static String[] names(String... more) {
        List<String> names = new ArrayList<>();
        PositionFields.ALL.forEach(field -> names.add(field.key()));
        names.addAll(List.of(more));
        return names.toArray(String[]::new);
    }

    /** What a form says: a field that was not sent is empty. */
    public static PositionContent whole(PositionContent start, Function<String, Optional<String>> sent) {
        PositionContent content = start;
        for (PositionField field : PositionFields.ALL) {
            content = into(content, field, sent.apply(field.key()).orElse(""));
        }
        return content;
    }

    /** What a program says: a field that was not sent stays as it is. */
    public static PositionContent changed(PositionContent start, Function<String, Optional<String>> sent) {
        PositionContent content = start;
        for (PositionField field : PositionFields.ALL) {
            Optional<String> value = sent.apply(field.key());
            if (value.isPresent()) {
                content = into(content, field, value.get());
            }
        }
        return content;
    }

    /** A sentence that was broken over lines in a box is one line. */
    private static PositionContent into(PositionContent content, PositionField field, String value) {
        String line = field.kind() == Kind.SENTENCE ? value.replaceAll("\\R", " ") : value;
        return field.into(content, line);
    }
}
