package org.plinth.web.visit;

import java.util.List;
import java.util.Optional;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.Trial;

/**
 * One side of a position test.
 *
 * @param side which
 * @param injured whether it is an injured side
 * @param recordings of this side, oldest first
 * @param trials efforts of those recordings in the order they were made, excluded ones included
 * @param result value of this side, once an effort is kept
 * @param tared whether the sensor was zeroed for this side in this test and since it was connected
 * @param blocked why no further maximal effort may be recorded on this side; empty when one may
 */
public record SideSheet(
        Side side,
        boolean injured,
        List<Recording> recordings,
        List<Trial> trials,
        Optional<SideResult> result,
        boolean tared,
        Optional<StartBlock> blocked) {

    /** Copies the lists. */
    public SideSheet {
        recordings = List.copyOf(recordings);
        trials = List.copyOf(trials);
    }

    /** Efforts of this patient: what was moved to another one is none of hers. */
    public List<Trial> own() {
        return trials.stream().filter(trial -> !trial.isMoved()).toList();
    }

    /** Efforts kept. */
    public long kept() {
        return trials.stream()
                .filter(trial -> trial.state() == Trial.State.ACCEPTED)
                .count();
    }
}
