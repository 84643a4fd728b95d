package org.plinth.web.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;

/** Every kind of entry: it has its words, holds to its ranges, and comes back as it was written. */
class EntryKindsTest {

    private static final LocalDate BORN = LocalDate.of(1980, 2, 3);
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 6);

    private final EntryWords words = new EntryWords(Texts.bundled(), new Numbers(ForceUnit.NEWTON, ZoneOffset.UTC));

    static Stream<EntryKind> kinds() {
        return EntryKinds.all().stream();
    }

    private static EntryReader reader(EntryKind kind, Map<String, String> form) {
        return new EntryReader(kind, Fields.ofForm(form), BORN, TODAY);
    }

    private static EntryReader reader(String kind, String... form) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < form.length; i += 2) {
            all.put(form[i], form[i + 1]);
        }
        return reader(EntryKinds.find(kind).orElseThrow(), all);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void each_has_words_for_itself_its_fields_and_their_options(EntryKind kind) {
        assertThat(kind.id()).matches("[a-z0-9-]{1,40}");
        assertThat(words.name(kind)).isNotBlank();
        for (EntryField field : kind.fields()) {
            assertThat(field.name()).matches("[a-zA-Z0-9]+");
            assertThat(words.label(kind, field)).isNotBlank();
            boolean leg = field.name().equals("side");
            field.options().stream()
                    .filter(option -> !leg || option.equals("BOTH"))
                    .forEach(option -> assertThat(Texts.bundled().has("diary.option." + field.name() + "." + option))
                            .as(field.name() + " " + option)
                            .isTrue());
        }
        assertThat(kind.inputs()).doesNotHaveDuplicates();
    }

    /** The most of every number, the first of every choice: read, shown in a form again, read again. */
    @ParameterizedTest
    @MethodSource("kinds")
    void what_was_written_comes_back(EntryKind kind) {
        Map<String, String> form = new LinkedHashMap<>(Map.of("date", "2026-08-01"));
        for (EntryField field : kind.fields()) {
            boolean one = field.required() || kind.fields().stream().noneMatch(EntryField::required);
            if (one || field.name().equals("onset")) {
                form.putAll(filled(field));
            }
        }
        var values = reader(kind, form).values();

        assertThat(reader(kind, EntryReader.inputs(kind, LocalDate.of(2026, 8, 1), values))
                        .values())
                .isEqualTo(values);
        kind.fields().stream().filter(field -> values.containsKey(field.name())).forEach(field -> assertThat(
                        words.value(field, values.get(field.name())))
                .isNotBlank());
    }

    private static Map<String, String> filled(EntryField field) {
        return switch (field.type()) {
            case CHOICE -> Map.of(field.name(), field.options().get(0));
            case SEVERAL -> Map.of(field.name() + "-" + field.options().get(0), "YES");
            case WHOLE -> Map.of(field.name(), Integer.toString((int) field.most()));
            case NUMBER -> Map.of(field.name(), Double.toString(field.most()));
            case WORDS -> Map.of(field.name(), "قوة «left» & \"right\" – 5 < 6");
            case DATE -> Map.of(field.name(), "2026-08-05");
            case YES -> Map.of(field.name(), "YES");
        };
    }

    @ParameterizedTest
    @CsvSource({
        "pain, activity, SITTING, timing, DURING, pain, 11, pain",
        "pain, activity, SITTING, timing, DURING, pain, -1, pain",
        "pain, activity, SITTING, timing, DURING, pain, 3.5, pain",
        "pain, activity, FLYING, timing, DURING, pain, 3, activity",
        "score-visa-h, value, 101, x, y, x2, y2, value",
        "score-visa-h, value, 60.5, x, y, x2, y2, value",
        "score-lefs, value, -1, x, y, x2, y2, value",
        "prescription, exercise, Bridge, side, MIDDLE, sets, 3, side",
        "sitting, surface, SOFT, onset, 20, stop, 10, stop",
        "sitting, surface, SOFT, stopAtLeast, YES, onset, 10, stop",
        "sitting, surface, SOFT, onsetAtLeast, YES, stop, 10, onset",
        "event, what, OTHER, x, y, x2, y2, note",
        "goal, what, Run, target, 10, x, y, unit"
    })
    void what_cannot_be_is_refused_with_its_field(
            String kind, String a, String b, String c, String d, String e, String f, String field) {
        assertThatThrownBy(() -> {
                    Map<String, String> form = new LinkedHashMap<>();
                    Stream.of(new String[] {a, b}, new String[] {c, d}, new String[] {e, f})
                            .filter(pair -> !pair[0].startsWith("x"))
                            .forEach(pair -> form.put(pair[0], pair[1]));
                    form.putAll(kind.equals("pain") ? Map.of("side", "LEFT") : Map.of());
                    form.putAll(kind.startsWith("score-") ? Map.of("answeredBy", "PATIENT") : Map.of());
                    reader(EntryKinds.find(kind).orElseThrow(), form).values();
                })
                .isInstanceOfSatisfying(
                        BadRequest.class, wrong -> assertThat(wrong.field()).contains(field));
    }

    @Test
    void a_prescription_is_repetitions_or_a_hold_and_needs_its_sets() {
        assertThatThrownBy(() -> reader("prescription", "exercise", "B", "side", "LEFT", "reps", "10")
                        .values())
                .isInstanceOf(BadRequest.class);
        assertThatThrownBy(() -> reader(
                                "prescription",
                                "exercise",
                                "B",
                                "side",
                                "LEFT",
                                "sets",
                                "3",
                                "reps",
                                "10",
                                "hold",
                                "20")
                        .values())
                .isInstanceOf(BadRequest.class);
        assertThat(reader("prescription", "exercise", "B", "side", "LEFT", "sets", "3", "hold", "20")
                        .values())
                .containsEntry("hold", "20");
    }

    @Test
    void who_had_no_pain_by_a_minute_did_not_get_up_for_pain_at_it() {
        assertThatThrownBy(
                        () -> reader("sitting", "surface", "SOFT", "onset", "60", "onsetAtLeast", "YES", "stop", "60")
                                .values())
                .isInstanceOfSatisfying(
                        BadRequest.class, wrong -> assertThat(wrong.field()).contains("stop"));
        var both = reader(
                        "sitting",
                        "surface",
                        "SOFT",
                        "onset",
                        "60",
                        "onsetAtLeast",
                        "YES",
                        "stop",
                        "60",
                        "stopAtLeast",
                        "YES")
                .values();
        assertThat(both).containsEntry("onsetAtLeast", "YES").containsEntry("stopAtLeast", "YES");
    }

    @Test
    void a_day_in_the_future_is_for_what_lies_ahead_and_none_lies_before_birth() {
        assertThatThrownBy(() -> reader("pain", "date", "2026-08-07").date()).isInstanceOf(BadRequest.class);
        assertThatThrownBy(() -> reader("pain", "date", "1980-02-02").date()).isInstanceOf(BadRequest.class);
        assertThat(reader("event", "date", "2026-10-01").date()).isEqualTo("2026-10-01");
        assertThatThrownBy(() -> reader(
                                "prescription",
                                "date",
                                "2026-08-06",
                                "exercise",
                                "B",
                                "side",
                                "LEFT",
                                "until",
                                "2026-08-05")
                        .values())
                .isInstanceOf(BadRequest.class);
    }

    @Test
    void an_entry_without_anything_is_none() {
        assertThatThrownBy(() -> reader("context").values()).isInstanceOf(BadRequest.class);
        assertThatThrownBy(() -> reader("background").values()).isInstanceOf(BadRequest.class);
    }

    @Test
    void every_instrument_is_a_kind_or_a_field_of_one_and_brings_no_text_of_its_items() {
        assertThat(Scores.instruments().all()).allSatisfy(instrument -> {
            assertThat(instrument.itemTextBundled()).isFalse();
            boolean own = EntryKinds.find("score-" + instrument.id()).isPresent();
            assertThat(own
                            || Stream.of(
                                            "nrs-pain",
                                            "vas-pain",
                                            "sitting-onset",
                                            "sitting-stop",
                                            "sleep",
                                            "stress",
                                            "psfs")
                                    .anyMatch(instrument.id()::equals))
                    .isTrue();
        });
    }
}
