package org.plinth.web.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.edit.PatientFields;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.store.HistoryStore.Kind;
import org.plinth.web.store.StoreFailure;

/**
 * {@code GET|POST /patients/:id/edit}: a patient's details. 303 to her page; 400 with the form and what is wrong; 412 with what
 * somebody else wrote beside what was typed here.
 */
final class PatientEditPage implements WebModule {

    private static final String[] NAMES = {
        PatientFields.GIVEN,
        PatientFields.FAMILY,
        PatientFields.BIRTH,
        PatientFields.MASS,
        PatientFields.MASS_ON,
        PatientFields.REASON
    };

    private final PageParts parts;

    PatientEditPage(PageParts parts) {
        this.parts = parts;
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/patients/:id/edit", request -> {
            PatientCourses found = find(request);
            return form(
                    request,
                    found,
                    found.patient().version(),
                    Form.of(PatientFields.of(found.patient())),
                    Optional.empty());
        });
        routes.post("/patients/:id/edit", this::save);
    }

    private PatientCourses find(Request request) {
        return PatientCourses.find(parts, request.who().clinicId(), request.id("id"), PatientCourses.Visits.ALL);
    }

    private Reply form(
            Request request, PatientCourses found, int version, Form form, Optional<EditView.Conflict> conflict) {
        Frame frame = parts.frames()
                .about(
                        request.who(),
                        parts.texts().text("privacy.edit.patient"),
                        found.patient(),
                        found.open(),
                        parts.frames().toPatient(found.patient()));
        EditView view = new EditView(
                found.href() + "/edit",
                found.href(),
                Integer.toString(version),
                form,
                conflict,
                List.of(),
                false,
                Form.empty(),
                List.of());
        return parts.page("patientedit", frame, view);
    }

    private Reply save(Request request) {
        Who who = request.who();
        Id<Patient> id = request.id("id");
        PatientCourses found = find(request);
        Fields fields = request.fields(NAMES);
        int seen = request.versionSeen();
        LocalDate today = LocalDate.ofInstant(request.at(), who.clinic().zone());
        try {
            Patient changed = PatientFields.read(fields, found.patient(), today);
            String reason = fields.text(PatientFields.REASON, PatientFields.MOST_REASON);
            parts.store().write(PageParts.act(request, "patient.amend", reason), stores -> stores.patients()
                    .amend(changed, seen));
            return Reply.seeOther("/patients/" + id);
        } catch (BadRequest wrong) {
            Form again = new Typed(parts.texts()).again(fields, wrong, NAMES);
            return form(request, found, seen, again, Optional.empty()).withStatus(400);
        } catch (StoreFailure refused) {
            if (refused.current().orElse(refused) instanceof Patient now
                    && refused.reason() == StoreFailure.Reason.OLD_VERSION) {
                Form typed = Typed.of(fields, NAMES);
                EditView.Conflict conflict = new EditConflict(parts)
                        .of(who, Kind.PATIENT, id, id, PatientFields.NAMES, PatientFields.of(now), typed);
                return form(request, found, now.version(), typed, Optional.of(conflict))
                        .withStatus(412);
            }
            throw refused;
        }
    }
}
