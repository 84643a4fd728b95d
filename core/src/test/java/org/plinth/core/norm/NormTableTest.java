package org.plinth.core.norm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plinth.core.norm.Norm.Statistic;
import org.plinth.core.position.PositionCatalogue;

class NormTableTest {

    private static final String HEADER =
            "position\tunit\tsex\tpopulation\tpeople\tstatistic\tfirst\tsecond\tnote\tsource\n";

    @Test
    void every_norm_is_of_a_known_position_with_population_and_source() {
        PositionCatalogue positions = PositionCatalogue.bundled();

        assertThat(NormTable.bundled().all())
                .isNotEmpty()
                .allMatch(norm -> positions.find(norm.position()).isPresent())
                .noneMatch(norm -> norm.population().isBlank() || norm.source().isBlank());
    }

    @Test
    void an_interval_of_a_mean_is_no_band_of_people() {
        assertThat(NormTable.bundled().all())
                .allSatisfy(
                        norm -> assertThat(norm.band().isPresent()).isEqualTo(norm.statistic() == Statistic.MEAN_SD));
        assertThat(NormTable.bundled().forPosition("curl-prone-15"))
                .singleElement()
                .satisfies(norm -> assertThat(norm.middle()).isCloseTo(1.025, within(1e-12)));
    }

    @Test
    void a_band_is_1_96_standard_deviations_wide_and_never_below_nothing() {
        Norm reps = NormTable.bundled().forPosition("bridge-reps-sl-long").get(0);
        Norm hold = NormTable.bundled().forPosition("bridge-hold-sl-short").get(0);

        assertThat(reps.band().orElseThrow().low()).isCloseTo(13.28, within(1e-9));
        assertThat(reps.band().orElseThrow().high()).isCloseTo(40.72, within(1e-9));
        assertThat(hold.band().orElseThrow().low()).isCloseTo(1.108, within(1e-9));
        assertThat(reps.middle()).isEqualTo(27);
    }

    @Test
    void a_bad_table_is_named_with_its_line() {
        assertThatIllegalStateException().isThrownBy(() -> NormTable.of("")).withMessageStartingWith("norms.tsv:1:");
        assertThatIllegalStateException()
                .isThrownBy(() -> NormTable.of(HEADER + "a\tb\n"))
                .withMessage("norms.tsv:2: has 2 columns, not 10");
        assertThatIllegalStateException()
                .isThrownBy(() -> NormTable.of(HEADER + "a\tN\tM\tp\t\tMEAN_SD\tx\t1\t\ts\n"))
                .withMessageStartingWith("norms.tsv:2:");
    }
}
