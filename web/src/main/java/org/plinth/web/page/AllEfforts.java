package org.plinth.web.page;

import java.util.List;
import java.util.Optional;
import org.plinth.core.quantity.Force;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Trial;
import org.plinth.web.measure.TestMeasurement;
import org.plinth.web.store.RecordingStore.TrialOf;

/**
 * The best of all valid efforts of a test, where results take the best of the first {@code k} on both sides (decisions M2 and S12). It
 * favours the side with more efforts, so it stands beside and never instead.
 *
 * @param left best of the left [N]
 * @param right best of the right [N]
 * @param leftCount valid efforts of the left
 * @param rightCount valid efforts of the right
 * @param percent injured ÷ uninjured × 100
 */
record AllEfforts(Force left, Force right, int leftCount, int rightCount, double percent) {

    /** Of this test; empty where a side has none. */
    static Optional<AllEfforts> of(List<TrialOf> trials, Id<PositionTest> test, Side injured) {
        List<Double> left = values(trials, test, Side.LEFT);
        List<Double> right = values(trials, test, Side.RIGHT);
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        double l = left.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        double r = right.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        double of = injured == Side.LEFT ? r : l;
        return of > 0
                ? Optional.of(new AllEfforts(
                        new Force(l),
                        new Force(r),
                        left.size(),
                        right.size(),
                        100 * (injured == Side.LEFT ? l : r) / of))
                : Optional.empty();
    }

    private static List<Double> values(List<TrialOf> trials, Id<PositionTest> test, Side side) {
        return trials.stream()
                .filter(one ->
                        one.recording().test().equals(test) && one.recording().side() == side)
                .map(TrialOf::trial)
                .filter(trial -> trial.state() == Trial.State.ACCEPTED)
                .flatMap(trial -> Optional.ofNullable(trial.measurements().get(TestMeasurement.QUANTITY)).stream())
                .flatMapToDouble(measured -> measured.value().stream())
                .boxed()
                .toList();
    }
}
