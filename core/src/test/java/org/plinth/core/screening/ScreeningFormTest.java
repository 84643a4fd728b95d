package org.plinth.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plinth.core.screening.ScreeningForm.Advice;
import org.plinth.core.screening.ScreeningForm.Question;

class ScreeningFormTest {

    private final ScreeningForm form = ScreeningForm.bundled();

    @Test
    void the_bundled_form_asks_what_decision_S1_lists_in_its_order() {
        assertThat(form.id()).isEqualTo("pht-screening");
        assertThat(form.version()).isEqualTo(1);
        assertThat(form.questions())
                .extracting(Question::id)
                .containsExactly(
                        "tear", "loading", "bone", "nerve", "growth", "lying", "straining", "medicine", "rest-pain");
        assertThat(form.questions()).extracting(Question::words).doesNotHaveDuplicates();
    }

    @Test
    void nothing_that_applies_is_clear_and_the_weightiest_answer_counts() {
        assertThat(form.advice(Set.of())).isEqualTo(Advice.CLEAR);
        assertThat(form.advice(Set.of("medicine"))).isEqualTo(Advice.ASK);
        assertThat(form.advice(Set.of("medicine", "nerve"))).isEqualTo(Advice.STOP);
        for (String stop : Set.of("tear", "loading", "bone", "nerve", "straining")) {
            assertThat(form.advice(Set.of(stop))).as(stop).isEqualTo(Advice.STOP);
        }
    }

    @Test
    void an_answer_to_another_form_is_known_as_such() {
        assertThat(form.unknown(Set.of("tear", "colour"))).containsExactly("colour");
    }

    @Test
    void only_pain_at_rest_keeps_practice_below_the_maximum() {
        assertThat(form.irritable(Set.of("rest-pain"))).isTrue();
        assertThat(form.irritable(Set.of("tear", "medicine"))).isFalse();
        assertThat(form.irritable(Set.of())).isFalse();
    }
}
