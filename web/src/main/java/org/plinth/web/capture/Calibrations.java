package org.plinth.web.capture;

import java.time.Instant;
import java.util.Optional;
import org.plinth.calibration.Calibration;
import org.plinth.calibration.Uncalibrated;
import org.plinth.driver.SampleUnit;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.StoredCalibration;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.Stores;

/** Which calibration makes newtons of a sensor's numbers: the stored one that is valid then, or none, said. */
public final class Calibrations {

    private Calibrations() {}

    /** For a new recording. */
    public static Calibration at(Stores stores, Sensor sensor, SampleUnit unit, Instant moment) {
        Optional<StoredCalibration> stored = stores.sensors().calibrationInForce(sensor.clinic(), sensor.id(), moment);
        if (stored.isPresent()) {
            return stored.get().curve();
        }
        return Calibration.uncalibrated(unit.force());
    }

    /** For a journal that names its calibration. */
    public static Calibration named(Stores stores, Id<Clinic> clinic, String id, SampleUnit unit) {
        if (id.equals(Uncalibrated.ID)) {
            return Calibration.uncalibrated(unit.force());
        }
        return Id.<StoredCalibration>parse(id)
                .flatMap(parsed -> stores.sensors().findCalibration(clinic, parsed))
                .map(StoredCalibration::curve)
                .orElseThrow(() -> StoreFailure.notFound("calibration " + id));
    }
}
