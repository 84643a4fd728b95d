package org.plinth.core.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.plinth.core.criteria.BridgeCriterion.Hold;
import org.plinth.core.criteria.StageGate.Reason;
import org.plinth.core.criteria.StageGate.Today;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.position.TestPosition;
import org.plinth.core.signal.ForceTrace;
import org.plinth.core.testkit.Traces;

class CriteriaTest {

    private static final PositionCatalogue POSITIONS = PositionCatalogue.bundled();

    @Test
    void two_holds_have_a_ratio_and_a_capped_one_has_none() {
        assertThat(BridgeCriterion.of(new Hold(45, false), new Hold(60, false), true)
                        .ratioPercent())
                .contains(75.0);
        assertThat(BridgeCriterion.of(new Hold(60, false), new Hold(45, false), false)
                        .ratioPercent())
                .contains(75.0);
        assertThat(BridgeCriterion.of(new Hold(120, true), new Hold(60, false), true)
                        .ratioPercent())
                .isEmpty();
        assertThat(BridgeCriterion.of(new Hold(0, false), new Hold(60, false), true)
                        .ratioPercent())
                .isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Hold(-1, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Hold(Double.NaN, false));
    }

    @Test
    void a_position_is_offered_or_the_reasons_are_given() {
        TestPosition seated = POSITIONS.find("curl-seated-90-90").orElseThrow();
        TestPosition prone = POSITIONS.find("curl-prone-15").orElseThrow();

        assertThat(StageGate.of(prone, today(1, 8, true)).offered()).isTrue();
        assertThat(StageGate.of(seated, today(3, 3, false)).offered()).isTrue();
        assertThat(StageGate.of(seated, today(2, 4, true)).reasons())
                .containsExactly(Reason.STAGE, Reason.SITTING_PAIN, Reason.IRRITABLE);
        assertThat(StageGate.of(seated, new Today(3, OptionalInt.of(4), OptionalInt.empty(), false))
                        .reasons())
                .containsExactly(Reason.PAIN_IN_LOWER_CLASS, Reason.NOT_KNOWN);
    }

    @Test
    void a_hold_ends_when_force_stays_below_70_percent() {
        ForceTrace trace = Traces.at(50, 60)
                .plus(t -> t > 40 ? 100 : t > 20 && t < 20.5 ? 120 : 200)
                .build();

        BridgeHold.Held held = (BridgeHold.Held) BridgeHold.of(trace);

        assertThat(held.seconds()).isCloseTo(40, within(0.05));
        assertThat(held.sags()).isEqualTo(1);
    }

    @Test
    void a_hold_to_the_end_of_the_record_lasts_as_long_as_it() {
        assertThat(BridgeHold.of(Traces.at(50, 10).offset(200).build())).isEqualTo(new BridgeHold.Held(9.98, 0));
    }

    @Test
    void no_force_or_too_short_a_record_is_not_measurable() {
        assertThat(BridgeHold.of(Traces.at(50, 2).offset(200).build())).isEqualTo(new BridgeHold.NotMeasurable());
        assertThat(BridgeHold.of(Traces.at(50, 10).build())).isEqualTo(new BridgeHold.NotMeasurable());
        assertThat(BridgeHold.of(ForceTrace.builder().build())).isEqualTo(new BridgeHold.NotMeasurable());
    }

    @Test
    void repetitions_are_counted_by_hysteresis() {
        ForceTrace reps = Traces.at(50, 21)
                .plus(t -> 200 + 100 * Math.sin(2 * Math.PI * t / 2 - Math.PI / 2))
                .noise(5, 3)
                .build();

        assertThat(BridgeRepetitions.count(reps)).isEqualTo(10);
        assertThat(BridgeRepetitions.count(Traces.at(50, 10).noise(1, 1).build()))
                .isZero();
        assertThat(BridgeRepetitions.count(ForceTrace.builder().build())).isZero();
    }

    private static Today today(int stage, int sittingPain, boolean irritable) {
        return new Today(stage, OptionalInt.empty(), OptionalInt.of(sittingPain), irritable);
    }
}
