package org.plinth.web.testkit;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plinth.calibration.LinearCalibration;
import org.plinth.calibration.fit.CurveModel;
import org.plinth.calibration.gravity.AirBuoyancy;
import org.plinth.calibration.gravity.LocalGravity;
import org.plinth.calibration.reference.ReferenceUncertainty;
import org.plinth.calibration.run.CalibrationRun;
import org.plinth.calibration.run.ChainIdentity;
import org.plinth.calibration.run.Environment;
import org.plinth.calibration.run.LoadingMode;
import org.plinth.calibration.run.ReadingUnit;
import org.plinth.core.position.Fixation;
import org.plinth.core.position.OwnPositionReader;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.position.PositionCopy;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.driver.Ledger;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.ApiToken;
import org.plinth.web.clinic.BenchRun;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Emergency;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.ImportBatch;
import org.plinth.web.clinic.Invitation;
import org.plinth.web.clinic.OwnPosition;
import org.plinth.web.clinic.Passkey;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PatientAccess;
import org.plinth.web.clinic.PatientShare;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.SsoIdentity;
import org.plinth.web.clinic.StoredCalibration;
import org.plinth.web.clinic.Subject;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.Act;
import org.plinth.web.store.RecordingStore;
import org.plinth.web.store.Store;
import org.plinth.web.testkit.ClinicServer.Sample;

/** Real things of every kind in one clinic, straight in the store: what a path can name. */
public final class ClinicThings {

    private static final SecureRandom RANDOM = new SecureRandom();
    private final Store store;
    private final Sample clinic;
    private final Instant now;
    private final Sensor sensor;
    private final StoredCalibration calibration;
    private final BenchRun run;
    private final OwnPosition position;
    private final Account colleague;
    private final Invitation invitation;
    private final SsoIdentity identity;
    private final Passkey passkey;
    private final ApiToken token;
    private final ImportBatch sent;

    /** Those of a clinic that belong to no patient. */
    public ClinicThings(ClinicServer server, Sample clinic) {
        this.store = server.store();
        this.clinic = clinic;
        this.now = server.clock().instant();
        this.sensor = new Sensor(
                id(),
                clinicId(),
                "virtual",
                "T-" + id(),
                "Sample sensor " + clinic.clinic().name());
        Id<StoredCalibration> line = id();
        this.calibration = new StoredCalibration(
                line,
                clinicId(),
                sensor.id(),
                new LinearCalibration(
                        line.toString(), 9.80665, 0, now.minusSeconds(60), now.plus(Duration.ofDays(90))));
        this.run = run();
        this.position = position();
        this.colleague = new Account(
                id(), clinicId(), "colleague-" + id(), "Sample colleague", Role.CLINICIAN, Optional.empty(), false);
        this.invitation = new Invitation(
                id(),
                clinicId(),
                Role.ASSISTANT,
                Optional.empty(),
                Optional.empty(),
                "Sample invited",
                now,
                colleague.id(),
                now.plus(Duration.ofDays(7)));
        this.identity = SignOnThings.identity(id(), clinicId(), person(Role.CLINICIAN), id().toString(), now);
        this.passkey = SignOnThings.passkey(id(), clinicId(), person(Role.CLINICIAN), "Sample key", now);
        this.token = ApiTokenThing.of(id(), clinicId(), person(Role.CLINICIAN), now);
        this.sent = ImportThing.of(id(), clinicId(), person(Role.CLINICIAN), now);
        store.write(act("test.things"), stores -> {
            stores.tokens().add(token, "f".repeat(32) + token.id());
            stores.imports().add(sent, new byte[] {'a', '\n', 'b'});
            stores.signOn().link(identity);
            stores.signOn().addPasskey(passkey);
            stores.accounts().add(colleague, "nobody logs in by this");
            stores.signIn().invite(invitation, "0".repeat(32) + invitation.id());
            stores.sensors().add(sensor);
            stores.sensors().addCalibration(calibration);
            stores.bench().begin(run);
            stores.positions().add(position);
            return true;
        });
    }

    /** What a path can name, by kind. */
    public record Things(Sample clinic, Patient patient, Map<Subject, String> ids) {

