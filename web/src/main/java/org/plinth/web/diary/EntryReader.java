package org.plinth.web.diary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plinth.web.diary.EntryKind.Wrong;
import org.plinth.web.edit.Plausible;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;

/** Reads an entry out of a form, and judges it. */
public final class EntryReader {

    /** The day it is about. */
    public static final String DATE = "date";

    /** A goal or a prescription may lie ahead, so far and no further [years]. */
    private static final int FURTHEST_YEARS = 5;

    private static final int MOST_DECIMALS = 3;

    private final EntryKind kind;
    private final Fields fields;
    private final LocalDate born;
    private final LocalDate today;

    /**
     * Of this form.
     *
     * @param born when the patient was
     * @param today in the clinic's zone
     */
    public EntryReader(EntryKind kind, Fields fields, LocalDate born, LocalDate today) {
        this.kind = kind;
        this.fields = fields;
        this.born = born;
        this.today = today;
    }

    /** All names that a form of a kind sends, the day included. */
    public static String[] inputs(EntryKind kind, String... more) {
        return Stream.of(Stream.of(DATE), kind.inputs(), Stream.of(more))
                .flatMap(names -> names)
                .toArray(String[]::new);
    }

    /** What a form shows of stored values: one box for each of several options. */
    public static Map<String, String> inputs(EntryKind kind, LocalDate date, Map<String, String> values) {
        Map<String, String> inputs = new TreeMap<>(Map.of(DATE, date.toString()));
        for (EntryField field : kind.fields()) {
            String value = values.getOrDefault(field.name(), "");
            if (field.type() == EntryField.Type.SEVERAL) {
                chosen(value).forEach(option -> inputs.put(field.name() + "-" + option, "YES"));
            } else if (!value.isEmpty()) {
                inputs.put(field.name(), value);
            }
        }
        return inputs;
    }

    /** The options of a stored choice of several. */
    public static List<String> chosen(String value) {
        return value.isEmpty() ? List.of() : List.of(value.split(",", -1));
    }

    /**
     * The day it is about; today where none was said.
     *
     * @throws BadRequest for a day that cannot be
     */
    public LocalDate date() {
        LocalDate last = kind.past() ? today : today.plusYears(FURTHEST_YEARS);
        return Plausible.between(DATE, fields.optionalDate(DATE).orElse(today), born, last);
    }

    /**
     * The values.
     *
     * @throws BadRequest naming the first field that cannot be so
     */
    public SortedMap<String, String> values() {
        SortedMap<String, String> values = new TreeMap<>();
        for (EntryField field : kind.fields()) {
            Optional<String> value = value(field);
            if (value.isEmpty() && field.required()) {
                throw new BadRequest(field.name(), "http.field.missing");
            }
            value.ifPresent(known -> values.put(field.name(), known));
        }
        Optional<Wrong> wrong = kind.rule().apply(values);
        if (wrong.isPresent()) {
            throw new BadRequest(
                    wrong.get().field(),
                    wrong.get().key(),
                    wrong.get().arguments().toArray());
        }
        if (values.isEmpty()) {
            throw new BadRequest(kind.fields().get(0).name(), "diary.wrong.empty");
        }
        return values;
    }

    private Optional<String> value(EntryField field) {
        return switch (field.type()) {
            case CHOICE -> fields.optionalText(field.name(), 40).map(text -> option(field, text));
            case SEVERAL -> several(field);
            case WHOLE -> {
                var number = fields.optionalWholeNumber(field.name(), (int) field.least(), (int) field.most());
                yield number.isPresent() ? Optional.of(Integer.toString(number.getAsInt())) : Optional.empty();
            }
            case NUMBER -> {
                var number = fields.optionalNumber(field.name(), field.least(), field.most());
                yield number.isPresent() ? Optional.of(plain(number.getAsDouble())) : Optional.empty();
            }
            case WORDS -> fields.optionalText(field.name(), (int) field.most());
            case DATE ->
                fields.optionalDate(field.name()).map(day -> day(field, day).toString());
            case YES -> fields.optionalText(field.name(), 3).map(text -> option("YES", field, text));
        };
    }

    private static String option(EntryField field, String text) {
        if (!field.options().contains(text)) {
            throw new BadRequest(field.name(), "http.field.oneOf", String.join(", ", field.options()));
        }
        return text;
    }

    private static String option(String only, EntryField field, String text) {
        if (!text.equals(only)) {
            throw new BadRequest(field.name(), "http.field.oneOf", only);
        }
        return text;
    }

    private Optional<String> several(EntryField field) {
        String chosen = field.options().stream()
                .filter(option -> fields.has(field.name() + "-" + option))
                .collect(Collectors.joining(","));
        return chosen.isEmpty() ? Optional.empty() : Optional.of(chosen);
    }

    /** The last day of something lies after its first; the beginning of a problem lies behind. */
    private LocalDate day(EntryField field, LocalDate day) {
        boolean end = field.name().equals("until");
        boolean ahead = end || field.name().equals("due");
        return Plausible.between(
                field.name(), day, end ? date() : born, ahead ? today.plusYears(FURTHEST_YEARS) : today);
    }

    /** To three decimals, without an exponent or zeros behind. */
    private static String plain(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(MOST_DECIMALS, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
