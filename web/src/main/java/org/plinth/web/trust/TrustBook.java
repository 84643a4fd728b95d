package org.plinth.web.trust;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plinth.calibration.Uncalibrated;
import org.plinth.calibration.validity.SuspectCause;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.core.symmetry.SymmetryOutcome.Symmetry;
import org.plinth.core.symmetry.ThresholdState;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.TestSymmetry;
import org.plinth.web.clinic.TestTrust;
import org.plinth.web.measure.Trusting;
import org.plinth.web.store.Stores;
import org.plinth.web.store.TrustStore.Moment;

/**
 * Everything that is known of the trust in results, read with one query for sensors and one for clinicians' words. A book is of one
 * page or file; it is not kept.
 */
public final class TrustBook implements Trusting {

    /** One in which nothing stands. */
    public static final TrustBook EMPTY = new TrustBook(List.of(), List.of());

    private final Map<Known, Entry> sensors = new HashMap<>();
    private final Map<Id<PositionTest>, TestTrust> words = new HashMap<>();

    private record Known(String driverId, String serial) {}

    private record Entry(Id<Sensor> sensor, SensorTrust trust) {}

    private TrustBook(List<Moment> moments, List<TestTrust> said) {
        Map<Known, List<Moment>> bySensor = moments.stream()
                .collect(Collectors.groupingBy(
                        moment -> new Known(moment.driverId(), moment.serial()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        bySensor.forEach((known, own) -> sensors.put(known, new Entry(own.get(0).sensor(), SensorTrust.of(own))));
        said.forEach(word -> words.put(word.test(), word));
    }

    /** Of these. */
    public static TrustBook of(List<Moment> moments, List<TestTrust> words) {
        return new TrustBook(moments, words);
    }

    /** Of all results of a clinic. */
    public static TrustBook ofClinic(Stores stores, Id<Clinic> clinic) {
        return new TrustBook(stores.trust().moments(clinic), stores.trust().words(clinic));
    }

    /** Of the results of a patient. */
    public static TrustBook ofPatient(Stores stores, Id<Clinic> clinic, Id<Patient> patient) {
        return new TrustBook(
                stores.trust().momentsOfPatient(clinic, patient), stores.trust().wordsOfPatient(clinic, patient));
    }

    /** Trust in a sensor. */
    public SensorTrust sensor(String driverId, String serial) {
        return Optional.ofNullable(sensors.get(new Known(driverId, serial)))
                .map(Entry::trust)
                .orElseGet(SensorTrust::unknown);
    }

    /** The newest word on a test. */
    public Optional<TestTrust> word(Id<PositionTest> test) {
        return Optional.ofNullable(words.get(test));
    }

    /** What stands behind a result. */
    public ResultTrust of(SideResult result) {
        SideResult.Provenance from = result.provenance();
        Optional<Entry> entry =
                Optional.ofNullable(sensors.get(new Known(result.key().sensorModel(), from.sensor())));
        SensorTrust trust = entry.map(Entry::trust).orElseGet(SensorTrust::unknown);
        Instant at = result.testedAt();
        List<String> calibrations = Arrays.asList(from.calibrationId().split(",", -1));
        Optional<Instant> until =
                calibrations.stream().flatMap(id -> trust.endOf(id).stream()).min(Instant::compareTo);
        Set<SuspectCause> causes = trust.doubtsAbout(at);
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        if (calibrations.contains(Uncalibrated.ID)) {
            marks.add(Mark.UNCALIBRATED);
        }
        if (until.isPresent() && !at.isBefore(until.get())) {
            marks.add(Mark.EXPIRED);
        }
        if (!causes.isEmpty()) {
            marks.add(Mark.SUSPECT);
        }
        return new ResultTrust(
                entry.map(Entry::sensor),
                calibrations,
                until,
                trust.stateAt(at),
                marks,
                causes,
                trust.doubtedAt(at),
                trust.newestDoubtAbout(at),
                word(result.test()));
    }

    @Override
    public boolean counts(SideResult result) {
        return of(result).counts();
    }

    @Override
    public Set<ResultFlag> flags(SideResult result) {
        return flags(result.value().flags(), of(result).marks());
    }

    @Override
    public TestSymmetry seen(TestSymmetry symmetry, List<SideResult> results) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        boolean counts = true;
        for (SideResult result : results) {
            if (result.test().equals(symmetry.test())) {
                ResultTrust trust = of(result);
                marks.addAll(trust.marks());
                counts &= trust.counts();
            }
        }
        boolean all = counts;
        return symmetry.outcome()
                .symmetry()
                .map(known -> with(symmetry, all ? kept(known) : open(known, marks)))
                .orElse(symmetry);
    }

    private static TestSymmetry with(TestSymmetry stored, SymmetryOutcome outcome) {
        return new TestSymmetry(
                stored.test(),
                stored.visit(),
                stored.positionId(),
                stored.date(),
                stored.version(),
                outcome,
                stored.engineVersion());
    }

    /** A clinician said that it counts, or nothing is wrong: what stands beside it says so, and it is drawn filled. */
    private static Symmetry kept(Symmetry known) {
        Set<ResultFlag> flags = new HashSet<>(known.flags());
        flags.remove(ResultFlag.UNCALIBRATED);
        flags.remove(ResultFlag.CALIBRATION_SUSPECT);
        return with(known, known.state(), flags);
    }

    private static Symmetry open(Symmetry known, Set<Mark> marks) {
        return with(known, ThresholdState.CANNOT_TELL, flags(known.flags(), marks));
    }

    private static Set<ResultFlag> flags(Set<ResultFlag> stored, Set<Mark> marks) {
        Set<ResultFlag> flags = new HashSet<>(stored);
        if (marks.contains(Mark.UNCALIBRATED)) {
            flags.add(ResultFlag.UNCALIBRATED);
        }
        if (marks.contains(Mark.SUSPECT) || marks.contains(Mark.EXPIRED)) {
            flags.add(ResultFlag.CALIBRATION_SUSPECT);
        }
        return flags;
    }

    private static Symmetry with(Symmetry known, ThresholdState state, Set<ResultFlag> flags) {
        return new Symmetry(
                known.injured(),
                known.k(),
                known.percent(),
                known.percentOfMeans(),
                known.percentNet(),
                known.interval(),
                state,
                known.thresholdPercent(),
                known.error(),
                flags);
    }
}