        /** The id that stands in a path for this kind. */
        public String id(Subject kind) {
            return Optional.ofNullable(ids.get(kind))
                    .orElseThrow(() -> new IllegalStateException("no sample of " + kind));
        }
    }

    /** A patient of this name, with a visit, a test, a recording, an effort, and an emergency that was told to everybody. */
    public Things patient(String given, String family, Id<Clinic> guest) {
        Patient patient = new Patient(
                id(), clinicId(), 1, given, family, LocalDate.of(1985, 3, 2), Optional.empty(), Optional.empty());
        Episode episode = episode(patient);
        Visit visit = VisitThing.of(id(), clinic.clinic(), episode, person(Role.CLINICIAN), now);
        PositionTest test = new PositionTest(
                id(),
                clinicId(),
                visit.id(),
                patient.id(),
                "curl-prone-15",
                1,
                Fixation.BELT,
                "none",
                "shank",
                sensor.id(),
                Side.RIGHT,
                now);
        Recording recording = recording(test);
        Trial trial = MadeUpEffort.in(recording, id());
        EpisodeEntry entry = SampleEntry.of(id(), patient, episode, now, person(Role.CLINICIAN));
        PatientShare over = share(patient.id(), guest, now.plusSeconds(1));
        store.write(act("test.patient"), stores -> {
            stores.patients().add(patient);
            stores.episodes().add(episode);
            stores.entries().add(entry);
            stores.visits().add(visit);
            stores.visits().addTest(test);
            stores.recordings().add(recording);
            stores.recordings().amend(closed(recording), 1);
            stores.recordings()
                    .addTrials(
                            clinicId(), List.of(trial), new RecordingStore.Engine("0.1.0", Map.of("peakForce_N", 1)));
            stores.access().share(over);
            stores.access().endShare(clinicId(), over.id());
            return true;
        });
        Map<Subject, String> ids = new EnumMap<>(ofClinic());
        ids.putAll(Map.of(
                Subject.PATIENT, patient.id().toString(),
                Subject.EPISODE, episode.id().toString(),
                Subject.ENTRY, entry.id().toString(),
                Subject.VISIT, visit.id().toString(),
                Subject.TEST, test.id().toString(),
                Subject.RECORDING, recording.id().toString(),
                Subject.TRIAL, trial.id().toString(),
                Subject.SHARE, over.id().toString(),
                Subject.ALERT, alert(patient.id()).toString()));
        return new Things(clinic, patient, ids);
    }

