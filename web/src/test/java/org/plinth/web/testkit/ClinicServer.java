package org.plinth.web.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plinth.calibration.LinearCalibration;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.core.visit.Involvement;
import org.plinth.driver.virtual.VirtualDriver;
import org.plinth.web.Composition;
import org.plinth.web.VirtualSensors;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.StoredCalibration;
import org.plinth.web.clinic.Visit;
import org.plinth.web.config.AppConfig;
import org.plinth.web.http.AccessTable;
import org.plinth.web.http.Reply;
import org.plinth.web.http.WebModule;
import org.plinth.web.store.Act;
import org.plinth.web.store.Store;
import org.plinth.web.text.Texts;

/**
 * The whole server on a free port, over a database in a folder of its own, with two clinics of made-up people: {@code a}
 * and {@code b}. Logins are {@code <role>-<clinic>}, for example {@code clinician-a}, all with {@link #PASSWORD}.
 */
public final class ClinicServer implements AutoCloseable {

    public static final String PASSWORD = "sample password 1";
    public static final Instant START = Instant.parse("2026-08-06T09:00:00Z");

    private static final double NEWTONS_PER_KGF = 9.80665;

    /** How fast virtual sensors live where a browser looks on: slow enough that a number can be read from the screen. */
    private static final String SEEN_SPEED = "8";

    private static final String UNSEEN_SPEED = "100";

    /** Served by the server itself, whatever its pages. */
    private static final List<String> OTHER_WAYS = List.of("/login/sso", "/login/passkey", "/account/sign-in");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path data;
    private final ManualClock clock;
    private final boolean withPages;
    private final Map<String, String> environment;
    private final String speed;
    private final int port;
    private final Optional<VirtualSensors> sensors;
    private Composition composition;
    private URI root;

    /** What a test needs of one clinic. */
    public record Sample(Clinic clinic, Patient patient, Episode episode, Visit visit, Map<Role, Account> accounts) {}

    private ClinicServer(
            Path data,
            ManualClock clock,
            boolean withPages,
            String speed,
            Map<String, String> environment,
            int port,
            Optional<VirtualSensors> sensors) {
        this.sensors = sensors;
        this.environment = environment;
        this.data = data;
        this.port = port;
        this.clock = clock;
        this.withPages = withPages;
        this.speed = speed;
        begin();
    }

    /** An empty database. */
    public static ClinicServer empty() {
        return create(false, UNSEEN_SPEED, Map.of());
    }

    /** An empty database, and the real pages for people. */
    public static ClinicServer withPages() {
        return create(true, SEEN_SPEED, Map.of());
    }

    /** The same, with these {@code PLINTH_*} settings. */
    public static ClinicServer withPages(Map<String, String> environment) {
        return create(true, SEEN_SPEED, environment);
    }

    /** An empty database, the real pages, and sensors in a hurry: for programs that call, not for people who look. */
    public static ClinicServer fastWithPages() {
        return create(true, UNSEEN_SPEED, Map.of());
    }

    /** Over what this folder holds, with the real pages; whoever closes it loses the folder. */
    public static ClinicServer on(Path data, int port) {
        return new ClinicServer(data, new ManualClock(START), true, SEEN_SPEED, Map.of(), port, Optional.empty());
    }

    /** An empty database, the real pages, and these sensors. */
    public static ClinicServer with(VirtualSensors sensors) {
        return create(true, SEEN_SPEED, Map.of(), Optional.of(sensors));
    }

    private static ClinicServer create(boolean withPages, String speed, Map<String, String> environment) {
        return create(withPages, speed, environment, Optional.empty());
    }

