package org.plinth.web.outcome;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.TestSymmetry;
import org.plinth.web.measure.CoursePoint;
import org.plinth.web.measure.SeriesChange;

/**
 * What one day of testing gave in one position.
 *
 * @param date of the test
 * @param sides what each side gave; a side without a result is not among them
 * @param symmetry of that day; empty where none was reckoned
 */
public record StageTest(LocalDate date, Map<Side, SideTest> sides, Optional<TestSymmetry> symmetry) {

    /** Copies the map. */
    public StageTest {
        Map<Side, SideTest> copy = new EnumMap<>(Side.class);
        copy.putAll(sides);
        sides = copy;
    }

    /**
     * One side.
     *
     * @param point its value
     * @param change as it could be judged on that day
     * @param changePercent newest against the baseline of its series [%]; empty where it cannot be compared
     * @param worstPain at an effort, 0 to 10; empty where nothing was noted
     * @param leverMillimetres joint to pad [mm]; empty where it was not measured
     * @param calibrationInDate whether every sensor was calibrated on that day and the calibration not yet expired
     */
    public record SideTest(
            CoursePoint point,
            SeriesChange change,
            OptionalDouble changePercent,
            OptionalInt worstPain,
            OptionalInt leverMillimetres,
            boolean calibrationInDate) {

        /** Whether it may be compared with another: nothing about it speaks against that. */
        public boolean counts() {
            return !point.hollow();
        }

        /** Whether pain limited an effort that counts. */
        public boolean painLimited() {
            return point.flags().contains(ResultFlag.PAIN_LIMITED);
        }

        /** Variation of its efforts [%]; of two tests on a day the greater. */
        public OptionalDouble variationPercent() {
            return point.results().stream()
                    .flatMapToDouble(result -> result.value().cvPercent().stream())
                    .max();
        }
    }

    /** One side's. */
    public Optional<SideTest> side(Side side) {
        return Optional.ofNullable(sides.get(side));
    }

    /** The symmetry, where there is one. */
    public Optional<SymmetryOutcome.Symmetry> known() {
        return symmetry.flatMap(one -> one.outcome().symmetry());
    }

    /** Why there is none. */
    public String refused() {
        return symmetry.map(TestSymmetry::outcome)
                .filter(SymmetryOutcome.Refused.class::isInstance)
                .map(outcome -> ((SymmetryOutcome.Refused) outcome).reason().name())
                .orElse("MISSING_SIDE");
    }

    /** Whether a symmetry with this flag is not to be counted as a recovery (decisions M7, M16, M19). */
    static boolean isDoubtful(Set<ResultFlag> flags) {
        return flags.stream().anyMatch(DOUBTS::contains);
    }

    private static final Set<ResultFlag> DOUBTS = Set.of(
            ResultFlag.PAIN_LIMITED,
            ResultFlag.PRETENSION_UNEQUAL,
            ResultFlag.UNCALIBRATED,
            ResultFlag.CALIBRATION_SUSPECT);
}
