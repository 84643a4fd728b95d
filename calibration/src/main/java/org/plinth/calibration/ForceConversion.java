package org.plinth.calibration;

import org.plinth.core.quantity.Force;

/**
 * From what a sensor says to the newtons that are analysed: its calibration, then a tare.
 *
 * <pre>
 *   F = calibration(x) − tare      [N]    x in the sensor's own unit
 * </pre>
 *
 * @param calibration valid when the recording was made, or uncalibrated
 * @param tare taken off every sample; 0 N where the sensor was zeroed by command and its calibration makes 0 N of 0
 */
public record ForceConversion(Calibration calibration, Force tare) {

    /** Calibrated and nothing taken off. */
    public static ForceConversion of(Calibration calibration) {
        return new ForceConversion(calibration, Force.ZERO);
    }

    /** After the sensor zeroed itself: what the calibration makes of a reading of 0 is still to be taken off. */
    public static ForceConversion zeroedByCommand(Calibration calibration) {
        return new ForceConversion(calibration, Force.ofNewtons(calibration.newtonsAtZeroReading()));
    }

    /** The same with this tare. */
    public ForceConversion tared(Force offset) {
        return new ForceConversion(calibration, offset);
    }

    /** Newtons for a number of the sensor. */
    public double newtons(double sensorValue) {
        return calibration.newtons(sensorValue) - tare.newtons();
    }
}
