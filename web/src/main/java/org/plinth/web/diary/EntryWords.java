package org.plinth.web.diary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plinth.core.outcome.Instrument;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.Sides;

/** Kinds, fields and values of entries as people read them: every number with its unit, every side in a whole word. */
public final class EntryWords {

    private final Texts texts;
    private final Numbers numbers;

    /** With its wordings, and how dates are shown. */
    public EntryWords(Texts texts, Numbers numbers) {
        this.texts = texts;
        this.numbers = numbers;
    }

    /** "Pain (0 to 10)". */
    public String name(EntryKind kind) {
        return Scores.instrument(kind).map(Instrument::name).orElseGet(() -> texts.text("diary.kind." + kind.id()));
    }

    /** "What she did", for a form; the same field may have other words in another kind. */
    public String label(EntryKind kind, EntryField field) {
        String own = "diary." + kind.id() + "." + field.name();
        String label = texts.text(texts.has(own) ? own : "diary.field." + field.name());
        return field.unit().isEmpty() || field.unit().startsWith("/")
                ? label
                : texts.text("diary.label.unit", label, field.unit());
    }

    /** What helps to fill it in. */
    public Optional<String> hint(EntryKind kind, EntryField field) {
        String own = "diary." + kind.id() + "." + field.name() + ".hint";
        return texts.has(own) ? Optional.of(texts.text(own)) : Optional.empty();
    }

    /** An option of a choice; one of an older Plinth that has no words any more as it is stored. */
    public String option(EntryField field, String option) {
        if (field.name().equals("side") && !option.equals("BOTH")) {
            return texts.text(option.equals("LEFT") ? "page.side.left" : "page.side.right");
        }
        String key = "diary.option." + field.name() + "." + option;
        return texts.has(key) ? texts.text(key) : option;
    }

    /** A stored value: "4 of 10", "Left", "12 min"; empty text where there is none. */
    public String value(EntryField field, String stored) {
        if (stored.isEmpty()) {
            return "";
        }
        return switch (field.type()) {
            case CHOICE -> option(field, stored);
            case SEVERAL ->
                EntryReader.chosen(stored).stream()
                        .map(option -> option(field, option))
                        .collect(Collectors.joining(", "));
            case WHOLE, NUMBER -> number(field, stored);
            case WORDS -> stored;
            case DATE -> numbers.date(LocalDate.parse(stored));
            case YES -> texts.text("diary.yes");
        };
    }

    private String number(EntryField field, String stored) {
        if (field.unit().equals("/10")) {
            return texts.text("diary.of10", stored);
        }
        return field.unit().isEmpty() ? stored : stored + " " + field.unit();
    }

    /** All that was said, in the order of the form: "What she did: sitting". */
    public List<String> lines(EntryKind kind, EpisodeEntry entry) {
        List<String> lines = new ArrayList<>();
        for (EntryField field : kind.fields()) {
            String value = value(field, entry.values().getOrDefault(field.name(), ""));
            if (entry.values().containsKey(field.name() + Scores.AT_LEAST)) {
                value = texts.text("diary.atLeast", value);
            }
            if (!value.isEmpty()) {
                lines.add(
                        field.type() == EntryField.Type.YES
                                ? label(kind, field)
                                : texts.text("diary.line", bare(kind, field), value));
            }
        }
        return lines;
    }

    private String bare(EntryKind kind, EntryField field) {
        String own = "diary." + kind.id() + "." + field.name();
        return texts.text(texts.has(own) ? own : "diary.field." + field.name());
    }

    /** The same on one line. */
    public String line(EntryKind kind, EpisodeEntry entry) {
        return String.join(" · ", lines(kind, entry));
    }

    /** "Left" or "left": where a sentence names a leg. */
    public Sides sides() {
        return new Sides(texts);
    }
}
