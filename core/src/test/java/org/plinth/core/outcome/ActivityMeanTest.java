package org.plinth.core.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.plinth.core.outcome.ActivityMean.Reason;
import org.plinth.core.outcome.ActivityMean.Series;
import org.plinth.core.outcome.ActivityMean.Withheld;

/** The mean of a patient's own activities: which answers are in it, and what two means say. Worked by hand. */
class ActivityMeanTest {

    private static final InstrumentCatalogue CATALOGUE = InstrumentCatalogue.bundled();
    private static final Instrument ONE = CATALOGUE.find("psfs-activity").orElseThrow();
    private static final Instrument MEAN = CATALOGUE.find("psfs").orElseThrow();

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 1, 5).plusDays(day);
    }

    /** Activities and their values by turns. */
    private static List<Score> round(int day, Object... answers) {
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < answers.length; i += 2) {
            scores.add(((ScoreReading.Usable)
                            Score.read(ONE, day(day), (int) answers[i + 1], Qualifiers.NONE.doing((String) answers[i])))
                    .score());
        }
        return scores;
    }

    @SafeVarargs
    private static ActivityMean of(List<Score>... rounds) {
        List<Score> all = new ArrayList<>();
        for (List<Score> round : rounds) {
            all.addAll(round);
        }
        return ActivityMean.of(MEAN, all);
    }

    private static List<Double> values(Series series) {
        return series.scores().stream().map(Score::value).toList();
    }

    @Test
    void three_to_five_answers_of_a_day_have_a_mean_to_one_decimal() {
        // (2+3+5)/3 = 3.333; (2+3+5+8)/4 = 4.5; (1+1+1+1+2)/5 = 1.2
        assertThat(values(of(round(0, "run", 2, "sit", 3, "bend", 5)).series().get(0)))
                .containsExactly(3.3);
        assertThat(values(of(round(0, "run", 2, "sit", 3, "bend", 5, "drive", 8))
                        .series()
                        .get(0)))
                .containsExactly(4.5);
        assertThat(values(of(round(0, "a", 1, "b", 1, "c", 1, "d", 1, "e", 2))
                        .series()
                        .get(0)))
                .containsExactly(1.2);
    }

    @Test
    void fewer_than_three_or_more_than_five_have_none_and_it_is_said_why() {
        ActivityMean few = of(round(0, "run", 2, "sit", 3));
        ActivityMean many = of(round(0, "a", 1, "b", 1, "c", 1, "d", 1, "e", 2, "f", 3));

        assertThat(few.series()).isEmpty();
        assertThat(few.withheld()).containsExactly(new Withheld(day(0), 2, Reason.TOO_FEW));
        assertThat(many.series()).isEmpty();
        assertThat(many.withheld()).containsExactly(new Withheld(day(0), 6, Reason.TOO_MANY));
        assertThat(of()).isEqualTo(new ActivityMean(List.of(), List.of()));
    }

    @Test
    void the_activities_of_the_first_mean_stay_and_one_more_beside_them_is_left_out() {
        ActivityMean mean = of(
                round(0, "run", 2, "sit", 3, "bend", 4),
                round(28, "Run", 5, "SIT", 5, "bend", 6, "drive", 0),
                round(56, "bend", 7, "run", 7, "sit", 7));

        assertThat(mean.series()).hasSize(1);
        assertThat(mean.series().get(0).activities()).containsExactly("run", "sit", "bend");
        assertThat(values(mean.series().get(0))).containsExactly(3.0, 5.3, 7.0);
        assertThat(mean.withheld()).isEmpty();
    }

    @Test
    void other_activities_are_another_series_and_come_back_to_their_own() {
        ActivityMean mean = of(
                round(0, "run", 2, "sit", 2, "bend", 2),
                round(28, "run", 8, "sit", 8, "drive", 8),
                round(42, "run", 9, "sit", 9),
                round(56, "run", 3, "sit", 3, "bend", 3));

        assertThat(mean.series())
                .extracting(Series::activities)
                .containsExactly(List.of("run", "sit", "bend"), List.of("run", "sit", "drive"));
        assertThat(values(mean.series().get(0))).containsExactly(2.0, 3.0);
        assertThat(values(mean.series().get(1))).containsExactly(8.0);
        assertThat(mean.withheld()).containsExactly(new Withheld(day(42), 2, Reason.TOO_FEW));
    }

    @Test
    void of_two_answers_about_one_activity_on_one_day_the_later_counts() {
        assertThat(values(of(round(0, "run", 2, "sit", 2, "bend", 2), round(0, "run", 8))
                        .series()
                        .get(0)))
                .containsExactly(4.0);
    }

    @Test
    void a_change_of_exactly_two_is_within_error_and_the_next_possible_one_is_not() {
        ActivityMean two = of(round(0, "a", 2, "b", 3, "c", 5), round(28, "a", 4, "b", 5, "c", 7));
        ActivityMean more = of(round(0, "a", 2, "b", 3, "c", 5), round(28, "a", 4, "b", 5, "c", 8));

        assertThat(ScoreChange.of(MEAN, two.series().get(0).scores())).isInstanceOf(ScoreChange.WithinError.class);
        assertThat(ScoreChange.of(MEAN, more.series().get(0).scores()))
                .isInstanceOfSatisfying(ScoreChange.Better.class, better -> assertThat(better.limit())
                        .isEqualTo(2));
    }

    /** The verdict of the rounded means is that of the sums: a difference beyond 2 × how many. */
    @Property(tries = 500)
    void rounding_moves_no_verdict(
            @ForAll @Size(min = 3, max = 5) List<@IntRange(max = 10) Integer> first,
            @ForAll @Size(5) List<@IntRange(max = 10) Integer> then) {
        List<Score> answers = new ArrayList<>();
        int difference = 0;
        for (int i = 0; i < first.size(); i++) {
            answers.addAll(round(0, "activity " + i, first.get(i)));
            answers.addAll(round(28, "activity " + i, then.get(i)));
            difference += then.get(i) - first.get(i);
        }

        ScoreChange change = ScoreChange.of(
                MEAN, ActivityMean.of(MEAN, answers).series().get(0).scores());

        assertThat(change instanceof ScoreChange.WithinError).isEqualTo(Math.abs(difference) <= 2 * first.size());
    }

    @Test
    void an_answer_without_an_activity_belongs_to_no_mean() {
        Score nameless = new Score(
                "psfs-activity", 1, day(0), 4, Qualifiers.NONE.in("en").answeredBy(Instrument.Mode.PATIENT));

        assertThatIllegalArgumentException().isThrownBy(() -> ActivityMean.of(MEAN, List.of(nameless)));
    }
}
