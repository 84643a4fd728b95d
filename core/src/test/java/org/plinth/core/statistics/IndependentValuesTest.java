package org.plinth.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plinth.core.quantity.Force;
import org.plinth.core.reliability.IntraclassCorrelation;
import org.plinth.core.reliability.IntraclassCorrelation.Form;
import org.plinth.core.symmetry.WithinVisit;
import org.plinth.core.trend.Kendall;
import org.plinth.core.trend.LeastSquares;
import org.plinth.core.trend.TheilSen;
import org.plinth.core.trend.TrendPoint;

/** Expected values: SciPy 1.17.1 and R 4.2, by src/test/reference/independent.py and independent.R. */
class IndependentValuesTest {

    private static final double[] DAYS = {0, 9, 21, 30, 44, 58, 70, 85, 99, 120, 141, 160};
    private static final double[] FORCES = {180, 176, 190, 187, 201, 199, 196, 214, 210, 222, 219, 231};

    @Test
    void kendall() {
        assertThat(Kendall.of(points(6)).p()).isCloseTo(0.1361111111111111, within(1e-12));
        assertThat(Kendall.of(points(12)).p()).isCloseTo(0.00010742344075677409, within(1e-12));
    }

    @Test
    void theil_sen() {
        TheilSen line = TheilSen.of(points(12)).orElseThrow();

        assertThat(line.slope()).isCloseTo(0.32358799260207716, within(1e-12));
        // SciPy rounds to the nearest rank where this interpolates between two.
        assertThat(line.low().orElseThrow()).isCloseTo(0.24096385542168675, within(0.01));
        assertThat(line.high().orElseThrow()).isCloseTo(0.4, within(0.01));
    }

    @Test
    void least_squares() {
        LeastSquares line = LeastSquares.of(points(12)).orElseThrow();

        assertThat(line.slope()).isCloseTo(0.3186005821233405, within(1e-12));
        assertThat(line.intercept()).isCloseTo(179.86094273023033, within(1e-9));
        assertThat(line.residualSd() / Math.sqrt(line.sxx())).isCloseTo(0.028950297221132452, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 10, 0, 0.27753279986288926",
        "7, 20, 0.1811918241010821, 0.5671457233147637",
        "81, 263, 0.2552885198782742, 0.36620957698280004",
        "10, 10, 0.7224672001371109, 1"
    })
    void wilson(int hits, int n, double low, double high) {
        assertThat(Wilson.of(hits, n).low()).isCloseTo(low, within(1e-12));
        assertThat(Wilson.of(hits, n).high()).isCloseTo(high, within(1e-12));
    }

