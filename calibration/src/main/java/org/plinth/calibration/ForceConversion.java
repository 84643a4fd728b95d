package org.plinth.calibration;

import java.util.Optional;
import org.plinth.core.signal.SampleSink;

/**
 * From what a sensor says to the newtons that are analysed: its calibration, then a software tare where there is one.
 *
 * <pre>
 *   F = calibration(x) - tare offset      [N]
 * </pre>
 *
 * @param calibration valid when the recording was made, or uncalibrated
 * @param tare set by software; absent where the sensor was zeroed by command
 */
public record ForceConversion(Calibration calibration, Optional<TareOffset> tare) {

    /** Calibrated and nothing taken off. */
    public static ForceConversion of(Calibration calibration) {
        return new ForceConversion(calibration, Optional.empty());
    }

    /** The same with this software tare. */
    public ForceConversion tared(TareOffset offset) {
        return new ForceConversion(calibration, Optional.of(offset));
    }

    /** Newtons for a number of the sensor. */
    public double newtons(double sensorValue) {
        double calibrated = calibration.newtons(sensorValue);
        return tare.isPresent() ? tare.get().net(calibrated) : calibrated;
    }

    /** A sink for numbers of the sensor that passes newtons on. */
    public SampleSink into(SampleSink newtons) {
        return (deviceMicros, value) -> newtons.sample(deviceMicros, newtons(value));
    }
}
