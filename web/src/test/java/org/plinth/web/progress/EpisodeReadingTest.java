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
                .contains(
                        "Prone curl, knee 15°: symmetry went from 75 % to 72 % (5 January 2026 to 14 February 2026). The left leg:"
                                + " 18 N more, within measurement error. The right leg gained 36 N, beyond its measurement error at one"
                                + " visit: to be confirmed.");
    }

    @Test
    void one_possible_flag_is_no_headline_and_a_confirmed_one_is() {
        EpisodeKit kit =
                new EpisodeKit().tested(0, 200, 250).tested(7, 200, 250).tested(40, 226, 250);
        assertThat(kit.reading(41).headline().statement()).isEqualTo(Headline.Statement.NO_CHANGE);
        assertThat(said(kit, 41).subList(0, 2))
                .containsExactly(
                        "No change of the injured leg that can be told over all positions.",
                        "To be confirmed: Prone curl, knee 15°, left leg (only possible so far).");
        assertThat(said(kit, 41)).contains("A possible change waits to be confirmed: test again by 28 February 2026.");

        kit.tested(60, 228, 250);
        assertThat(said(kit, 61).get(0)).isEqualTo("The injured leg is stronger by more than measurement error.");
    }

    /** The left leg's first test was limited by pain: the baselines are of two days, and no symmetry was measured between them. */
    @Test
    void baselines_of_two_days_make_no_symmetry() {
        EpisodeKit kit = new EpisodeKit();
        kit.flags = Set.of(ResultFlag.PAIN_LIMITED);
        kit.one(0, Side.LEFT, 150);
        kit.flags = Set.of();
        kit.one(0, Side.RIGHT, 250).tested(20, 190, 250).tested(50, 200, 250);

        assertThat(kit.reading(51).contributions()).isEmpty();
        assertThat(kit.reading(51).warnings().stream()
                        .filter(warning -> warning.side().equals(Optional.of(Side.LEFT)))
                        .map(Warning::kind))
                .as("what the left leg is compared with is of day 20, and treatment began on day 9")
                .contains(Kind.NO_BASELINE);
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

        assertThat(warned(new EpisodeKit().tested(0, 180, 250).one(40, Side.LEFT, 200), 41))
                .contains(Kind.ONE_SIDED);
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
                        Kind.HOME_WORSE,
                        Kind.SENSOR_CHANGED,
                        Kind.SENSOR_CHANGED,
                        Kind.NO_BASELINE,
                        Kind.NO_BASELINE,
                        Kind.GOAL_PAST);
        assertThat(kit.reading(39).warnings()).extracting(Warning::kind).doesNotContain(Kind.GOAL_PAST);
    }

    private static EpisodeKit ready() {
        return new EpisodeKit()
                .noted(0, "stage", "stage", "2", "because", "x")
                .noted(1, "pain", "activity", "DAILY_LIFE", "timing", "DURING", "pain", "2", "side", "LEFT")
                .noted(2, "load-test", "test", "FORWARD_LUNGE", "side", "LEFT", "pain", "2")
                .noted(2, "load-test", "test", "SINGLE_LEG_DEADLIFT", "side", "LEFT", "pain", "3")
                .noted(3, "pain", "activity", "EXERCISES", "timing", "REST", "pain", "2", "side", "LEFT")
                .noted(3, "pain", "activity", "EXERCISES", "timing", "DURING", "pain", "3", "side", "LEFT")
                .noted(4, "pain", "activity", "EXERCISES", "timing", "AFTER_24_H", "pain", "2", "side", "LEFT")
                .noted(5, "pain", "activity", "EXERCISES", "timing", "AFTER_48_H", "pain", "1", "side", "LEFT");
    }

    private String stage(EpisodeKit kit, int today) {
        List<String> all = said(kit, today);
        return all.get(all.size() - 1);
    }

    @Test
    void a_stage_is_suggested_only_where_all_is_known_of_the_injured_leg() {
        assertThat(stage(ready(), 9)).startsWith("Stage 3 might be tried");
        assertThat(stage(ready(), 40))
                .as("what is old says nothing")
                .startsWith("Whether another stage might be tried cannot");
        assertThat(stage(ready().noted(6, "load-test", "test", "FORWARD_LUNGE", "side", "RIGHT", "pain", "0"), 9))
                .startsWith("Stage 3 might be tried");
        assertThat(stage(ready().noted(6, "load-test", "test", "FORWARD_LUNGE", "side", "LEFT", "pain", "6"), 9))
                .startsWith("Nothing speaks for another stage yet: a load test hurt");
    }

    @Test
    void what_speaks_against_another_stage_is_said_and_nothing_is_suggested() {
        assertThat(stage(
                        ready().noted(
                                        6,
                                        "load-test",
                                        "test",
                                        "FORWARD_LUNGE",
                                        "side",
                                        "LEFT",
                                        "pain",
                                        "2",
                                        "sharp",
                                        "YES"),
                        9))
                .isEqualTo("Nothing is suggested about the stage: a load test hurt sharply.");
        assertThat(stage(ready().noted(6, "event", "what", "STEROID_INJECTION"), 9))
                .contains("an injection");
        assertThat(stage(ready().noted(6, "answer", "timing", "SITTING", "pain", "8"), 9))
                .contains("an answer from home");
        assertThat(stage(
                        ready().noted(
                                        6,
                                        "pain",
                                        "activity",
                                        "EXERCISES",
                                        "timing",
                                        "DURING",
                                        "pain",
                                        "4",
                                        "side",
                                        "LEFT"),
                        9))
                .contains("the exercises hurt more than 3 of 10");
        EpisodeKit one = new EpisodeKit()
                .noted(0, "stage", "stage", "1", "because", "x")
                .noted(1, "pain", "activity", "DAILY_LIFE", "timing", "DURING", "pain", "2", "side", "LEFT")
                .noted(3, "pain", "activity", "EXERCISES", "timing", "REST", "pain", "2", "side", "LEFT")
                .noted(4, "pain", "activity", "EXERCISES", "timing", "AFTER_24_H", "pain", "2", "side", "LEFT");
        assertThat(stage(one, 9)).contains("not both known");
        assertThat(stage(one.noted(5, "answer", "timing", "AFTER_48_H", "pain", "2"), 9))
                .isEqualTo(
                        "Stage 2 might be tried: pain in daily life is 3 of 10 or less, and it was no worse a day or two later."
                                + " A suggestion; you decide.");
        assertThat(stage(one.noted(5, "answer", "timing", "AFTER_48_H", "pain", "3"), 9))
                .contains("It was worse a day or two");
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

        assertThat(said(kit, 28))
                .contains("Next test on 2 February 2026: four weeks after the last one (an assumed interval).");
        assertThat(said(kit, 30))
                .contains(
                        "Next test on 2 February 2026: four weeks after the last one (an assumed interval). It is overdue by 2"
                                + " days.");
    }
}
