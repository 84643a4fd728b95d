package org.plinth.web.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.quantity.Force;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.symmetry.SymmetryInterval;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.core.symmetry.SymmetryOutcome.Symmetry;
import org.plinth.core.symmetry.SymmetryRefusal;
import org.plinth.core.symmetry.ThresholdState;
import org.plinth.core.visit.Side;
import org.plinth.web.text.Texts;

/** Golden sentences. Interval and chance of 221 N against 270 N at 5 % a side: clinical reference, section 3.6. */
class SymmetryWordsTest {

    private static final Optional<Force> LEFT = Optional.of(new Force(221));
    private static final Optional<Force> RIGHT = Optional.of(new Force(270));

    private final SymmetryWords words =
            new SymmetryWords(Texts.bundled(), new Numbers(ForceUnit.NEWTON, ZoneId.of("UTC")));

    @Test
    void number_first_then_ratio_then_how_sure() {
        assertThat(words.sentence(LEFT, RIGHT, symmetry(Side.LEFT, 81.85, 71.26, 94.02, 0.09))
                        .text())
                .isEqualTo(
                        "Left 221 N, right 270 N. Left is 82 % of right (likely 71 to 94 %). At least 90: about 1 in 10.");
    }

    @Test
    void the_injured_leg_is_named_first() {
        assertThat(words.ratio(symmetry(Side.RIGHT, 104.4, 90.9, 119.9, 0.983)).text())
                .isEqualTo("Right is 104 % of left (likely 91 to 120 %). At least 90: more than 19 in 20.");
    }

    @Test
    void without_a_measurement_error_there_is_no_range_and_it_says_so() {
        Symmetry bare = new Symmetry(
                Side.LEFT,
                3,
                81.85,
                81.85,
                OptionalDouble.empty(),
                Optional.empty(),
                ThresholdState.CANNOT_TELL,
                90,
                Optional.empty(),
                Set.of(ResultFlag.NO_MEASUREMENT_ERROR));

        assertThat(words.ratio(bare).text()).startsWith("Left is 82 % of right. How sure that is, is not known");
        assertThat(words.basis(bare)).isEmpty();
    }

    @Test
    void each_state_has_its_own_sentence_with_the_line() {
        assertThat(Arrays.stream(ThresholdState.values()).map(this::state))
                .containsExactly(
                        "Met: at least 90 %, as far as this test can tell.",
                        "Not met: below 90 %, as far as this test can tell.",
                        "Cannot tell whether it is at least 90 %.");
    }

    @Test
    void every_number_knows_the_formula_behind_it() {
        Said said = words.sentence(LEFT, RIGHT, symmetry(Side.LEFT, 81.85, 71.26, 94.02, 0.09));

        assertThat(said.pieces().stream()
                        .filter(Said.Figure.class::isInstance)
                        .map(Said.Figure.class::cast)
                        .map(figure -> figure.text() + " " + figure.formula() + " " + figure.which()))
                .containsExactly(
                        "221 N value_N side=left",
                        "270 N value_N side=right",
                        "82 % lsi_pct ",
                        "71 lsiLow_pct ",
                        "94 % lsiHigh_pct ",
                        "about 1 in 10 chanceAtLeastThreshold ");
    }

    @Test
    void just_below_and_just_above_the_line_read_alike() {
        String below =
                words.ratio(symmetry(Side.LEFT, 89.9, 78.3, 103.3, 0.494)).text();
        String above =
                words.ratio(symmetry(Side.LEFT, 90.1, 78.4, 103.5, 0.506)).text();

        assertThat(below).isEqualTo("Left is 90 % of right (likely 78 to 103 %). At least 90: about 5 in 10.");
        assertThat(above).endsWith("At least 90: about 5 in 10.").startsWith("Left is 90 % of right");
    }

    @Test
    void every_refusal_has_its_reason_and_keeps_the_values() {
        for (SymmetryRefusal reason : SymmetryRefusal.values()) {
            assertThat(words.sentence(LEFT, Optional.empty(), new SymmetryOutcome.Refused(reason))
                            .text())
                    .startsWith("Left 221 N, right not measured. No symmetry: ")
                    .endsWith(".");
        }
    }

    @Test
    void a_provisional_error_is_said() {
        assertThat(words.basis(symmetry(Side.LEFT, 81.85, 71.26, 94.02, 0.09)).map(Said::text))
                .contains(
                        "Provisional: rests on a measurement error of 5 % a side from the literature, not from this clinic.");
    }

    @Test
    void the_patient_reads_fractions_and_no_percentage_or_line() {
        assertThat(words.plain(symmetry(Side.LEFT, 81.85, 71.26, 94.02, 0.09)).text())
                .isEqualTo("Your left leg has about 8 out of 10 of the strength of your right leg.");
        assertThat(words.plainSure(symmetry(Side.LEFT, 81.85, 71.26, 94.02, 0.09))
                        .text())
                .isEqualTo(
                        "Most likely about 8 out of 10. It could be from 7 to 9 out of 10. Every test is a little off.");
        assertThat(words.plain(symmetry(Side.LEFT, 97, 84, 111, 0.85)).text())
                .isEqualTo("Your left leg and your right leg are about the same.");
        assertThat(words.plain(symmetry(Side.LEFT, 112, 97, 129, 0.99)).text())
                .isEqualTo("Your left leg gave more force than your right leg.");
    }

    private String state(ThresholdState state) {
        Symmetry some = symmetry(Side.LEFT, 90, 78, 103, 0.5);
        return words.state(new Symmetry(
                        some.injured(),
                        some.k(),
                        some.percent(),
                        some.percentOfMeans(),
                        some.percentNet(),
                        some.interval(),
                        state,
                        90,
                        some.error(),
                        some.flags()))
                .text();
    }

    private static Symmetry symmetry(Side injured, double percent, double low, double high, double chance) {
        return new Symmetry(
                injured,
                3,
                percent,
                percent,
                OptionalDouble.of(percent),
                Optional.of(new SymmetryInterval(low, high, percent * 0.9133, percent * 1.0949, chance)),
                ThresholdState.CANNOT_TELL,
                90,
                Optional.of(new MeasurementError(5, "curl-prone-15 rig, provisional", true)),
                Set.of());
    }
}
