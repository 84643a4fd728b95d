package org.plinth.web.testkit;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.plinth.core.position.Fixation;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.quantity.Force;
import org.plinth.core.result.TestValue;
import org.plinth.core.series.SeriesKey;
import org.plinth.core.symmetry.LimbSymmetry;
import org.plinth.core.symmetry.SideMeasurement;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.core.symmetry.SymmetryRefusal;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.TestSymmetry;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.Act;
import org.plinth.web.testkit.ClinicServer.Sample;

/** A made-up person with an episode on a server, tested on days of the test's choice. Values stand as results; nothing was recorded. */
public final class MeasuredEpisode {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Efforts of a side, as every test here has them. */
    private static final int EFFORTS = 3;

    private final ClinicServer server;
    private final Sample clinic;
    private final Sensor sensor;
    private final Patient patient;
    private final Episode episode;

    /** Somebody with this family name. */
    public MeasuredEpisode(ClinicServer server, Sample clinic, Sensor sensor, String family, Involvement involvement) {
        this.server = server;
        this.clinic = clinic;
        this.sensor = sensor;
        this.patient = new Patient(
                Id.random(RANDOM),
                clinic.clinic().id(),
                1,
                "Sample " + family,
                family,
                LocalDate.of(1985, 3, 2),
                Optional.empty(),
                Optional.empty());
        this.episode = new Episode(
                Id.random(RANDOM),
                clinic.clinic().id(),
                patient.id(),
                1,
                "Problem of " + family,
                involvement,
                LocalDate.of(2026, 1, 5),
                Optional.of(LocalDate.of(2026, 1, 20)),
                Optional.empty(),
                Optional.empty());
        server.store().write(act("test.person"), stores -> {
            stores.patients().add(patient);
            stores.episodes().add(episode);
            return true;
        });
    }

    public Patient patient() {
        return patient;
    }

    public String href() {
        return "/patients/" + patient.id() + "/episodes/" + episode.id();
    }

    private Act act(String action) {
        return Act.ofPlinth(clinic.clinic().id(), server.clock().instant(), action);
    }

    /** Both legs on one day; a leg without a value was not tested. */
    public Id<PositionTest> tested(LocalDate day, Optional<Double> left, Optional<Double> right, boolean closed) {
        Instant at = day.atTime(9, 0).toInstant(ZoneOffset.UTC);
        Visit visit = new Visit(
                Id.random(RANDOM),
                clinic.clinic().id(),
                patient.id(),
                episode.id(),
                1,
                day,
                clinic.clinic().zone(),
                clinic.accounts().get(Role.CLINICIAN).id(),
                at,
                false);
        PositionTest test = new PositionTest(
                Id.random(RANDOM),
                clinic.clinic().id(),
                visit.id(),
                patient.id(),
                "curl-prone-15",
                1,
                Fixation.BELT,
                "none",
                "shank",
                sensor.id(),
                Side.LEFT,
                at);
        server.store().write(act("test.visit"), stores -> {
            stores.visits().add(visit);
            stores.visits().addTest(test);
            return true;
        });
        put(visit, test, left, right);
        if (closed) {
            server.store().write(act("test.close"), stores -> stores.visits().amend(closed(visit), 1));
        }
        return test.id();
    }

    private static Visit closed(Visit visit) {
        return new Visit(
                visit.id(),
                visit.clinic(),
                visit.patient(),
                visit.episode(),
                visit.version(),
                visit.date(),
                visit.zone(),
                visit.clinician(),
                visit.startedAt(),
                true);
    }

    private void put(Visit visit, PositionTest test, Optional<Double> left, Optional<Double> right) {
        List<SideResult> results = new ArrayList<>();
        left.ifPresent(value -> results.add(result(visit, test, Side.LEFT, value)));
        right.ifPresent(value -> results.add(result(visit, test, Side.RIGHT, value)));
        TestSymmetry symmetry =
                new TestSymmetry(test.id(), visit.id(), test.positionId(), visit.date(), 1, outcome(left, right), "1");
        server.store().write(act("test.results"), stores -> stores.results()
                .put(clinic.clinic().id(), test.id(), results, Optional.of(symmetry)));
    }

