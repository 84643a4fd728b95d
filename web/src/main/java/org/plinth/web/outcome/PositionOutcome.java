package org.plinth.web.outcome;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plinth.core.audit.KaplanMeier.Followed;
import org.plinth.core.position.TestPosition;
import org.plinth.core.series.SeriesKey;
import org.plinth.core.visit.Side;
import org.plinth.web.measure.Restart;

/**
 * One position of a closed episode.
 *
 * @param position which
 * @param testDays on how many days it was tested
 * @param stages the test of each stage that there is
 * @param toSymmetry90 how long until a confirmed symmetry of 90; empty where there never was a symmetry
 * @param restarts days after which a leg is measured against a new baseline
 */
public record PositionOutcome(
        TestPosition position,
        int testDays,
        Map<Stage, StageTest> stages,
        Optional<Followed> toSymmetry90,
        List<Restart> restarts) {

    /** Copies the collections. */
    public PositionOutcome {
        Map<Stage, StageTest> copy = new EnumMap<>(Stage.class);
        copy.putAll(stages);
        stages = copy;
        restarts = List.copyOf(restarts);
    }

    /** The test of a stage. */
    public Optional<StageTest> at(Stage stage) {
        return Optional.ofNullable(stages.get(stage));
    }

    /**
     * Whether a new baseline of this leg began between two days, by surgery or because the clinician said so: what was measured before
     * is not compared with what was measured after.
     */
    public boolean isRestarted(Side side, LocalDate before, LocalDate next) {
        return restarts.stream().anyMatch(restart -> restart.side() == side && restart.isBetween(before, next));
    }

    /**
     * Baseline and exit of a side where they may be compared: same series, no new baseline between, and nothing about either speaks
     * against it. That is what counts as paired.
     */
    public Optional<Pair> pair(Side side) {
        Optional<StageTest.SideTest> first = at(Stage.BASELINE).flatMap(test -> test.side(side));
        Optional<StageTest.SideTest> last = at(Stage.EXIT).flatMap(test -> test.side(side));
        return first.isPresent()
                        && last.isPresent()
                        && first.get().counts()
                        && last.get().counts()
                        && key(first.get()).equals(key(last.get()))
                        && !isRestarted(
                                side,
                                first.get().point().date(),
                                last.get().point().date())
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
