package org.plinth.web.measure;

import java.util.Map;
import org.plinth.core.position.TestPosition;
import org.plinth.core.visit.Involvement;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
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
 * @param seenOnHardware whether a sensor of this kind has been tried, and not only described (decision T22)
 * @param firmware as the sensor identified itself, or {@code unknown}
 * @param clinician opaque id of the visit's clinician, who tested where nothing else is known
 * @param testers who tested, by recording, where that was written down
 */
public record TestContext(
        PositionTest test,
        TestPosition position,
        Involvement involvement,
        double thresholdPercent,
        Sensor sensor,
        double sampleRateHz,
        boolean seenOnHardware,
        String firmware,
        String clinician,
        Map<Id<Recording>, Id<Account>> testers) {

    /** Copies the map. */
    public TestContext {
        testers = Map.copyOf(testers);
    }

    /** Tested by one person. */
    public TestContext(
            PositionTest test,
            TestPosition position,
            Involvement involvement,
            double thresholdPercent,
            Sensor sensor,
            double sampleRateHz,
            boolean seenOnHardware,
            String firmware,
            String clinician) {
        this(
                test,
                position,
                involvement,
                thresholdPercent,
                sensor,
                sampleRateHz,
                seenOnHardware,
                firmware,
                clinician,
                Map.of());
    }

    /** Opaque id of who tested while this was recorded. */
    String testerOf(Recording recording) {
        Id<Account> tester = testers.get(recording.id());
        return tester == null ? clinician : tester.toString();
    }

    /** The same, judged by another reference line. */
    public TestContext withThreshold(double percent) {
        return new TestContext(
                test,
                position,
                involvement,
                percent,
                sensor,
                sampleRateHz,
                seenOnHardware,
                firmware,
                clinician,
                testers);
    }
}
