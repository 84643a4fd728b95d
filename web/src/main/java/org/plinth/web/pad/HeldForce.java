package org.plinth.web.pad;

import java.util.Optional;
import java.util.OptionalDouble;
import org.plinth.core.visit.Side;
import org.plinth.web.capture.LiveFeed;
import org.plinth.web.capture.LiveFrame;
import org.plinth.web.capture.LiveState;
import org.plinth.web.capture.LiveState.Phase;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;

/**
 * The newest force of a visit's live feed, for a pad that asks several times a second. Called on the sensor's thread, read on any.
 * What was heard in one recording is forgotten with the next.
 */
public final class HeldForce implements LiveFeed.Listener {

    private Optional<Running> running = Optional.empty();
    private OptionalDouble newtons = OptionalDouble.empty();
    private boolean lost;
    private long heard;

    /** A recording that runs. */
    private record Running(Id<Recording> recording, Id<PositionTest> test, Side side, boolean lost) {}

    /**
     * What a recording that runs says now.
     *
     * @param recording which
     * @param test of which
     * @param side under test
     * @param newtons [N]; empty while it is not known
     * @param lost whether the sensor has gone silent
     * @param heard goes up with each word of the sensor: while it stands still, nothing new came
     */
    public record Now(
            Id<Recording> recording,
            Id<PositionTest> test,
            Side side,
            OptionalDouble newtons,
            boolean lost,
            long heard) {}

    @Override
    public synchronized void force(LiveFrame frame) {
        lost = frame.flags().contains(LiveFrame.Flag.SIGNAL_LOST);
        newtons = lost ? OptionalDouble.empty() : frame.newestNewtons();
        heard++;
    }

    @Override
    public synchronized void state(LiveState state) {
        Optional<Running> next = running(state);
        if (!next.map(Running::recording).equals(running.map(Running::recording))) {
            newtons = OptionalDouble.empty();
            lost = false;
            heard++;
        }
        running = next;
    }

    private static Optional<Running> running(LiveState state) {
        boolean runs = state.phase() == Phase.RECORDING || state.phase() == Phase.SIGNAL_LOST;
        if (!runs || state.recording().isEmpty() || state.test().isEmpty()) {
            return Optional.empty();
        }
        return state.side()
                .map(side -> new Running(
                        state.recording().get(), state.test().get(), side, state.phase() == Phase.SIGNAL_LOST));
    }

    /** Empty while nothing is recorded. */
    public synchronized Optional<Now> now() {
        return running.map(run -> new Now(
                run.recording(),
                run.test(),
                run.side(),
                run.lost() ? OptionalDouble.empty() : newtons,
                lost || run.lost(),
                heard));
    }
}
