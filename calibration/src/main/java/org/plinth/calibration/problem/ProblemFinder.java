package org.plinth.calibration.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.plinth.calibration.characteristic.ResolutionStep;
import org.plinth.calibration.fit.CurveModel;
import org.plinth.calibration.fit.Deflections;
import org.plinth.calibration.run.CalibrationPoint;
import org.plinth.calibration.run.CalibrationRun;
import org.plinth.calibration.run.Direction;

/**
 * Looks a run over before anything is fitted, and names everything that is wrong at once. What explains other faults is
 * looked for first: masses that were swapped also look like outliers, and only the swap is named. Stateless.
 */
public final class ProblemFinder {

    private ProblemFinder() {}

    /** All there are, in the order of their rows. */
    public static List<CalibrationProblem> find(CalibrationRun run, CurveModel model, ResolutionStep step) {
        List<CalibrationProblem> found = new ArrayList<>();
        if (run.usesGravity() && !run.gravity().isPlausible()) {
            found.add(new CalibrationProblem.GravityOutOfRange(run.gravity().metresPerSecondSquared()));
        }
        found.addAll(repeatedRows(run));
        found.addAll(missingZeros(run));
        found.addAll(SettlingCheck.find(run, step));
        found.addAll(UnitCheck.find(run));
        List<CalibrationProblem> shape =
                found.stream().allMatch(ProblemFinder::leavesTheShape) ? ShapeCheck.find(run) : List.of();
        boolean swapped = shape.stream().anyMatch(CalibrationProblem.SwappedLoads.class::isInstance);
        if (!swapped) {
            found.addAll(SequenceCheck.find(run));
        }
        found.addAll(shape);
        found.addAll(tooFewLoads(run, model));
        if (run.counted(Direction.DESCENDING).isEmpty()) {
            found.add(new CalibrationProblem.NoDescending(rows(run.counted(Direction.ASCENDING))));
        }
        return found;
    }

    /** Whether readings and loads can still be held against each other. */
    private static boolean leavesTheShape(CalibrationProblem problem) {
        return problem instanceof CalibrationProblem.NeverSettles
                || problem instanceof CalibrationProblem.GravityOutOfRange
                || problem instanceof CalibrationProblem.RepeatedRow;
    }

    private record Key(int cycle, Direction direction, double load, double reading, Object rotation, Object held) {
        static Key of(CalibrationPoint point) {
            return new Key(
                    point.cycle(),
                    point.direction(),
                    point.load().amount(),
                    point.reading(),
                    point.rotationDegrees(),
                    point.holdSeconds());
        }
    }

    /** A row beside its own copy; an unloaded reading may well come twice. */
    private static List<CalibrationProblem> repeatedRows(CalibrationRun run) {
        List<CalibrationProblem> found = new ArrayList<>();
        Map<Key, Integer> seen = new HashMap<>();
        counted(run).filter(point -> !point.isZero()).forEach(point -> {
            Integer before = seen.putIfAbsent(Key.of(point), point.row());
            if (before != null) {
                found.add(new CalibrationProblem.RepeatedRow(List.of(before, point.row())));
            }
        });
        return found;
    }

    private static List<CalibrationProblem> missingZeros(CalibrationRun run) {
        Set<Integer> with = Deflections.zeros(run).keySet();
        List<CalibrationProblem> found = new ArrayList<>();
        Set<Integer> named = new HashSet<>(with);
        counted(run).forEach(point -> {
            boolean needsZero = point.direction() != Direction.CREEP;
            if (!with.isEmpty() && needsZero && named.add(point.cycle())) {
                found.add(new CalibrationProblem.NoZero(List.of(point.row()), point.cycle()));
            }
        });
        return found;
    }

    private static List<CalibrationProblem> tooFewLoads(CalibrationRun run, CurveModel model) {
        List<CalibrationPoint> up = run.counted(Direction.ASCENDING);
        long loads = up.stream().map(point -> point.load().amount()).distinct().count();
        return loads < model.leastLoads()
                ? List.of(new CalibrationProblem.TooFewLoads(rows(up), (int) loads, model.leastLoads()))
                : List.of();
    }

    private static Stream<CalibrationPoint> counted(CalibrationRun run) {
        return run.points().stream().filter(point -> point.excluded().isEmpty());
    }

    static List<Integer> rows(List<CalibrationPoint> points) {
        return points.stream().map(CalibrationPoint::row).toList();
    }
}
