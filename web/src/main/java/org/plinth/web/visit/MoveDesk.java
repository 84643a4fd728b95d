package org.plinth.web.visit;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.plinth.web.capture.RecordingMover;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PatientAccess;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.SideSetUp;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.Act;
import org.plinth.web.store.RecordingStore;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.Stores;

/**
 * Moves a test that was recorded under the wrong patient, and back. Both patients' records keep what was done, with the
 * reason; results and symmetry of both follow in the same transaction.
 */
final class MoveDesk {

    private final RecordingMover mover;
    private final RandomGenerator ids;

    MoveDesk(RecordingMover mover, RandomGenerator ids) {
        this.mover = mover;
        this.ids = ids;
    }

    /** Moves it, and says which test it is now. */
    Id<PositionTest> move(Stores stores, Act act, Id<PositionTest> testId, Id<Visit> targetId) {
        PositionTest test = test(stores, act, testId);
        Visit from = visit(stores, act, test.visit());
        Visit target = visit(stores, act, targetId);
        check(stores, act, from, target);
        List<Recording> recordings = movable(stores, act, test);
        Optional<PositionTest> before = before(stores, recordings, target);
        PositionTest to = before.orElseGet(() -> added(stores, act, test, target));
        for (Recording recording : recordings) {
            Recording twin = twin(stores, recording, to.id()).orElseGet(() -> copied(stores, recording, to));
            mover.carry(stores, recording, onSideOf(stores, recording, twin));
        }
        mover.refresh(stores, act.clinic(), testId, to.id());
        return to.id();
    }

    /** Moves it back to where it was recorded, and says which test that is. */
    Id<PositionTest> moveBack(Stores stores, Act act, Id<PositionTest> testId) {
        PositionTest test = test(stores, act, testId);
        checkReason(act);
        List<Recording> recordings = movable(stores, act, test);
        Optional<Id<PositionTest>> back = Optional.empty();
        for (Recording recording : recordings) {
            Optional<Recording> origin = stores.recordings()
                    .movedFrom(act.clinic(), recording.id())
                    .flatMap(id -> stores.recordings().find(act.clinic(), id));
            if (origin.isPresent()) {
                checkAccess(stores, act, visit(stores, act, origin.get().visit()));
                mover.carry(stores, recording, onSideOf(stores, recording, origin.get()));
                back = origin.map(Recording::test);
            }
        }
        Id<PositionTest> origin = back.orElseThrow(() -> Refused.because("NOT_MOVED", test));
        mover.refresh(stores, act.clinic(), testId, origin);
        return origin;
    }

    /** A side that was put right goes along, whichever of the two records it was put right in. */
    private static Recording onSideOf(Stores stores, Recording from, Recording to) {
        if (from.side() == to.side()) {
            return to;
        }
        stores.recordings().amend(DecisionDesk.onOtherSide(to), to.version());
        return stores.recordings().find(to.clinic(), to.id()).orElseThrow(() -> StoreFailure.notFound("recording"));
    }

    private Recording copied(Stores stores, Recording recording, PositionTest to) {
        Recording twin = mover.copy(stores, recording, to);
        stores.recordings().moved(recording.clinic(), recording.id(), twin.id());
        return twin;
    }

    private static void checkReason(Act act) {
        if (act.reason().isBlank()) {
            throw StoreFailure.invalid("reason", "a move to another patient needs a reason");
        }
    }

    private static void check(Stores stores, Act act, Visit from, Visit target) {
        checkReason(act);
        if (from.patient().equals(target.patient())) {
            throw StoreFailure.invalid("target", "the same patient");
        }
        checkAccess(stores, act, target);
        if (target.closed()) {
            throw Refused.start(StartBlock.VISIT_CLOSED, target);
        }
        if (!from.date().equals(target.date())) {
            throw Refused.because("OTHER_DATE", target);
        }
    }

    /** Who may not see a patient puts nothing into her record, and takes nothing back there. */
    private static void checkAccess(Stores stores, Act act, Visit visit) {
        PatientAccess access = stores.access().of(act.clinic(), visit.patient());
        if (access.restricted() && !access.team().contains(act.actor())) {
            throw StoreFailure.notFound("visit");
        }
    }

    private static List<Recording> movable(Stores stores, Act act, PositionTest test) {
        List<Recording> recordings = stores.recordings().ofTest(act.clinic(), test.id());
        if (recordings.stream().anyMatch(recording -> recording.state() == Recording.State.OPEN)) {
            throw Refused.start(StartBlock.RECORDING, test);
        }
        boolean any = stores.recordings().trialsOfTest(act.clinic(), test.id()).stream()
                .map(RecordingStore.TrialOf::trial)
                .anyMatch(trial -> !trial.isMoved());
        if (!any) {
            throw Refused.because("NOTHING_TO_MOVE", test);
        }
        return recordings.stream()
                .filter(recording -> recording.seal().isPresent())
                .toList();
    }

    /** Where it was moved to before: moving it there again goes on with that. */
    private static Optional<PositionTest> before(Stores stores, List<Recording> recordings, Visit target) {
        return recordings.stream()
                .flatMap(recording -> stores.recordings().movedTo(target.clinic(), recording.id()).stream())
                .flatMap(id -> stores.recordings().find(target.clinic(), id).stream())
                .filter(twin -> twin.visit().equals(target.id()))
                .findFirst()
                .flatMap(twin -> stores.visits().findTest(target.clinic(), twin.test()));
    }

    private static Optional<Recording> twin(Stores stores, Recording recording, Id<PositionTest> to) {
        Id<Clinic> clinic = recording.clinic();
        return stores.recordings().movedTo(clinic, recording.id()).stream()
                .flatMap(id -> stores.recordings().find(clinic, id).stream())
                .filter(twin -> twin.test().equals(to))
                .findFirst();
    }

    private PositionTest added(Stores stores, Act act, PositionTest test, Visit target) {
        PositionTest to = new PositionTest(
                Id.random(ids),
                test.clinic(),
                target.id(),
                target.patient(),
                test.positionId(),
                test.protocolVersion(),
                test.fixation(),
                test.stabilisation(),
                test.sensorSite(),
                test.sensor(),
                test.firstSide(),
                act.at().truncatedTo(ChronoUnit.MICROS));
        stores.visits().addTest(to);
        // How a leg was set up was written down of the one who was tested.
        for (SideSetUp marks : stores.preparations().setUps(test.clinic(), test.id())) {
            stores.preparations().setUp(marks.of(to, marks.side(), 1, act.at(), act.actor()), 0);
        }
        return to;
    }

    private static PositionTest test(Stores stores, Act act, Id<PositionTest> test) {
        return stores.visits().findTest(act.clinic(), test).orElseThrow(() -> StoreFailure.notFound("test"));
    }

    private static Visit visit(Stores stores, Act act, Id<Visit> visit) {
        return stores.visits().find(act.clinic(), visit).orElseThrow(() -> StoreFailure.notFound("visit"));
    }
}