    private static ClinicServer create(
            boolean withPages, String speed, Map<String, String> environment, Optional<VirtualSensors> sensors) {
        try {
            Path data = Files.createTempDirectory("plinth-test");
            FirstStart.into(data);
            return new ClinicServer(data, new ManualClock(START), withPages, speed, environment, 0, sensors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops and starts again on the same data. */
    public void restart() {
        composition.close();
        begin();
    }

    /** What is done with the data while nothing serves them. */
    @FunctionalInterface
    public interface Outage {
        void use() throws Exception;
    }

    /** Stops, lets another process have the data, and starts again. */
    public void whileStopped(Outage outage) throws Exception {
        composition.close();
        try {
            outage.use();
        } finally {
            begin();
        }
    }

    private void begin() {
        try {
            AppConfig config = AppConfig.read(
                    Map.of("data", data.toString(), "port", Integer.toString(port), "virtual-speed", speed),
                    environment,
                    data);
            composition = sensors.isPresent()
                    ? Composition.open(config, Texts.bundled(), clock, sensors.get())
                    : Composition.open(config, Texts.bundled(), clock, true);
            root = URI.create(
                    withPages ? composition.serve() : composition.serve(new PlainPages(), List.of(blankPages())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pages without content at every address that is not for programs, for tests of who may come in. */
    private static WebModule blankPages() {
        List<String> ofServer = List.of("/", "/login", "/logout", "/setup", "/assets/:hash/*", "/health");
        return routes -> AccessTable.rules().stream()
                .filter(rule -> OTHER_WAYS.stream().noneMatch(rule.path()::startsWith))
                .filter(rule -> !rule.program() || rule.path().startsWith("/api/export/"))
                .filter(rule -> !ofServer.contains(rule.path()))
                .forEach(rule -> {
                    if (rule.method().equals("GET")) {
                        routes.get(rule.path(), request -> Reply.html("<p>page</p>"));
                    } else {
                        routes.post(rule.path(), request -> Reply.seeOther("/"));
                    }
                });
    }

    /** A clinic with one account for each role, a patient with an open episode, and a visit of today. */
    public Sample addClinic(String name) {
        Clinic clinic = new Clinic(
                Id.random(RANDOM), "Sample clinic " + name, ZoneId.of("Europe/London"), ForceUnit.NEWTON, 90, true);
        Patient patient = new Patient(
                Id.random(RANDOM),
                clinic.id(),
                1,
                "Sample Ada " + name,
                "Madeup",
                LocalDate.of(1985, 3, 2),
                Optional.empty(),
                Optional.empty());
        Episode episode = new Episode(
                Id.random(RANDOM),
                clinic.id(),
                patient.id(),
                1,
                "Proximal hamstring tendinopathy",
                Involvement.LEFT,
                LocalDate.of(2026, 7, 1),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Map<Role, Account> accounts = Stream.of(Role.values())
                .collect(Collectors.toMap(role -> role, role -> account(role, name, clinic, patient)));
        String hash = SamplePassword.hash();
        store().write(Act.ofPlinth(clinic.id(), clock.instant(), "test.clinic"), stores -> {
            stores.clinics().add(clinic);
            stores.patients().add(patient);
            stores.episodes().add(episode);
            accounts.values().forEach(account -> stores.accounts().add(account, hash));
            return true;
        });
        Act act = new Act(clinic.id(), accounts.get(Role.CLINICIAN).id(), clock.instant(), "visit.open", "", "");
        Visit visit = Screened.on(composition.desk(), act, composition.desk().open(act, patient.id(), episode.id()));
        return new Sample(clinic, patient, episode, visit, accounts);
    }

    /** A virtual sensor of this clinic whose calibration began 30 days ago and holds for a year. */
    public Sensor addCalibratedSensor(Sample sample, String serial) {
        Id<Clinic> clinic = sample.clinic().id();
        Sensor sensor = new Sensor(Id.random(RANDOM), clinic, VirtualDriver.ID, serial, "Sample sensor");
        Id<StoredCalibration> id = Id.random(RANDOM);
        Instant from = clock.instant().minus(Duration.ofDays(30));
        LinearCalibration line =
                new LinearCalibration(id.toString(), NEWTONS_PER_KGF, 0, from, from.plus(Duration.ofDays(365)));
        store().write(Act.ofPlinth(clinic, clock.instant(), "test.sensor"), stores -> {
            stores.sensors().add(sensor);
            stores.sensors().addCalibration(new StoredCalibration(id, clinic, sensor.id(), line));
            return true;
        });
        return sensor;
    }

    private static Account account(Role role, String clinicName, Clinic clinic, Patient patient) {
        return new Account(
                Id.random(RANDOM),
                clinic.id(),
                role.name().toLowerCase(Locale.ROOT) + "-" + clinicName,
                "Sample " + role,
                role,
                role == Role.PATIENT ? Optional.of(patient.id()) : Optional.empty(),
                false);
    }

    public Composition composition() {
        return composition;
    }

    public Store store() {
        return composition.store();
    }

    public ManualClock clock() {
        return clock;
    }

    public Path data() {
        return data;
    }

    public Browser browser() {
        return new Browser(root);
    }

    /** Logged in as this role of this clinic. */
    public Browser as(Role role, String clinicName) {
        return browser().logIn(role.name().toLowerCase(Locale.ROOT) + "-" + clinicName, PASSWORD);
    }

    public String root() {
        return root.toString();
    }

    @Override
    public void close() {
        composition.close();
        try (Stream<Path> all = Files.walk(data)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
