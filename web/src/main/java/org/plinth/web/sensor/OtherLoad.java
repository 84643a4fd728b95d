package org.plinth.web.sensor;

import java.util.List;
import org.plinth.calibration.run.CalibrationPoint;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.web.clinic.BenchPoint;
import org.plinth.web.clinic.BenchRun;
import org.plinth.web.store.StoreFailure;

/** Whether a reading can be of the load that the step asks for, and not still of the one before. */
final class OtherLoad {

    private OtherLoad() {}

    /** A reading that has not moved since the last point, although the load should have, is of the old load. */
    static void require(BenchRun run, RunPlan.Step step, double reading) {
        if (run.points().isEmpty()) {
            return;
        }
        CalibrationPoint last = run.points().get(run.points().size() - 1).point();
        double kilograms = step.kilograms() - last.load().amount();
        double perKilogram =
                switch (run.setUp().readingUnit()) {
                    case KILOGRAM_FORCE -> 1;
                    case NEWTON -> ForceUnit.KILOGRAM_FORCE.newtonsPerUnit();
                    case POUND_FORCE ->
                        ForceUnit.KILOGRAM_FORCE.newtonsPerUnit() / ForceUnit.POUND_FORCE.newtonsPerUnit();
                    case COUNT -> countsPerKilogram(run);
                };
        if (Math.abs(reading - last.reading()) < Math.abs(kilograms) * perKilogram / 4) {
            throw StoreFailure.wrongState("sensor.refused.SAME_LOAD", run);
        }
    }

    /** By the points so far; 0 while they say nothing of it. */
    private static double countsPerKilogram(BenchRun run) {
        List<CalibrationPoint> points =
                run.points().stream().map(BenchPoint::point).toList();
        CalibrationPoint first = points.get(0);
        return points.stream()
                .filter(point -> point.load().amount() != first.load().amount())
                .mapToDouble(point -> Math.abs((point.reading() - first.reading())
                        / (point.load().amount() - first.load().amount())))
                .max()
                .orElse(0);
    }
}
