package org.plinth.web.calibration;

import java.util.List;
import java.util.Optional;
import org.plinth.calibration.run.CalibrationPoint;
import org.plinth.calibration.run.ReadingUnit;

/**
 * What a points file holds.
 *
 * @param points in the order of the file; their row is the line
 * @param unit that the header names for the readings; empty where it names none
 * @param leastStep last decimal place that any reading was written to, 0.1 for 8420.2
 * @param sha256 of the file's bytes
 * @param problems all there are; with any, the points are not to be used
 */
public record Points(
        List<CalibrationPoint> points,
        Optional<ReadingUnit> unit,
        double leastStep,
        String sha256,
        List<PointsProblem> problems) {

    /** Copies the lists. */
    public Points {
        points = List.copyOf(points);
        problems = List.copyOf(problems);
    }

    static Points unusable(PointsProblem problem) {
        return new Points(List.of(), Optional.empty(), 1, "", List.of(problem));
    }
}
