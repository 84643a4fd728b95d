package org.plinth.core.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.plinth.core.outcome.Polarity.HIGHER_BETTER;
import static org.plinth.core.outcome.Polarity.LOWER_BETTER;
import static org.plinth.core.outcome.SampleInstruments.absolute;
import static org.plinth.core.outcome.SampleInstruments.relative;
import static org.plinth.core.outcome.SampleInstruments.score;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.core.outcome.Instrument.Mode;
import org.plinth.core.outcome.Polarity.Way;
import org.plinth.core.outcome.ScoreChange.Figures;
import org.plinth.core.outcome.ScoreChange.Reason;
import org.plinth.core.visit.Side;

class ScoreChangeTest {

    private static final InstrumentCatalogue CATALOGUE = InstrumentCatalogue.bundled();

    @ParameterizedTest
    @CsvSource({
        // LEFS: a change of 9 is within its error of 9 points at 90 %, of 10 is not.
        "lefs, 40, 48, WithinError",
        "lefs, 40, 49, WithinError",
        "lefs, 40, 50, Better",
        "lefs, 40, 32, WithinError",
        "lefs, 40, 31, WithinError",
        "lefs, 40, 30, Worse",
        "lefs, 40, 40, WithinError",
        "percent-normal, 50, 90, NoErrorKnown",
        "visa-h, 23, 83, NoErrorKnown",
        "gpe-11, -2, 4, NoErrorKnown"
    })
    void boundaries_lie_one_step_beyond_the_limit(String id, double first, double now, String expected) {
        Instrument instrument = CATALOGUE.find(id).orElseThrow();
        Qualifiers said = instrument.mode() == Mode.EITHER ? Qualifiers.NONE.answeredBy(Mode.PATIENT) : Qualifiers.NONE;

        ScoreChange change =
                ScoreChange.between(instrument, score(instrument, 0, first, said), score(instrument, 28, now, said));

        assertThat(change.getClass().getSimpleName()).isEqualTo(expected);
    }

    @Test
    void an_activity_of_ones_own_choice_needs_more_than_3() {
        Instrument psfs = CATALOGUE.find("psfs-activity").orElseThrow();
        Qualifiers sitting = Qualifiers.NONE.doing("sitting through a film");

        assertThat(between(psfs, sitting, 2, 5)).isInstanceOf(ScoreChange.WithinError.class);
        assertThat(between(psfs, sitting, 2, 6)).isInstanceOfSatisfying(ScoreChange.Better.class, better -> {
            assertThat(better.figures()).isEqualTo(new Figures(2, 6, 4, Way.BETTER));
            assertThat(better.limit()).isEqualTo(3);
            assertThat(better.detectable().grade()).isEqualTo(Grade.PROVISIONAL);
        });
    }

    @Test
    void less_pain_is_the_better_way_though_its_difference_is_negative() {
        Instrument nrs = CATALOGUE.find("nrs-pain").orElseThrow();
        Qualifiers running = Qualifiers.NONE.doing("running").at(Timing.DURING).of(Side.LEFT);

        assertThat(between(nrs, running, 7, 3))
                .isEqualTo(new ScoreChange.NoErrorKnown(new Figures(7, 3, -4, Way.BETTER)));
        assertThat(between(nrs, running, 3, 3)).isEqualTo(new ScoreChange.NoErrorKnown(new Figures(3, 3, 0, Way.SAME)));
        assertThat(nrs.worthwhile().orElseThrow().isReached(new Figures(7, 5, -2, Way.BETTER)))
                .isTrue();
        assertThat(nrs.worthwhile().orElseThrow().isReached(new Figures(7, 6, -1, Way.BETTER)))
                .isFalse();
    }

