package org.plinth.web.page;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plinth.core.quantity.Mass;
import org.plinth.core.visit.Involvement;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.edit.Plausible;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;

/** {@code GET|POST /patients/new}: a patient with her first episode. 303 to her page; 400 with the form and what is wrong. */
final class NewPatientPage implements WebModule {

    private static final String[] NAMES = {
        "givenName", "familyName", "birthDate", "bodyMass_kg", "problem", "involvement"
    };
    private static final int MOST_NAME = 200;

    private final PageParts parts;

    NewPatientPage(PageParts parts) {
        this.parts = parts;
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/patients/new", request -> form(request, Form.empty()));
        routes.post("/patients/new", this::save);
    }

    private Reply form(Request request, Form form) {
        Frame frame = parts.frames().of(request.who(), parts.texts().text("page.newpatient.title"), "/patients");
        return parts.page("newpatient", frame, form);
    }

    private Reply save(Request request) {
        Fields fields = request.fields(NAMES);
        try {
            return Reply.seeOther("/patients/" + add(request, fields).id());
        } catch (BadRequest wrong) {
            return form(request, new Typed(parts.texts()).again(fields, wrong, NAMES))
                    .withStatus(400);
        }
    }

    private Patient add(Request request, Fields fields) {
        Who who = request.who();
        LocalDate today = LocalDate.ofInstant(request.at(), who.clinic().zone());
        OptionalDouble mass = fields.optionalNumber("bodyMass_kg", Plausible.LEAST_MASS_KG, Plausible.MOST_MASS_KG);
        Patient patient = new Patient(
                Id.random(parts.random()),
                who.clinicId(),
                1,
                fields.text("givenName", MOST_NAME),
                fields.text("familyName", MOST_NAME),
                Plausible.birth("birthDate", fields.date("birthDate"), today),
                mass.isPresent() ? Optional.of(new Mass(mass.getAsDouble())) : Optional.empty(),
                mass.isPresent() ? Optional.of(today) : Optional.empty());
        Episode episode = new Episode(
                Id.random(parts.random()),
                who.clinicId(),
                patient.id(),
                1,
                fields.text("problem", MOST_NAME),
                fields.oneOf("involvement", Involvement.class),
                today,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return parts.store().write(PageParts.act(request, "patient.add"), stores -> {
            stores.patients().add(patient);
            stores.episodes().add(episode);
            return patient;
        });
    }
}
