package org.plinth.calibration.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plinth.calibration.run.CalibrationPoint;
import org.plinth.calibration.run.CalibrationRun;
import org.plinth.calibration.run.Direction;

/** Loads that fall on the way up, or rise on the way down: then the way they were read is not what the row says. */
final class SequenceCheck {

    private SequenceCheck() {}

    static List<CalibrationProblem> find(CalibrationRun run) {
        List<CalibrationProblem> found = new ArrayList<>();
        for (Direction direction : List.of(Direction.ASCENDING, Direction.DESCENDING)) {
            Map<Integer, CalibrationPoint> last = new HashMap<>();
            for (CalibrationPoint point : run.counted(direction)) {
                CalibrationPoint before = last.put(point.cycle(), point);
                if (before != null && isBackwards(before, point, direction)) {
                    found.add(new CalibrationProblem.NotInSequence(
                            List.of(before.row(), point.row()),
                            direction.name().toLowerCase(Locale.ROOT),
                            Numbers.load(before.load()),
                            Numbers.load(point.load())));
                }
            }
        }
        return found;
    }

    private static boolean isBackwards(CalibrationPoint before, CalibrationPoint point, Direction direction) {
        double step = point.load().amount() - before.load().amount();
        return direction == Direction.ASCENDING ? step < 0 : step > 0;
    }
}
