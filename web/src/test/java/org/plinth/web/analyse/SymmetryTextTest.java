package org.plinth.web.analyse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.symmetry.SymmetryInterval;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.core.symmetry.SymmetryRefusal;
import org.plinth.core.symmetry.ThresholdState;
import org.plinth.core.visit.Side;
import org.plinth.web.text.Texts;

class SymmetryTextTest {

    private final SymmetryText text = new SymmetryText(Texts.bundled(), new Words(Texts.bundled()));

    @Test
    void unequal_pretension_shows_the_ratio_without_it_too() {
        List<String> lines = text.lines(symmetry(Set.of(ResultFlag.PRETENSION_UNEQUAL), OptionalDouble.of(95.4)));

        assertThat(lines)
                .contains(
                        "Right, the injured side, is 88 % of Left (likely 77 to 101 %).",
                        "Without the pretension it is 95 %.",
                        "Pretension is large or differs between the sides, so it cannot be told.");
    }

    @Test
    void equal_pretension_is_not_mentioned() {
        assertThat(text.lines(symmetry(Set.of(), OptionalDouble.of(95.4))))
                .noneMatch(line -> line.contains("retension"));
    }

    @Test
    void a_refusal_gives_its_reason_and_no_number() {
        assertThat(text.lines(new SymmetryOutcome.Refused(SymmetryRefusal.ZERO_REF)))
                .containsExactly("No symmetry: the uninjured side is too weak to divide by.");
    }

    @Test
    void a_net_symmetry_that_cannot_be_given_is_withheld_in_the_json() {
        Analysis analysis =
                new Analysis("1.0.0", List.of(), List.of(), Map.of(), symmetry(Set.of(), OptionalDouble.empty()));

        assertThat(AnalysisJson.of(analysis))
                .contains("\"withheld\":{\"lsiNet_pct\":\"NET_NOT_POSITIVE\"}")
                .doesNotContain("\"lsiNet_pct\":8");
    }

    private static SymmetryOutcome symmetry(Set<ResultFlag> flags, OptionalDouble net) {
        return new SymmetryOutcome.Symmetry(
                Side.RIGHT,
                3,
                88.1,
                88.4,
                net,
                Optional.of(new SymmetryInterval(76.7, 101.2, 80.5, 96.5, 0.38)),
                ThresholdState.CANNOT_TELL,
                90,
                Optional.of(new MeasurementError(5, "given with --sem", false)),
                flags);
    }
}
