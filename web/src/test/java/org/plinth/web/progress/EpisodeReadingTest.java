package org.plinth.web.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plinth.core.programme.Contribution;
import org.plinth.core.programme.Headline;
import org.plinth.core.programme.StageSuggestion;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.progress.Warning.Kind;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;

/** An episode read as a whole: every sentence by hand. */
class EpisodeReadingTest {

    private final ReadingWords words = new ReadingWords(Texts.bundled(), new Numbers(ForceUnit.NEWTON, ZoneOffset.UTC));

    private List<String> said(EpisodeKit kit, int today) {
        return words.sentences(kit.episode(), kit.reading(today), kit.courses(), EpisodeKit.day(today));
    }

    private static List<Kind> warned(EpisodeKit kit, int today) {
        return kit.reading(today).warnings().stream().map(Warning::kind).toList();
    }

    /**
     * Worked vector: 180/240 N become 198/276 N; symmetry 75.0 to 71.7, +0.0953 and -0.1398. One baseline and 5 % give limits of
     * 180·(e^(1.96·√2·0.05) − 1) = 26.8 N and 35.7 N.
     */
    @Test
    void each_leg_is_told_apart_where_symmetry_fell_although_the_injured_leg_gained() {
        EpisodeKit kit = new EpisodeKit().tested(0, 180, 240).tested(40, 198, 276);

        Contribution parts = kit.reading(41).contributions().get(0).contribution();

        assertThat(parts.change().firstPercent()).isCloseTo(75.0, within(1e-9));
        assertThat(parts.change().nowPercent()).isCloseTo(71.739, within(1e-3));
        assertThat(parts.injured().symmetryLog()).isCloseTo(0.0953, within(1e-4));
        assertThat(parts.uninjured().symmetryLog()).isCloseTo(-0.1398, within(1e-4));
        assertThat(said(kit, 41))
                .contains("Prone curl, knee 15°: symmetry went from 75 % to 72 %. The left leg changed by 18 N, within"
                        + " measurement error. The right leg gained 36 N, more than its measurement error.");
    }

    @Test
    void one_possible_flag_is_no_headline_and_a_confirmed_one_is() {
        EpisodeKit kit = new EpisodeKit().tested(0, 200, 250).tested(7, 200, 250).tested(40, 226, 250);
        assertThat(kit.reading(41).headline().statement()).isEqualTo(Headline.Statement.NO_CHANGE);
        assertThat(said(kit, 41).subList(0, 2))
                .containsExactly(
                        "No change of the injured leg that can be told over all positions.",
                        "Only possible so far, to be confirmed: Prone curl, knee 15°, left leg.");
        assertThat(said(kit, 41)).contains("A possible change waits to be confirmed: test again by 28 February 2026.");

        kit.tested(60, 228, 250);
        assertThat(said(kit, 61).get(0)).isEqualTo("The injured leg is stronger by more than measurement error.");
    }

    @Test
    void of_both_injured_legs_none_is_the_injured_leg() {
        EpisodeKit kit = new EpisodeKit();
        kit.involvement = Involvement.BILATERAL;
        kit.tested(0, 200, 250).tested(7, 200, 250).tested(40, 228, 250).tested(60, 230, 250);

        assertThat(said(kit, 61).get(0)).isEqualTo("The legs are stronger by more than measurement error.");
        assertThat(kit.reading(61).contributions()).isEmpty();
    }

    @Test
    void the_uninjured_leg_that_got_weaker_a_leg_not_tested_pain_and_calibration_are_told_before_all_else() {
        EpisodeKit weaker = new EpisodeKit()
                .tested(0, 180, 250)
                .tested(7, 180, 250)
                .tested(40, 180, 200)
                .tested(60, 180, 195);
        assertThat(warned(weaker, 61)).contains(Kind.UNINJURED_WEAKER);

        assertThat(warned(new EpisodeKit().tested(0, 180, 250).one(40, Side.LEFT, 200), 41)).contains(Kind.ONE_SIDED);
        EpisodeKit pain = new EpisodeKit().tested(0, 180, 250);
        pain.flags = Set.of(ResultFlag.PAIN_LIMITED, ResultFlag.UNCALIBRATED);
        pain.tested(40, 200, 250);
        assertThat(warned(pain, 41)).contains(Kind.PAIN_LIMITED, Kind.CALIBRATION);
    }

