package org.plinth.web.integrity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.plinth.driver.Ledger;
import org.plinth.web.clinic.Recording;
import org.plinth.web.measure.Engine;
import org.plinth.web.measure.RecordedSide;
import org.plinth.web.measure.TestMeasurement;
import org.plinth.web.store.RecordingStore.TrialOf;

/** Recomputes one position test from its journals and compares everything that is stored of it. */
final class TestCheck {

    private final Replays replays;

    TestCheck(Replays replays) {
        this.replays = replays;
    }

    /**
     * What came of it.
     *
     * @param differences all of them
     * @param unreadable recordings that could not be read
     * @param unfinished recordings that are still open: nothing is to be compared yet
     * @param otherEngines versions that computed what is stored, other than this one
     * @param again efforts that differ or were computed by another engine, as they are now
     * @param ledgers recordings whose ledger differs, with what is counted now
     * @param sameEfforts whether the stored efforts are the ones found now
     */
    record Verdict(
            List<Difference> differences,
            List<Unreadable> unreadable,
            int unfinished,
            Set<String> otherEngines,
            List<TrialOf> again,
            Map<Recording, Ledger> ledgers,
            boolean sameEfforts) {

        /** Results and symmetry rest on all recordings of the test: one that is missing leaves them unchecked. */
        boolean resultsChecked() {
            return unreadable.isEmpty() && unfinished == 0 && sameEfforts;
        }

        boolean wantsWriting() {
            return !differences.isEmpty() || !otherEngines.isEmpty();
        }
    }

    Verdict check(Stored stored) {
        List<Difference> differences = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        List<TrialOf> again = new ArrayList<>();
        Map<Recording, Ledger> ledgers = new LinkedHashMap<>();
        List<RecordedSide> recorded = new ArrayList<>();
        int unfinished = 0;
        boolean sameEfforts = true;
        for (Recording recording : stored.recordings()) {
            if (recording.state() == Recording.State.OPEN) {
                unfinished++;
                continue;
            }
            Replays.Replayed found = replays.of(recording, stored.key());
            if (found.not().isPresent()) {
                unreadable.add(new Unreadable(recording, found.not().get()));
                continue;
            }
            RecordingCheck.Checked checked =
                    RecordingCheck.check(recording, stored.trialsOf(recording.id()), found.opening(), found.force());
            differences.addAll(checked.differences());
            again.addAll(checked.again());
            checked.ledger().ifPresent(ledger -> ledgers.put(recording, ledger));
            sameEfforts &= checked.sameEfforts();
            recorded.add(new RecordedSide(recording, checked.trials()));
        }
        Verdict verdict =
                new Verdict(differences, unreadable, unfinished, otherEngines(stored), again, ledgers, sameEfforts);
        if (verdict.resultsChecked()) {
            FiguresCheck.check(stored, TestMeasurement.of(stored.context(), recorded), differences);
        }
        return verdict;
    }

    private static Set<String> otherEngines(Stored stored) {
        Set<String> engines = new TreeSet<>();
        stored.trials().forEach(trial -> engines.add(trial.engineVersion()));
        stored.results().forEach(result -> engines.add(result.provenance().engineVersion()));
        stored.symmetry().ifPresent(symmetry -> engines.add(symmetry.engineVersion()));
        engines.remove(Engine.VERSION);
        return engines;
    }
}
