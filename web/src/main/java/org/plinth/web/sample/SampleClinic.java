package org.plinth.web.sample;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.plinth.calibration.LinearCalibration;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.SensorDrivers;
import org.plinth.driver.virtual.VirtualDriver;
import org.plinth.web.capture.BatchRecording;
import org.plinth.web.capture.RecordingKeeper;
import org.plinth.web.capture.ResultKeeper;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.StoredCalibration;
import org.plinth.web.journal.Journals;
import org.plinth.web.store.Act;
import org.plinth.web.store.Passwords;
import org.plinth.web.store.Store;
import org.plinth.web.store.Stores;

/**
 * Makes the sample clinic: made-up people, dated back from today, whose recordings are real packets of the virtual
 * dynamometer that went through journal, decoder, effort finder and store. Same seed and date: same forces. Nothing here
 * waits.
 */
public final class SampleClinic {

    /** Its name, on every page. */
    public static final String NAME = "Sample clinic (made-up people)";

    /** How to log in. */
    public static final List<SampleLogin> LOGINS = List.of(
            new SampleLogin(Role.CLINICIAN, "clinician", "sample-clinician"),
            new SampleLogin(Role.ASSISTANT, "assistant", "sample-assistant"),
            new SampleLogin(Role.PATIENT, "patient", "sample-patient"),
            new SampleLogin(Role.AUDITOR, "auditor", "sample-auditor"),
            new SampleLogin(Role.OWNER, "owner", "sample-owner"));

    private static final long SEED = 20_260_806;
    private static final double NEWTONS_PER_KGF = 9.80665;

    private final Store store;
    private final Journals journals;
    private final PositionCatalogue catalogue;
    private final Passwords passwords;
    private final Clock clock;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final SplittableRandom ids = new SplittableRandom(SEED + 1);

    /** Into this store, which has no clinic yet, and these journals. */
    public SampleClinic(Store store, Journals journals, PositionCatalogue catalogue, Passwords passwords, Clock clock) {
        this.store = store;
        this.journals = journals;
        this.catalogue = catalogue;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Hears how far it is. */
    @FunctionalInterface
    public interface Progress {

        /** So many of so many people are done. */
        void done(int people, int of);
    }

    /** What everything in it hangs on. */
    record Ground(Clinic clinic, Account clinician, Sensor sensor, Sensor spareSensor) {}

    /** Whether this store has a clinic already, so that nothing is to be made. */
    public boolean isMade() {
        return store.read(stores -> !stores.clinics().all().isEmpty());
    }

    /** Makes it. One transaction a person. */
    public Clinic make(Progress progress) {
        Ground ground = ground();
        Act act = Act.ofPlinth(ground.clinic().id(), clock.instant(), "sample.make");
        store.write(act, stores -> addGround(stores, ground));
        List<SamplePerson> people = new ArrayList<>(SamplePeople.named());
        people.addAll(SamplePeople.behind(random.split()));
        SampleEpisode episodes = new SampleEpisode(recorder(), results(), catalogue, ids, today(ground.clinic()));
        for (int i = 0; i < people.size(); i++) {
            SamplePerson person = people.get(i);
            SplittableRandom own = random.split();
            boolean first = i == 0;
            store.write(act, stores -> {
                Patient patient = episodes.make(stores, ground, person, own);
                if (first) {
                    addLogins(stores, ground.clinic(), patient);
                }
                return patient;
            });
            progress.done(i + 1, people.size());
        }
        return ground.clinic();
    }

    private LocalDate today(Clinic clinic) {
        return LocalDate.ofInstant(clock.instant(), clinic.zone());
    }

    private SampleRecorder recorder() {
        return new SampleRecorder(driver(), new BatchRecording(journals, new RecordingKeeper(results(), ids)), ids);
    }

    private ResultKeeper results() {
        return new ResultKeeper(
                catalogue,
                SensorDrivers.of(List.of(driver())),
                (stores, recording) -> Optional.of(new ResultKeeper.Opened("virtual", false)),
                ids);
    }

    private static SensorDriver driver() {
        return new VirtualDriver();
    }

    private Ground ground() {
        ZoneId zone = clock.getZone();
        Clinic clinic = new Clinic(Id.random(ids), NAME, zone, ForceUnit.NEWTON, 90, true);
        SampleLogin login = LOGINS.get(0);
        Account clinician = account(clinic, login, "Sample clinician", Optional.empty());
        Sensor sensor = new Sensor(
                Id.random(ids), clinic.id(), VirtualDriver.ID, "virtual-1", "Virtual dynamometer (sample data)");
        Sensor spare = new Sensor(
                Id.random(ids), clinic.id(), VirtualDriver.ID, "virtual-2", "Spare virtual dynamometer (sample data)");
        return new Ground(clinic, clinician, sensor, spare);
    }

    private Account account(Clinic clinic, SampleLogin login, String name, Optional<Id<Patient>> patient) {
        return new Account(Id.random(ids), clinic.id(), login.login(), name, login.role(), patient, false);
    }

    private Ground addGround(Stores stores, Ground ground) {
        stores.clinics().add(ground.clinic());
        stores.accounts().add(ground.clinician(), passwords.hash(LOGINS.get(0).password()));
        stores.sensors().add(ground.sensor());
        stores.sensors().add(ground.spareSensor());
        stores.sensors().addCalibration(calibration(ground));
        return ground;
    }

    private StoredCalibration calibration(Ground ground) {
        Id<StoredCalibration> id = Id.random(ids);
        Instant now = clock.instant();
        LinearCalibration line = new LinearCalibration(
                id.toString(), NEWTONS_PER_KGF, 0, now.minus(Period.ofDays(900)), now.plus(Period.ofDays(365)));
        return new StoredCalibration(id, ground.clinic().id(), ground.sensor().id(), line);
    }

    private void addLogins(Stores stores, Clinic clinic, Patient patient) {
        for (SampleLogin login : LOGINS) {
            if (login.role() != Role.CLINICIAN) {
                boolean hers = login.role() == Role.PATIENT;
                Account account = account(
                        clinic,
                        login,
                        hers ? patient.name() : "Sample " + login.login(),
                        hers ? Optional.of(patient.id()) : Optional.empty());
                stores.accounts().add(account, passwords.hash(login.password()));
            }
        }
    }
}
