package org.plinth.calibration.run;

import java.util.List;
import org.plinth.calibration.gravity.AirBuoyancy;
import org.plinth.calibration.gravity.LocalGravity;
import org.plinth.calibration.reference.ReferenceMass;
import org.plinth.calibration.reference.ReferenceUncertainty;
import org.plinth.core.quantity.Force;

/**
 * One calibration as it was carried out: everything that its evaluation needs, and nothing that follows from it.
 *
 * @param chain what was calibrated
 * @param environment where
 * @param mode tension or compression
 * @param readingUnit what the readings are
 * @param gravity where the masses hung
 * @param buoyancy of the air there
 * @param masses what hung; may be empty
 * @param reference how well the loads are known
 * @param points in the order in which they were read, excluded ones among them
 */
public record CalibrationRun(
        ChainIdentity chain,
        Environment environment,
        LoadingMode mode,
        ReadingUnit readingUnit,
        LocalGravity gravity,
        AirBuoyancy buoyancy,
        List<ReferenceMass> masses,
        ReferenceUncertainty reference,
        List<CalibrationPoint> points) {

    /** Copies the lists. */
    public CalibrationRun {
        masses = List.copyOf(masses);
        points = List.copyOf(points);
    }

    /** Points alone: a chain, room and masses of which nothing is known, steel in usual air. */
    public static CalibrationRun of(
            LocalGravity gravity, ReferenceUncertainty reference, List<CalibrationPoint> points) {
        return new CalibrationRun(
                ChainIdentity.unknown(),
                Environment.notRecorded(),
                LoadingMode.PULL,
                ReadingUnit.COUNT,
                gravity,
                AirBuoyancy.STEEL_IN_USUAL_AIR,
                List.of(),
                reference,
                points);
    }

    /** The same with the readings in this unit. */
    public CalibrationRun in(ReadingUnit unit) {
        return new CalibrationRun(chain, environment, mode, unit, gravity, buoyancy, masses, reference, points);
    }

    /** The same with other points. */
    public CalibrationRun with(List<CalibrationPoint> others) {
        return new CalibrationRun(chain, environment, mode, readingUnit, gravity, buoyancy, masses, reference, others);
    }

    /** Force on the sensor at a point. */
    public Force force(CalibrationPoint point) {
        return point.load().force(gravity, buoyancy);
    }

    /** Points that count, of one direction, in order. */
    public List<CalibrationPoint> counted(Direction direction) {
        return points.stream()
                .filter(point -> point.excluded().isEmpty() && point.direction() == direction)
                .toList();
    }

    /** Points left out, in order. */
    public List<CalibrationPoint> excludedPoints() {
        return points.stream().filter(point -> point.excluded().isPresent()).toList();
    }

    /** Whether any load is a mass, so that gravity matters. */
    public boolean usesGravity() {
        return points.stream().anyMatch(point -> point.load().unit().equals("kg"));
    }
}
