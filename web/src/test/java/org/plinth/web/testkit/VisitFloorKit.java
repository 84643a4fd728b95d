package org.plinth.web.testkit;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.core.visit.Involvement;
import org.plinth.driver.SensorDrivers;
import org.plinth.driver.virtual.Scenario;
import org.plinth.driver.virtual.VirtualLinkProvider;
import org.plinth.web.capture.HostTime;
import org.plinth.web.capture.VirtualHands;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Role;
import org.plinth.web.config.DataFolder;
import org.plinth.web.journal.Journals;
import org.plinth.web.store.Act;
import org.plinth.web.store.Database;
import org.plinth.web.store.KeyVault;
import org.plinth.web.visit.VisitFloor;

/**
 * A clinic with one sample patient, a real database and journals in a folder, and virtual sensors that live faster than
 * time. Opening it again on the same folder finds what was there.
 */
public final class VisitFloorKit implements AutoCloseable {

    /** How much faster than real time the virtual sensors live. */
    public static final double SPEED = 40;

    private static final long SEED = 20_260_806;

    private final Clock clock;
    private final DataFolder folder;
    private final Database database;
    private final Journals journals;
    private final VirtualLinkProvider sensors;
    private final VisitFloor floor;
    private final SplittableRandom ids;

    private VisitFloorKit(Path root, HostTime time, Scenario scenario, long seed) {
        this.clock = time.wall();
        ids = new SplittableRandom(seed);
        folder = DataFolder.open(root);
        KeyVault keys = KeyVault.open(root.resolve("keys").resolve("master.key"), new SplittableRandom(seed + 1));
        database = Database.open(folder, Optional.empty(), keys);
        journals = Journals.open(folder.journals());
        sensors = new VirtualLinkProvider(scenario, 2, clock, SPEED);
        floor = VisitFloor.on(
                new VisitFloor.Ground(database, journals, SensorDrivers.load(), PositionCatalogue.bundled(), time, ids),
                List.of(sensors),
                new VirtualHands(sensors));
    }

    /** On this folder, by the machine's clock. */
    public static VisitFloorKit open(Path root) {
        return open(root, Clock.systemUTC(), Scenario.ofSeed(SEED));
    }

    /** On this folder, with another clock or scenario. Ids differ from run to run, so that a folder can be opened again. */
    public static VisitFloorKit open(Path root, Clock clock, Scenario scenario) {
        return open(root, HostTime.of(clock), scenario);
    }

    /** On this folder, with other clocks or another scenario. */
    public static VisitFloorKit open(Path root, HostTime time, Scenario scenario) {
        return new VisitFloorKit(root, time, scenario, SEED ^ System.nanoTime());
    }

    /** A made-up clinic, clinician, patient and episode. */
    public record People(Clinic clinic, Account clinician, Patient patient, Episode episode) {}

    /** Adds a clinic with one patient whose injured side this is. */
    public People addPeople(Involvement involvement) {
        Id<Clinic> clinicId = Id.random(ids);
        Clinic clinic = new Clinic(clinicId, "Sample clinic", ZoneId.of("Europe/Berlin"), ForceUnit.NEWTON, 90, true);
        Account clinician = new Account(
                Id.random(ids),
                clinicId,
                "clinician-" + clinicId,
                "Sample clinician",
                Role.CLINICIAN,
                Optional.empty(),
                false);
        LocalDate today = LocalDate.ofInstant(clock.instant(), clinic.zone());
        Patient patient = new Patient(
                Id.random(ids),
                clinicId,
                1,
                "Sample Ada",
                "Alder",
                LocalDate.of(1990, 5, 4),
                Optional.empty(),
                Optional.empty());
        Episode episode = new Episode(
                Id.random(ids),
                clinicId,
                patient.id(),
                1,
                "Sample problem",
                involvement,
                today,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Act act = new Act(clinicId, Act.PLINTH, clock.instant(), "test.people", "", "");
        database.write(act, stores -> {
            stores.clinics().add(clinic);
            stores.accounts().add(clinician, "no password");
            stores.patients().add(patient);
            stores.episodes().add(episode);
            return clinic;
        });
        return new People(clinic, clinician, patient, episode);
    }

    public VisitFloor floor() {
        return floor;
    }

    public Database database() {
        return database;
    }

    public Journals journals() {
        return journals;
    }

    public VirtualLinkProvider sensors() {
        return sensors;
    }

    /** An act of this person, now. */
    public Act act(People people, String action, String reason) {
        return new Act(people.clinic().id(), people.clinician().id(), clock.instant(), action, reason, "");
    }

    @Override
    public void close() {
        floor.close();
        journals.close();
        database.close();
        folder.close();
    }
}
