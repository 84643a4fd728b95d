package org.plinth.web.visit;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.plinth.core.screening.ScreeningForm;
import org.plinth.core.visit.Side;
import org.plinth.web.capture.LiveFeed;
import org.plinth.web.capture.RawForce;
import org.plinth.web.capture.RecordingMover;
import org.plinth.web.capture.SeenSensor;
import org.plinth.web.capture.SensorRoom;
import org.plinth.web.capture.Squeezed;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Feedback;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.SideSetUp;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.Visit;
import org.plinth.web.position.ClinicPositions;
import org.plinth.web.store.Act;
import org.plinth.web.store.Store;
import org.plinth.web.store.StoreFailure;

/** The visit desk of a running server. Any thread but an event loop. */
public final class ClinicVisitDesk implements VisitDesk {

    private static final int MOST_SQUEEZED = 4;

    private final Store store;
    private final SensorRoom room;
    private final VisitBook book;
    private final SetUpDesk setUps;
    private final RecordingDesk recordings;
    private final DecisionDesk decisions;
    private final SheetReader sheets;
    private final EpisodeDesk episodes;
    private final ScreeningDesk screenings;
    private final PlanDesk plans;
    private final MoveDesk moves;
    private final LastEffortReader lastEfforts;
    private final Clock clock;

    /** A desk with these parts. */
    public ClinicVisitDesk(DeskParts parts) {
        store = parts.store();
        room = parts.room();
        book = new VisitBook(parts.store(), parts.ids());
        ClinicPositions positions = new ClinicPositions(parts.catalogue());
        setUps = new SetUpDesk(parts.store(), positions, parts.ids());
        clock = parts.clock();
        sheets = new SheetReader(positions, parts);
        recordings = new RecordingDesk(parts, positions, sheets);
        decisions = new DecisionDesk(parts.results());
        episodes = new EpisodeDesk(parts.results());
        ScreeningForm form = ScreeningForm.bundled();
        screenings = new ScreeningDesk(form);
        plans = new PlanDesk(positions, form);
        moves = new MoveDesk(
                new RecordingMover(parts.journals(), parts.drivers(), parts.results(), parts.ids()), parts.ids());
        lastEfforts = new LastEffortReader(store, new RawForce(store, parts.journals(), parts.drivers()));
    }

    @Override
    public Visit open(Act act, Id<Patient> patient, Id<Episode> episode) {
        return book.open(act, patient, episode);
    }

    @Override
    public List<SensorChoice> sensors(Id<Clinic> clinic) {
        return recordings.sensors(clinic);
    }

    @Override
    public Squeezed squeezed(Id<Clinic> clinic, Id<Visit> visitId, List<String> peripheralIds) {
        if (peripheralIds.isEmpty() || peripheralIds.size() > MOST_SQUEEZED) {
            throw StoreFailure.invalid("sensors", "1 to " + MOST_SQUEEZED + " sensors");
        }
        if (peripheralIds.stream().anyMatch(id -> !room.isFor(id, clinic))) {
            throw StoreFailure.invalid("sensors", "no such sensor is in reach");
        }
        Visit visit = store.read(stores -> stores.visits().find(clinic, visitId))
                .orElseThrow(() -> StoreFailure.notFound("visit"));
        if (visit.closed()) {
            throw Refused.start(StartBlock.VISIT_CLOSED, visit);
        }
        if (room.running(visitId).isPresent()) {
            throw Refused.start(StartBlock.RECORDING, visit);
        }
        return room.squeezed(visitId, peripheralIds);
    }

    @Override
    public ScreeningSheet screening(Id<Clinic> clinic, Id<Visit> visit) {
        return store.read(stores -> screenings.sheet(stores, clinic, visit, clock.instant()));
    }

    @Override
    public ScreeningSheet screen(Act act, Id<Visit> visit, ScreeningAnswers answers) {
        return store.write(act, stores -> screenings.answer(stores, act, visit, answers));
    }

    @Override
    public VisitPlan plan(Id<Clinic> clinic, Id<Visit> visit) {
        // Looking for sensors disturbs one that sends: while this visit records nothing is looked for.
        List<SeenSensor> inReach = room.running(visit).isPresent() ? List.of() : room.scan(clinic);
        return store.read(stores -> plans.plan(stores, clinic, visit, inReach));
    }

    @Override
    public SideSetUp prepare(Act act, Id<PositionTest> test, SideMarks marks, int numberSeen) {
        return store.write(act, stores -> plans.note(stores, act, test, marks, numberSeen));
    }

