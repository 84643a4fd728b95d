package org.plinth.web.testkit;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.plinth.core.effort.Effort;
import org.plinth.core.effort.Plateau;
import org.plinth.core.metric.MetricResult;
import org.plinth.core.quantity.Force;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Trial;

/** An effort that nobody made, for tests that are about something else. */
final class MadeUpEffort {

    private MadeUpEffort() {}

    static Trial in(Recording recording, Id<Trial> id) {
        Effort effort = new Effort(
                1,
                1_020_000,
                4_900_000,
                81,
                248,
                392,
                Force.ofNewtons(3.1),
                Force.ofNewtons(0.3),
                true,
                new Plateau(2_000_000, 4_800_000),
                Set.of(),
                Optional.empty());
        return new Trial(
                id,
                recording.id(),
                1,
                effort,
                Map.of("peakForce_N", new MetricResult.Measured(218)),
                Trial.State.CANDIDATE,
                Optional.empty(),
                OptionalInt.empty());
    }
}
