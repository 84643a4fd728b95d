package org.plinth.web.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.core.position.Fixation;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.core.trend.PrescriptionVerdict.Verdict;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.progress.PrescriptionBlock.Missing;
import org.plinth.web.progress.PrescriptionBlock.Result;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;

/**
 * What strength did after a prescription (decision M14). By hand: two tests of 200 N before, measurement error 5 %, so s =
 * 0.05·√1.5 = 0.0612; the limit is 200·e^(1.96·0.0612) = 225.5 N and 200·e^−0.12 = 177.4 N.
 */
class PrescriptionBlocksTest {

    private static EpisodeKit twoBefore() {
        return new EpisodeKit()
                .tested(0, 200, 250)
                .tested(7, 200, 250)
                .noted(10, "prescription", "exercise", "Bridge", "sets", "3", "hold", "20", "side", "LEFT");
    }

    private static Result left(EpisodeKit kit, int today) {
        return kit.blocks(today).get(0).results().stream()
                .filter(result -> result.side() == Side.LEFT)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "226.5, IMPROVED", // limit + 1 N
        "224.5, POSSIBLE", // limit - 1 N
        "217, POSSIBLE", // chance of a gain 0.909
        "215, NO_CHANGE", // 0.881
        "200, NO_CHANGE",
        "178.4, NO_CHANGE", // lower limit + 1 N
        "176.4, WORSE" // lower limit - 1 N
    })
    void the_test_after_28_days_is_judged_against_the_two_before(double newtons, Verdict verdict) {
        EpisodeKit kit = twoBefore().tested(38, newtons, 250);

        assertThat(left(kit, 40).judged().orElseThrow().verdict()).isEqualTo(verdict);
    }

    @Test
    void twenty_seven_days_are_too_early_and_no_test_before_is_not_enough() {
        assertThat(left(twoBefore().tested(37, 300, 250), 40)
                        .judged()
                        .orElseThrow()
                        .verdict())
                .isEqualTo(Verdict.TOO_EARLY);
        EpisodeKit without = new EpisodeKit()
                .noted(0, "prescription", "exercise", "Bridge", "side", "LEFT")
                .tested(40, 200, 250);
        assertThat(left(without, 40).judged().orElseThrow().verdict()).isEqualTo(Verdict.INSUFFICIENT);
    }

    @Test
    void only_trained_legs_are_judged_and_what_has_not_begun_is_no_block() {
        EpisodeKit kit =
                twoBefore().tested(38, 226.5, 250).noted(60, "prescription", "exercise", "Later", "side", "BOTH");

        List<PrescriptionBlock> blocks = kit.blocks(40);

        assertThat(blocks).hasSize(1);
        assertThat(blocks.get(0).results()).extracting(Result::side).containsExactly(Side.LEFT);
        kit.involvement = Involvement.BILATERAL;
        assertThat(new EpisodeKit()
                        .tested(0, 200, 250)
                        .noted(1, "prescription", "exercise", "Both", "side", "BOTH")
                        .blocks(40)
                        .get(0)
                        .results())
                .hasSize(2);
    }

    @Test
    void another_set_up_afterwards_is_no_answer() {
        EpisodeKit kit = twoBefore();
        kit.fixation = Fixation.BELT;
        kit.tested(40, 300, 250);

        Result result = left(kit, 50);

        assertThat(result.judged()).isEmpty();
        assertThat(result.missing()).contains(Missing.SERIES_BROKE);
    }

    @Test
    void where_nothing_was_compared_nothing_is_said_to_have_gone_along() {
        EpisodeKit kit = twoBefore().noted(12, "event", "what", "FLARE_UP").tested(20, 230, 250);

        assertThat(kit.blocks(21).get(0).alongside()).isEmpty();
    }

    /** The other position was tested on the day itself: that does not shorten the time between the tests that were compared. */
    @Test
    void the_time_begins_with_the_last_test_of_what_was_compared() {
        EpisodeKit kit = twoBefore().noted(8, "event", "what", "STEROID_INJECTION");
        kit.position = "bridge-force-sl-short";
        kit.tested(10, 400, 500);
        kit.position = "curl-prone-15";
        kit.tested(38, 230, 250);

        assertThat(kit.blocks(50).get(0).alongside()).hasSize(1);
    }

    /** On the day itself, shortly before it, on the day of the last test before, or still going on. */
    @Test
    void what_began_before_and_what_happened_on_the_same_day_is_named_too() {
        EpisodeKit kit = twoBefore()
                .noted(3, "event", "what", "RACE")
                .noted(7, "event", "what", "STEROID_INJECTION")
                .noted(
                        2,
                        "event",
                        "what",
                        "ANTI_INFLAMMATORY",
                        "until",
                        EpisodeKit.day(12).toString())
                .noted(10, "event", "what", "FLARE_UP")
                .tested(38, 230, 250);

        assertThat(kit.blocks(50).get(0).alongside())
                .extracting(entry -> entry.values().get("what"))
                .containsExactly("STEROID_INJECTION", "ANTI_INFLAMMATORY", "FLARE_UP");
    }

    @Test
    void what_else_happened_before_the_test_is_named_and_what_came_later_is_not() {
        EpisodeKit kit = twoBefore()
                .noted(20, "event", "what", "STEROID_INJECTION")
                .noted(25, "prescription", "exercise", "Curl", "side", "LEFT")
                .tested(38, 230, 250)
                .noted(45, "event", "what", "RACE");
        ProgressWords words = new ProgressWords(Texts.bundled(), new Numbers(ForceUnit.NEWTON, ZoneOffset.UTC));

        PrescriptionBlock first = kit.blocks(50).get(0);

        assertThat(words.alongside(first))
                .contains(
                        "In the same time: Steroid injection (25 January 2026); Curl (30 January 2026). What was associated"
                                + " with which cannot be told apart.");
        assertThat(words.result(first.results().get(0)))
                .isEqualTo("Prone curl, knee 15°, left: improved. On 12 February 2026 it was 15 % more than the mean"
                        + " of two tests before, more than measurement error. That is associated with this prescription; a"
                        + " test cannot say why.");
    }
}