    @Test
    void a_number_and_a_line_for_pain_are_never_compared_and_nor_is_a_nirschl_phase() {
        Instrument nrs = CATALOGUE.find("nrs-pain").orElseThrow();
        Instrument vas = CATALOGUE.find("vas-pain").orElseThrow();
        Instrument nirschl = CATALOGUE.find("nirschl-phase").orElseThrow();
        Qualifiers running = Qualifiers.NONE.doing("running").at(Timing.DURING).of(Side.LEFT);
        Score number = score(nrs, 0, 7, running);

        assertThat(ScoreChange.between(nrs, number, score(vas, 1, 70, running)))
                .isEqualTo(new ScoreChange.NotComparable(Reason.OTHER_INSTRUMENT));
        assertThat(ScoreChange.between(nrs, number, score(nirschl, 1, 5, Qualifiers.NONE.answeredBy(Mode.CLINICIAN))))
                .isEqualTo(new ScoreChange.NotComparable(Reason.OTHER_INSTRUMENT));
    }

    @Test
    void what_differs_in_anything_that_was_said_is_not_compared() {
        Instrument nrs = CATALOGUE.find("nrs-pain").orElseThrow();
        Instrument visa = CATALOGUE.find("visa-h").orElseThrow();
        Instrument lefs = CATALOGUE.find("lefs").orElseThrow();
        Qualifiers running = Qualifiers.NONE.doing("running").at(Timing.DURING).of(Side.LEFT);

        assertThat(notComparable(nrs, running, running.of(Side.RIGHT))).isEqualTo(Reason.OTHER_QUALIFIERS);
        assertThat(notComparable(nrs, running, running.at(Timing.AFTER_24_H))).isEqualTo(Reason.OTHER_QUALIFIERS);
        assertThat(notComparable(nrs, running, running.doing("sitting"))).isEqualTo(Reason.OTHER_QUALIFIERS);
        assertThat(notComparable(lefs, Qualifiers.NONE, Qualifiers.NONE.in("sv")))
                .isEqualTo(Reason.OTHER_LANGUAGE);
        assertThat(notComparable(
                        visa, Qualifiers.NONE.answeredBy(Mode.PATIENT), Qualifiers.NONE.answeredBy(Mode.CLINICIAN)))
                .isEqualTo(Reason.OTHER_MODE);
    }

    @Test
    void another_version_is_another_instrument() {
        Instrument lefs = CATALOGUE.find("lefs").orElseThrow();
        Score one = score(lefs, 40);
        Score two = new Score(one.instrument(), 2, one.date(), one.value(), one.qualifiers());

        assertThat(ScoreChange.between(lefs, one, two)).isEqualTo(new ScoreChange.NotComparable(Reason.OTHER_VERSION));
    }

    @Test
    void the_newest_stands_against_the_first_of_its_own_series() {
        Instrument lefs = CATALOGUE.find("lefs").orElseThrow();
        Qualifiers swedish = Qualifiers.NONE.in("sv");
        Score first = score(lefs, 0, 30, Qualifiers.NONE);
        Score other = score(lefs, 10, 79, swedish);
        Score now = score(lefs, 20, 50, Qualifiers.NONE);

        assertThat(ScoreChange.of(lefs, List.of(first))).isEqualTo(new ScoreChange.OneScore(first));
        assertThat(ScoreChange.of(lefs, List.of(now, other, first)))
                .isEqualTo(new ScoreChange.Better(
                        new Figures(30, 50, 20, Way.BETTER),
                        9,
                        lefs.detectable().orElseThrow()));
        assertThat(ScoreChange.of(lefs, List.of(first, other)))
                .isEqualTo(new ScoreChange.NotComparable(Reason.OTHER_LANGUAGE));
        assertThatIllegalArgumentException().isThrownBy(() -> ScoreChange.of(lefs, List.of()));
    }

    @Test
    void of_two_on_one_day_the_later_given_is_the_newer() {
        Instrument lefs = CATALOGUE.find("lefs").orElseThrow();

        assertThat(ScoreChange.of(lefs, List.of(score(lefs, 60), score(lefs, 40))))
                .isInstanceOf(ScoreChange.Worse.class);
    }

