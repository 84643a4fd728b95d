package org.plinth.calibration.problem;

import java.util.ArrayList;
import java.util.List;
import org.plinth.calibration.reference.Load;
import org.plinth.calibration.run.CalibrationPoint;
import org.plinth.calibration.run.CalibrationRun;
import org.plinth.calibration.run.ReadingUnit;

/**
 * Kilograms where counts belong: one row whose reading is its mass while the others are far from theirs, or all of them
 * though another unit was said.
 */
final class UnitCheck {

    /** A reading this near to its mass, as a part of it, is the mass. */
    private static final double SAME = 0.05;
    /** Counts for one kilogram differ from 1 by at least this factor. */
    private static final double FAR = 3;

    private UnitCheck() {}

    static List<CalibrationProblem> find(CalibrationRun run) {
        List<CalibrationPoint> loaded = run.points().stream()
                .filter(point -> point.excluded().isEmpty() && !point.isZero())
                .filter(point -> point.load() instanceof Load.Mass)
                .toList();
        List<CalibrationPoint> alike =
                loaded.stream().filter(UnitCheck::isItsMass).toList();
        if (alike.isEmpty() || run.readingUnit() == ReadingUnit.KILOGRAM_FORCE) {
            return List.of();
        }
        if (alike.size() == loaded.size()) {
            return List.of(new CalibrationProblem.ReadingsAreMasses(
                    ProblemFinder.rows(alike), run.readingUnit().symbol()));
        }
        return single(loaded, alike);
    }

    private static List<CalibrationProblem> single(List<CalibrationPoint> loaded, List<CalibrationPoint> alike) {
        double[] ratios = loaded.stream()
                .filter(point -> !isItsMass(point))
                .mapToDouble(point -> point.reading() / point.load().amount())
                .sorted()
                .toArray();
        double usual = ratios[ratios.length / 2];
        List<CalibrationProblem> found = new ArrayList<>();
        if (Math.abs(usual) > FAR || Math.abs(usual) < 1 / FAR) {
            for (CalibrationPoint point : alike) {
                found.add(new CalibrationProblem.KilogramsForCounts(
                        List.of(point.row()),
                        point.reading(),
                        usual * point.load().amount()));
            }
        }
        return found;
    }

    private static boolean isItsMass(CalibrationPoint point) {
        double mass = point.load().amount();
        return Math.abs(Math.abs(point.reading()) - mass) <= SAME * mass;
    }
}