    @Override
    public PositionTest setUp(Act act, Id<Visit> visit, SetUp setUp) {
        return setUps.setUp(act, visit, setUp, room.scan(act.clinic()));
    }

    @Override
    public void connect(Act act, Id<PositionTest> test) {
        recordings.connect(act, test, false);
    }

    @Override
    public void takeOver(Act act, Id<PositionTest> test) {
        recordings.connect(act, test, true);
    }

    @Override
    public TareOutcome tare(Act act, Id<PositionTest> test, Side side) {
        return recordings.tare(act, test, side);
    }

    @Override
    public Recording start(
            Act act,
            Id<PositionTest> test,
            Side side,
            String requestId,
            Optional<Feedback> feedback,
            Id<Account> tester) {
        return recordings.start(act, test, side, requestId, feedback, tester);
    }

    @Override
    public TestSheet stop(Act act, Id<Recording> recording) {
        return sheet(act.clinic(), recordings.stop(act, recording));
    }

    @Override
    public TestSheet decide(Act act, Id<Trial> trial, int versionSeen, Decision decision) {
        return store.write(act, stores -> {
            Id<PositionTest> test = decisions.decide(stores, act, trial, versionSeen, decision);
            return sheets.read(stores, act.clinic(), test);
        });
    }

    @Override
    public TestSheet swapSide(Act act, Id<Recording> recording, int versionSeen) {
        return store.write(act, stores -> {
            Id<PositionTest> test = decisions.swapSide(stores, act, recording, versionSeen);
            return sheets.read(stores, act.clinic(), test);
        });
    }

    @Override
    public TestSheet swapSides(Act act, Id<PositionTest> test, int versionSeen) {
        return store.write(act, stores -> {
            decisions.swapSides(stores, act, test, versionSeen);
            return sheets.read(stores, act.clinic(), test);
        });
    }

    @Override
    public TestSheet move(Act act, Id<PositionTest> test, Id<Visit> target) {
        return store.write(act, stores -> sheets.read(stores, act.clinic(), moves.move(stores, act, test, target)));
    }

    @Override
    public TestSheet moveBack(Act act, Id<PositionTest> test) {
        return store.write(act, stores -> sheets.read(stores, act.clinic(), moves.moveBack(stores, act, test)));
    }

    @Override
    public TestSheet sheet(Id<Clinic> clinic, Id<PositionTest> test) {
        return store.read(stores -> sheets.read(stores, clinic, test));
    }

    @Override
    public Optional<LastEffort> last(Id<Clinic> clinic, Id<PositionTest> test, Side side) {
        return lastEfforts.of(clinic, test, side);
    }

    @Override
    public List<TestSheet> sheets(Id<Clinic> clinic, Id<Visit> visit) {
        return store.read(stores -> {
            if (stores.visits().find(clinic, visit).isEmpty()) {
                throw StoreFailure.notFound("visit");
            }
            return stores.visits().testsOfVisit(clinic, visit).stream()
                    .map(test -> sheets.read(stores, clinic, test.id()))
                    .toList();
        });
    }

    @Override
    public EpisodeAmended amendEpisode(Act act, Episode changed, int versionSeen) {
        return store.write(act, stores -> episodes.amend(stores, act, changed, versionSeen));
    }

    @Override
    public EpisodeAmended closeEpisode(Act act, Episode closed, int versionSeen, EpisodeEntry how) {
        return store.write(act, stores -> {
            EpisodeAmended amended = episodes.amend(stores, act, closed, versionSeen);
            stores.entries().add(how);
            return amended;
        });
    }

    @Override
    public Visit close(Act act, Id<Visit> visit, int versionSeen) {
        return room.alone(RecordingDesk.lock(visit), () -> closeAlone(act, visit, versionSeen));
    }

    private Visit closeAlone(Act act, Id<Visit> visit, int versionSeen) {
        if (room.running(visit).isPresent()) {
            throw store.read(stores -> stores.visits()
                    .find(act.clinic(), visit)
                    .map(found -> Refused.start(StartBlock.RECORDING, found))
                    .orElseGet(() -> StoreFailure.notFound("visit")));
        }
        Visit closed = book.close(act, visit, versionSeen);
        room.release(visit);
        return closed;
    }

    @Override
    public LiveFeed feed(Id<Clinic> clinic, Id<Visit> visit) {
        if (store.read(stores -> stores.visits().find(clinic, visit)).isEmpty()) {
            throw StoreFailure.notFound("visit");
        }
        return room.feed(visit);
    }

    @Override
    public void heartbeat(Id<Visit> visit) {
        room.heartbeat(visit);
    }
}