    /** What a decision about an effort does to the values of a test. */
    public void decidedAnew(Id<PositionTest> id, double left, double right) {
        PositionTest test = server.store()
                .read(stores -> stores.visits().findTest(clinic.clinic().id(), id))
                .orElseThrow();
        Visit visit = server.store()
                .read(stores -> stores.visits().find(clinic.clinic().id(), test.visit()))
                .orElseThrow();
        put(visit, test, Optional.of(left), Optional.of(right));
    }

    private SymmetryOutcome outcome(Optional<Double> left, Optional<Double> right) {
        if (episode.involvement().injured().isEmpty()) {
            return new SymmetryOutcome.Refused(SymmetryRefusal.BILATERAL);
        }
        if (left.isEmpty() || right.isEmpty()) {
            return new SymmetryOutcome.Refused(SymmetryRefusal.MISSING_SIDE);
        }
        return LimbSymmetry.of(
                episode.involvement().injured().get(),
                measured(Side.LEFT, left.get()),
                measured(Side.RIGHT, right.get()),
                PositionCatalogue.bundled().find("curl-prone-15").orElseThrow().error(Fixation.BELT),
                clinic.clinic().thresholdPercent());
    }

    private static SideMeasurement measured(Side side, double newtons) {
        return new SideMeasurement(
                side, List.of(new Force(newtons)), List.of(new Force(0)), new Force(0.2), 0, Set.of());
    }

    private SideResult result(Visit visit, PositionTest test, Side side, double newtons) {
        return new SideResult(
                Id.random(RANDOM),
                clinic.clinic().id(),
                patient.id(),
                visit.id(),
                test.id(),
                1,
                visit.date(),
                visit.startedAt(),
                new SeriesKey(
                        patient.id().toString(),
                        test.positionId(),
                        1,
                        side,
                        test.fixation(),
                        "none",
                        "shank",
                        "virtual",
                        "peak100_N@1",
                        SeriesKey.Basis.FORCE,
                        "best",
                        "none",
                        SeriesKey.Provenance.RECORDED),
                TestValue.ofFirst(1, List.of(new Force(newtons))),
                EFFORTS + 1,
                EFFORTS,
                new SideResult.Provenance("0".repeat(64), sensor.serial(), "1", "calibration", "clinician", "1"));
    }

    /** Something that was noted: its fields and values by turns. */
    public void noted(LocalDate day, String kind, String... values) {
        Map<String, String> all = new TreeMap<>();
        for (int i = 0; i < values.length; i += 2) {
            all.put(values[i], values[i + 1]);
        }
        server.store().write(act("test.entry"), stores -> stores.entries()
                .add(new EpisodeEntry(
                        Id.random(RANDOM),
                        clinic.clinic().id(),
                        patient.id(),
                        episode.id(),
                        1,
                        kind,
                        day,
                        new TreeMap<>(all),
                        false,
                        server.clock().instant(),
                        clinic.accounts().get(Role.CLINICIAN).id())));
    }

    /** Twelve visits, three weeks apart, the injured left leg coming up; prescriptions, pain, a goal, a step of sitting. */
    public MeasuredEpisode longCourse() {
        LocalDate first = LocalDate.of(2026, 1, 8);
        for (int visit = 0; visit < 12; visit++) {
            tested(
                    first.plusDays(visit == 1 ? 9 : 17L * visit),
                    Optional.of(170.0 + 7 * visit),
                    Optional.of(262.0),
                    true);
        }
        noted(
                LocalDate.of(2026, 1, 20),
                "prescription",
                "exercise",
                "Long bridge",
                "sets",
                "3",
                "hold",
                "20",
                "side",
                "LEFT");
        noted(
                LocalDate.of(2026, 4, 1),
                "prescription",
                "exercise",
                "Heavy curl",
                "sets",
                "3",
                "reps",
                "15",
                "side",
                "LEFT",
                "note",
                "private remark");
        noted(LocalDate.of(2026, 1, 8), "score-visa-h", "value", "46", "answeredBy", "PATIENT");
        noted(LocalDate.of(2026, 6, 8), "score-visa-h", "value", "74", "answeredBy", "PATIENT");
        noted(LocalDate.of(2026, 1, 8), "goal", "what", "Run 10 km again", "target", "10", "unit", "km");
        noted(LocalDate.of(2026, 7, 20), "sitting-step", "surface", "SOFT", "planned", "90", "seconds", "90");
        return this;
    }
}
