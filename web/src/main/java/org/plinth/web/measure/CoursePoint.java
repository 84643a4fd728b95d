package org.plinth.web.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.plinth.core.quantity.Force;
import org.plinth.core.result.ResultFlag;
import org.plinth.web.clinic.SideResult;

/**
 * One side's value on one date. Two visits on one date are one point: the geometric mean of their values, so that testing
 * twice does not make a leg look stronger.
 *
 * @param date local date of the visit
 * @param value best of the first k [N]; of two visits on this date, the geometric mean
 * @param mean mean of the same efforts [N]; combined likewise
 * @param k efforts used; the smaller of two
 * @param flags what a reader must know
 * @param hollow whether it stays outside change, trend and state (uncalibrated, suspect calibration, pain-limited)
 * @param results what it was made from: one, or two of the same date
 */
public record CoursePoint(
        LocalDate date,
        Force value,
        Force mean,
        int k,
        Set<ResultFlag> flags,
        boolean hollow,
        List<SideResult> results) {

    /** Copies the collections. */
    public CoursePoint {
        flags = Set.copyOf(flags);
        results = List.copyOf(results);
    }
}
