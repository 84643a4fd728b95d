package org.plinth.web.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.plinth.core.position.Fixation;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.position.TestPosition;
import org.plinth.core.quantity.Mass;
import org.plinth.core.visit.Side;
import org.plinth.web.capture.ResultKeeper;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.RecordingStore;
import org.plinth.web.store.Stores;

/** One sample person with her episode and visits, inside one transaction. */
final class SampleEpisode {

    private static final List<String> POSITIONS = List.of("curl-prone-15", "bridge-force-sl-short");
    private static final double BRIDGE_TO_CURL = 1.55;
    private static final double BETWEEN_VISITS = 0.025;
    private static final int EFFORTS = 3;
    private static final int PAIN_ENDS_FROM = 4;
    private static final int TREATMENT_AFTER_DAYS = 9;
    private static final Duration TO_SECOND_SIDE = Duration.ofMinutes(8);
    private static final Duration TO_NEXT_POSITION = Duration.ofMinutes(18);

    private final SampleRecorder recorder;
    private final ResultKeeper results;
    private final PositionCatalogue catalogue;
    private final RandomGenerator ids;
    private final LocalDate today;

    SampleEpisode(
            SampleRecorder recorder,
            ResultKeeper results,
            PositionCatalogue catalogue,
            RandomGenerator ids,
            LocalDate today) {
        this.recorder = recorder;
        this.results = results;
        this.catalogue = catalogue;
        this.ids = ids;
        this.today = today;
    }

    Patient make(Stores stores, SampleClinic.Ground ground, SamplePerson person, SplittableRandom random) {
        LocalDate firstDay = today.minusDays(person.visits().get(0).daysAgo());
        Patient patient = new Patient(
                Id.random(ids),
                ground.clinic().id(),
                1,
                person.givenName(),
                person.familyName(),
                person.birthDate(),
                Optional.of(new Mass(person.bodyMassKilograms())),
                Optional.of(firstDay));
        stores.patients().add(patient);
        Episode episode = episode(person, patient, firstDay);
        stores.episodes().add(episode);
        for (SampleVisit planned : person.visits()) {
            visit(stores, ground, episode, planned, random.split());
        }
        new SampleEntries(ids, today).make(stores, ground.clinician().id(), episode, person);
        if (person.closed()) {
            LocalDate last = today.minusDays(
                    person.visits().get(person.visits().size() - 1).daysAgo());
            stores.episodes().amend(closed(episode, last), episode.version());
        }
        return patient;
    }

    private Episode episode(SamplePerson person, Patient patient, LocalDate firstDay) {
        return new Episode(
                Id.random(ids),
                patient.clinic(),
                patient.id(),
                1,
                person.problem(),
                person.involvement(),
                firstDay,
                Optional.of(firstDay.plusDays(TREATMENT_AFTER_DAYS)),
                Optional.empty(),
                Optional.empty());
    }

    private static Episode closed(Episode episode, LocalDate on) {
        return new Episode(
                episode.id(),
                episode.clinic(),
                episode.patient(),
                episode.version(),
                episode.problem(),
                episode.involvement(),
                episode.openedOn(),
                episode.treatmentStartedOn(),
                Optional.of(on),
                Optional.of("Goal reached (made up)"));
    }

    private void visit(
            Stores stores, SampleClinic.Ground ground, Episode episode, SampleVisit planned, SplittableRandom random) {
        LocalDate date = today.minusDays(planned.daysAgo());
        Instant start =
                date.atTime(planned.hour(), 0).atZone(ground.clinic().zone()).toInstant();
        Visit visit = visit(ground, episode, date, start, false);
        stores.visits().add(visit);
        for (int i = 0; i < planned.positions(); i++) {
            TestPosition position = catalogue.find(POSITIONS.get(i)).orElseThrow();
            Instant at = start.plus(TO_NEXT_POSITION.multipliedBy(i)).plusSeconds(300);
            test(stores, ground, episode, visit, position, planned, at, random.split());
        }
        stores.visits().amend(closed(visit), visit.version());
    }

    private Visit visit(SampleClinic.Ground ground, Episode episode, LocalDate date, Instant start, boolean closed) {
        return new Visit(
                Id.random(ids),
                ground.clinic().id(),
                episode.patient(),
                episode.id(),
                1,
                date,
                ground.clinic().zone(),
                ground.clinician().id(),
                start,
                closed);
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

    // Eight parameters: one call site, and a record for them would only rename them.
    private void test(
            Stores stores,
            SampleClinic.Ground ground,
            Episode episode,
            Visit visit,
            TestPosition position,
            SampleVisit planned,
            Instant at,
            SplittableRandom random) {
        Sensor sensor = planned.spareSensor() ? ground.spareSensor() : ground.sensor();
        Side first = episode.involvement().injured().map(Side::other).orElse(Side.LEFT);
        PositionTest test = test(visit, position, planned.fixation(), sensor, first, at);
        stores.visits().addTest(test);
        boolean bridge = !position.id().equals(POSITIONS.get(0));
        for (Side side : List.of(first, first.other())) {
            double usual = side == Side.LEFT ? planned.leftNewtons() : planned.rightNewtons();
            double today = usual * (1 + BETWEEN_VISITS * SampleRecorder.normal(random));
            int pain = pain(planned, side);
            recorder.record(
                    stores,
                    new SampleRecorder.SideToRecord(
                            test,
                            sensor,
                            side,
                            bridge ? today * BRIDGE_TO_CURL : today,
                            pain >= PAIN_ENDS_FROM ? 1 : EFFORTS,
                            side == first ? at : at.plus(TO_SECOND_SIDE)),
                    random);
        }
        accept(stores, test, planned);
        results.refresh(stores, test.clinic(), test.id());
    }

    private PositionTest test(
            Visit visit, TestPosition position, Fixation fixation, Sensor sensor, Side first, Instant at) {
        return new PositionTest(
                Id.random(ids),
                visit.clinic(),
                visit.id(),
                visit.patient(),
                position.id(),
                position.version(),
                fixation,
                "standard",
                position.placement().site(),
                sensor.id(),
                first,
                at);
    }

    private static int pain(SampleVisit planned, Side side) {
        return side == Side.LEFT ? planned.painLeft() : planned.painRight();
    }

    private static void accept(Stores stores, PositionTest test, SampleVisit planned) {
        for (RecordingStore.TrialOf one : stores.recordings().trialsOfTest(test.clinic(), test.id())) {
            Trial trial = one.trial();
            if (trial.state() == Trial.State.CANDIDATE) {
                stores.recordings()
                        .decide(
                                test.clinic(),
                                accepted(trial, pain(planned, one.recording().side())),
                                trial.version());
            }
        }
    }

    private static Trial accepted(Trial trial, int pain) {
        return new Trial(
                trial.id(),
                trial.recording(),
                trial.version(),
                trial.effort(),
                trial.measurements(),
                Trial.State.ACCEPTED,
                Optional.empty(),
                OptionalInt.of(pain));
    }
}
