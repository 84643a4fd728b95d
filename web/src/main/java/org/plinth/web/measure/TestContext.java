package org.plinth.web.measure;

import org.plinth.core.position.TestPosition;
import org.plinth.core.visit.Involvement;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Sensor;

/**
 * What a test is measured by, besides its efforts.
 *
 * @param test its set-up
 * @param position the protocol it follows
 * @param involvement which side is injured
 * @param thresholdPercent the clinic's reference line for symmetry
 * @param sensor what measured
 * @param sampleRateHz samples a second, as the sensor's maker says [Hz]
 * @param firmware as the sensor identified itself, or {@code unknown}
 * @param clinician opaque id of who tested
 */
public record TestContext(
        PositionTest test,
        TestPosition position,
        Involvement involvement,
        double thresholdPercent,
        Sensor sensor,
        double sampleRateHz,
        String firmware,
        String clinician) {

    /** The same, judged by another reference line. */
    public TestContext withThreshold(double percent) {
        return new TestContext(test, position, involvement, percent, sensor, sampleRateHz, firmware, clinician);
    }
}
