package org.plinth.calibration;

import java.time.Instant;
import java.util.Optional;
import org.plinth.core.quantity.ForceUnit;

/**
 * No reference stands behind these newtons.
 *
 * @param makersUnit the unit that the sensor claims, or empty for bare counts
 */
public record Uncalibrated(Optional<ForceUnit> makersUnit) implements Calibration {

    /** What provenance carries. */
    public static final String ID = "uncalibrated";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean isCalibrated() {
        return false;
    }

    @Override
    public Validity validityAt(Instant moment) {
        return Validity.NEVER_CALIBRATED;
    }

    @Override
    public double newtonsAtZeroReading() {
        return 0;
    }

    /**
     * Newtons by the maker's unit.
     *
     * @throws IllegalStateException for bare counts
     */
    @Override
    public double newtons(double sensorValue) {
        ForceUnit unit = makersUnit.orElseThrow(
                () -> new IllegalStateException("this sensor delivers bare counts: calibrate it before recording"));
        return sensorValue * unit.newtonsPerUnit();
    }
}
