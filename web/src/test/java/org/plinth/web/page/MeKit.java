package org.plinth.web.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import org.plinth.core.position.Fixation;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.quantity.Force;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.result.TestValue;
import org.plinth.core.series.SeriesKey;
import org.plinth.core.symmetry.SymmetryInterval;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.core.symmetry.SymmetryRefusal;
import org.plinth.core.symmetry.ThresholdState;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.TestSymmetry;
import org.plinth.web.clinic.Visit;
import org.plinth.web.measure.Courses;
import org.plinth.web.store.Act;
import org.plinth.web.store.PatientStore.PatientFile;
import org.plinth.web.store.Store;
import org.plinth.web.trust.TrustBook;

/** A made-up patient with closed visits: prone curl, both legs, measurement error of both 5 %. Held in memory, or put into a store. */
final class MeKit {

    static final LocalDate START = LocalDate.of(2026, 1, 5);
    static final String POSITION = "curl-prone-15";
    private static final Duration NINE_O_CLOCK = Duration.ofHours(9);

    private final SplittableRandom ids;
    private final Id<Clinic> clinic;
    private final Patient patient;
    private final Episode episode;
    private final Id<Account> clinician;
    private final List<Visit> visits = new ArrayList<>();
    private final List<PositionTest> tests = new ArrayList<>();
    private final List<SideResult> results = new ArrayList<>();
    private final List<TestSymmetry> symmetries = new ArrayList<>();
    Set<ResultFlag> flags = Set.of();

    /** By herself. */
    MeKit(Involvement involvement) {
        this(1, Id.random(new SplittableRandom(7)), "Sample Ada", involvement, Id.random(new SplittableRandom(8)));
    }

    /** Of this clinic. */
    MeKit(long seed, Id<Clinic> clinic, String given, Involvement involvement, Id<Account> clinician) {
        this.ids = new SplittableRandom(seed);
        this.clinic = clinic;
        this.clinician = clinician;
        this.patient = new Patient(
                Id.random(ids),
                clinic,
                1,
                given,
                "Madeup",
                LocalDate.of(1985, 3, 2),
                Optional.empty(),
                Optional.empty());
        this.episode = new Episode(
                Id.random(ids),
                clinic,
                patient.id(),
                1,
                "Sample tendon",
                involvement,
                START,
                Optional.of(START.plusDays(9)),
                Optional.empty(),
                Optional.empty());
    }

    /** For a patient and an episode that there are. */
    MeKit(long seed, Patient patient, Episode episode, Id<Account> clinician) {
        this.ids = new SplittableRandom(seed);
        this.clinic = patient.clinic();
        this.clinician = clinician;
        this.patient = patient;
        this.episode = episode;
    }

    Patient patient() {
        return patient;
    }

    Episode episode() {
        return episode;
    }

    /** Both legs on one day, in newtons. */
    MeKit tested(LocalDate day, double left, double right) {
        Instant at = day.atStartOfDay(ZoneOffset.UTC).plus(NINE_O_CLOCK).toInstant();
        Visit visit = new Visit(
                Id.random(ids),
                clinic,
                patient.id(),
                episode.id(),
                1,
                day,
                ZoneId.of("Europe/London"),
                clinician,
                at,
                true);
        PositionTest test = new PositionTest(
                Id.random(ids),
                clinic,
                visit.id(),
                patient.id(),
                POSITION,
                1,
                Fixation.RIG,
                "standard",
                "shank",
                Id.random(ids),
                Side.RIGHT,
                at);
        visits.add(visit);
        tests.add(test);
        results.add(result(visit, test, Side.LEFT, left));
        results.add(result(visit, test, Side.RIGHT, right));
        symmetries.add(new TestSymmetry(test.id(), visit.id(), POSITION, day, 1, outcome(left, right), "1"));
        return this;
    }

    MeKit tested(int day, double left, double right) {
        return tested(START.plusDays(day), left, right);
    }

    private SymmetryOutcome outcome(double left, double right) {
        Optional<Side> injured = episode.involvement().injured();
        if (injured.isEmpty()) {
            return new SymmetryOutcome.Refused(SymmetryRefusal.BILATERAL);
        }
        double percent = 100 * (injured.get() == Side.LEFT ? left / right : right / left);
        double s = Math.sqrt(2) * 0.05; // both legs 5 %, not going together (decision M5)
        return new SymmetryOutcome.Symmetry(
                injured.get(),
                1,
                percent,
                percent,
                OptionalDouble.empty(),
                Optional.of(new SymmetryInterval(
                        percent * Math.exp(-1.96 * s),
                        percent * Math.exp(1.96 * s),
                        percent * Math.exp(-1.2816 * s),
                        percent * Math.exp(1.2816 * s),
                        0.5)),
                ThresholdState.CANNOT_TELL,
                90,
                Optional.of(new MeasurementError(5, "sample", false)),
                flags);
    }

    private SideResult result(Visit visit, PositionTest test, Side side, double newtons) {
        Force force = Force.ofNewtons(newtons);
        TestValue plain = TestValue.ofFirst(1, List.of(force));
        return new SideResult(
                Id.random(ids),
                clinic,
                patient.id(),
                visit.id(),
                test.id(),
                1,
                visit.date(),
                visit.startedAt().plusSeconds(300),
                new SeriesKey(
                        patient.id().toString(),
                        POSITION,
                        1,
                        side,
                        Fixation.RIG,
                        "standard",
                        "shank",
                        "virtual",
                        "peak100_N@1",
                        SeriesKey.Basis.FORCE,
                        "best",
                        "none",
                        SeriesKey.Provenance.RECORDED),
                new TestValue(1, force, force, plain.cvPercent(), flags),
                1,
                1,
                new SideResult.Provenance("0", "serial", "1", "calibration", clinician.toString(), "1"));
    }

    PatientCourses courses() {
        PositionCatalogue positions = PositionCatalogue.bundled();
        return new PatientCourses(
                new PatientFile(patient, List.of(episode), visits, List.of(), results, symmetries),
                Optional.of(episode),
                positions,
                new Courses(positions).of(episode, results, symmetries),
                TrustBook.EMPTY);
    }

    /** Patient and episode, too, where these are new. */
    void into(Store store, Instant now, Optional<Sensor> sensor, boolean known) {
        Act act = new Act(clinic, clinician, now, "test.course", "", "");
        store.write(act, stores -> {
            if (!known) {
                stores.patients().add(patient);
                stores.episodes().add(episode);
            }
            for (int i = 0; i < visits.size(); i++) {
                Visit visit = visits.get(i);
                stores.visits().add(opened(visit));
                PositionTest test = on(tests.get(i), sensor);
                stores.visits().addTest(test);
                stores.results()
                        .put(clinic, test.id(), results.subList(2 * i, 2 * i + 2), Optional.of(symmetries.get(i)));
                stores.visits().amend(visit, 1);
            }
            return true;
        });
    }

    private static Visit opened(Visit visit) {
        return new Visit(
                visit.id(),
                visit.clinic(),
                visit.patient(),
                visit.episode(),
                1,
                visit.date(),
                visit.zone(),
                visit.clinician(),
                visit.startedAt(),
                false);
    }

    private static PositionTest on(PositionTest test, Optional<Sensor> sensor) {
        return new PositionTest(
                test.id(),
                test.clinic(),
                test.visit(),
                test.patient(),
                test.positionId(),
                test.protocolVersion(),
                test.fixation(),
                test.stabilisation(),
                test.sensorSite(),
                sensor.map(Sensor::id).orElse(test.sensor()),
                test.firstSide(),
                test.createdAt());
    }
}
