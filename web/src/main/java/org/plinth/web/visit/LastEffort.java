package org.plinth.web.visit;

import java.time.LocalDate;
import java.util.List;
import org.plinth.core.quantity.Force;
import org.plinth.web.clinic.SideResult;

/**
 * What a side gave at the last visit that can be compared: same position and protocol, same fixation, same kind of sensor.
 *
 * @param result of that visit
 * @param curve force of its best effort; empty where its recording cannot be read, or had no quiet beginning
 */
public record LastEffort(SideResult result, List<Point> curve) {

    /** Copies the list. */
    public LastEffort {
        curve = List.copyOf(curve);
    }

    /** Of that visit. */
    public LocalDate date() {
        return result.date();
    }

    /** Its test value. */
    public Force value() {
        return result.value().best();
    }

    /**
     * Ten milliseconds of it.
     *
     * @param micros after the onset of force [µs]; negative before it
     * @param least least force [N]
     * @param greatest greatest force [N]
     */
    public record Point(long micros, double least, double greatest) {}
}
