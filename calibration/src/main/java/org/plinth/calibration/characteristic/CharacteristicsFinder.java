package org.plinth.calibration.characteristic;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.plinth.calibration.characteristic.Characteristics.Name;
import org.plinth.calibration.characteristic.Characteristics.Reason;
import org.plinth.calibration.curve.CalibrationCurve;
import org.plinth.calibration.fit.CurveFit;
import org.plinth.calibration.fit.Deflections;
import org.plinth.calibration.fit.Deflections.Deflection;
import org.plinth.calibration.number.InOrder;
import org.plinth.calibration.run.CalibrationPoint;

/** Computes {@link Characteristics}. One for each run; one thread. */
public final class CharacteristicsFinder {

    private static final double CREEP_FROM_SECONDS = 30;
    private static final double CREEP_TO_SECONDS = 300;
    /** A stop-watch in a hand: readings this near to 30 s and 300 s count. */
    private static final double CREEP_TOLERANCE_SECONDS = 5;

    private final Deflections deflections;
    private final List<Level> levels;
    private final CalibrationCurve curve;
    private final CalibrationCurve line;
    private final Map<Name, Reason> withheld = new EnumMap<>(Name.class);

    /** Of a run with this fit, and the best-fit line of the same points. */
    public CharacteristicsFinder(Deflections deflections, List<Level> levels, CurveFit fit, CurveFit line) {
        this.deflections = deflections;
        this.levels = levels;
        this.curve = fit.curve();
        this.line = line.curve();
    }

    /** All of them. */
    public Characteristics find(ResolutionStep step) {
        double fullScale = levels.get(levels.size() - 1).newtons();
        OptionalDouble hysteresis = keep(Name.HYSTERESIS, Reason.NO_DESCENDING_READINGS, hysteresis());
        OptionalDouble zeroReading = keep(Name.ZERO_RETURN, Reason.NO_FINAL_ZERO, zeroReturn());
        return new Characteristics(
                fullScale,
                largestResidual(curve),
                100 * largestResidual(line) / fullScale,
                hysteresis,
                percentOf(fullScale, hysteresis),
                reversibility(),
                keep(Name.REPEATABILITY, Reason.NOT_REPEATED, repeatability()),
                keep(Name.REPRODUCIBILITY, Reason.NOT_ROTATED, reproducibility()),
                interpolation(),
                times(Math.abs(curve.slope(0)), zeroReading),
                percentOf(fullScaleDeflection(), zeroReading),
                keep(Name.CREEP, Reason.NOT_HELD, creepPercent()),
                resolution(step),
                withheld);
    }

    private OptionalDouble keep(Name name, Reason otherwise, OptionalDouble found) {
        if (found.isEmpty()) {
            withheld.put(name, otherwise);
        }
        return found;
    }

    private double largestResidual(CalibrationCurve of) {
        return levels.stream()
                .filter(level -> level.meanAscending().isPresent())
                .mapToDouble(level -> Math.abs(
                        level.newtons() - of.newtons(level.meanAscending().getAsDouble())))
                .max()
                .orElse(0);
    }

    private OptionalDouble hysteresis() {
        return loadedBothWays().map(this::hysteresisAt).mapToDouble(Math::abs).max();
    }

    /** Way down less way up, by the curve [N]; of a level that was read both ways. */
    private double hysteresisAt(Level level) {
        return curve.newtons(level.meanDescending().orElseThrow())
                - curve.newtons(level.meanAscending().orElseThrow());
    }

    private OptionalDouble reversibility() {
        return loadedBothWays()
                .mapToDouble(level -> 100
                        * Math.abs((level.meanDescending().orElseThrow()
                                        - level.meanAscending().orElseThrow())
                                / level.meanAscending().orElseThrow()))
                .max();
    }

    private java.util.stream.Stream<Level> loadedBothWays() {
        return levels.stream()
                .filter(level -> !level.isZero())
                .filter(level ->
                        !level.ascending().isEmpty() && !level.descending().isEmpty());
    }

