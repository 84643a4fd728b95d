package org.plinth.calibration.testkit;

import java.util.ArrayList;
import java.util.List;
import org.plinth.calibration.characteristic.ResolutionStep;
import org.plinth.calibration.gravity.LocalGravity;
import org.plinth.calibration.reference.Load;
import org.plinth.calibration.reference.ReferenceUncertainty;
import org.plinth.calibration.run.CalibrationPoint;
import org.plinth.calibration.run.CalibrationRun;
import org.plinth.calibration.run.Direction;
import org.plinth.calibration.uncertainty.BudgetInputs;

/** The worked vector GOLD-7: three cycles of seven masses, up and down, near Guildford (51.24°, 60 m). Synthetic. */
public final class Gold7 {

    /** Masses [kg]. */
    private static final double[] MASSES = {0, 5, 10, 20, 30, 40, 50};

    /** Readings on the way up, by cycle. */
    private static final double[][] UP = {
        {8.0, 4213.1, 8420.2, 16834.9, 25251.6, 33669.9, 42090.2},
        {7.0, 4212.4, 8419.1, 16833.8, 25250.2, 33668.1, 42088.6},
        {8.5, 4213.5, 8420.9, 16835.6, 25252.0, 33670.6, 42091.1}
    };

    /** Readings on the way down, by cycle, in the order of the masses. */
    private static final double[][] DOWN = {
        {10.5, 4217.9, 8427.0, 16843.5, 25259.9, 33675.2, 42090.2},
        {9.5, 4217.0, 8425.8, 16842.0, 25258.2, 33673.4, 42088.6},
        {11.0, 4218.2, 8427.4, 16844.1, 25260.4, 33675.8, 42091.1}
    };

    private Gold7() {}

    /** As it was carried out. */
    public static CalibrationRun run() {
        return CalibrationRun.of(LocalGravity.at(51.24, 60), new ReferenceUncertainty.Limits(1e-4), points());
    }

    /** Up then down, cycle after cycle; rows from 1. */
    public static List<CalibrationPoint> points() {
        List<CalibrationPoint> points = new ArrayList<>();
        for (int cycle = 0; cycle < UP.length; cycle++) {
            for (int i = 0; i < MASSES.length; i++) {
                points.add(point(points.size() + 1, cycle + 1, Direction.ASCENDING, MASSES[i], UP[cycle][i]));
            }
            for (int i = MASSES.length - 1; i >= 0; i--) {
                points.add(point(points.size() + 1, cycle + 1, Direction.DESCENDING, MASSES[i], DOWN[cycle][i]));
            }
        }
        return points;
    }

    /** What its budget was worked with: steps of 0.1 N (given in counts), a zero within ± 0.05 N, 2°. */
    public static BudgetInputs inputs() {
        double countsPerNewton = 1e4 / 116.5596556;
        return BudgetInputs.usual(ResolutionStep.given(0.1 * countsPerNewton)).zeroWithin(0.05);
    }

    private static CalibrationPoint point(int row, int cycle, Direction direction, double mass, double reading) {
        return CalibrationPoint.of(row, cycle, direction, new Load.Mass(mass), reading);
    }
}
