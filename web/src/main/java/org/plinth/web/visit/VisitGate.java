package org.plinth.web.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Consent;
import org.plinth.web.clinic.Screening;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.Stores;

/**
 * What forbids every maximal effort of a visit, whichever way it is read: the visit itself, the patient's word, the answers before
 * the first effort (decision S1). Her rules hold for a date: a second visit of the same day begins with what stood before it.
 * Call inside a transaction.
 */
final class VisitGate {

    private VisitGate() {}

    /** Why nothing more is done at this visit: it is closed, or it is another day's; empty when it is today's. */
    static Optional<StartBlock> day(Stores stores, Visit visit, Instant now) {
        if (visit.closed()) {
            return Optional.of(StartBlock.VISIT_CLOSED);
        }
        Clinic clinic = stores.clinics().find(visit.clinic()).orElseThrow(() -> StoreFailure.notFound("clinic"));
        return LocalDate.ofInstant(now, clinic.zone()).equals(visit.date())
                ? Optional.empty()
                : Optional.of(StartBlock.OTHER_DAY);
    }

    /** Why no maximal effort may be made at this visit now; empty when one may. */
    static Optional<StartBlock> block(Stores stores, Visit visit, Instant now) {
        return day(stores, visit, now).or(() -> byHerWord(stores, visit));
    }

    private static Optional<StartBlock> byHerWord(Stores stores, Visit visit) {
        Optional<Screening> own = stores.preparations().screening(visit.clinic(), visit.id());
        if (standing(stores, visit).anyMatch(answered -> !answered.goesOn())) {
            return Optional.of(StartBlock.SCREENED_STOP);
        }
        if (isWithdrawn(stores, visit)) {
            return Optional.of(StartBlock.CONSENT_WITHDRAWN);
        }
        return own.isPresent() ? Optional.empty() : Optional.of(StartBlock.NOT_SCREENED);
    }

    /** Whether the answers that stand today speak, or spoke, against an effort: then going on needs a clinician. */
    static boolean isDoubtful(Stores stores, Visit visit) {
        return standing(stores, visit)
                .anyMatch(answered -> !answered.goesOn() || !answered.yes().isEmpty());
    }

    /** The visit's own answers, and the newest of the day where another visit has them. */
    private static Stream<Screening> standing(Stores stores, Visit visit) {
        List<Screening> ofDay = DayEfforts.visits(stores, visit).stream()
                .flatMap(one -> stores.preparations().screening(one.clinic(), one.id()).stream())
                .toList();
        Stream<Screening> own =
                ofDay.stream().filter(answered -> answered.visit().equals(visit.id()));
        return Stream.concat(own, ofDay.stream().max(Comparator.comparing(Screening::at)).stream());
    }

    /** What the patient last said about being tested at all. */
    static Optional<Consent> consent(Stores stores, Visit visit) {
        return stores.consents().ofPatient(visit.clinic(), visit.patient()).stream()
                .filter(consent -> consent.kind() == Consent.Kind.TESTING)
                .max(Comparator.comparingInt(Consent::number));
    }

    /** Whether the last word about being tested is no. */
    static boolean isWithdrawn(Stores stores, Visit visit) {
        return consent(stores, visit).filter(last -> !last.given()).isPresent();
    }
}