    /** Published: Newcombe (1998), Stat Med 17:857-872, table I, method 3. */
    @Test
    void wilson_as_published() {
        assertThat(Wilson.of(81, 263).low()).isCloseTo(0.2553, within(0.00005));
        assertThat(Wilson.of(81, 263).high()).isCloseTo(0.3662, within(0.00005));
        assertThat(Wilson.of(15, 148).low()).isCloseTo(0.0624, within(0.00005));
        assertThat(Wilson.of(15, 148).high()).isCloseTo(0.1605, within(0.00005));
        assertThat(Wilson.of(0, 20).high()).isCloseTo(0.1611, within(0.00005));
        assertThat(Wilson.of(1, 29).low()).isCloseTo(0.0061, within(0.00005));
        assertThat(Wilson.of(1, 29).high()).isCloseTo(0.1718, within(0.00005));
        assertThatIllegalArgumentException().isThrownBy(() -> Wilson.of(3, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Wilson.of(0, 0));
    }

    @Test
    void hodges_lehmann() {
        assertThat(HodgesLehmann.of(3.1, -1.2, 4.4, 0.3, 7.9, 2.2, -0.6)).isCloseTo(2.05, within(1e-12));
        assertThat(HodgesLehmann.of(5)).isEqualTo(5);
    }

    /** Published: Hollander and Wolfe (1973), p. 187: lightness and quality of tuna; p = 0.1194 by R too. */
    @Test
    void kendall_as_published() {
        double[] lightness = {44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1};
        double[] quality = {2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8};
        Kendall tuna = Kendall.of(points(lightness, quality));

        // Twenty-six of thirty-six pairs agree, so S = 26 - 10.
        assertThat(tuna.s()).isEqualTo(16);
        assertThat(tuna.p()).isCloseTo(0.1194389329806, within(1e-12));
    }

    /** Published: Hollander, Wolfe and Chicken (2014), example 9.1: rain over five years of cloud seeding. */
    @Test
    void theil_sen_as_published() {
        double[] years = {1, 2, 3, 4, 5};
        double[] rain = {1.26, 1.27, 1.12, 1.16, 1.03};

        assertThat(TheilSen.of(points(years, rain)).orElseThrow().slope()).isCloseTo(-0.05625, within(1e-12));
        assertThat(Kendall.of(points(years, rain)).s()).isEqualTo(-6);
    }

    /** Published: Hollander and Wolfe (1973), p. 29: depression scale of nine people, estimate 0.46; the same by R. */
    @Test
    void hodges_lehmann_as_published() {
        double[] before = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
        double[] after = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};
        double[] fall = IntStream.range(0, before.length)
                .mapToDouble(i -> before[i] - after[i])
                .toArray();

        assertThat(HodgesLehmann.of(fall)).isCloseTo(0.46, within(1e-12));
    }

    @Test
    void fieller() {
        WithinVisit.Interval interval =
                (WithinVisit.Interval) WithinVisit.of(forces(143, 151, 139, 148), forces(190, 176, 201, 184));

        assertThat(interval.fiellerLow()).isCloseTo(71.36490278457741, within(1e-9));
        assertThat(interval.fiellerHigh()).isCloseTo(84.09432845955476, within(1e-9));
    }

    @Test
    void intraclass_correlation() {
        double[][] table = {{9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}};

        assertThat(icc(Form.ICC_1_1, table).value()).isCloseTo(0.1657417684054755, within(1e-12));
        assertThat(icc(Form.ICC_2_1, table).value()).isCloseTo(0.2897637795275591, within(1e-12));
        assertThat(icc(Form.ICC_3_1, table).value()).isCloseTo(0.7148407148407149, within(1e-12));
        assertThat(icc(Form.ICC_3_1, table).low()).isCloseTo(0.3424647650339253, within(1e-9));
        assertThat(icc(Form.ICC_3_1, table).high()).isCloseTo(0.9458582599553595, within(1e-9));
    }

    @Test
    void a_sample_has_its_moments_and_holds_numbers_only() {
        assertThat(Sample.of(1, 2, 3, 10).median()).isEqualTo(2.5);
        assertThat(Sample.of(4).sd()).isZero();
        assertThat(Sample.of(2, 4, 4, 4, 5, 5, 7, 9).sd()).isCloseTo(2.13809, within(0.000005));
        assertThat(Sample.of(1, 2).size()).isEqualTo(2);
        assertThatIllegalArgumentException().isThrownBy(Sample::of);
        assertThatIllegalArgumentException().isThrownBy(() -> Sample.of(Double.NaN));
    }

    private static IntraclassCorrelation icc(Form form, double[][] table) {
        return IntraclassCorrelation.of(form, table).orElseThrow();
    }

    private static List<TrendPoint> points(int n) {
        return points(Arrays.copyOf(DAYS, n), FORCES);
    }

    private static List<TrendPoint> points(double[] days, double[] values) {
        return IntStream.range(0, days.length)
                .mapToObj(i -> new TrendPoint(days[i], values[i]))
                .toList();
    }

    private static List<Force> forces(double... newtons) {
        return Arrays.stream(newtons).mapToObj(Force::new).toList();
    }
}
