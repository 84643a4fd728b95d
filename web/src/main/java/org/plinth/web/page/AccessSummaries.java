package org.plinth.web.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plinth.web.access.Sight;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PatientAccess;
import org.plinth.web.clinic.PatientShare;
import org.plinth.web.clinic.Role;
import org.plinth.web.http.Who;
import org.plinth.web.store.Stores;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;

/** Says on a patient's page who may see her. */
final class AccessSummaries {

    private final Texts texts;

    AccessSummaries(Texts texts) {
        this.texts = texts;
    }

    /** Nothing for a guest: who else may see her is not the guest's business. */
    AccessSummary of(Stores stores, Who who, Id<Patient> patient, Instant now) {
        if (who.isGuest()) {
            return AccessSummary.NONE;
        }
        List<String> lines = lines(stores, who, patient, now);
        boolean hers = who.role() == Role.CLINICIAN && who.sight() instanceof Sight.Ordinary;
        return new AccessSummary(lines, hers ? Optional.of("/patients/" + patient + "/access") : Optional.empty());
    }

    private List<String> lines(Stores stores, Who who, Id<Patient> patient, Instant now) {
        Numbers numbers = PageParts.numbers(who.clinic());
        List<String> lines = new ArrayList<>();
        lines.add(clinic(stores, who.clinic(), stores.access().of(who.clinicId(), patient)));
        stores.access().sharesOf(who.clinicId(), patient).stream()
                .filter(share -> share.isRunning(now))
                .map(share -> shared(stores, share, numbers))
                .forEach(lines::add);
        return lines;
    }

    private String clinic(Stores stores, Clinic clinic, PatientAccess access) {
        if (!access.restricted()) {
            return texts.text("access.summary.open", clinic.name());
        }
        Map<Id<Account>, Account> known =
                stores.accounts().all(clinic.id()).stream().collect(Collectors.toMap(Account::id, Function.identity()));
        String names = access.team().stream()
                .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                .map(Account::displayName)
                .sorted()
                .collect(Collectors.joining(", "));
        return texts.text("access.summary.restricted", names);
    }

    /** With whom, and until when. */
    String shared(Stores stores, PatientShare share, Numbers numbers) {
        String guest = stores.clinics()
                .find(share.guest())
                .map(Clinic::name)
                .orElseGet(() -> texts.text("page.unknown.notknown"));
        String until = numbers.moment(share.endsAt());
        return share.person()
                .flatMap(person -> stores.accounts().find(share.guest(), person))
                .map(person -> texts.text("access.summary.shared.person", person.displayName(), guest, until))
                .orElseGet(() -> texts.text("access.summary.shared", guest, until));
    }
}
