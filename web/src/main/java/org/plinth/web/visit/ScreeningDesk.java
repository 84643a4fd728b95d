package org.plinth.web.visit;

import java.util.Comparator;
import java.util.Optional;
import org.plinth.core.screening.ScreeningForm;
import org.plinth.core.screening.ScreeningForm.Advice;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Consent;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Screening;
import org.plinth.web.clinic.Visit;
import org.plinth.web.store.Act;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.Stores;

/**
 * Asks before the first maximal effort of a visit (decision S1). Where something applies testing stops, or a clinician goes
 * on with a reason; nobody else can.
 */
final class ScreeningDesk {

    private static final int MOST_REASON = 500;

    private final ScreeningForm form;

    ScreeningDesk(ScreeningForm form) {
        this.form = form;
    }

    /** Why the answers of a visit forbid a maximal effort; empty when they do not. */
    static Optional<StartBlock> block(Optional<Screening> answered) {
        if (answered.isEmpty()) {
            return Optional.of(StartBlock.NOT_SCREENED);
        }
        return answered.get().goesOn() ? Optional.empty() : Optional.of(StartBlock.SCREENED_STOP);
    }

    ScreeningSheet sheet(Stores stores, Id<Clinic> clinic, Id<Visit> visitId) {
        Visit visit = stores.visits().find(clinic, visitId).orElseThrow(() -> StoreFailure.notFound("visit"));
        Optional<Screening> answered = stores.preparations().screening(clinic, visitId);
        boolean first = stores.visits().testsOfPatient(clinic, visit.patient()).stream()
                .allMatch(test -> test.visit().equals(visitId));
        return new ScreeningSheet(visit, form, answered, consent(stores, visit), first, block(answered));
    }

    private static Optional<Consent> consent(Stores stores, Visit visit) {
        return stores.consents().ofPatient(visit.clinic(), visit.patient()).stream()
                .filter(consent -> consent.kind() == Consent.Kind.TESTING)
                .max(Comparator.comparingInt(Consent::number));
    }

    ScreeningSheet answer(Stores stores, Act act, Id<Visit> visitId, ScreeningAnswers answers) {
        Visit visit = stores.visits().find(act.clinic(), visitId).orElseThrow(() -> StoreFailure.notFound("visit"));
        if (visit.closed()) {
            throw Refused.start(StartBlock.VISIT_CLOSED, visit);
        }
        check(stores, act, visit, answers);
        stores.preparations()
                .screened(
                        new Screening(
                                act.clinic(),
                                visit.patient(),
                                visitId,
                                answers.numberSeen() + 1,
                                answers.form(),
                                answers.formVersion(),
                                answers.yes(),
                                answers.agreed(),
                                answers.goesOn(),
                                act.at(),
                                act.actor(),
                                act.reason()),
                        answers.numberSeen());
        return sheet(stores, act.clinic(), visitId);
    }

    private void check(Stores stores, Act act, Visit visit, ScreeningAnswers answers) {
        if (!answers.form().equals(form.id()) || answers.formVersion() != form.version()) {
            throw Refused.because("SCREENING_CHANGED", visit);
        }
        if (!form.unknown(answers.yes()).isEmpty()) {
            throw StoreFailure.invalid("yes", "no such question");
        }
        if (act.reason().length() > MOST_REASON) {
            throw StoreFailure.invalid("reason", "must have at most " + MOST_REASON + " characters");
        }
        if (answers.goesOn()) {
            mayGoOn(stores, act, visit, answers);
        }
    }

    private void mayGoOn(Stores stores, Act act, Visit visit, ScreeningAnswers answers) {
        if (!answers.agreed()) {
            throw StoreFailure.invalid("agreed", "testing needs the patient's agreement");
        }
        if (consent(stores, visit).filter(last -> !last.given()).isPresent()) {
            throw Refused.because("CONSENT_WITHDRAWN", visit);
        }
        boolean doubtBefore = stores.preparations()
                .screening(act.clinic(), visit.id())
                .filter(stood -> !stood.goesOn() || !stood.yes().isEmpty())
                .isPresent();
        if (form.advice(answers.yes()) == Advice.CLEAR && !doubtBefore) {
            return;
        }
        boolean clinician = stores.accounts()
                .find(act.clinic(), act.actor())
                .map(Account::role)
                .filter(role -> role == Role.CLINICIAN)
                .isPresent();
        if (!clinician) {
            throw Refused.because("CLINICIAN_DECIDES", visit);
        }
        if (act.reason().isBlank()) {
            throw StoreFailure.invalid("reason", "going on needs a reason");
        }
    }
}
