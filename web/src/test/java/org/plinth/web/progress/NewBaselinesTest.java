package org.plinth.web.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.measure.BaselineBand;
import org.plinth.web.measure.Segment;
import org.plinth.web.measure.SeriesBreak;
import org.plinth.web.measure.SeriesChange;
import org.plinth.web.progress.PrescriptionBlock.Missing;
import org.plinth.web.progress.PrescriptionBlock.Result;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;

/** Nothing is compared across surgery on the leg that was tested, unless the clinician says so. */
class NewBaselinesTest {

    private final ProgressWords words =
            new ProgressWords(Texts.bundled(), new Numbers(ForceUnit.NEWTON, ZoneOffset.UTC));

    /** Two baselines, surgery on day 60, and two tests after it. The left leg is injured. */
    private static EpisodeKit operated(String... more) {
        String[] values = new String[more.length + 2];
        values[0] = "what";
        values[1] = "SURGERY";
        System.arraycopy(more, 0, values, 2, more.length);
        return new EpisodeKit()
                .tested(0, 200, 250)
                .tested(7, 200, 250)
                .noted(60, "event", values)
                .tested(90, 120, 250)
                .tested(120, 150, 250);
    }

    private static Segment current(EpisodeKit kit, Side side) {
        return kit.courses().get(0).side(side).current().orElseThrow();
    }

    private static List<LocalDate> baseline(EpisodeKit kit, Side side) {
        return current(kit, side).baseline().map(BaselineBand::dates).orElse(List.of());
    }

    @Test
    void surgery_begins_a_new_baseline_on_the_injured_leg_alone() {
        EpisodeKit kit = operated();

        assertThat(kit.courses().get(0).left().segments()).hasSize(2);
        assertThat(current(kit, Side.LEFT).breakBecause()).containsExactly(SeriesBreak.SURGERY);
        assertThat(baseline(kit, Side.LEFT)).containsExactly(EpisodeKit.day(90));
        assertThat(current(kit, Side.LEFT).change().kind())
                .as("150 N after 120 N, and not 150 N after 200 N")
                .isEqualTo(SeriesChange.Kind.POSSIBLY_STRONGER);
        assertThat(kit.courses().get(0).right().segments()).hasSize(1);
        assertThat(baseline(kit, Side.RIGHT)).containsExactly(EpisodeKit.day(0), EpisodeKit.day(7));
        assertThat(kit.reading(121).contributions()).as("baselines of two days").isEmpty();
    }

    @Test
    void the_clinician_may_keep_the_baseline_and_may_take_that_back() {
        EpisodeKit kept = operated("baseline", "SAME");

        assertThat(kept.courses().get(0).left().segments()).hasSize(1);
        assertThat(baseline(kept, Side.LEFT)).containsExactly(EpisodeKit.day(0), EpisodeKit.day(7));
        assertThat(current(kept, Side.LEFT).change().kind()).isEqualTo(SeriesChange.Kind.WEAKER);
        assertThat(kept.reading(121).warnings())
                .extracting(Warning::kind)
                .contains(Warning.Kind.UPSET_BETWEEN)
                .doesNotContain(Warning.Kind.SURGERY_BETWEEN);
        assertThat(operated("baseline", "NEW").courses().get(0).left().segments())
                .hasSize(2);
    }

    @Test
    void the_leg_that_was_operated_on_counts() {
        EpisodeKit right = operated("side", "RIGHT");
        EpisodeKit both = operated("side", "BOTH");

        assertThat(right.courses().get(0).left().segments()).hasSize(1);
        assertThat(right.courses().get(0).right().segments()).hasSize(2);
        assertThat(both.courses().get(0).left().segments()).hasSize(2);
        assertThat(both.courses().get(0).right().segments()).hasSize(2);
        EpisodeKit bilateral = operated();
        bilateral.involvement = Involvement.BILATERAL;
        assertThat(bilateral.courses().get(0).right().segments()).hasSize(2);
    }

    @Test
    void a_test_on_the_day_itself_was_before_it() {
        EpisodeKit kit = new EpisodeKit()
                .tested(0, 200, 250)
                .tested(60, 190, 250)
                .noted(60, "event", "what", "SURGERY")
                .tested(61, 100, 250);

        assertThat(kit.courses().get(0).left().segments().get(0).newest().date())
                .isEqualTo(EpisodeKit.day(60));
        assertThat(baseline(kit, Side.LEFT)).containsExactly(EpisodeKit.day(61));
    }

    @Test
    void a_flare_up_is_named_and_parts_nothing_unless_the_clinician_says_so() {
        EpisodeKit kit = new EpisodeKit().tested(0, 200, 250).noted(20, "event", "what", "FLARE_UP");
        kit.tested(40, 180, 250);
        assertThat(kit.courses().get(0).left().segments()).hasSize(1);
        assertThat(kit.reading(41).warnings()).extracting(Warning::kind).contains(Warning.Kind.UPSET_BETWEEN);

        EpisodeKit anew = new EpisodeKit()
                .tested(0, 200, 250)
                .noted(20, "event", "what", "FLARE_UP", "baseline", "NEW")
                .tested(40, 180, 250);
        assertThat(current(anew, Side.LEFT).breakBecause()).containsExactly(SeriesBreak.NEW_BASELINE);
    }

    @Test
    void it_is_said_and_a_prescription_across_it_is_not_judged() {
        EpisodeKit kit = operated().noted(10, "prescription", "exercise", "Bridge", "side", "LEFT");

        List<String> said =
                kit.reading(121).warnings().stream().map(words::warning).toList();
        assertThat(said)
                .contains(
                        "Prone curl, knee 15\u00b0, left: there was surgery on this leg, so a new baseline begins on 5 April 2026. Earlier"
                                + " values are shown and not compared. The event can say that the old baseline is kept.")
                .noneMatch(sentence -> sentence.contains("left: the newest test is compared with one of"));
        Result result = kit.blocks(121).get(0).results().get(0);
        assertThat(result.missing()).isEqualTo(Optional.of(Missing.NEW_BASELINE));
        assertThat(words.result(result)).contains("Surgery, or another event after which a new baseline began");
    }

    @Test
    void surgery_before_the_first_test_parts_nothing() {
        EpisodeKit kit = new EpisodeKit()
                .noted(0, "event", "what", "SURGERY")
                .tested(5, 100, 200)
                .tested(40, 120, 200);

        assertThat(kit.courses().get(0).left().segments()).hasSize(1);
    }
}
