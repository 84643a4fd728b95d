package org.plinth.web.clinic;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.plinth.core.effort.Effort;
import org.plinth.core.metric.MetricResult;

/**
 * An effort of a recording with what was measured and what the clinician decided about it.
 *
 * @param id opaque
 * @param recording in which it was found
 * @param version of the decision, from 1
 * @param effort as the finder saw it
 * @param measurements by metric id
 * @param state the decision
 * @param exclusionReason in the clinician's words or the finder's reason; present when excluded
 * @param pain 0 to 10, where asked
 */
public record Trial(
        Id<Trial> id,
        Id<Recording> recording,
        int version,
        Effort effort,
        Map<String, MetricResult> measurements,
        State state,
        Optional<String> exclusionReason,
        OptionalInt pain) {

    /** The reason of an effort that counts in another patient's test. Its words stand under {@code page.rejection}. */
    public static final String MOVED = "MOVED";

    /** Copies the map. */
    public Trial {
        measurements = Map.copyOf(measurements);
    }

    /** Whether it was made by another patient, and counts in her test. */
    public boolean isMoved() {
        return exclusionReason.filter(MOVED::equals).isPresent();
    }

    /** What was decided. */
    public enum State {
        /** Found, not yet decided. */
        CANDIDATE,
        /** Kept. */
        ACCEPTED,
        /** Not used, with a reason; stays in the record. */
        EXCLUDED
    }
}
