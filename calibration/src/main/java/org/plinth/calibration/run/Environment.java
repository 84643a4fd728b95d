package org.plinth.calibration.run;

import java.util.OptionalDouble;

/**
 * The room.
 *
 * @param celsius temperature [°C]
 * @param celsiusSpan greatest change while it lasted [K]
 * @param humidityPercent relative humidity [%]
 * @param hectopascals air pressure [hPa]
 */
public record Environment(
        OptionalDouble celsius,
        OptionalDouble celsiusSpan,
        OptionalDouble humidityPercent,
        OptionalDouble hectopascals) {

    /** Nobody looked. */
    public static Environment notRecorded() {
        return new Environment(
                OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    }
}