    @Test
    void another_sensor_a_late_first_test_a_past_goal_and_an_answer_from_home_are_warnings() {
        EpisodeKit kit = new EpisodeKit().tested(20, 180, 250);
        kit.sensor = "other";
        kit.tested(50, 190, 250)
                .noted(0, "goal", "what", "Run", "due", EpisodeKit.day(40).toString())
                .noted(51, "answer", "timing", "AFTER_24_H", "pain", "6")
                .noted(51, "answer", "timing", "AFTER_24_H", "pain", "5", "worse", "YES")
                .noted(52, "answer", "timing", "AFTER_48_H", "pain", "4", "worse", "YES")
                .noted(52, "answer", "timing", "SITTING", "pain", "2", "numb", "YES", "handled", "rang her");

        assertThat(warned(kit, 60))
                .containsExactly(
                        Kind.HOME_PAIN,
                        Kind.HOME_PAIN,
                        Kind.SENSOR_CHANGED,
                        Kind.SENSOR_CHANGED,
                        Kind.NO_BASELINE,
                        Kind.NO_BASELINE,
                        Kind.GOAL_PAST);
        assertThat(kit.reading(39).warnings()).extracting(Warning::kind).doesNotContain(Kind.GOAL_PAST);
    }

    @Test
    void a_stage_is_suggested_only_by_answers_of_the_last_exercises() {
        EpisodeKit kit = new EpisodeKit()
                .noted(0, "stage", "stage", "2", "because", "x")
                .noted(1, "pain", "activity", "DAILY_LIFE", "timing", "DURING", "pain", "2")
                .noted(2, "load-test", "test", "FORWARD_LUNGE", "side", "LEFT", "pain", "2")
                .noted(2, "load-test", "test", "SINGLE_LEG_DEADLIFT", "side", "LEFT", "pain", "3")
                .noted(3, "pain", "activity", "EXERCISES", "timing", "DURING", "pain", "2")
                .noted(4, "pain", "activity", "EXERCISES", "timing", "AFTER_24_H", "pain", "2");
        assertThat(kit.reading(9).stage().orElseThrow().kind()).isEqualTo(StageSuggestion.Kind.ADVANCE);

        kit.noted(10, "pain", "activity", "EXERCISES", "timing", "DURING", "pain", "2");
        assertThat(kit.reading(11).stage().orElseThrow().kind())
                .as("the answers are about the session before")
                .isEqualTo(StageSuggestion.Kind.CANNOT_TELL);

        kit.noted(12, "pain", "activity", "EXERCISES", "timing", "AFTER_48_H", "pain", "4");
        assertThat(kit.reading(13).stage().orElseThrow().kind()).isEqualTo(StageSuggestion.Kind.REDUCE);
    }

    @Test
    void nothing_is_dated_that_is_not_known() {
        EpisodeKit kit = new EpisodeKit();
        kit.treated = Optional.empty();

        assertThat(said(kit, 5))
                .containsExactly(
                        "Cannot tell a change yet: no position has a later test that can be judged.",
                        "It is not noted when treatment began, so the first review cannot be dated.",
                        "Strength was not tested yet.");
    }

    @Test
    void a_later_test_is_due_after_four_weeks_and_says_by_how_much_it_is_overdue() {
        EpisodeKit kit = new EpisodeKit().tested(0, 180, 250);

        assertThat(said(kit, 28)).contains("Next test on 2 February 2026: four weeks after the last one (an assumed interval).");
        assertThat(said(kit, 30))
                .contains("Next test on 2 February 2026: four weeks after the last one (an assumed interval). It is overdue by 2"
                        + " days.");
    }
}
