package org.plinth.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Role;
import org.plinth.web.http.Who;
import org.plinth.web.store.AccessStore.Alert;
import org.plinth.web.store.Stores;
import org.plinth.web.words.Numbers;

/** What somebody is told about restricted records: emergencies, and for an owner which records there are. */
final class AccessNews {

    private static final int SHOWN_OF_ID = 8;

    private final PageParts parts;

    AccessNews(PageParts parts) {
        this.parts = parts;
    }

    /** How a record is called where its name is not shown: by the first digits of its number. */
    static String reference(PageParts parts, Id<Patient> patient) {
        return parts.texts().text("access.reference", patient.toString().substring(0, SHOWN_OF_ID));
    }

    /** What was told and not read, oldest first. */
    List<AlertRow> alerts(Who who, Instant now) {
        return parts.store().read(stores -> alerts(stores, who, now));
    }

    /** The same in a transaction of somebody else. */
    List<AlertRow> alerts(Stores stores, Who who, Instant now) {
        Numbers numbers = PageParts.numbers(who.clinic());
        List<Alert> unread = stores.access().unread(who.clinicId(), who.id());
        Set<Id<Patient>> hidden = unread.isEmpty() ? Set.of() : stores.access().hidden(who.clinicId(), who.id(), now);
        return unread.stream()
                .map(alert -> row(alert, called(stores, who, alert, hidden), numbers))
                .toList();
    }

    private String called(Stores stores, Who who, Alert alert, Set<Id<Patient>> hidden) {
        Id<Patient> patient = alert.emergency().patient();
        boolean named = who.role() != Role.OWNER && !hidden.contains(patient);
        return named
                ? stores.patients()
                        .find(who.clinicId(), patient)
                        .map(Patient::name)
                        .orElseGet(() -> reference(parts, patient))
                : reference(parts, patient);
    }

    private AlertRow row(Alert alert, String called, Numbers numbers) {
        return new AlertRow(
                parts.texts()
                        .text(
                                "access.alert",
                                alert.by().displayName(),
                                called,
                                numbers.moment(alert.emergency().at()),
                                numbers.time(alert.emergency()
                                        .endedAt()
                                        .orElse(alert.emergency().endsAt()))),
                parts.texts()
                        .text(
                                "access.alert.why",
                                parts.texts()
                                        .text("access.ground."
                                                + alert.emergency().ground()),
                                alert.emergency().reason()),
                "/alerts/" + alert.emergency().id() + "/read");
    }

    /** Restricted records of the clinic, as an owner knows them: by number. */
    List<PeopleView.RecordRow> restricted(Who who) {
        return parts.store().read(stores -> stores.access().restricted(who.clinicId())).stream()
                .map(access -> new PeopleView.RecordRow(
                        reference(parts, access.patient()),
                        parts.texts().count("access.team.size", access.team().size()),
                        "/patients/" + access.patient() + "/access"))
                .toList();
    }
}
