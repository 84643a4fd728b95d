package org.plinth.web.integrity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.web.capture.ResultKeeper;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.TestSymmetry;
import org.plinth.web.clinic.Visit;
import org.plinth.web.journal.JournalKey;
import org.plinth.web.measure.RecordedSide;
import org.plinth.web.measure.TestContext;
import org.plinth.web.store.RecordingStore.TrialOf;
import org.plinth.web.store.Stores;

/** Reads all tests of a visit in one transaction, with as many queries as there are kinds of things. */
final class StoredReader {

    private final ResultKeeper keeper;

    StoredReader(ResultKeeper keeper) {
        this.keeper = keeper;
    }

    /** Every test of the visit that has a recording. Call inside a read or write. */
    List<Stored> read(Stores stores, Visit visit) {
        List<Recording> recordings = stores.recordings().ofVisit(visit.clinic(), visit.id());
        if (recordings.isEmpty()) {
            return List.of();
        }
        Map<Id<PositionTest>, List<Recording>> ofTest =
                recordings.stream().collect(Collectors.groupingBy(Recording::test));
        Map<Id<PositionTest>, List<TrialOf>> trials =
                stores.recordings().trialsOfVisit(visit.clinic(), visit.id()).stream()
                        .collect(Collectors.groupingBy(one -> one.recording().test()));
        Map<Id<PositionTest>, List<SideResult>> results = stores.results().ofVisit(visit.clinic(), visit.id()).stream()
                .collect(Collectors.groupingBy(SideResult::test));
        Map<Id<PositionTest>, TestSymmetry> symmetries =
                stores.results().symmetriesOfVisit(visit.clinic(), visit.id()).stream()
                        .collect(Collectors.toMap(TestSymmetry::test, symmetry -> symmetry));
        Optional<JournalKey> key = stores.patients().journalKey(visit.clinic(), visit.patient());
        List<Stored> tests = new ArrayList<>();
        for (PositionTest test : stores.visits().testsOfVisit(visit.clinic(), visit.id())) {
            List<Recording> own = ofTest.getOrDefault(test.id(), List.of());
            if (!own.isEmpty()) {
                Optional<TestSymmetry> symmetry = Optional.ofNullable(symmetries.get(test.id()));
                tests.add(new Stored(
                        visit,
                        test,
                        context(stores, visit, test, own, symmetry),
                        own,
                        trials.getOrDefault(test.id(), List.of()),
                        results.getOrDefault(test.id(), List.of()),
                        symmetry,
                        key));
            }
        }
        return tests;
    }

    /** The clinic's reference line may have moved since: what was judged by an earlier one stays judged by it. */
    private TestContext context(
            Stores stores,
            Visit visit,
            PositionTest test,
            List<Recording> recordings,
            Optional<TestSymmetry> symmetry) {
        TestContext now = keeper.context(
                stores,
                visit,
                test,
                recordings.stream().map(one -> new RecordedSide(one, List.of())).toList());
        return symmetry.flatMap(standing -> standing.outcome().symmetry())
                .map(SymmetryOutcome.Symmetry::thresholdPercent)
                .map(now::withThreshold)
                .orElse(now);
    }
}
