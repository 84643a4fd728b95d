package org.plinth.calibration.problem;

import java.util.ArrayList;
import java.util.List;
import org.plinth.calibration.characteristic.ResolutionStep;
import org.plinth.calibration.number.InOrder;
import org.plinth.calibration.run.CalibrationPoint;
import org.plinth.calibration.run.CalibrationRun;
import org.plinth.calibration.run.Direction;

/**
 * Readings that still move: by the drift that was written down, or by three or more readings one after the other under one
 * load that all go one way.
 *
 * <pre>
 *   limit = max(0.1 % of the greatest reading under load, 3 steps)      [unit of the reading]   (engineering values)
 * </pre>
 */
final class SettlingCheck {

    private static final double PART_OF_FULL_SCALE = 0.001;
    private static final double STEPS = 3;
    private static final int FEWEST_IN_A_ROW = 3;

    private SettlingCheck() {}

    static List<CalibrationProblem> find(CalibrationRun run, ResolutionStep step) {
        double span = span(run);
        double limit = Math.max(PART_OF_FULL_SCALE * span, STEPS * step.step());
        List<CalibrationProblem> found = new ArrayList<>();
        for (CalibrationPoint point : run.points()) {
            if (point.excluded().isEmpty() && point.direction() != Direction.CREEP && drifts(point, limit)) {
                found.add(problem(List.of(point), point.settling().orElseThrow().drift(), limit));
            }
        }
        found.addAll(inARow(run.counted(Direction.ASCENDING), limit));
        found.addAll(inARow(run.counted(Direction.DESCENDING), limit));
        return found;
    }

    private static boolean drifts(CalibrationPoint point, double limit) {
        return point.settling().isPresent() && Math.abs(point.settling().get().drift()) > limit;
    }

    private static List<CalibrationProblem> inARow(List<CalibrationPoint> points, double limit) {
        List<CalibrationProblem> found = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= points.size(); i++) {
            if (i == points.size() || !together(points.get(from), points.get(i))) {
                List<CalibrationPoint> same = points.subList(from, i);
                double moved = same.get(same.size() - 1).reading() - same.get(0).reading();
                if (same.size() >= FEWEST_IN_A_ROW && Math.abs(moved) > limit && oneWay(same)) {
                    found.add(problem(same, moved, limit));
                }
                from = i;
            }
        }
        return found;
    }

    private static boolean together(CalibrationPoint first, CalibrationPoint next) {
        return first.cycle() == next.cycle() && first.load().equals(next.load());
    }

    private static boolean oneWay(List<CalibrationPoint> points) {
        double way = points.get(1).reading() - points.get(0).reading();
        for (int i = 1; i < points.size(); i++) {
            if ((points.get(i).reading() - points.get(i - 1).reading()) * way <= 0) {
                return false;
            }
        }
        return true;
    }

    private static CalibrationProblem problem(List<CalibrationPoint> points, double drift, double limit) {
        return new CalibrationProblem.NeverSettles(
                ProblemFinder.rows(points), Numbers.load(points.get(0).load()), Math.abs(drift), limit);
    }

    private static double span(CalibrationRun run) {
        return InOrder.spread(run.points().stream()
                .filter(point -> point.excluded().isEmpty())
                .mapToDouble(CalibrationPoint::reading));
    }
}