    @Test
    void a_relative_limit_judges_up_and_down_alike() {
        Instrument instrument = relative(HIGHER_BETTER, 25);

        // 40 × 1.25 = 50 and 50 ÷ 1.25 = 40: both exactly the limit.
        assertThat(change(instrument, 40, 50)).isInstanceOf(ScoreChange.WithinError.class);
        assertThat(change(instrument, 50, 40))
                .isInstanceOfSatisfying(ScoreChange.WithinError.class, same -> assertThat(same.limit())
                        .isCloseTo(10, within(1e-12)));
        assertThat(change(instrument, 40, 51)).isInstanceOf(ScoreChange.Better.class);
        assertThat(change(instrument, 50, 39)).isInstanceOf(ScoreChange.Worse.class);
        assertThat(change(instrument, 0, 40)).isEqualTo(new ScoreChange.NotComparable(Reason.NO_RATIO));
        assertThat(change(instrument, 40, 0)).isEqualTo(new ScoreChange.NotComparable(Reason.NO_RATIO));
    }

    @Property
    void turning_the_scale_round_turns_better_and_worse(
            @ForAll @IntRange(min = 0, max = 100) int first,
            @ForAll @IntRange(min = 0, max = 100) int now,
            @ForAll @IntRange(min = 1, max = 99) int limit) {
        ScoreChange up = change(absolute(HIGHER_BETTER, limit), first, now);
        ScoreChange down = change(absolute(LOWER_BETTER, limit), first, now);

        assertThat(verdict(down)).isEqualTo(turned(verdict(up)));
        assertThat(figures(down).difference()).isEqualTo(figures(up).difference());
        assertThat(HIGHER_BETTER.flipped()).isEqualTo(LOWER_BETTER);
        assertThat(LOWER_BETTER.flipped()).isEqualTo(HIGHER_BETTER);
    }

    @Property
    void exchanging_the_two_exchanges_better_and_worse(
            @ForAll Polarity polarity,
            @ForAll @IntRange(min = 1, max = 100) int first,
            @ForAll @IntRange(min = 1, max = 100) int now,
            @ForAll @IntRange(min = 1, max = 99) int limit) {
        for (Instrument instrument : List.of(absolute(polarity, limit), relative(polarity, limit))) {
            ScoreChange there = change(instrument, first, now);
            ScoreChange back = change(instrument, now, first);

            assertThat(verdict(back)).isEqualTo(turned(verdict(there)));
            assertThat(figures(back).difference()).isEqualTo(-figures(there).difference() + 0.0);
        }
    }

    @Property
    void exactly_the_limit_is_within_error_and_one_step_more_is_not(
            @ForAll Polarity polarity,
            @ForAll @IntRange(min = 0, max = 50) int first,
            @ForAll @IntRange(min = 1, max = 49) int limit) {
        Instrument instrument = absolute(polarity, limit);

        assertThat(verdict(change(instrument, first, first + limit))).isEqualTo("WithinError");
        assertThat(verdict(change(instrument, first, first + limit + 1)))
                .isEqualTo(polarity == HIGHER_BETTER ? "Better" : "Worse");
        assertThat(verdict(change(instrument, first + limit, first))).isEqualTo("WithinError");
        assertThat(verdict(change(instrument, first + limit + 1, first)))
                .isEqualTo(polarity == HIGHER_BETTER ? "Worse" : "Better");
    }

    @Property
    void without_a_known_error_nothing_is_better_or_worse(
            @ForAll Polarity polarity,
            @ForAll @IntRange(min = 0, max = 100) int first,
            @ForAll @IntRange(min = 0, max = 100) int now) {
        assertThat(change(SampleInstruments.of(polarity, Optional.empty()), first, now))
                .isEqualTo(
                        new ScoreChange.NoErrorKnown(new Figures(first, now, now - first, polarity.way(first, now))));
    }

