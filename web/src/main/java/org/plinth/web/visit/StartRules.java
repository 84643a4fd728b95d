package org.plinth.web.visit;

import java.util.List;
import java.util.Optional;
import org.plinth.core.visit.Side;
import org.plinth.web.capture.RecordingMover;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Trial;
import org.plinth.web.store.RecordingStore;

/**
 * Whether pain or the number of efforts forbids another maximal one on a side (decision S2). Pure; data, not words.
 *
 * <p>Efforts that were moved to another patient count there. Pain counts on a side for the whole visit, in every position; whether it was asked counts within one test.
 */
final class StartRules {

    /** Above this the side's testing stops for the visit. */
    static final int PAIN_STOPS_ABOVE = 5;

    /** From this on there is no further maximal effort on the side. */
    static final int PAIN_ENOUGH_FROM = 4;

    private StartRules() {}

    static Optional<StartBlock> block(Id<PositionTest> test, Side side, List<RecordingStore.TrialOf> trialsOfVisit) {
        List<RecordingStore.TrialOf> hers = trialsOfVisit.stream()
                .filter(one -> !RecordingMover.isMoved(one.trial()))
                .toList();
        List<RecordingStore.TrialOf> ofSide =
                hers.stream().filter(one -> one.recording().side() == side).toList();
        int worst = ofSide.stream()
                .mapToInt(one -> one.trial().pain().orElse(0))
                .max()
                .orElse(0);
        if (worst > PAIN_STOPS_ABOVE) {
            return Optional.of(StartBlock.PAIN_STOP);
        }
        if (worst >= PAIN_ENOUGH_FROM) {
            return Optional.of(StartBlock.PAIN_NO_FURTHER);
        }
        if (hers.size() >= TestSheet.MOST_MAXIMAL_EFFORTS) {
            return Optional.of(StartBlock.EFFORT_LIMIT);
        }
        boolean unasked = ofSide.stream()
                .filter(one -> one.recording().test().equals(test))
                .map(RecordingStore.TrialOf::trial)
                .anyMatch(trial ->
                        trial.state() != Trial.State.EXCLUDED && trial.pain().isEmpty());
        return unasked ? Optional.of(StartBlock.PAIN_NOT_ASKED) : Optional.empty();
    }
}
