package org.plinth.web.visit;

import java.util.List;
import java.util.Optional;
import org.plinth.core.visit.Side;
import org.plinth.web.capture.LiveFeed;
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
import org.plinth.web.store.Act;

/**
 * What a clinician does at a visit. Every call blocks until it is done and durable, and may come from any thread but an
 * event loop. The clinic is the one of the {@link Act}: things of another clinic are not found.
 *
 * <p>Throws {@link org.plinth.web.store.StoreFailure}: NOT_FOUND for unknown ids, INVALID with the field, WRONG_STATE
 * when the thing's state or patient forbids it, OLD_VERSION when the version seen is old; and {@link
 * org.plinth.driver.SensorException} for what the sensor did. In each case nothing was changed.
 */
public interface VisitDesk {

    /** Opens a visit for today, or gives the one that is still open on this date. */
    Visit open(Act act, Id<Patient> patient, Id<Episode> episode);

    /** The sensors that can be reached now. Blocks for at most a few seconds. */
    List<SensorChoice> sensors(Id<Clinic> clinic);

    /**
     * Which of these sensors somebody squeezes or pulls now; refused while the visit records. What the visit did not hold
     * before it does not hold afterwards. Blocks for at most 25 s.
     *
     * @param peripheralIds 1 to 4 of those that {@link #sensors} gave
     */
    Squeezed squeezed(Id<Clinic> clinic, Id<Visit> visit, List<String> peripheralIds);

    /** The questions before the first maximal effort of a visit, and what was answered. */
    ScreeningSheet screening(Id<Clinic> clinic, Id<Visit> visit);

    /**
     * Answers them. Where something applies only a clinician goes on, and the act must carry a reason. Until somebody has
     * answered, and after a stop, no maximal effort can be recorded at this visit.
     */
    ScreeningSheet screen(Act act, Id<Visit> visit, ScreeningAnswers answers);

    /**
     * How a visit may go on: what is suggested, and how each position was set up the last time. Blocks for at most a few
     * seconds, because it looks which sensors are in reach.
     */
    VisitPlan plan(Id<Clinic> clinic, Id<Visit> visit);

    /**
     * Writes down how a leg is set up, to be recalled next time.
     *
     * @param numberSeen number of the one of this test that was seen, 0 for none
     */
    SideSetUp prepare(Act act, Id<PositionTest> test, SideMarks marks, int numberSeen);

    /** Sets a position up. Another set-up is another test. */
    PositionTest setUp(Act act, Id<Visit> visit, SetUp setUp);

    /** Connects the test's sensor and takes it for this visit. Idempotent while this visit holds it. */
    void connect(Act act, Id<PositionTest> test);

    /**
     * Takes the test's sensor from a visit that no longer answers. Refused while the other visit's heartbeat is fresh.
     * The act must carry a reason.
     */
    void takeOver(Act act, Id<PositionTest> test);

    /** Zeroes the sensor for one side, in the state that the position declares, and checks that it worked. */
    TareOutcome tare(Act act, Id<PositionTest> test, Side side);

    /**
     * Starts recording one side. The same {@code requestId} sent again gives the same recording.
     *
     * @param requestId what the caller chose for this start; at most 64 characters
     */
    default Recording start(Act act, Id<PositionTest> test, Side side, String requestId) {
        return start(act, test, side, requestId, Optional.empty());
    }

    /**
     * The same, and writes down under what the patient works.
     *
     * @param feedback empty where nobody can tell
     */
    default Recording start(Act act, Id<PositionTest> test, Side side, String requestId, Optional<Feedback> feedback) {
        return start(act, test, side, requestId, feedback, act.actor());
    }

    /**
     * The same, and writes down who tests: not always who is logged in (decision S13).
     *
     * @param tester of this clinic
     */
    Recording start(
            Act act,
            Id<PositionTest> test,
            Side side,
            String requestId,
            Optional<Feedback> feedback,
            Id<Account> tester);

    /**
     * Stops, seals the journal, finds the efforts and stores them. When this returns they are durable. Stopping a
     * stopped recording gives its sheet again.
     */
    TestSheet stop(Act act, Id<Recording> recording);

    /** Keeps or excludes an effort, or takes that back, and notes pain. Results follow in the same transaction. */
    TestSheet decide(Act act, Id<Trial> trial, int versionSeen, Decision decision);

    /**
     * Says that a recording was of the other side. The act must carry a reason; swapping again undoes it. Results
     * follow in the same transaction.
     */
    TestSheet swapSide(Act act, Id<Recording> recording, int versionSeen);

    /**
     * Says that the legs of a whole test were exchanged, in one transaction. The act must carry a reason; doing it again
     * undoes it.
     *
     * @param versionSeen {@link TestSheet#sidesVersion}
     */
    TestSheet swapSides(Act act, Id<PositionTest> test, int versionSeen);

    /**
     * Moves a test that was recorded under the wrong patient to a visit of the same date of another one. The act must carry a
     * reason. What was recorded stays with the first patient, set aside; results of both follow in the same transaction.
     *
     * @return the test as it is now, at the other visit
     */
    TestSheet move(Act act, Id<PositionTest> test, Id<Visit> target);

    /** Undoes a move: the efforts count again where they were recorded. The act must carry a reason. */
    TestSheet moveBack(Act act, Id<PositionTest> test);

    /** All there is to see of one position test. */
    TestSheet sheet(Id<Clinic> clinic, Id<PositionTest> test);

    /**
     * What this side gave at the last visit that can be compared; WRONG_STATE before an effort of it was made, for it must
     * not be known then.
     */
    Optional<LastEffort> last(Id<Clinic> clinic, Id<PositionTest> test, Side side);

    /** All position tests of a visit, in the order they were set up. */
    List<TestSheet> sheets(Id<Clinic> clinic, Id<Visit> visit);

    /**
     * Adds a version of an episode. Where its injured side changes, every symmetry of it is compared anew in the same
     * transaction, by the reference line that it was compared by before; that needs a reason, and is refused while one
     * of its visits records.
     *
     * @param changed as it shall be; its version does not count
     */
    EpisodeAmended amendEpisode(Act act, Episode changed, int versionSeen);

    /** The same for an episode that ends, with how it ended (decision S8): both or neither. */
    EpisodeAmended closeEpisode(Act act, Episode closed, int versionSeen, EpisodeEntry how);

    /** Closes a visit: its results are released to the patient's page, its sensor is free. */
    Visit close(Act act, Id<Visit> visit, int versionSeen);

    /** What happens on the sensor of this visit, now. The same object for as long as the process runs. */
    LiveFeed feed(Id<Clinic> clinic, Id<Visit> visit);

    /** Says that somebody still looks at this visit's live page; to be called at least every 5 s. Never blocks. */
    void heartbeat(Id<Visit> visit);
}
