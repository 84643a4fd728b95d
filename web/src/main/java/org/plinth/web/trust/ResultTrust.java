package org.plinth.web.trust;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plinth.calibration.validity.SensorState;
import org.plinth.calibration.validity.SuspectCause;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.TestTrust;

/**
 * The calibration behind one result, as it was when it was recorded and as it is seen now.
 *
 * @param sensor which; empty where the clinic does not know it any more
 * @param calibrations ids of what made newtons of it; {@code uncalibrated} among them where nothing did
 * @param validUntil first moment after the time of the one that ends first; empty where there is none
 * @param then state of the sensor at that moment, by what had happened up to then
 * @param marks what is wrong with it, by all that is known now
 * @param causes why it is in doubt
 * @param doubtedAt when that came up
 * @param newestDoubt when Plinth heard of the last of its causes
 * @param word a clinician's, on the test
 */
public record ResultTrust(
        Optional<Id<Sensor>> sensor,
        List<String> calibrations,
        Optional<Instant> validUntil,
        SensorState then,
        Set<Mark> marks,
        Set<SuspectCause> causes,
        Optional<Instant> doubtedAt,
        Optional<Instant> newestDoubt,
        Optional<TestTrust> word) {

    /** Copies them. */
    public ResultTrust {
        calibrations = List.copyOf(calibrations);
        marks = Set.copyOf(marks);
        causes = Set.copyOf(causes);
    }

    /** Whether nothing is wrong with it. */
    public boolean isSound() {
        return marks.isEmpty();
    }

    /** Whether a clinician said that it counts although something is wrong with it, and knew all of that. */
    public boolean isKept() {
        return !isSound() && word.filter(TestTrust::trusted).filter(this::knew).isPresent();
    }

    /** A word holds for what was known when it was said. */
    private boolean knew(TestTrust said) {
        return newestDoubt.filter(doubt -> doubt.isAfter(said.at())).isEmpty();
    }

    /** Whether it goes into change, trend and symmetry states. */
    public boolean counts() {
        return isSound() || isKept();
    }

    /** The first of its marks. */
    public Optional<Mark> mark() {
        return marks.stream().sorted().findFirst();
    }
}
