package org.plinth.web.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.plinth.calibration.LinearCalibration;
import org.plinth.core.effort.Effort;
import org.plinth.core.effort.EffortFlag;
import org.plinth.core.effort.Plateau;
import org.plinth.core.metric.MetricResult;
import org.plinth.core.metric.Withholding;
import org.plinth.core.position.Fixation;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.position.OwnPositionReader;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.position.PositionContent;
import org.plinth.core.position.PositionCopy;
import org.plinth.core.quantity.Force;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.core.quantity.Mass;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.result.TestValue;
import org.plinth.core.series.SeriesKey;
import org.plinth.core.symmetry.SymmetryInterval;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.core.symmetry.ThresholdState;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.driver.Ledger;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.LoginSession;
import org.plinth.web.clinic.OwnPosition;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.SensorIncident;
import org.plinth.web.clinic.SessionState;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.StoredCalibration;
import org.plinth.web.clinic.TestSymmetry;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.Visit;

/** Made-up records for tests of the store: a seeded clinic and what belongs to it, one call each. */
public final class Samples {

    static final Instant NOW = Instant.parse("2026-03-05T09:30:00.123456Z");
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final RecordingStore.Engine ENGINE =
            new RecordingStore.Engine("0.1.0", Map.of("peakForce_N", 1, "peak100_N", 1, "rfd0to200_Nps", 2));

    private final Random random;
    final Clinic clinic;
    final Account clinician;
    final Sensor sensor;

    Samples(long seed) {
        random = new Random(seed);
        clinic = new Clinic(id(), "Sample clinic " + seed, ZONE, ForceUnit.NEWTON, 90, true);
        clinician = account("clinician" + seed, Role.CLINICIAN, Optional.empty());
        sensor = new Sensor(id(), clinic.id(), "virtual", "V-0001", "Virtual one");
    }

    <T> Id<T> id() {
        return Id.random(random);
    }

    Act act(String action) {
        return new Act(clinic.id(), clinician.id(), NOW, action, "", "127.0.0.1");
    }

    Account account(String login, Role role, Optional<Id<Patient>> patient) {
        return new Account(id(), clinic.id(), login, "Sample " + login, role, patient, false);
    }

    /** An open login of the clinician. */
    LoginSession session(String tokenHash, Instant expiresAt) {
        return new LoginSession(
                id(),
                tokenHash,
                clinic.id(),
                clinician.id(),
                SessionState.OPEN,
                NOW,
                NOW,
                expiresAt,
                "10.0.0.7",
                "Firefox Linux");
    }

    /** A copy of the prone curl under another name. */
    OwnPosition ownPosition(String name) {
        OwnPositionReader.Origin origin = new OwnPositionReader.Origin("curl-prone-15", 1);
        PositionContent curl = PositionCatalogue.bundled()
                .findVersion(origin.id(), origin.version())
                .orElseThrow()
                .content();
        PositionContent content = PositionCopy.of(curl, origin).with("name", name);
        return new OwnPosition(id(), clinic.id(), 1, 1, origin.toString(), content, false);
    }

    Patient patient(String given) {
        return new Patient(
                id(),
                clinic.id(),
                1,
                given,
                "Sample",
                LocalDate.of(1990, 2, 3),
                Optional.of(new Mass(71.5)),
                Optional.of(LocalDate.of(2026, 1, 9)));
    }

    Episode episode(Patient patient) {
        return new Episode(
                id(),
                clinic.id(),
                patient.id(),
                1,
                "Sample tendon",
                Involvement.LEFT,
                LocalDate.of(2026, 1, 9),
                Optional.of(LocalDate.of(2026, 1, 20)),
                Optional.empty(),
                Optional.empty());
    }

    Visit visit(Episode episode, Instant at) {
        return new Visit(
                id(),
                clinic.id(),
                episode.patient(),
                episode.id(),
                1,
                at.atZone(ZONE).toLocalDate(),
                ZONE,
                clinician.id(),
                at,
                false);
    }

    PositionTest test(Visit visit, String position) {
        return new PositionTest(
                id(),
                clinic.id(),
                visit.id(),
                visit.patient(),
                position,
                1,
                Fixation.BELT,
                "standard",
                "shank",
                sensor.id(),
                Side.RIGHT,
                visit.startedAt());
    }

    Recording recording(PositionTest test, Side side, int secondsAfter) {
        return new Recording(
                id(),
                clinic.id(),
                test.patient(),
                test.visit(),
                test.id(),
                1,
                side,
                Recording.State.OPEN,
                "virtual",
                1,
                "uncalibrated",
                test.createdAt().plusSeconds(secondsAfter),
                Optional.empty(),
                Optional.empty());
    }

    /** The same recording in this clinic. */
    Recording inClinic(Recording other) {
        return new Recording(
                other.id(),
                clinic.id(),
                other.patient(),
                other.visit(),
                other.test(),
                1,
                other.side(),
                other.state(),
                other.driverId(),
                other.driverVersion(),
                other.calibrationId(),
                other.startedAt(),
                Optional.empty(),
                Optional.empty());
    }

    Recording closed(Recording open) {
        return new Recording(
                open.id(),
                open.clinic(),
                open.patient(),
                open.visit(),
                open.test(),
                open.version(),
                open.side(),
                Recording.State.CLOSED,
                open.driverId(),
                open.driverVersion(),
                open.calibrationId(),
                open.startedAt(),
                Optional.of(new Recording.Seal("ab".repeat(32), 12_345)),
                Optional.of(new Ledger(33, 480, OptionalLong.empty(), 0, 1, 2, 3, 32, 25_000)));
    }

