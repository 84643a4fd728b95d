package org.plinth.calibration.run;

import java.util.Optional;
import java.util.OptionalDouble;
import org.plinth.calibration.reference.Load;

/**
 * One reading under one load.
 *
 * @param row where it was written down, counted from 1: what messages name
 * @param cycle which up-and-down of loading it belongs to
 * @param direction which way the load was going
 * @param load on the sensor
 * @param reading of the sensor, in its own unit; the mean where it was averaged
 * @param rotationDegrees how the sensor was turned in the jig; empty where nobody said
 * @param settling how still it was; empty where nobody looked
 * @param holdSeconds since the load was put on, for creep; empty where nobody looked
 * @param excluded why it is left out of everything; empty where it counts
 */
public record CalibrationPoint(
        int row,
        int cycle,
        Direction direction,
        Load load,
        double reading,
        OptionalDouble rotationDegrees,
        Optional<Settling> settling,
        OptionalDouble holdSeconds,
        Optional<String> excluded) {

    /** Rejects what is no reading. */
    public CalibrationPoint {
        if (!Double.isFinite(reading)) {
            throw new IllegalArgumentException(
                    "the reading of row " + row + " must be a finite number, was " + reading);
        }
    }

    /** A plain one. */
    public static CalibrationPoint of(int row, int cycle, Direction direction, Load load, double reading) {
        return new CalibrationPoint(
                row,
                cycle,
                direction,
                load,
                reading,
                OptionalDouble.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                Optional.empty());
    }

    /** The same, turned by this much in the jig. */
    public CalibrationPoint turned(double degrees) {
        return new CalibrationPoint(
                row, cycle, direction, load, reading, OptionalDouble.of(degrees), settling, holdSeconds, excluded);
    }

    /** The same, this still. */
    public CalibrationPoint settled(Settling how) {
        return new CalibrationPoint(
                row, cycle, direction, load, reading, rotationDegrees, Optional.of(how), holdSeconds, excluded);
    }

    /** The same, this long after the load was put on. */
    public CalibrationPoint heldFor(double seconds) {
        return new CalibrationPoint(
                row, cycle, direction, load, reading, rotationDegrees, settling, OptionalDouble.of(seconds), excluded);
    }

    /** The same, left out for this reason. */
    public CalibrationPoint excluded(String reason) {
        return new CalibrationPoint(
                row, cycle, direction, load, reading, rotationDegrees, settling, holdSeconds, Optional.of(reason));
    }

    /** The same under another load. */
    public CalibrationPoint under(Load other) {
        return new CalibrationPoint(
                row, cycle, direction, other, reading, rotationDegrees, settling, holdSeconds, excluded);
    }

    /** Whether nothing hangs on the sensor. */
    public boolean isZero() {
        return load.amount() == 0;
    }
}
