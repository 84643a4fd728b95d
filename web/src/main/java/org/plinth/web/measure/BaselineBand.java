package org.plinth.web.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plinth.core.change.DetectableChange;
import org.plinth.core.quantity.Force;

/**
 * What later points are judged against (decision M12): the geometric mean of the first two visits where they lie at most
 * 14 days apart and before treatment starts, else the first visit.
 *
 * @param value the baseline [N]
 * @param dates of its visits, one or two
 * @param band limits of what is still measurement error; empty where no error is known
 */
public record BaselineBand(Force value, List<LocalDate> dates, Optional<DetectableChange> band) {

    /** Copies the list. */
    public BaselineBand {
        dates = List.copyOf(dates);
    }

    /** Whether it rests on one visit, so that part of a first rise may be getting used to the test. */
    public boolean single() {
        return dates.size() == 1;
    }
}
