package org.plinth.web.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Role;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.store.Stores;
import org.plinth.web.words.Numbers;

/** {@code GET /patients?q=}: patients of the clinic whose name holds every word, and those that other clinics share. */
final class PatientsPage implements WebModule {

    private static final int MOST = 100;
    private static final int MOST_QUERY = 200;

    private final PageParts parts;

    PatientsPage(PageParts parts) {
        this.parts = parts;
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/patients", this::show);
    }

    private Reply show(Request request) {
        Who who = request.who();
        Numbers numbers = PageParts.numbers(who.clinic());
        String query = request.query().optionalText("q", MOST_QUERY).orElse("");
        List<Patient> found = parts.store().read(stores -> visible(stores, request, query));
        PatientsView view = new PatientsView(
                query,
                found(found.size()),
                found.stream().limit(MOST).map(patient -> row(patient, numbers)).toList(),
                shared(request),
                who.role() == Role.CLINICIAN);
        Frame frame = parts.frames().of(who, parts.texts().text("page.patients.title"), "/patients");
        return parts.page("patients", frame, view);
    }

    /** A restricted patient whom the caller may not see is not even counted. */
    private static List<Patient> visible(Stores stores, Request request, String query) {
        Who who = request.who();
        Set<Id<Patient>> hidden = stores.access().hidden(who.clinicId(), who.id(), request.at());
        return stores.patients().search(who.clinicId(), query, MOST + 1 + hidden.size()).stream()
                .filter(patient -> !hidden.contains(patient.id()))
                .limit(MOST + 1)
                .toList();
    }

    /** Patients of other clinics that this clinician may read. */
    private List<PatientsView.Shared> shared(Request request) {
        Who who = request.who();
        if (who.role() != Role.CLINICIAN) {
            return List.of();
        }
        Numbers numbers = PageParts.numbers(who.clinic());
        return parts.store().read(stores -> stores.access().sharedWith(who.account(), request.at())).stream()
                .map(one -> new PatientsView.Shared(
                        one.patient().name(),
                        parts.texts()
                                .text(
                                        "page.banner.born",
                                        numbers.date(one.patient().birthDate())),
                        parts.texts()
                                .text(
                                        "access.shared.by",
                                        one.clinic().name(),
                                        numbers.moment(one.share().endsAt())),
                        "/patients/" + one.patient().id()))
                .toList();
    }

    private String found(int count) {
        if (count == 0) {
            return parts.texts().text("page.patients.found.none");
        }
        return count > MOST
                ? parts.texts().text("page.patients.found.more", MOST)
                : parts.texts().count("page.patients.found", count);
    }

    /** What she has and when she was seen stands on her own page. */
    private PersonRow row(Patient patient, Numbers numbers) {
        return new PersonRow(
                patient.name(),
                parts.texts().text("page.banner.born", numbers.date(patient.birthDate())),
                "",
                Optional.empty(),
                "",
                "/patients/" + patient.id(),
                false);
    }
}
