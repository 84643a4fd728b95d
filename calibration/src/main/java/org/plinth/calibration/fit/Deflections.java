package org.plinth.calibration.fit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plinth.calibration.number.InOrder;
import org.plinth.calibration.run.CalibrationPoint;
import org.plinth.calibration.run.CalibrationRun;
import org.plinth.calibration.run.Direction;

/**
 * Readings less the first reading without load of their own cycle.
 *
 * <pre>
 *   x = i − i0      i0 = first unloaded reading on the way up, of the same cycle
 * </pre>
 *
 * <p>Where no cycle has an unloaded reading, the readings are taken for deflections already.
 *
 * @param ascending on the way up, in order
 * @param descending on the way down, in order
 * @param creep held
 * @param zeroReading mean of the first unloaded readings, in the unit of the reading; 0 where there are none
 */
public record Deflections(
        List<Deflection> ascending, List<Deflection> descending, List<Deflection> creep, double zeroReading) {

    /** Copies the lists. */
    public Deflections {
        ascending = List.copyOf(ascending);
        descending = List.copyOf(descending);
        creep = List.copyOf(creep);
    }

    /**
     * One of them.
     *
     * @param point where it was read
     * @param newtons force there [N]
     * @param value in the unit of the reading
     */
    public record Deflection(CalibrationPoint point, double newtons, double value) {}

    /** Of a run in which every cycle, or none, has an unloaded reading. */
    public static Deflections of(CalibrationRun run) {
        Map<Integer, Double> zeros = zeros(run);
        double mean = InOrder.mean(zeros.values().stream().mapToDouble(z -> z)).orElse(0);
        return new Deflections(
                of(run, Direction.ASCENDING, zeros),
                of(run, Direction.DESCENDING, zeros),
                of(run, Direction.CREEP, zeros),
                mean);
    }

    /** First unloaded reading on the way up, by cycle. */
    public static Map<Integer, Double> zeros(CalibrationRun run) {
        Map<Integer, Double> zeros = new LinkedHashMap<>();
        for (CalibrationPoint point : run.counted(Direction.ASCENDING)) {
            if (point.isZero()) {
                zeros.putIfAbsent(point.cycle(), point.reading());
            }
        }
        return zeros;
    }

    private static List<Deflection> of(CalibrationRun run, Direction direction, Map<Integer, Double> zeros) {
        return run.counted(direction).stream()
                .map(point -> new Deflection(
                        point,
                        run.force(point).newtons(),
                        point.reading()
                                - Optional.ofNullable(zeros.get(point.cycle())).orElse(0.0)))
                .toList();
    }
}
