package org.plinth.core.ratio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plinth.core.position.Fixation;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.ratio.StrengthRatio.Reason;
import org.plinth.core.series.SeriesKey;
import org.plinth.core.visit.Side;

class StrengthRatioTest {

    private static final RatioDefinition HQ = RatioDefinition.find("hq-iso-90").orElseThrow();
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    @Test
    void fixed_8_and_6_percent_give_10_percent_and_a_factor_of_1_22() {
        StrengthRatio.Ratio ratio = (StrengthRatio.Ratio)
                StrengthRatio.of(HQ, hamstring().build(80), quadriceps().build(160));

        assertThat(ratio.value()).isEqualTo(0.5);
        assertThat(ratio.high().orElseThrow() / ratio.value()).isCloseTo(1.22, within(0.005));
        assertThat(ratio.value() / ratio.low().orElseThrow()).isCloseTo(1.22, within(0.005));
        assertThat(ratio.painLimited()).isFalse();
    }

    @Test
    void what_does_not_belong_together_is_refused() {
        assertRefused(Reason.NOT_THIS_PAIR, hamstring(), hamstring());
        assertRefused(Reason.UNIT, hamstring().unit("N"), quadriceps());
        assertRefused(Reason.SIDE, hamstring(), quadriceps().side(Side.RIGHT));
        assertRefused(Reason.FIXATION, hamstring(), quadriceps().fixation(Fixation.HAND_HELD));
        assertRefused(Reason.TOO_FAR_APART, hamstring(), quadriceps().at(NOW.plusSeconds(3601)));
        assertRefused(Reason.NOT_COMPARABLE, hamstring(), quadriceps().limbWeight("measured"));
        assertThat(StrengthRatio.of(HQ, hamstring().build(0), quadriceps().build(160)))
                .isEqualTo(new StrengthRatio.Refused(Reason.NO_VALUE));
    }

    @Test
    void break_over_make_is_for_hand_held_only() {
        RatioDefinition eccentric = RatioDefinition.find("ecc-iso").orElseThrow();
        Part top = new Part("curl-prone-15-break").unit("N");
        Part bottom = new Part("curl-prone-15").unit("N");

        assertThat(StrengthRatio.of(eccentric, top.build(130), bottom.build(100)))
                .isEqualTo(new StrengthRatio.Refused(Reason.NOT_HAND_HELD));
        assertThat(StrengthRatio.of(
                        eccentric,
                        top.fixation(Fixation.HAND_HELD).build(130),
                        bottom.fixation(Fixation.HAND_HELD).build(100)))
                .isInstanceOf(StrengthRatio.Ratio.class);
    }

    @Test
    void pain_greys_a_ratio_and_without_errors_it_has_no_interval() {
        StrengthRatio.Ratio ratio = (StrengthRatio.Ratio) StrengthRatio.of(
                HQ, hamstring().pain().build(80), quadriceps().noError().build(160));

        assertThat(ratio.painLimited()).isTrue();
        assertThat(ratio.low()).isEmpty();
        assertThat(ratio.high()).isEmpty();
    }

    @Test
    void every_ratio_is_of_known_positions() {
        PositionCatalogue positions = PositionCatalogue.bundled();

        assertThat(RatioDefinition.all())
                .extracting(RatioDefinition::id)
                .doesNotHaveDuplicates()
                .hasSize(9);
        assertThat(RatioDefinition.all()).allSatisfy(ratio -> assertThat(
                        List.of(positions.find(ratio.numerator()), positions.find(ratio.denominator())))
                .allMatch(Optional::isPresent));
    }

    private static void assertRefused(Reason reason, Part top, Part bottom) {
        assertThat(StrengthRatio.of(HQ, top.build(80), bottom.build(160))).isEqualTo(new StrengthRatio.Refused(reason));
    }

    private static Part hamstring() {
        return new Part("curl-seated-90-90").error(8);
    }

    private static Part quadriceps() {
        return new Part("knee-ext-90").error(6);
    }

    /** A part that can be made to differ in one thing. */
    private static final class Part {
        private final String position;
        private String unit = "N.m";
        private Side side = Side.LEFT;
        private Fixation fixation = Fixation.RIG;
        private Instant measured = NOW;
        private String limbWeight = "none";
        private Optional<MeasurementError> error = Optional.empty();
        private boolean pain;

        Part(String position) {
            this.position = position;
        }

        Part unit(String value) {
            unit = value;
            return this;
        }

        Part side(Side value) {
            side = value;
            return this;
        }

        Part fixation(Fixation value) {
            fixation = value;
            return this;
        }

        Part at(Instant value) {
            measured = value;
            return this;
        }

        Part limbWeight(String value) {
            limbWeight = value;
            return this;
        }

        Part error(double percent) {
            error = Optional.of(new MeasurementError(percent, "test, provisional", true));
            return this;
        }

        Part noError() {
            error = Optional.empty();
            return this;
        }

        Part pain() {
            pain = true;
            return this;
        }

        RatioPart build(double value) {
            SeriesKey key = new SeriesKey(
                    "sample-patient",
                    position,
                    1,
                    side,
                    fixation,
                    "standard",
                    "shank",
                    "virtual",
                    "peak100_N@1",
                    SeriesKey.Basis.TORQUE,
                    "best",
                    limbWeight,
                    SeriesKey.Provenance.RECORDED);
            return new RatioPart(key, value, unit, measured, error, pain);
        }
    }
}
