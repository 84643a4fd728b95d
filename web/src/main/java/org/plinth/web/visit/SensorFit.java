package org.plinth.web.visit;

import java.util.Collections;
import java.util.Set;
import org.plinth.calibration.Calibration;
import org.plinth.core.position.TestPosition;
import org.plinth.core.position.TestPosition.Direction;
import org.plinth.driver.SensorDriver;

/** Whether a sensor can measure a position at all (decision S5). What cannot be measured is refused in words, never recorded. */
final class SensorFit {

    private SensorFit() {}

    /**
     * Checks direction and unit.
     *
     * @throws org.plinth.web.store.StoreFailure WRONG_STATE with the words
     */
    static void require(SensorDriver driver, TestPosition position, Calibration calibration, Object current) {
        Set<Direction> can = driver.spec().directions();
        if (!position.directions().isEmpty() && Collections.disjoint(can, position.directions())) {
            boolean pulled = position.directions().contains(Direction.PULL);
            throw Refused.because(pulled ? "SENSOR_CANNOT_PULL" : "SENSOR_CANNOT_PUSH", current);
        }
        if (driver.spec().unit().force().isEmpty() && !calibration.isCalibrated()) {
            throw Refused.because("SENSOR_COUNTS", current);
        }
    }
}
