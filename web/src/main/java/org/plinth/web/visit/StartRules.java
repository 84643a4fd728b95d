package org.plinth.web.visit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Trial;
import org.plinth.web.store.RecordingStore;

/**
 * Whether pain or the number of efforts forbids another maximal one on a side (decision S2). Pure; data, not words.
 *
 * <p>Efforts that were moved to another patient count there. Pain counts on a side for the whole day, in every position; whether it was
 * asked counts within one test. It is asked after efforts that do not count as well: one answer for a recording is enough.
 */
final class StartRules {

    /** Above this the side's testing stops for the visit. */
    static final int PAIN_STOPS_ABOVE = 5;

    /** From this on there is no further maximal effort on the side. */
    static final int PAIN_ENOUGH_FROM = 4;

    private StartRules() {}

    static Optional<StartBlock> block(Id<PositionTest> test, Side side, DayEfforts day) {
        Optional<StartBlock> enough = enough(side, day);
        if (enough.isPresent()) {
            return enough;
        }
        Map<Id<Recording>, List<Trial>> byRecording = day.trials().stream()
                .filter(one -> one.recording().side() == side)
                .filter(one -> one.recording().test().equals(test))
                .map(RecordingStore.TrialOf::trial)
                .filter(trial -> !trial.isMoved())
                .collect(Collectors.groupingBy(Trial::recording));
        return byRecording.values().stream().anyMatch(StartRules::isUnasked)
                ? Optional.of(StartBlock.PAIN_NOT_ASKED)
                : Optional.empty();
    }

    private static boolean isUnasked(List<Trial> ofRecording) {
        return ofRecording.stream().allMatch(trial -> trial.pain().isEmpty())
                || ofRecording.stream()
                        .anyMatch(trial -> trial.state() != Trial.State.EXCLUDED
                                && trial.pain().isEmpty());
    }

    /** Whether there was enough pain on this side, or there were enough efforts, however they were read. */
    static Optional<StartBlock> enough(Side side, DayEfforts day) {
        IntStream recorded = day.trials().stream()
                .filter(one -> one.recording().side() == side && !one.trial().isMoved())
                .mapToInt(one -> one.trial().pain().orElse(0));
        IntStream typed = day.readings().stream()
                .filter(reading -> reading.side() == side && reading.stands())
                .mapToInt(reading -> reading.pain().orElse(0));
        int worst = IntStream.concat(recorded, typed).max().orElse(0);
        if (worst > PAIN_STOPS_ABOVE) {
            return Optional.of(StartBlock.PAIN_STOP);
        }
        if (worst >= PAIN_ENOUGH_FROM) {
            return Optional.of(StartBlock.PAIN_NO_FURTHER);
        }
        return day.maximal() >= TestSheet.MOST_MAXIMAL_EFFORTS
                ? Optional.of(StartBlock.EFFORT_LIMIT)
                : Optional.empty();
    }
}
