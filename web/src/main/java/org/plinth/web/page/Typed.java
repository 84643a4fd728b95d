package org.plinth.web.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.text.Texts;

/** Gives a form back as it was typed, with what is wrong beside the field. */
final class Typed {

    private static final int MOST = 500;

    private final Texts texts;

    Typed(Texts texts) {
        this.texts = texts;
    }

    /**
     * The form again.
     *
     * @param names of fields to put back; never a password
     */
    Form again(Fields fields, BadRequest wrong, String... names) {
        String field = wrong.field().orElse("");
        return new Form(values(fields, names), Map.of(field, texts.text(wrong.key(), wrong.arguments())));
    }

    /** The form as it was sent. */
    static Form of(Fields fields, String... names) {
        return Form.of(values(fields, names));
    }

    private static Map<String, String> values(Fields fields, String... names) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : names) {
            values.put(name, typed(fields, name));
        }
        return values;
    }

    /** What is too long or no line of text is not put back. */
    private static String typed(Fields fields, String name) {
        try {
            return fields.optionalText(name, MOST).orElse("");
        } catch (BadRequest unusable) {
            return "";
        }
    }
}
