package org.plinth.driver;

import java.util.OptionalInt;

/**
 * A battery as the sensor tells it: volts are not turned into a percentage, because cells differ.
 *
 * @param millivolts voltage [mV], where it tells that
 * @param percent charge [%], where it tells that
 */
public record BatteryReading(OptionalInt millivolts, OptionalInt percent) {

    /** A voltage. */
    public static BatteryReading ofMillivolts(int millivolts) {
        return new BatteryReading(OptionalInt.of(millivolts), OptionalInt.empty());
    }

    /** A charge. */
    public static BatteryReading ofPercent(int percent) {
        return new BatteryReading(OptionalInt.empty(), OptionalInt.of(percent));
    }
}
