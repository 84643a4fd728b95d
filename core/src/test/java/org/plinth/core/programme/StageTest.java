package org.plinth.core.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.core.outcome.DelayedResponse;
import org.plinth.core.programme.StageSuggestion.Kind;
import org.plinth.core.programme.StageSuggestion.Reason;
import org.plinth.core.programme.StageSuggestion.Today;
import org.plinth.core.programme.StageSuggestion.Unknown;

class StageTest {

    @ParameterizedTest
    @CsvSource({
        // stage, daily, lunge, deadlift, before, after 24 h
        "ISOMETRIC, 3, , , 2, 2, ADVANCE, ISOTONIC",
        "ISOTONIC, 3, 3, 3, 2, 2, ADVANCE, HIP_FLEXION",
        "HIP_FLEXION, 0, 0, 0, 0, 0, ADVANCE, ENERGY_STORAGE",
        "ENERGY_STORAGE, 0, 0, 0, 0, 0, STAY, ",
        "ISOTONIC, 3, 4, 3, 2, 2, STAY, ",
        "ISOTONIC, 3, 3, 4, 2, 2, STAY, ",
        "ISOTONIC, 4, 3, 3, 2, 2, STAY, ",
        "ISOTONIC, 3, 3, 3, 2, 3, REDUCE, ",
        "ISOTONIC, 3, , 3, 2, 2, CANNOT_TELL, ",
        "ISOTONIC, 3, 3, , 2, 2, CANNOT_TELL, ",
        "ISOTONIC, , 3, 3, 2, 2, CANNOT_TELL, ",
        "ISOTONIC, 3, 3, 3, 2, , CANNOT_TELL, ",
        "ISOTONIC, 3, 3, 3, , 2, CANNOT_TELL, ",
        "ISOTONIC, , 4, , , , STAY, "
    })
    void the_next_stage_is_suggested_only_where_all_is_known_and_small(
            Stage stage,
            Integer daily,
            Integer lunge,
            Integer deadlift,
            Integer before,
            Integer after,
            Kind kind,
            Stage next) {
        StageSuggestion suggestion = StageSuggestion.of(today(stage, daily, lunge, deadlift, before, after, 3));

        assertThat(suggestion.kind()).isEqualTo(kind);
        assertThat(suggestion.next()).isEqualTo(Optional.ofNullable(next));
    }

    @Test
    void all_reasons_and_all_that_is_not_known_are_said() {
        assertThat(StageSuggestion.of(today(Stage.ENERGY_STORAGE, 4, 5, 0, 1, 2, 3))
                        .reasons())
                .containsExactly(Reason.WORSE_AFTERWARDS, Reason.DAILY_PAIN, Reason.LOAD_TEST_PAIN, Reason.LAST_STAGE);
        assertThat(StageSuggestion.of(today(Stage.HIP_FLEXION, null, null, null, null, null, 3))
                        .notKnown())
                .containsExactly(Unknown.DAILY_PAIN, Unknown.LUNGE, Unknown.SINGLE_LEG_DEADLIFT, Unknown.RESPONSE);
        assertThat(StageSuggestion.of(today(Stage.ISOMETRIC, null, null, null, null, null, 3))
                        .notKnown())
                .as("load tests are asked from stage 2 on")
                .containsExactly(Unknown.DAILY_PAIN, Unknown.RESPONSE);
    }

    @Test
    void a_clinic_may_set_another_limit() {
        assertThat(StageSuggestion.of(today(Stage.ISOTONIC, 3, 3, 3, 2, 2, 2)).kind())
                .isEqualTo(Kind.STAY);
        assertThat(StageSuggestion.of(today(Stage.ISOTONIC, 5, 5, 5, 2, 2, 5)).kind())
                .isEqualTo(Kind.ADVANCE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> today(Stage.ISOTONIC, 11, 3, 3, 2, 2, 3))
                .withMessage("pain is 0 to 10, was 11");
    }

    @Property
    void more_pain_never_leads_to_a_later_stage(
            @ForAll Stage stage,
            @ForAll @IntRange(min = 0, max = 9) int daily,
            @ForAll @IntRange(min = 0, max = 9) int lunge,
            @ForAll @IntRange(min = 0, max = 9) int deadlift) {
        Kind less = StageSuggestion.of(today(stage, daily, lunge, deadlift, 1, 1, 3))
                .kind();
        for (Today more : Set.of(
                today(stage, daily + 1, lunge, deadlift, 1, 1, 3),
                today(stage, daily, lunge + 1, deadlift, 1, 1, 3),
                today(stage, daily, lunge, deadlift + 1, 1, 1, 3))) {
            assertThat(less == Kind.ADVANCE || StageSuggestion.of(more).kind() != Kind.ADVANCE)
                    .isTrue();
        }
    }

    @Test
    void stages_are_numbered_1_to_4() {
        assertThat(Stage.of(0)).isEmpty();
        assertThat(Stage.of(1)).contains(Stage.ISOMETRIC);
        assertThat(Stage.of(4)).contains(Stage.ENERGY_STORAGE);
        assertThat(Stage.of(5)).isEmpty();
        assertThat(Stage.values()).allMatch(stage -> Stage.of(stage.number()).equals(Optional.of(stage)));
    }

    @Test
    void energy_storage_is_every_third_day() {
        LocalDate monday = LocalDate.of(2026, 3, 2);

        assertThat(Stage.ENERGY_STORAGE.earliestAfter(monday)).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(Stage.ISOTONIC.earliestAfter(monday)).isEqualTo(LocalDate.of(2026, 3, 3));
        assertThat(Stage.ENERGY_STORAGE.keepsSpacing(jumping(2))).isTrue();
        assertThat(Stage.ENERGY_STORAGE.keepsSpacing(jumping(3))).isFalse();
        assertThat(Stage.HIP_FLEXION.keepsSpacing(jumping(7))).isTrue();
    }

    private static Dose jumping(int daysAWeek) {
        return new Dose(3, new Dose.Repetitions(10), 1, daysAWeek, Trained.BOTH, Optional.empty());
    }

    private static Today today(
            Stage stage, Integer daily, Integer lunge, Integer deadlift, Integer before, Integer after, int most) {
        return new Today(
                stage,
                of(daily),
                of(lunge),
                of(deadlift),
                DelayedResponse.of(of(before), of(after), OptionalInt.empty()),
                most);
    }

    private static OptionalInt of(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