    Trial trial(Recording recording, int number, double peakNewtons) {
        Effort effort = new Effort(
                number,
                1_020_000L * number,
                4_900_000L * number,
                81,
                248,
                392,
                Force.ofNewtons(3.1),
                Force.ofNewtons(0.1 + 0.2),
                true,
                new Plateau(2_000_000L * number, 4_800_000L * number),
                Set.of(EffortFlag.PRETENSION, EffortFlag.DOUBLE),
                Optional.empty());
        Map<String, MetricResult> measurements = Map.of(
                "peakForce_N", new MetricResult.Measured(peakNewtons * 1.04),
                "peak100_N", new MetricResult.Measured(peakNewtons),
                "rfd0to200_Nps", new MetricResult.Withheld(Withholding.SAMPLE_RATE_TOO_LOW));
        return new Trial(
                id(),
                recording.id(),
                1,
                effort,
                measurements,
                Trial.State.CANDIDATE,
                Optional.empty(),
                OptionalInt.empty());
    }

    Trial decided(Trial trial, Trial.State state, Optional<String> reason, OptionalInt pain) {
        return new Trial(
                trial.id(),
                trial.recording(),
                trial.version(),
                trial.effort(),
                trial.measurements(),
                state,
                reason,
                pain);
    }

    SideResult result(PositionTest test, Visit visit, Side side, double newtons) {
        SeriesKey key = new SeriesKey(
                visit.patient().toString(),
                test.positionId(),
                1,
                side,
                test.fixation(),
                "strap|at 10 % = tight",
                test.sensorSite(),
                "virtual",
                "peak100_N@1",
                SeriesKey.Basis.FORCE,
                "best",
                "none",
                SeriesKey.Provenance.RECORDED);
        return new SideResult(
                id(),
                clinic.id(),
                visit.patient(),
                visit.id(),
                test.id(),
                1,
                visit.date(),
                visit.startedAt().plusSeconds(300),
                key,
                new TestValue(
                        3,
                        Force.ofNewtons(newtons),
                        Force.ofNewtons(newtons / 3.0 * 2.9),
                        OptionalDouble.of(4.2),
                        Set.of(ResultFlag.UNCALIBRATED, ResultFlag.UNSTEADY)),
                4,
                3,
                new SideResult.Provenance(
                        "cd".repeat(32),
                        "V-0001",
                        "1.2",
                        "uncalibrated",
                        clinician.id().toString(),
                        "0.1.0"));
    }

    TestSymmetry symmetry(PositionTest test, Visit visit, double percent) {
        SymmetryOutcome outcome = new SymmetryOutcome.Symmetry(
                Side.LEFT,
                3,
                percent,
                percent - 0.3,
                OptionalDouble.empty(),
                Optional.of(new SymmetryInterval(71.1, 94.2, 73.3, 91.7, 0.1)),
                ThresholdState.CANNOT_TELL,
                90,
                Optional.of(new MeasurementError(5, "curl-prone-15 belt, provisional", true)),
                Set.of(ResultFlag.PROVISIONAL_ERROR));
        return new TestSymmetry(test.id(), visit.id(), test.positionId(), visit.date(), 1, outcome, "0.1.0");
    }

    StoredCalibration calibration(Instant from, Instant until, double slope) {
        Id<StoredCalibration> id = id();
        return new StoredCalibration(
                id, clinic.id(), sensor.id(), new LinearCalibration(id.toString(), slope, -0.25, from, until));
    }

    /** Clinic, clinician and sensor. */
    void found(Store store) {
        store.write(act("clinic.found"), stores -> {
            stores.clinics().add(clinic);
            stores.accounts().add(clinician, "hash");
            stores.sensors().add(sensor);
            return true;
        });
    }

    /** The sensor fell down a day ago. */
    SensorIncident drop() {
        return new SensorIncident(
                id(),
                clinic.id(),
                sensor.id(),
                SensorIncident.Kind.DROP,
                NOW.minus(Duration.ofDays(1)),
                "from the couch",
                clinician.id());
    }

    /** A patient with an open episode and one open visit with one test. */
    record Course(Patient patient, Episode episode, Visit visit, PositionTest test) {}

    Course course(Store store, String given) {
        Patient patient = patient(given);
        Episode episode = episode(patient);
        Visit visit = visit(episode, NOW);
        PositionTest test = test(visit, "curl-prone-15");
        store.write(act("course.begin"), stores -> {
            stores.patients().add(patient);
            stores.episodes().add(episode);
            stores.visits().add(visit);
            stores.visits().addTest(test);
            return true;
        });
        return new Course(patient, episode, visit, test);
    }

    /** A closed recording with three efforts. */
    List<Trial> record(Store store, PositionTest test, Side side, int secondsAfter) {
        Recording open = recording(test, side, secondsAfter);
        List<Trial> trials = List.of(trial(open, 1, 218.03), trial(open, 2, 1.0 / 3.0), trial(open, 3, 221.7));
        store.write(act("recording.stop"), stores -> {
            stores.recordings().add(open);
            stores.recordings().amend(closed(open), 1);
            stores.recordings().addTrials(clinic.id(), trials, ENGINE);
            return true;
        });
        return trials;
    }
}
