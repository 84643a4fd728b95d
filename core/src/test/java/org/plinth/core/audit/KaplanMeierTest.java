package org.plinth.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plinth.core.audit.KaplanMeier.Followed;
import org.plinth.core.audit.KaplanMeier.Step;

/** Remission times of Freireich et al. (1963), Blood 21:699-716; expected values by R's survfit ({@code expectations.R}). */
class KaplanMeierTest {

    private static final double TINY = 1e-12;

    private static List<Followed> people(int[] days, int... events) {
        return IntStream.range(0, days.length)
                .mapToObj(i -> new Followed(days[i], events[i] == 1))
                .toList();
    }

    private static List<Followed> treated() {
        return people(
                new int[] {6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35},
                1,
                1,
                1,
                0,
                1,
                0,
                1,
                0,
                0,
                1,
                1,
                0,
                0,
                0,
                1,
                1,
                0,
                0,
                0,
                0,
                0);
    }

    @Test
    void the_treated_group_of_1963_has_the_published_curve_and_median() {
        KaplanMeier curve = KaplanMeier.of(treated());

        assertThat(curve.n()).isEqualTo(21);
        assertThat(curve.events()).isEqualTo(9);
        assertThat(curve.median()).hasValue(23);
        assertThat(curve.medianLow()).hasValue(13);
        assertThat(curve.medianHigh()).isEmpty();
        close(
                curve.steps().stream().mapToDouble(Step::waiting).toArray(),
                0.857142857142857,
                0.806722689075630,
                0.752941176470588,
                0.690196078431372,
                0.627450980392157,
                0.537815126050420,
                0.448179271708683);
        close(
                curve.steps().stream()
                        .mapToDouble(step -> step.interval().orElseThrow().low())
                        .toArray(),
                0.619717955265984,
                0.563146564622233,
                0.503199510799957,
                0.431610222486184,
                0.367510855987502,
                0.267778936767135,
                0.188052005959232);
        close(
                curve.steps().stream()
                        .mapToDouble(step -> step.interval().orElseThrow().high())
                        .toArray(),
                0.951551747646997,
                0.922809019202880,
                0.889361835169265,
                0.849065963349451,
                0.804912189471841,
                0.746790717635394,
                0.680142628495241);
    }

    private static void close(double[] actual, double... expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(TINY));
        }
    }

    @Test
    void the_other_group_has_its_median_at_8_from_4_to_11() {
        int[] days = {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23};
        int[] all = new int[days.length];
        Arrays.fill(all, 1);

        KaplanMeier curve = KaplanMeier.of(people(days, all));

        assertThat(curve.median()).hasValue(8);
        assertThat(curve.medianLow()).hasValue(4);
        assertThat(curve.medianHigh()).hasValue(11);
        assertThat(curve.steps().get(curve.steps().size() - 1).waiting()).isZero();
    }

    @Test
    void a_curve_that_rests_at_one_half_has_the_middle_of_that_rest() {
        assertThat(KaplanMeier.of(people(new int[] {1, 2, 3, 4}, 1, 1, 1, 1)).median())
                .hasValue(2.5);
    }

    @Test
    void nobody_and_nobody_with_the_event_have_no_median() {
        assertThat(KaplanMeier.of(List.of()).median()).isEmpty();
        KaplanMeier none = KaplanMeier.of(people(new int[] {5, 9}, 0, 0));
        assertThat(none.steps()).isEmpty();
        assertThat(none.median()).isEmpty();
        assertThat(none.waiting(100)).isEqualTo(1);
    }

    @Test
    void who_was_seen_last_on_the_day_of_an_event_was_still_at_risk_on_it() {
        KaplanMeier curve = KaplanMeier.of(people(new int[] {6, 6}, 1, 0));

        assertThat(curve.steps().get(0).atRisk()).isEqualTo(2);
        assertThat(curve.waiting(5)).isEqualTo(1);
        assertThat(curve.waiting(6)).isEqualTo(0.5);
    }

    @Test
    void nobody_is_followed_for_less_than_no_days() {
        assertThatThrownBy(() -> new Followed(-1, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Followed(Double.NaN, true)).isInstanceOf(IllegalArgumentException.class);
    }
}