    private Episode episode(Patient patient) {
        return new Episode(
                id(),
                clinicId(),
                patient.id(),
                1,
                "Problem of " + patient.givenName(),
                Involvement.LEFT,
                LocalDate.of(2026, 7, 1),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Map<Subject, String> ofClinic() {
        return Map.of(
                Subject.SSO_IDENTITY, identity.id().toString(),
                Subject.PASSKEY, passkey.id().toString(),
                Subject.ACCOUNT, person(Role.ASSISTANT).toString(),
                Subject.INVITATION, invitation.id().toString(),
                Subject.TOKEN, token.id().toString(),
                Subject.SENSOR, sensor.id().toString(),
                Subject.CALIBRATION, calibration.id().toString(),
                Subject.RUN, run.id().toString(),
                Subject.IMPORT, sent.id().toString(),
                Subject.OWN_POSITION, position.id().toString());
    }

    /** Makes her restricted to a colleague who never logs in, and to these roles' accounts. */
    public void restrict(Things things, Role... team) {
        Id<Patient> patient = things.patient().id();
        Set<Id<Account>> accounts = Stream.concat(
                        Stream.of(colleague.id()), Stream.of(team).map(this::person))
                .collect(Collectors.toSet());
        store.write(act("access.change"), stores -> {
            int seen = stores.access().of(clinicId(), patient).version();
            return stores.access().change(new PatientAccess(patient, clinicId(), seen, true, accounts));
        });
    }

    /** Shares her with a clinic for a day. */
    public void share(Things things, Id<Clinic> guest) {
        PatientShare share = share(things.patient().id(), guest, now.plus(Duration.ofDays(1)));
        store.write(act("access.share"), stores -> {
            stores.access().share(share);
            return true;
        });
    }

    /** This role's account opens her in an emergency. */
    public void emergency(Things things, Role role) {
        store.write(act("emergency.open"), stores -> {
            stores.access().open(emergency(things.patient().id(), person(role), Emergency.LASTS));
            return true;
        });
    }

    /** One that was told while all staff was of the team, and has ended. */
    private Id<Emergency> alert(Id<Patient> patient) {
        Emergency emergency = emergency(patient, colleague.id(), Duration.ofSeconds(1));
        Set<Id<Account>> staff = Set.of(person(Role.CLINICIAN), person(Role.ASSISTANT));
        store.write(act("test.alert"), stores -> {
            stores.access().change(new PatientAccess(patient, clinicId(), 0, true, staff));
            stores.access().open(emergency);
            stores.access().endEmergencies(clinicId(), patient, emergency.account(), now);
            stores.access().change(new PatientAccess(patient, clinicId(), 1, false, Set.of()));
            return true;
        });
        return emergency.id();
    }

    private Emergency emergency(Id<Patient> patient, Id<Account> by, Duration lasts) {
        return new Emergency(
                id(),
                clinicId(),
                patient,
                by,
                Emergency.Ground.ACUTE_CARE,
                now.plus(lasts),
                now,
                "Reason of " + clinic.clinic().name(),
                Optional.empty());
    }

    private PatientShare share(Id<Patient> patient, Id<Clinic> guest, Instant until) {
        return new PatientShare(
                id(),
                clinicId(),
                patient,
                guest,
                Optional.empty(),
                LocalDate.of(2026, 8, 1),
                "Sample taker",
                until,
                now,
                person(Role.CLINICIAN),
                "second opinion",
                Optional.empty());
    }

    private Recording recording(PositionTest test) {
        return new Recording(
                id(),
                clinicId(),
                test.patient(),
                test.visit(),
                test.id(),
                1,
                Side.LEFT,
                Recording.State.OPEN,
                "virtual",
                1,
                "uncalibrated",
                now,
                Optional.empty(),
                Optional.empty());
    }

    private static Recording closed(Recording open) {
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

    private OwnPosition position() {
        OwnPositionReader.Origin origin = new OwnPositionReader.Origin("curl-prone-15", 1);
        var content = PositionCatalogue.bundled()
                .findVersion(origin.id(), origin.version())
                .orElseThrow()
                .content();
        return new OwnPosition(
                id(),
                clinicId(),
                1,
                1,
                origin.toString(),
                PositionCopy.of(content, origin)
                        .with("name", "Position of " + clinic.clinic().name()),
                false);
    }

    private BenchRun run() {
        CalibrationRun setUp = new CalibrationRun(
                new ChainIdentity("Virtual", sensor.serial(), "1.0", List.of()),
                Environment.notRecorded(),
                LoadingMode.PULL,
                ReadingUnit.KILOGRAM_FORCE,
                LocalGravity.at(51.24, 60),
                AirBuoyancy.STEEL_IN_USUAL_AIR,
                List.of(),
                new ReferenceUncertainty.NotStated(),
                List.of());
        return new BenchRun(
                id(),
                clinicId(),
                sensor.id(),
                1,
                now,
                BenchRun.State.OPEN,
                setUp,
                List.of(),
                new BenchRun.Place(
                        "Room of " + clinic.clinic().name(), OptionalDouble.of(51.24), OptionalDouble.of(60)),
                CurveModel.LINEAR,
                List.of(),
                1,
                Optional.empty(),
                now,
                person(Role.CLINICIAN),
                "");
    }

    private Id<Account> person(Role role) {
        return Optional.ofNullable(clinic.accounts().get(role)).orElseThrow().id();
    }

    private Id<Clinic> clinicId() {
        return clinic.clinic().id();
    }

    private Act act(String action) {
        return new Act(clinicId(), person(Role.CLINICIAN), now, action, "for a test", "");
    }

    private static <T> Id<T> id() {
        return Id.random(RANDOM);
    }
}
