package org.plinth.core.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.quantity.Force;
import org.plinth.core.reliability.IntraclassCorrelation.Form;
import org.plinth.core.reliability.OwnSiteError.Decision;
import org.plinth.core.reliability.OwnSiteError.RetestPair;

class ReliabilityTest {

    /** Shrout and Fleiss (1979), table 2: six people, four judges. */
    private static final double[][] SHROUT_FLEISS = {
        {9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}
    };

    private static final double[] FIRST = {231, 250, 198, 305, 276, 222, 264, 240};
    private static final double[] SECOND = {238, 244, 205, 312, 281, 215, 272, 251};

    private static final MeasurementError FIVE = new MeasurementError(5, "curl-prone-15 rig, provisional", true);

    @Test
    void gold_2() {
        ReliabilityError error = ReliabilityError.of(new Force(45), 0.90);

        assertThat(error.sem().newtons()).isCloseTo(14.2302, within(0.00005));
        assertThat(error.detectableChange95().newtons()).isCloseTo(39.4442, within(0.00005));
        assertThat(error.detectableChange90().newtons()).isCloseTo(33.1050, within(0.00005));
        assertThat(error.reliableChangeIndex(new Force(215), new Force(248))).isCloseTo(1.6398, within(0.00005));
        assertThat(error.isReliable(new Force(215), new Force(248))).isFalse();
        assertThat(error.isReliable(new Force(215), new Force(275))).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> ReliabilityError.of(Force.ZERO, 0.9));
        assertThatIllegalArgumentException().isThrownBy(() -> ReliabilityError.of(new Force(1), 1));
    }

    @Test
    void gold_3() {
        TestRetest found = TestRetest.of(pairs(FIRST, SECOND)).orElseThrow();

        assertThat(found.typicalError().newtons()).isCloseTo(4.7359, within(0.00005));
        assertThat(found.detectableChange().newtons()).isCloseTo(13.1272, within(0.00005));
        assertThat(found.typicalErrorPercent()).isCloseTo(2.0097, within(0.00005));
        assertThat(found.shiftPercent()).isCloseTo(1.5567, within(0.00005));
        assertThat(found.detectableFactor()).isCloseTo(1.05670, within(0.000005));
        assertThat(1 / found.detectableFactor()).isCloseTo(0.94634, within(0.000005));
        assertThat(found.smallestWorthwhile().newtons()).isCloseTo(6.8335, within(0.00005));
        assertThat(found.pairs()).isEqualTo(8);
    }

    @Test
    void too_few_pairs_or_no_force_give_nothing() {
        assertThat(TestRetest.of(List.of())).isEmpty();
        assertThat(TestRetest.of(List.of(new TestRetest.Pair(new Force(1), new Force(2)))))
                .isEmpty();
        assertThat(TestRetest.of(pairs(new double[] {1, 2}, new double[] {0, 2})))
                .isEmpty();
        assertThat(BlandAltman.of(new double[] {1}, new double[] {1})).isEmpty();
        assertThat(IntraclassCorrelation.of(Form.ICC_2_1, new double[][] {{1, 2}}))
                .isEmpty();
        assertThat(IntraclassCorrelation.of(Form.ICC_2_1, new double[][] {{1, 2}, {1}}))
                .isEmpty();
        assertThat(IntraclassCorrelation.of(Form.ICC_2_1, new double[][] {{1, 1}, {1, 1}}))
                .isEmpty();
        assertThat(IntraclassCorrelation.of(Form.ICC_2_1, new double[0][0])).isEmpty();
    }

    /** Values: Shrout and Fleiss (1979), table 4. Intervals: as R's psych::ICC prints them for the same table. */
    @ParameterizedTest
    @CsvSource({
        "ICC_1_1, 0.17, -0.133, 0.72", "ICC_2_1, 0.29, 0.019, 0.76", "ICC_3_1, 0.71, 0.342, 0.95",
        "ICC_1_K, 0.44, -0.884, 0.91", "ICC_2_K, 0.62, 0.071, 0.93", "ICC_3_K, 0.91, 0.676, 0.99"
    })
    void the_six_forms_are_as_published(Form form, double value, double low, double high) {
        IntraclassCorrelation icc =
                IntraclassCorrelation.of(form, SHROUT_FLEISS).orElseThrow();

        assertThat(icc.value()).isCloseTo(value, within(0.005));
        assertThat(icc.low()).isCloseTo(low, within(0.001));
        assertThat(icc.high()).isCloseTo(high, within(0.005));
        assertThat(icc.people()).isEqualTo(6);
        assertThat(icc.ratings()).isEqualTo(4);
    }

    /** Peak flow by two meters, Bland and Altman (1986): mean -2.1, SD 38.8 l/min. */
    @Test
    void agreement_is_as_published() {
        double[] wright = {494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427};
        double[] mini = {512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451};

        BlandAltman found = BlandAltman.of(wright, mini).orElseThrow();

        assertThat(found.bias()).isCloseTo(-2.1, within(0.05));
        assertThat(found.sd()).isCloseTo(38.8, within(0.05));
        // t with 16 degrees of freedom is 2.12: 2.12 · 9.4 and 2.12 · 16.3.
        assertThat(found.biasHalfWidth()).isCloseTo(19.9, within(0.1));
        assertThat(found.limitHalfWidth()).isCloseTo(34.6, within(0.1));
        assertThat(found.high() - found.low()).isCloseTo(2 * 1.96 * found.sd(), within(1e-9));
        assertThatIllegalArgumentException().isThrownBy(() -> BlandAltman.of(wright, new double[1]));
    }

    @Test
    void own_pairs_raise_from_10_and_lower_from_30() {
        assertThat(OwnSiteError.of(FIVE, retests(9, 0.10)).decision()).isEqualTo(Decision.DEFAULT_KEPT);
        assertThat(OwnSiteError.of(FIVE, retests(10, 0.10)).decision()).isEqualTo(Decision.RAISED);
        assertThat(OwnSiteError.of(FIVE, retests(29, 0.02)).decision()).isEqualTo(Decision.DEFAULT_KEPT);
        assertThat(OwnSiteError.of(FIVE, retests(29, 0.02)).inUse()).isEqualTo(FIVE);
        assertThat(OwnSiteError.of(FIVE, retests(30, 0.02)).decision()).isEqualTo(Decision.LOWERED);
    }

    @Test
    void the_literature_weighs_10_degrees_of_freedom() {
        // Every Δln is ± 0.10 · √2 around 0: with 20 of them the own variance is 0.10² · 20 / 19.
        OwnSiteError error = OwnSiteError.of(FIVE, retests(20, 0.10));

        double expected = 100 * Math.sqrt((10 * 0.05 * 0.05 + 20 * 0.10 * 0.10) / 29);
        assertThat(error.semPercent()).isCloseTo(expected, within(1e-9));
        assertThat(error.degreesOfFreedom()).isEqualTo(29);
        // t(29, 0.975) = 2.04523
        assertThat(error.inUse().semPercent()).isCloseTo(expected * 2.04523 / 1.96, within(1e-4));
        assertThat(error.inUse().provisional()).isFalse();
        assertThat(error.inUse().source()).isEqualTo("own site, 20 pairs, with curl-prone-15 rig, provisional");
    }

    @Test
    void only_patients_pairs_from_due_visits_2_to_14_days_apart_count() {
        Force f = new Force(100);
        assertThat(new RetestPair(f, f, 2, true, true, true).isEligible()).isTrue();
        assertThat(new RetestPair(f, f, 14, true, true, true).isEligible()).isTrue();
        assertThat(List.of(
                        new RetestPair(f, f, 1, true, true, true),
                        new RetestPair(f, f, 15, true, true, true),
                        new RetestPair(f, f, 7, false, true, true),
                        new RetestPair(f, f, 7, true, false, true),
                        new RetestPair(f, f, 7, true, true, false),
                        new RetestPair(Force.ZERO, f, 7, true, true, true),
                        new RetestPair(f, Force.ZERO, 7, true, true, true)))
                .noneMatch(RetestPair::isEligible);
    }

    /** An even number of pairs whose Δln alternates around 0 so that the typical error is about {@code sem}. */
    private static List<RetestPair> retests(int n, double sem) {
        List<RetestPair> pairs = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double log = (i % 2 == 0 ? 1 : -1) * sem * Math.sqrt(2);
            pairs.add(new RetestPair(new Force(200), new Force(200 * Math.exp(log)), 7, true, true, true));
        }
        return pairs;
    }

    private static List<TestRetest.Pair> pairs(double[] first, double[] second) {
        return IntStream.range(0, first.length)
                .mapToObj(i -> new TestRetest.Pair(new Force(first[i]), new Force(second[i])))
                .toList();
    }
}