    private OptionalDouble repeatability() {
        return levels.stream()
                .filter(level -> !level.isZero())
                .flatMap(level -> byOrientation(level).values().stream())
                .filter(same -> same.size() > 1)
                .mapToDouble(same -> spreadPercent(same.stream().mapToDouble(Deflection::value)))
                .max();
    }

    private OptionalDouble reproducibility() {
        return levels.stream()
                .filter(level -> !level.isZero())
                .map(CharacteristicsFinder::byOrientation)
                .filter(orientations -> orientations.size() > 1)
                .mapToDouble(orientations -> spreadPercent(orientations.values().stream()
                        .mapToDouble(same -> Level.mean(same).orElseThrow())))
                .max();
    }

    /** Readings on the way up, by how the sensor was turned; unsaid is one orientation. */
    private static Map<Double, List<Deflection>> byOrientation(Level level) {
        return level.ascending().stream()
                .collect(Collectors.groupingBy(
                        point -> point.point().rotationDegrees().orElse(0)));
    }

    private static double spreadPercent(DoubleStream values) {
        double[] all = values.toArray();
        return 100
                * InOrder.spread(DoubleStream.of(all))
                / Math.abs(InOrder.mean(DoubleStream.of(all)).orElseThrow());
    }

    private double interpolation() {
        return levels.stream()
                .filter(level -> !level.isZero() && level.meanAscending().isPresent())
                .mapToDouble(level -> {
                    double expected = curve.deflection(level.newtons());
                    return 100 * Math.abs((level.meanAscending().getAsDouble() - expected) / expected);
                })
                .max()
                .orElse(0);
    }

    /** Largest last unloaded reading less the first of its cycle, in the unit of the reading. */
    private OptionalDouble zeroReturn() {
        Map<Integer, Double> last = new HashMap<>();
        deflections.descending().stream()
                .filter(point -> point.point().isZero())
                .forEach(point -> last.put(point.point().cycle(), point.value()));
        return last.values().stream().mapToDouble(Math::abs).max();
    }

    private OptionalDouble creepPercent() {
        Map<Integer, List<Deflection>> byCycle = deflections.creep().stream()
                .collect(Collectors.groupingBy(point -> point.point().cycle()));
        return byCycle.values().stream()
                .filter(held -> at(held, CREEP_FROM_SECONDS).isPresent()
                        && at(held, CREEP_TO_SECONDS).isPresent())
                .mapToDouble(held -> 100
                        * Math.abs(at(held, CREEP_TO_SECONDS).getAsDouble()
                                - at(held, CREEP_FROM_SECONDS).getAsDouble())
                        / fullScaleDeflection())
                .max();
    }

    private static OptionalDouble at(List<Deflection> held, double seconds) {
        return held.stream()
                .filter(point -> point.point().holdSeconds().isPresent())
                .filter(point ->
                        Math.abs(point.point().holdSeconds().getAsDouble() - seconds) <= CREEP_TOLERANCE_SECONDS)
                .mapToDouble(Deflection::value)
                .findFirst();
    }

    private double fullScaleDeflection() {
        return levels.stream()
                .filter(level -> level.meanAscending().isPresent())
                .mapToDouble(level -> Math.abs(level.meanAscending().getAsDouble()))
                .max()
                .orElse(Double.MIN_NORMAL);
    }

    private double resolution(ResolutionStep step) {
        double slope = Math.abs(curve.slope(curve.range().highest()));
        double fluctuation = deflections.ascending().stream()
                .map(Deflection::point)
                .map(CalibrationPoint::settling)
                .flatMap(java.util.Optional::stream)
                .mapToDouble(settling -> settling.fluctuation() / 2)
                .max()
                .orElse(0);
        return slope * Math.max(step.step(), fluctuation);
    }

    private static OptionalDouble times(double factor, OptionalDouble value) {
        return value.isPresent() ? OptionalDouble.of(factor * value.getAsDouble()) : value;
    }

    private static OptionalDouble percentOf(double whole, OptionalDouble part) {
        return part.isPresent() ? OptionalDouble.of(100 * part.getAsDouble() / whole) : part;
    }
}
