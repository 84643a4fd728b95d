package org.plinth.web.page;

import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.Patient;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.words.Numbers;

/** {@code GET /patients?q=}: patients of the clinic whose name holds every word. */
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
        List<Patient> found = parts.store().read(stores -> stores.patients().search(who.clinicId(), query, MOST + 1));
        PatientsView view = new PatientsView(
                query,
                found(found.size()),
                found.stream().limit(MOST).map(patient -> row(patient, numbers)).toList());
        Frame frame = parts.frames().of(who, parts.texts().text("page.patients.title"), "/patients");
        return parts.page("patients", frame, view);
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
