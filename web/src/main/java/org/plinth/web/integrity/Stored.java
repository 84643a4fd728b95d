package org.plinth.web.integrity;

import java.util.List;
import java.util.Optional;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.TestSymmetry;
import org.plinth.web.clinic.Visit;
import org.plinth.web.journal.JournalKey;
import org.plinth.web.measure.TestContext;
import org.plinth.web.store.RecordingStore.TrialOf;

/**
 * What the database holds of one position test.
 *
 * @param visit at which it was made
 * @param test its set-up
 * @param context what it is measured by
 * @param recordings in the order they were started
 * @param trials of all of them, in the order they were made
 * @param results standing ones
 * @param symmetry standing one
 * @param key of the patient's journals; empty once it was destroyed
 */
record Stored(
        Visit visit,
        PositionTest test,
        TestContext context,
        List<Recording> recordings,
        List<TrialOf> trials,
        List<SideResult> results,
        Optional<TestSymmetry> symmetry,
        Optional<JournalKey> key) {

    Stored {
        recordings = List.copyOf(recordings);
        trials = List.copyOf(trials);
        results = List.copyOf(results);
    }

    /** Efforts of one recording, by number. */
    List<TrialOf> trialsOf(Id<Recording> recording) {
        return trials.stream()
                .filter(one -> one.recording().id().equals(recording))
                .toList();
    }

    Optional<SideResult> result(Side side) {
        return results.stream().filter(one -> one.key().side() == side).findFirst();
    }
}
