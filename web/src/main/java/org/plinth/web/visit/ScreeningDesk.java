package org.plinth.web.visit;

import java.time.Instant;
import java.util.Optional;
import org.plinth.core.screening.ScreeningForm;
import org.plinth.core.screening.ScreeningForm.Advice;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
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

    ScreeningSheet sheet(Stores stores, Id<Clinic> clinic, Id<Visit> visitId, Instant now) {
        Visit visit = stores.visits().find(clinic, visitId).orElseThrow(() -> StoreFailure.notFound("visit"));
        Optional<Screening> answered = stores.preparations().screening(clinic, visitId);
        boolean first = MovedAway.without(stores, clinic, visit.patient()).stream()
                .allMatch(test -> test.visit().equals(visitId));
        Optional<StartBlock> block = VisitGate.block(stores, visit, now);
        return new ScreeningSheet(visit, form, answered, VisitGate.consent(stores, visit), first, block);
    }

    ScreeningSheet answer(Stores stores, Act act, Id<Visit> visitId, ScreeningAnswers answers) {
        Visit visit = stores.visits().find(act.clinic(), visitId).orElseThrow(() -> StoreFailure.notFound("visit"));
        VisitGate.day(stores, visit, act.at()).ifPresent(block -> {
            throw Refused.start(block, visit);
        });
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
        return sheet(stores, act.clinic(), visitId, act.at());
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
        if (VisitGate.isWithdrawn(stores, visit)) {
            throw Refused.because("CONSENT_WITHDRAWN", visit);
        }
        if (form.advice(answers.yes()) == Advice.CLEAR && !VisitGate.isDoubtful(stores, visit)) {
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
