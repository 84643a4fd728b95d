package org.plinth.web.page;

import java.util.List;
import java.util.stream.IntStream;
import org.plinth.web.diary.EntryField;
import org.plinth.web.diary.EntryKind;
import org.plinth.web.diary.EntryWords;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;

/** The fields of a kind of entry, as a form shows them: a short scale is chosen and not typed. */
final class EntryFields {

    private static final int SHORT_SCALE = 10;

    private final EntryWords words;

    EntryFields(Texts texts, Numbers numbers) {
        this.words = new EntryWords(texts, numbers);
    }

    List<EntryFormView.Field> of(EntryKind kind) {
        return kind.fields().stream().map(field -> of(kind, field)).toList();
    }

    private EntryFormView.Field of(EntryKind kind, EntryField field) {
        boolean scale = field.type() == EntryField.Type.WHOLE && field.unit().equals("/10");
        List<Option> options = scale
                ? IntStream.rangeClosed(0, SHORT_SCALE)
                        .mapToObj(Integer::toString)
                        .map(number -> new Option(number, number))
                        .toList()
                : field.options().stream()
                        .map(option -> new Option(option, words.option(field, option)))
                        .toList();
        return new EntryFormView.Field(
                field.name(),
                scale ? EntryField.Type.CHOICE.name() : field.type().name(),
                words.label(kind, field),
                words.hint(kind, field),
                field.required(),
                options);
    }
}