    @Test
    void dates_do_not_enter() {
        Instrument lefs = CATALOGUE.find("lefs").orElseThrow();
        Score earlier = score(lefs, 40);
        Score later = new Score("lefs", 1, LocalDate.of(2029, 3, 2), 60, earlier.qualifiers());

        assertThat(ScoreChange.between(lefs, earlier, later)).isInstanceOf(ScoreChange.Better.class);
    }

    private static ScoreChange change(Instrument instrument, double first, double now) {
        return ScoreChange.between(instrument, score(instrument, first), score(instrument, now));
    }

    private static ScoreChange between(Instrument instrument, Qualifiers said, double first, double now) {
        return ScoreChange.between(instrument, score(instrument, 0, first, said), score(instrument, 28, now, said));
    }

    private static Reason notComparable(Instrument instrument, Qualifiers first, Qualifiers now) {
        ScoreChange change =
                ScoreChange.between(instrument, score(instrument, 0, 5, first), score(instrument, 28, 5, now));
        return ((ScoreChange.NotComparable) change).reason();
    }

    private static String verdict(ScoreChange change) {
        return change.getClass().getSimpleName();
    }

    private static String turned(String verdict) {
        return switch (verdict) {
            case "Better" -> "Worse";
            case "Worse" -> "Better";
            default -> verdict;
        };
    }

    private static Figures figures(ScoreChange change) {
        if (change instanceof ScoreChange.Better better) {
            return better.figures();
        }
        return change instanceof ScoreChange.Worse worse
                ? worse.figures()
                : ((ScoreChange.WithinError) change).figures();
    }

    @ParameterizedTest
    @CsvSource({
        // first, at least?, now, at least?, what may be said
        "20, false, 60, true, NoErrorKnown",
        "60, true, 30, false, NoErrorKnown",
        "60, false, 60, true, NotComparable",
        "90, false, 60, true, NotComparable",
        "60, true, 60, false, NotComparable",
        "60, true, 90, false, NotComparable",
        "60, true, 90, true, NotComparable",
        "60, true, 30, true, NotComparable"
    })
    void of_at_least_only_what_holds_for_every_greater_value_is_said(
            double first, boolean firstOpen, double now, boolean nowOpen, String expected) {
        Instrument sitting = CATALOGUE.find("sitting-onset").orElseThrow();
        Score earlier = score(sitting, 0, first, Qualifiers.NONE.on(Surface.HARD));
        Score later = score(sitting, 28, now, Qualifiers.NONE.on(Surface.HARD));

        ScoreChange change =
                ScoreChange.between(sitting, firstOpen ? earlier.orMore() : earlier, nowOpen ? later.orMore() : later);

        assertThat(change.getClass().getSimpleName()).isEqualTo(expected);
        if (change instanceof ScoreChange.NoErrorKnown known) {
            assertThat(known.figures().open()).isEqualTo(nowOpen ? ScoreChange.Open.NOW : ScoreChange.Open.FIRST);
            assertThat(known.figures().difference()).isEqualTo(now - first);
        } else {
            assertThat(change).isEqualTo(new ScoreChange.NotComparable(Reason.OPEN_ENDED));
        }
    }

    @Test
    void at_least_is_a_change_beyond_the_limit_and_never_within_it() {
        Instrument lefs = CATALOGUE.find("lefs").orElseThrow();

        assertThat(ScoreChange.between(
                        lefs,
                        score(lefs, 0, 40, Qualifiers.NONE),
                        score(lefs, 28, 50, Qualifiers.NONE).orMore()))
                .isInstanceOf(ScoreChange.Better.class);
        assertThat(ScoreChange.between(
                        lefs,
                        score(lefs, 0, 40, Qualifiers.NONE),
                        score(lefs, 28, 49, Qualifiers.NONE).orMore()))
                .isEqualTo(new ScoreChange.NotComparable(Reason.OPEN_ENDED));
    }
}
