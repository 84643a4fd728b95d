package org.plinth.web.page;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plinth.web.access.Sight;
import org.plinth.web.clinic.Emergency;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.store.Stores;

/**
 * {@code GET|POST /emergency}: finds a restricted record by full name and birth date. {@code GET|POST /patients/:id/emergency}: opens it for an hour, which
 * its team and the owners are told; {@code …/end} ends that. {@code POST /alerts/:alert/read}: has been read. 303; 400 with the form; 409 where there
 * is nothing to open.
 */
final class EmergencyPage implements WebModule {

    private static final int MOST_NAME = 200;
    private static final int LONGEST_REASON = 500;
    private static final int MOST_FOUND = 20;
    private static final String[] NAMES = {"givenName", "familyName", "birthDate"};

    private final PageParts parts;

    EmergencyPage(PageParts parts) {
        this.parts = parts;
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/emergency", request -> search(request, Form.empty(), List.of(), Optional.empty()));
        routes.post("/emergency", this::find);
        routes.get("/patients/:id/emergency", request -> ask(request, Form.empty()));
        routes.post("/patients/:id/emergency", this::declare);
        routes.post("/patients/:id/emergency/end", this::end);
        routes.post("/alerts/:alert/read", this::read);
    }

    private Reply search(Request request, Form form, List<EmergencyView.Found> found, Optional<String> said) {
        return page(request, Optional.empty(), form, found, said);
    }

    private Reply page(
            Request request,
            Optional<String> declare,
            Form form,
            List<EmergencyView.Found> found,
            Optional<String> said) {
        List<Option> grounds = Arrays.stream(Emergency.Ground.values())
                .map(ground -> new Option(ground.name(), parts.texts().text("access.ground." + ground)))
                .toList();
        EmergencyView view =
                new EmergencyView(declare, Long.toString(Emergency.LASTS.toMinutes()), grounds, found, said, form);
        Frame frame = parts.frames()
                .under(
                        request.who(),
                        parts.texts().text("access.emergency.title"),
                        parts.frames().toPatients());
        return parts.page("emergency", frame, view);
    }

    private Reply find(Request request) {
        Fields fields = request.fields(NAMES);
        try {
            String given = fields.text("givenName", MOST_NAME);
            String family = fields.text("familyName", MOST_NAME);
            LocalDate born = fields.date("birthDate");
            List<Id<Patient>> found = parts.store().write(PageParts.act(request, "emergency.search"), stores -> {
                stores.audit().note("clinic:" + request.who().clinicId());
                return restricted(stores, request, given, family, born);
            });
            return found(request, fields, found);
        } catch (BadRequest wrong) {
            return search(request, new Typed(parts.texts()).again(fields, wrong, NAMES), List.of(), Optional.empty())
                    .withStatus(400);
        }
    }

    /** The whole name and the birth date, as they stand in the record: no list to leaf through. */
    private static List<Id<Patient>> restricted(
            Stores stores, Request request, String given, String family, LocalDate born) {
        Who who = request.who();
        Set<Id<Patient>> hidden = stores.access().hidden(who.clinicId(), who.id(), request.at());
        return hidden.stream()
                .sorted()
                .flatMap(id -> stores.patients().find(who.clinicId(), id).stream())
                .filter(patient -> patient.givenName().equalsIgnoreCase(given)
                        && patient.familyName().equalsIgnoreCase(family)
                        && patient.birthDate().equals(born))
                .map(Patient::id)
                .limit(MOST_FOUND)
                .toList();
    }

    private Reply found(Request request, Fields fields, List<Id<Patient>> found) {
        if (found.size() == 1) {
            return Reply.seeOther("/patients/" + found.get(0) + "/emergency");
        }
        List<EmergencyView.Found> rows = found.stream()
                .map(id -> new EmergencyView.Found(AccessNews.reference(parts, id), "/patients/" + id + "/emergency"))
                .toList();
        String said = parts.texts().text(rows.isEmpty() ? "access.emergency.none" : "access.emergency.several");
        return search(request, Typed.of(fields, NAMES), rows, Optional.of(said));
    }

    private Reply ask(Request request, Form form) {
        Id<Patient> patient = request.id("id");
        if (!isHidden(request, patient)) {
            return Reply.seeOther("/patients/" + patient);
        }
        return page(
                request,
                Optional.of("/patients/" + patient + "/emergency"),
                form,
                List.of(),
                Optional.of(AccessNews.reference(parts, patient)));
    }

    private boolean isHidden(Request request, Id<Patient> patient) {
        Who who = request.who();
        return parts.store()
                .read(stores -> stores.access().hidden(who.clinicId(), who.id(), request.at()))
                .contains(patient);
    }

    private Reply declare(Request request) {
        Who who = request.who();
        Id<Patient> patient = request.id("id");
        Fields fields = request.fields("ground", "reason");
        if (who.sight() instanceof Sight.InEmergency) {
            return Reply.seeOther("/patients/" + patient);
        }
        try {
            Emergency.Ground ground = fields.oneOf("ground", Emergency.Ground.class);
            String reason = fields.text("reason", LONGEST_REASON);
            open(request, patient, ground, reason);
            return Reply.seeOther("/patients/" + patient);
        } catch (BadRequest wrong) {
            return ask(request, new Typed(parts.texts()).again(fields, wrong, "ground", "reason"))
                    .withStatus(400);
        }
    }

    private void open(Request request, Id<Patient> patient, Emergency.Ground ground, String reason) {
        Who who = request.who();
        Emergency emergency = new Emergency(
                Id.random(parts.random()),
                who.clinicId(),
                patient,
                who.id(),
                ground,
                request.at().plus(Emergency.LASTS),
                request.at(),
                reason,
                Optional.empty());
        parts.store().write(PageParts.act(request, "emergency.open", reason), stores -> {
            if (!stores.access().hidden(who.clinicId(), who.id(), request.at()).contains(patient)) {
                throw HttpFailure.conflict("access.emergency.open");
            }
            stores.access().open(emergency);
            return emergency;
        });
    }

    private Reply end(Request request) {
        Who who = request.who();
        request.fields();
        Id<Patient> patient = request.id("id");
        parts.store().write(PageParts.act(request, "emergency.end"), stores -> stores.access()
                .endEmergencies(who.clinicId(), patient, who.id(), request.at()));
        return Reply.seeOther("/patients");
    }

    private Reply read(Request request) {
        Who who = request.who();
        request.fields();
        Id<Emergency> alert = request.id("alert");
        parts.store().write(PageParts.act(request, "emergency.alert.read"), stores -> {
            stores.access().markRead(who.clinicId(), alert, who.id());
            return alert;
        });
        return Reply.seeOther("/");
    }
}
