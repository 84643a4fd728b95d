package org.plinth.web.progress;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plinth.core.position.TestPosition;
import org.plinth.core.trend.PrescriptionVerdict;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.EpisodeEntry;

/**
 * What was prescribed from one day on, and what strength did afterwards (decision M14).
 *
 * @param from the day
 * @param prescriptions that began on it
 * @param results one for each position and trained leg that was tested
 * @param alongside what else ran or happened between the last test before and the newest test that was compared: other prescriptions and
 *     events; empty where no test was compared
 */
public record PrescriptionBlock(
        LocalDate from, List<EpisodeEntry> prescriptions, List<Result> results, List<EpisodeEntry> alongside) {

    /** Copies the lists. */
    public PrescriptionBlock {
        prescriptions = List.copyOf(prescriptions);
        results = List.copyOf(results);
        alongside = List.copyOf(alongside);
    }

    /**
     * One leg in one position.
     *
     * @param position which
     * @param side which leg
     * @param judged what may be said; empty where no measurement error is known or the series does not go on
     * @param missing why nothing may be said
     */
    public record Result(
            TestPosition position, Side side, Optional<PrescriptionVerdict> judged, Optional<Missing> missing) {}

    /** Why strength before and after is not compared. */
    public enum Missing {
        /** Set-up, sensor or protocol changed in between. */
        SERIES_BROKE,
        /** Surgery, or another event after which there is a new baseline, lies in between. */
        NEW_BASELINE,
        /** No measurement error is known for this set-up. */
        NO_MEASUREMENT_ERROR
    }
}
