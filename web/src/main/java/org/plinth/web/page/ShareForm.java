package org.plinth.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PatientShare;
import org.plinth.web.clinic.Role;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.Request;
import org.plinth.web.http.Who;
import org.plinth.web.store.AccountStore.Credentials;
import org.plinth.web.store.Stores;

/** With whom a patient is to be shared. The other clinic is named, not picked from a list: who else is here is nobody's business. */
final class ShareForm {

    private static final int MOST_NAME = 200;

    /** The oldest consent that counts, and the longest share. Assumed: an episode seldom lasts longer. */
    private static final Period LONGEST = Period.ofYears(1);

    private final Stores stores;
    private final Request request;
    private final Fields fields;

    ShareForm(Stores stores, Request request, Fields fields) {
        this.stores = stores;
        this.request = request;
        this.fields = fields;
    }

    /**
     * The share that was asked for.
     *
     * @throws BadRequest with the field that cannot be used
     */
    PatientShare read(Id<Patient> patient, String reason, RandomGenerator random) {
        Who who = request.who();
        ZoneId zone = who.clinic().zone();
        LocalDate today = LocalDate.ofInstant(request.at(), zone);
        Optional<Account> person = person();
        Clinic guest = guest(person);
        LocalDate until = between("until", fields.date("until"), today, today.plus(LONGEST));
        LocalDate consent = between("consentOn", fields.date("consentOn"), today.minus(LONGEST), today);
        Instant endsAt = until.plusDays(1).atStartOfDay(zone).toInstant();
        return new PatientShare(
                Id.random(random),
                who.clinicId(),
                patient,
                guest.id(),
                person.map(Account::id),
                consent,
                fields.text("consentBy", MOST_NAME),
                endsAt,
                request.at(),
                who.id(),
                reason,
                Optional.empty());
    }

    private Clinic guest(Optional<Account> person) {
        String name = fields.text("clinic", MOST_NAME);
        List<Clinic> named = stores.clinics().all().stream()
                .filter(clinic -> clinic.name().equalsIgnoreCase(name))
                .filter(clinic -> !clinic.id().equals(request.who().clinicId()))
                .filter(clinic -> person.isEmpty() || person.get().clinic().equals(clinic.id()))
                .toList();
        if (named.size() != 1) {
            throw new BadRequest("clinic", "access.share.noclinic");
        }
        return named.get(0);
    }

    private Optional<Account> person() {
        Optional<String> login = fields.optionalText("person", MOST_NAME);
        Optional<Account> found = login.flatMap(stores.accounts()::findByLogin)
                .map(Credentials::account)
                .filter(account -> account.role() == Role.CLINICIAN && !account.disabled());
        if (login.isPresent() && found.isEmpty()) {
            throw new BadRequest("clinic", "access.share.noclinic");
        }
        return found;
    }

    private static LocalDate between(String field, LocalDate date, LocalDate first, LocalDate last) {
        if (date.isBefore(first) || date.isAfter(last)) {
            throw new BadRequest(field, "http.field.dateBetween", first, last);
        }
        return date;
    }
}
