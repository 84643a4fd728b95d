package org.plinth.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plinth.core.quantity.Force;
import org.plinth.web.diary.EntryKind;
import org.plinth.web.diary.EntryKinds;
import org.plinth.web.diary.EntryWords;
import org.plinth.web.store.Act;
import org.plinth.web.store.HistoryStore;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;

/** What stood in a column of a record, in words and with its unit. The end of a column's name says its unit. */
final class HistoryWords {

    private static final int LONGEST = 300;
    private static final double MICROS_PER_MILLI = 1000;

    private final Texts texts;
    private final Numbers numbers;
    private final Map<String, String> people;
    private final EntryWords entries;

    /** {@code people}: names by id of account. */
    HistoryWords(Texts texts, Numbers numbers, Map<String, String> people) {
        this.texts = texts;
        this.numbers = numbers;
        this.people = people;
        this.entries = new EntryWords(texts, numbers);
    }

    /** What the field is called; a value of an entry as the entry's kind calls it. */
    String field(HistoryStore.Version version, String field) {
        if (!field.startsWith(HistoryStore.VALUE)) {
            return texts.text("privacy.field." + field);
        }
        String name = field.substring(HistoryStore.VALUE.length());
        return kind(version)
                .flatMap(kind -> kind.field(name).map(known -> entries.label(kind, known)))
                .orElse(name);
    }

    private static Optional<EntryKind> kind(HistoryStore.Version version) {
        return EntryKinds.find(version.about().getOrDefault("kind", "").toString());
    }

    /** What stands in it; "not known" where nothing does. */
    String value(HistoryStore.Version version, String field, @Nullable Object value) {
        if (value == null) {
            return texts.text("privacy.history.nothing");
        }
        return field.startsWith(HistoryStore.VALUE)
                ? entryValue(version, field.substring(HistoryStore.VALUE.length()), value.toString())
                : value(field, value);
    }

    /** With its unit, and whole, however long: a version that was replaced is read nowhere else. */
    private String entryValue(HistoryStore.Version version, String name, String value) {
        return kind(version)
                .flatMap(kind -> kind.field(name))
                .map(field -> entries.value(field, value))
                .orElse(value);
    }

    private String value(String column, Object value) {
        if (value instanceof Boolean truth) {
            return texts.text(truth ? "privacy.yes" : "privacy.no");
        }
        if (value instanceof LocalDate date) {
            return numbers.date(date);
        }
        if (value instanceof Instant at) {
            return numbers.moment(at);
        }
        if (value instanceof Number number) {
            return number(column, number);
        }
        return text(column, value.toString());
    }

    private String number(String column, Number number) {
        double value = number.doubleValue();
        if (column.endsWith("_n")) {
            return numbers.force(Force.ofNewtons(value));
        }
        if (column.endsWith("_pct")) {
            return numbers.fine(value) + " %";
        }
        if (column.endsWith("_us")) {
            return numbers.fine(value / MICROS_PER_MILLI) + " ms";
        }
        if (column.equals("chance_at_least_threshold")) {
            return numbers.whole(value * 100) + " %";
        }
        String unit = "privacy.unit." + column;
        String plain = value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
        return texts.has(unit) ? texts.text(unit, plain) : plain;
    }

    private String text(String column, String value) {
        if (people.containsKey(value)) {
            return people.getOrDefault(value, value);
        }
        String known = "privacy.value." + column + "." + value;
        if (texts.has(known)) {
            return texts.text(known);
        }
        if (column.equals("flags")) {
            return flags(value);
        }
        return value.length() > LONGEST ? value.substring(0, LONGEST) + " …" : value;
    }

    private String flags(String joined) {
        if (joined.isEmpty()) {
            return texts.text("privacy.history.noflags");
        }
        return Arrays.stream(joined.split(",", -1))
                .map(flag -> texts.has("resultflag." + flag) ? texts.text("resultflag." + flag) : flag)
                .collect(Collectors.joining("; "));
    }

    /** "Sample clinician, 6 August 2026, 14:05". */
    String by(HistoryStore.Version version) {
        return texts.text("privacy.history.by", author(version), numbers.moment(version.at()));
    }

    private String author(HistoryStore.Version version) {
        return version.authorName()
                .orElseGet(() -> texts.text(
                        version.author().equals(Act.PLINTH) ? "privacy.history.plinth" : "page.unknown.notknown"));
    }

    String reason(HistoryStore.Version version) {
        return version.reason().isBlank() ? texts.text("privacy.history.noreason") : version.reason();
    }

    /** "Effort 2 of the recording of 14:05, Left, Prone curl". */
    String title(HistoryStore.Version newest, Map<String, String> positions) {
        Map<String, Object> about = newest.about();
        String position = Optional.ofNullable(about.get("position"))
                .map(Object::toString)
                .map(id -> positions.getOrDefault(id, id))
                .orElse("");
        String side = Optional.ofNullable(about.get("side"))
                .map(name -> texts.text("privacy.value.side." + name))
                .orElse("");
        String at = about.get("at") instanceof Instant started ? numbers.time(started) : "";
        Object number = about.getOrDefault("number", "");
        return texts.text("privacy.history.kind." + newest.kind().name(), position, side, at, number, kind(about));
    }

    /** What kind of entry it is; a kind that the catalogue does not know by its id. */
    private String kind(Map<String, Object> about) {
        String kind = about.getOrDefault("kind", "").toString();
        return EntryKinds.find(kind).map(entries::name).orElse(kind);
    }
}
