package org.plinth.calibration;

import java.time.Instant;
import java.util.Optional;
import org.plinth.core.quantity.ForceUnit;

/**
 * How the numbers of one sensor become newtons. Immutable; any thread.
 *
 * <p>Two cases: a stored {@link LinearCalibration}, and {@link Uncalibrated}, which trusts the maker's unit where there
 * is one and says so on everything that rests on it.
 */
public sealed interface Calibration permits LinearCalibration, Uncalibrated {

    /** Opaque id that provenance carries; {@code uncalibrated} where there is none. */
    String id();

    /** Whether a reference stands behind it. */
    boolean isCalibrated();

    /** Newtons for a number of the sensor; NaN never: counts without a calibration have no newtons and throw. */
    double newtons(double sensorValue);

    /** Whether it may be relied on at this moment. What is not {@link Validity#VALID} is marked wherever it is shown. */
    Validity validityAt(Instant moment);

    /** The calibration of a sensor that has none stored. */
    static Calibration uncalibrated(Optional<ForceUnit> makersUnit) {
        return new Uncalibrated(makersUnit);
    }
}
