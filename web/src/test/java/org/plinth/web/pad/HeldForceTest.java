package org.plinth.web.pad;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plinth.core.visit.Side;
import org.plinth.web.capture.LiveFrame;
import org.plinth.web.capture.LiveFrame.Flag;
import org.plinth.web.capture.LiveState;
import org.plinth.web.capture.LiveState.Phase;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;

/** A pad has no number that looks newer than it is. */
class HeldForceTest {

    private static final Id<PositionTest> TEST = new Id<>(new UUID(0, 1));
    private static final Id<Recording> FIRST = new Id<>(new UUID(0, 2));
    private static final Id<Recording> SECOND = new Id<>(new UUID(0, 3));

    private final HeldForce force = new HeldForce();

    private static LiveState state(Phase phase, Id<Recording> recording) {
        return new LiveState(
                phase, Optional.of(TEST), Optional.of(Side.LEFT), Optional.of(recording), 0, Optional.empty());
    }

    private static LiveFrame frame(double newtons, Flag... flags) {
        return new LiveFrame(
                Side.LEFT, Set.of(flags), 1, OptionalDouble.of(newtons), OptionalDouble.of(newtons), List.of());
    }

    @Test
    void the_newest_force_of_the_recording_that_runs_is_known_and_counted() {
        assertThat(force.now()).isEmpty();
        force.state(state(Phase.RECORDING, FIRST));
        assertThat(force.now().orElseThrow().newtons()).isEmpty();
        force.force(frame(80));
        HeldForce.Now before = force.now().orElseThrow();
        assertThat(before.newtons()).hasValue(80);
        assertThat(before.recording()).isEqualTo(FIRST);
        assertThat(force.now()).as("asking again is no news").hasValue(before);
        force.force(frame(80));
        assertThat(force.now().orElseThrow().heard()).isGreaterThan(before.heard());
    }

    @Test
    void a_sensor_that_went_silent_leaves_no_number() {
        force.state(state(Phase.RECORDING, FIRST));
        force.force(frame(80, Flag.SIGNAL_LOST));
        assertThat(force.now().orElseThrow().lost()).isTrue();
        assertThat(force.now().orElseThrow().newtons()).isEmpty();
        force.force(frame(81));
        assertThat(force.now().orElseThrow().newtons()).hasValue(81);
        force.state(state(Phase.SIGNAL_LOST, FIRST));
        assertThat(force.now().orElseThrow().lost()).isTrue();
        assertThat(force.now().orElseThrow().newtons()).isEmpty();
    }

    @Test
    void nothing_of_one_recording_is_told_of_the_next() {
        force.state(state(Phase.RECORDING, FIRST));
        force.force(frame(80));
        force.state(state(Phase.STOPPED, FIRST));
        assertThat(force.now()).isEmpty();
        force.state(state(Phase.RECORDING, SECOND));
        assertThat(force.now().orElseThrow().newtons()).isEmpty();
        force.state(LiveState.IDLE);
        assertThat(force.now()).isEmpty();
    }
}
