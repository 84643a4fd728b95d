package org.plinth.calibration;

import java.time.Instant;
import java.util.Optional;
import org.plinth.core.quantity.ForceUnit;

/**
 * How the numbers of one sensor become newtons. Immutable; any thread.
 *
 * <p>Stored is a {@link LinearCalibration} or a {@link CurveCalibration}; {@link Uncalibrated} trusts the maker's unit
 * where there is one and says so on everything that rests on it.
 */
public sealed interface Calibration permits LinearCalibration, CurveCalibration, Uncalibrated {

    /** Opaque id that provenance carries; {@code uncalibrated} where there is none. */
    String id();

    /** Whether a reference stands behind it. */
    boolean isCalibrated();

    /** Newtons for a number of the sensor; NaN never: counts without a calibration have no newtons and throw. */
    double newtons(double sensorValue);

    /** Newtons for a reading of 0: what is left to take off once the sensor has zeroed itself. */
    double newtonsAtZeroReading();

    /** Whether it may be relied on at this moment. What is not {@link Validity#VALID} is marked wherever it is shown. */
    Validity validityAt(Instant moment);

    /** The calibration of a sensor that has none stored. */
    static Calibration uncalibrated(Optional<ForceUnit> makersUnit) {
        return new Uncalibrated(makersUnit);
    }
}
