package org.plinth.web.visit;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plinth.core.position.TestPosition;
import org.plinth.core.symmetry.SideSwap;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.store.Stores;

/** Holds the two sides of a test against the last ones that can be compared (decision S4). */
final class SwapDoubtReader {

    private SwapDoubtReader() {}

    /** Empty where nothing speaks for an exchange, or nothing can be compared. */
    static Optional<SwapDoubt> of(
            Stores stores, PositionTest test, TestPosition position, Sensor sensor, List<SideResult> results) {
        Map<Side, SideResult> now = bySide(results);
        return position.error(test.fixation())
                .filter(error -> now.size() == 2 && areForces(now))
                .flatMap(error -> stores.results().ofPatient(test.clinic(), test.patient()).stream()
                        .filter(result -> !result.visit().equals(test.visit()))
                        .filter(result -> result.testedAt().isBefore(test.createdAt()))
                        .filter(result -> LastEffortReader.comparable(
                                result.key(),
                                test,
                                sensor.driverId(),
                                result.key().side()))
                        .collect(Collectors.groupingBy(SideResult::test))
                        .values()
                        .stream()
                        .map(SwapDoubtReader::bySide)
                        .filter(then -> then.size() == 2 && areForces(then))
                        .max(Comparator.comparing(then -> testedAt(then)))
                        .flatMap(then -> doubt(then, now, error.semPercent())));
    }

    private static Map<Side, SideResult> bySide(List<SideResult> results) {
        return results.stream()
                .collect(Collectors.toMap(result -> result.key().side(), Function.identity(), (one, other) -> other));
    }

    /** A value that is no force above zero, as of a sensor that is wrong, makes no ratio. */
    private static boolean areForces(Map<Side, SideResult> both) {
        return both.values().stream().allMatch(result -> result.value().best().newtons() > 0);
    }

    private static Instant testedAt(Map<Side, SideResult> then) {
        return side(then, Side.LEFT).testedAt();
    }

    private static SideResult side(Map<Side, SideResult> both, Side side) {
        return Optional.ofNullable(both.get(side)).orElseThrow();
    }

    private static Optional<SwapDoubt> doubt(Map<Side, SideResult> then, Map<Side, SideResult> now, double semPercent) {
        double ratio = SideSwap.likelihoodRatio(
                side(then, Side.LEFT).value().best(),
                side(then, Side.RIGHT).value().best(),
                side(now, Side.LEFT).value().best(),
                side(now, Side.RIGHT).value().best(),
                semPercent);
        return Optional.of(new SwapDoubt(side(then, Side.LEFT).date(), ratio))
                .filter(doubt -> doubt.likelihoodRatio() > SideSwap.ASK_FROM);
    }
}
