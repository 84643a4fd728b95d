package org.plinth.web.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plinth.core.position.PositionChange;
import org.plinth.core.position.PositionContent;
import org.plinth.core.position.PositionField;
import org.plinth.core.position.PositionFields;
import org.plinth.core.position.PositionProblem;
import org.plinth.web.text.Texts;

class PositionWordsTest {

    private final Texts texts = Texts.bundled();
    private final PositionWords words = new PositionWords(texts);

    @ParameterizedTest
    @MethodSource("fields")
    void every_field_has_a_name_and_every_choice_its_words(PositionField field) {
        assertThat(words.label(field)).isNotBlank();
        assertThat(texts.has("own.short." + field.key())).isTrue();
        field.options()
                .forEach(option -> assertThat(words.option(field, option)).isNotBlank());
    }

    static Stream<PositionField> fields() {
        return PositionFields.ALL.stream();
    }

    @ParameterizedTest
    @EnumSource(PositionProblem.Rule.class)
    void every_rule_says_what_to_do(PositionProblem.Rule rule) {
        String said = words.problem(new PositionProblem("hold.seconds", rule, List.of("1", "60", "s")));

        assertThat(said).startsWith("Hold: ").endsWith(".").doesNotContain("{");
    }

    @Test
    void a_number_out_of_range_is_refused_with_its_range_and_unit() {
        assertThat(words.problem(
                        new PositionProblem("hold.seconds", PositionProblem.Rule.NOT_WHOLE, List.of("0", "60", "s"))))
                .isEqualTo("Hold: Write a whole number from 0 to 60 s.");
        assertThat(words.problem(
                        new PositionProblem("repetitions", PositionProblem.Rule.NOT_WHOLE, List.of("1", "12", ""))))
                .isEqualTo("Efforts on each side: Write a whole number from 1 to 12.");
        assertThat(words.problem(new PositionProblem("lever.to", PositionProblem.Rule.TOGETHER, List.of("lever.from"))))
                .contains("“Lever arm: from”");
    }

    @Test
    void what_was_changed_is_said_with_both_values_and_what_is_long_is_named() {
        assertThat(changed("hold.seconds", "5", "3")).isEqualTo("protocol changed: hold 5 s → 3 s");
        assertThat(changed("knee.degrees", "15", "20")).isEqualTo("protocol changed: knee 15° → 20°");
        assertThat(changed("ankle", "", "toes up")).isEqualTo("protocol changed: ankle none → toes up");
        assertThat(changed("tare", "UNLOADED", "LIMB_RESTING")).isEqualTo("protocol changed: tare reworded");
        assertThat(changed("instruction", "Push as hard as you can.", "Bend as hard as you can, now."))
                .isEqualTo("protocol changed: instruction reworded");
    }

    @Test
    void of_many_changes_three_are_named() {
        PositionContent before = PositionContent.of(java.util.Map.of("name", "A", "hip", "0°", "knee", "15°"));
        PositionContent after = PositionContent.of(
                java.util.Map.of("name", "B", "hip", "5°", "knee", "20°", "repetitions", "4", "rest.seconds", "9"));

        assertThat(words.changed(PositionChange.between(before, after)))
                .isEqualTo("protocol changed: name A → B, hip angle 0° → 5°, knee angle 15° → 20°, and 2 more");
    }

    @Test
    void groups_of_words_in_a_choice_have_keys_of_their_own() {
        List<String> slugs = PositionFields.ALL.stream()
                .flatMap(
                        field -> field.options().stream().map(option -> field.key() + " " + PositionWords.slug(option)))
                .toList();

        assertThat(slugs).doesNotHaveDuplicates();
        assertThat(Arrays.asList("{reps}", "PUSH, PULL", "N.m").stream().map(PositionWords::slug))
                .containsExactly("reps", "push-pull", "n-m");
    }

    private String changed(String key, String before, String after) {
        PositionField field = PositionFields.find(key).orElseThrow();
        return words.changed(List.of(new PositionChange(field, before, after)));
    }
}
