package org.plinth.web.visit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plinth.core.effort.Rejection;
import org.plinth.core.visit.Side;
import org.plinth.web.capture.ResultKeeper;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.SideSetUp;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.Act;
import org.plinth.web.store.RecordingStore;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.Stores;

/** Decisions about efforts and the side of a recording; results follow in the same transaction. */
final class DecisionDesk {

    private static final int MOST_PAIN = 10;
    private static final int LONGEST_REASON = 500;

    private final ResultKeeper results;

    DecisionDesk(ResultKeeper results) {
        this.results = results;
    }

    /** Decides, and says in which test. */
    Id<PositionTest> decide(Stores stores, Act act, Id<Trial> id, int versionSeen, Decision decision) {
        check(decision);
        RecordingStore.TrialOf found =
                stores.recordings().findTrial(act.clinic(), id).orElseThrow(() -> StoreFailure.notFound("trial"));
        checkVisit(stores, act, found.recording());
        if (found.trial().version() != versionSeen) {
            throw StoreFailure.oldVersion("trial", found.trial());
        }
        if (found.trial().isMoved()) {
            throw Refused.because("MOVED", found.trial());
        }
        Trial decided = decided(found.trial(), decision);
        stores.recordings().decide(act.clinic(), decided, versionSeen);
        results.refresh(stores, act.clinic(), found.recording().test());
        return found.recording().test();
    }

    private static void check(Decision decision) {
        if (decision.pain().isPresent()
                && (decision.pain().getAsInt() < 0 || decision.pain().getAsInt() > MOST_PAIN)) {
            throw StoreFailure.invalid("pain", "must be 0 to 10");
        }
        boolean needsReason = decision.state() == Trial.State.EXCLUDED;
        if (needsReason && decision.reason().filter(reason -> !reason.isBlank()).isEmpty()) {
            throw StoreFailure.invalid("reason", "an exclusion needs a reason");
        }
        if (decision.reason().filter(Trial.MOVED::equals).isPresent()) {
            throw StoreFailure.invalid("reason", "a test is moved as a whole");
        }
        if (decision.reason().filter(reason -> reason.length() > LONGEST_REASON).isPresent()) {
            throw StoreFailure.invalid("reason", "must have at most " + LONGEST_REASON + " characters");
        }
    }

    /** A closed visit has been released: changing it is an amendment and wants a reason. */
    private static void checkVisit(Stores stores, Act act, Recording recording) {
        Visit visit =
                stores.visits().find(act.clinic(), recording.visit()).orElseThrow(() -> StoreFailure.notFound("visit"));
        if (visit.closed() && act.reason().isBlank()) {
            throw Refused.because("CLOSED_NEEDS_REASON", visit);
        }
    }

    private static Trial decided(Trial trial, Decision decision) {
        OptionalInt pain = decision.pain().isPresent() ? decision.pain() : trial.pain();
        Optional<Rejection> rejection = trial.effort().rejection();
        if (decision.state() == Trial.State.ACCEPTED && rejection.isPresent() && !mayBeKept(rejection.get(), pain)) {
            throw Refused.because("REJECTED_EFFORT", trial);
        }
        boolean backToRejected = decision.state() == Trial.State.CANDIDATE && rejection.isPresent();
        Trial.State state = backToRejected ? Trial.State.EXCLUDED : decision.state();
        Optional<String> reason =
                switch (state) {
                    case EXCLUDED ->
                        backToRejected
                                ? rejection.map(Enum::name)
                                : decision.reason().map(String::strip);
                    case ACCEPTED, CANDIDATE -> Optional.empty();
                };
        return new Trial(
                trial.id(),
                trial.recording(),
                trial.version(),
                trial.effort(),
                trial.measurements(),
                state,
                reason,
                pain);
    }

    /** A stop for pain outranks an early release: such an effort is kept, as limited by pain (decision M9). */
    private static boolean mayBeKept(Rejection rejection, OptionalInt pain) {
        return rejection == Rejection.EARLY_RELEASE && pain.orElse(0) >= StartRules.PAIN_ENOUGH_FROM;
    }

    /** Moves a recording to the other side, and says in which test. */
    Id<PositionTest> swapSide(Stores stores, Act act, Id<Recording> id, int versionSeen) {
        if (act.reason().isBlank()) {
            throw StoreFailure.invalid("reason", "a change of side needs a reason");
        }
        Recording recording =
                stores.recordings().find(act.clinic(), id).orElseThrow(() -> StoreFailure.notFound("recording"));
        if (recording.version() != versionSeen) {
            throw StoreFailure.oldVersion("recording", recording);
        }
        if (recording.state() == Recording.State.OPEN) {
            throw Refused.start(StartBlock.RECORDING, recording);
        }
        stores.recordings().amend(onOtherSide(recording), versionSeen);
        results.refresh(stores, act.clinic(), recording.test());
        return recording.test();
    }

    /**
     * Says that both legs of a test were exchanged: every recording of it was of the other one, all of them or none.
     *
     * @param versionSeen the sum of their versions, {@link TestSheet#sidesVersion}
     */
    void swapSides(Stores stores, Act act, Id<PositionTest> test, int versionSeen) {
        if (act.reason().isBlank()) {
            throw StoreFailure.invalid("reason", "a change of side needs a reason");
        }
        PositionTest found =
                stores.visits().findTest(act.clinic(), test).orElseThrow(() -> StoreFailure.notFound("test"));
        List<Recording> recordings = stores.recordings().ofTest(act.clinic(), test);
        if (recordings.stream().mapToInt(Recording::version).sum() != versionSeen) {
            throw StoreFailure.oldVersion("test", found);
        }
        if (recordings.stream().anyMatch(recording -> recording.state() == Recording.State.OPEN)) {
            throw Refused.start(StartBlock.RECORDING, found);
        }
        for (Recording recording : recordings) {
            stores.recordings().amend(onOtherSide(recording), recording.version());
        }
        exchangeMarks(stores, act, found);
        results.refresh(stores, act.clinic(), test);
    }

    /** What was written down of one leg's set-up was of the other as well. */
    private static void exchangeMarks(Stores stores, Act act, PositionTest test) {
        Map<Side, SideSetUp> marks = stores.preparations().setUps(test.clinic(), test.id()).stream()
                .collect(Collectors.toMap(SideSetUp::side, Function.identity()));
        if (marks.isEmpty()) {
            return;
        }
        for (Side side : Side.values()) {
            int seen =
                    Optional.ofNullable(marks.get(side)).map(SideSetUp::number).orElse(0);
            SideSetUp written = Optional.ofNullable(marks.get(side.other()))
                    .map(other -> other.of(test, side, seen + 1, act.at(), act.actor()))
                    .orElseGet(() -> SideSetUp.nothing(test, side, seen + 1, act.at(), act.actor()));
            stores.preparations().setUp(written, seen);
        }
    }

    /** The same recording as one of the other leg. */
    static Recording onOtherSide(Recording recording) {
        return new Recording(
                recording.id(),
                recording.clinic(),
                recording.patient(),
                recording.visit(),
                recording.test(),
                recording.version(),
                recording.side().other(),
                recording.state(),
                recording.driverId(),
                recording.driverVersion(),
                recording.calibrationId(),
                recording.startedAt(),
                recording.seal(),
                recording.ledger());
    }
}
