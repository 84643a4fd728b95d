package org.plinth.web.visit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plinth.core.position.BatteryAdvice;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.position.RangeNeed;
import org.plinth.core.position.TestPosition;
import org.plinth.core.position.TestPosition.Direction;
import org.plinth.core.quantity.Force;
import org.plinth.core.quantity.Mass;
import org.plinth.core.scaling.BodyMass;
import org.plinth.core.screening.ScreeningForm;
import org.plinth.web.capture.SeenSensor;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.SideSetUp;
import org.plinth.web.clinic.Visit;
import org.plinth.web.position.ClinicPositions;
import org.plinth.web.store.Act;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.Stores;

/** Says how a visit may go on, inside a transaction. Changes nothing. */
final class PlanDesk {

    private final ClinicPositions positions;
    private final ScreeningForm form;

    PlanDesk(ClinicPositions positions, ScreeningForm form) {
        this.positions = positions;
        this.form = form;
    }

    /** What is known of a patient's tests. */
    private record Past(List<PositionTest> tests, Map<Id<Visit>, Visit> visits, List<SideSetUp> setUps) {}

    VisitPlan plan(Stores stores, Id<Clinic> clinic, Id<Visit> visitId, List<SeenSensor> inReach) {
        Visit visit = stores.visits().find(clinic, visitId).orElseThrow(() -> StoreFailure.notFound("visit"));
        Patient patient =
                stores.patients().find(clinic, visit.patient()).orElseThrow(() -> StoreFailure.notFound("patient"));
        PositionCatalogue catalogue = positions.of(stores, clinic);
        Past past = new Past(
                MovedAway.without(stores, clinic, patient.id()),
                stores.visits().ofPatient(clinic, patient.id()).stream()
                        .collect(Collectors.toMap(Visit::id, Function.identity())),
                stores.preparations().setUpsOfPatient(clinic, patient.id()));
        Optional<Visit> last = lastVisit(past, visit);
        List<Set<Direction>> directions =
                inReach.stream().map(seen -> seen.driver().spec().directions()).toList();
        BatteryAdvice advice = BatteryAdvice.of(
                catalogue,
                directions,
                last.map(found -> tested(past, found)).orElse(List.of()),
                irritable(stores, visit));
        List<VisitPlan.Planned> planned = catalogue.offered().stream()
                .filter(TestPosition::usesForce)
                .map(position -> planned(stores, visit, patient, position, past, inReach))
                .toList();
        return new VisitPlan(visit, patient, advice, last.map(Visit::date), planned);
    }

    private boolean irritable(Stores stores, Visit visit) {
        return stores.preparations()
                .screening(visit.clinic(), visit.id())
                .filter(answered -> form.irritable(answered.yes()))
                .isPresent();
    }

    /** The newest visit before this one at which something was set up. */
    private static Optional<Visit> lastVisit(Past past, Visit now) {
        return past.tests().stream()
                .map(PositionTest::visit)
                .distinct()
                .flatMap(id -> Optional.ofNullable(past.visits().get(id)).stream())
                .filter(visit -> visit.startedAt().isBefore(now.startedAt()))
                .max(Comparator.comparing(Visit::startedAt));
    }

    private static List<String> tested(Past past, Visit visit) {
        return past.tests().stream()
                .filter(test -> test.visit().equals(visit.id()))
                .sorted(Comparator.comparing(PositionTest::createdAt))
                .map(PositionTest::positionId)
                .distinct()
                .toList();
    }

    private static VisitPlan.Planned planned(
            Stores stores, Visit visit, Patient patient, TestPosition position, Past past, List<SeenSensor> inReach) {
        List<PositionTest> same = past.tests().stream()
                .filter(test -> test.positionId().equals(position.id()))
                .toList();
        Optional<Mass> mass = usable(patient, visit);
        Optional<Force> needed = RangeNeed.of(position, mass);
        return new VisitPlan.Planned(
                position,
                same.stream().anyMatch(test -> test.visit().equals(visit.id())),
                needed,
                inReach.stream()
                        .filter(seen -> isTooSmall(seen, needed))
                        .map(SensorChoice::of)
                        .toList(),
                same.stream()
                        .max(Comparator.comparing(PositionTest::createdAt))
                        .flatMap(test -> recalled(stores, test, past)));
    }

    /** A body mass that is too old to be divided by is no body mass (decision M18). */
    private static Optional<Mass> usable(Patient patient, Visit visit) {
        return patient.bodyMass().filter(mass -> patient.bodyMassOn()
                .filter(on -> new BodyMass(mass, on).isUsable(visit.date()))
                .isPresent());
    }

    SideSetUp note(Stores stores, Act act, Id<PositionTest> testId, SideMarks marks, int numberSeen) {
        PositionTest test =
                stores.visits().findTest(act.clinic(), testId).orElseThrow(() -> StoreFailure.notFound("test"));
        Visit visit =
                stores.visits().find(act.clinic(), test.visit()).orElseThrow(() -> StoreFailure.notFound("visit"));
        if (visit.closed()) {
            throw Refused.start(StartBlock.VISIT_CLOSED, visit);
        }
        SideSetUp written = new SideSetUp(
                act.clinic(),
                test.patient(),
                testId,
                marks.side(),
                numberSeen + 1,
                marks.strapHole(),
                marks.anchor(),
                marks.wedge(),
                marks.padHeight(),
                marks.lever(),
                marks.hip(),
                marks.knee(),
                act.at(),
                act.actor());
        if (written.isEmpty()) {
            throw StoreFailure.invalid("strapHole", "nothing was written down");
        }
        return stores.preparations().setUp(written, numberSeen);
    }

    private static boolean isTooSmall(SeenSensor seen, Optional<Force> needed) {
        Optional<Force> greatest = seen.driver().spec().capacity();
        return greatest.isPresent() && needed.isPresent() && greatest.get().compareTo(needed.get()) < 0;
    }

    private static Optional<VisitPlan.Recalled> recalled(Stores stores, PositionTest test, Past past) {
        Optional<Sensor> sensor = stores.sensors().find(test.clinic(), test.sensor());
        Optional<Visit> visit = Optional.ofNullable(past.visits().get(test.visit()));
        return sensor.flatMap(known -> visit.map(
                at -> new VisitPlan.Recalled(test, at.date(), known.serial(), known.label(), setUps(test, past))));
    }

    /** The newest of each leg in this position, whichever test it was written down in. */
    private static List<SideSetUp> setUps(PositionTest test, Past past) {
        Set<Id<PositionTest>> ofPosition = past.tests().stream()
                .filter(one -> one.positionId().equals(test.positionId()))
                .map(PositionTest::id)
                .collect(Collectors.toSet());
        return past.setUps().stream()
                .filter(one -> ofPosition.contains(one.test()))
                .collect(Collectors.toMap(SideSetUp::side, Function.identity(), (older, newer) -> newer))
                .values()
                .stream()
                .sorted(Comparator.comparing(SideSetUp::side))
                .toList();
    }
}
