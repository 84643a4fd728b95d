package org.plinth.web.outcome;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.plinth.core.audit.KaplanMeier.Followed;
import org.plinth.core.position.TestPosition;
import org.plinth.core.series.SeriesKey;
import org.plinth.core.visit.Side;

/**
 * One position of a closed episode.
 *
 * @param position which
 * @param testDays on how many days it was tested
 * @param stages the test of each stage that there is
 * @param toSymmetry90 how long until a confirmed symmetry of 90; empty where there never was a symmetry
 */
public record PositionOutcome(
        TestPosition position, int testDays, Map<Stage, StageTest> stages, Optional<Followed> toSymmetry90) {

    /** Copies the map. */
    public PositionOutcome {
        Map<Stage, StageTest> copy = new EnumMap<>(Stage.class);
        copy.putAll(stages);
        stages = copy;
    }

    /** The test of a stage. */
    public Optional<StageTest> at(Stage stage) {
        return Optional.ofNullable(stages.get(stage));
    }

    /**
     * Baseline and exit of a side where they may be compared: same series, and nothing about either speaks against it. That is what
     * counts as paired.
     */
    public Optional<Pair> pair(Side side) {
        Optional<StageTest.SideTest> first = at(Stage.BASELINE).flatMap(test -> test.side(side));
        Optional<StageTest.SideTest> last = at(Stage.EXIT).flatMap(test -> test.side(side));
        return first.isPresent()
                        && last.isPresent()
                        && first.get().counts()
                        && last.get().counts()
                        && key(first.get()).equals(key(last.get()))
                ? Optional.of(new Pair(first.get(), last.get()))
                : Optional.empty();
    }

    /**
     * Two tests of one series.
     *
     * @param baseline the first
     * @param exit the last
     */
    public record Pair(StageTest.SideTest baseline, StageTest.SideTest exit) {

        /** Exit less baseline [N]. */
        public double differenceNewtons() {
            return exit.point().value().newtons() - baseline.point().value().newtons();
        }
    }

    /** The series of a test. */
    public static SeriesKey key(StageTest.SideTest test) {
        return test.point().results().get(0).key();
    }
}
