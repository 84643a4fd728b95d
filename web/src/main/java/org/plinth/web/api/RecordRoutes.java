package org.plinth.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.edit.EpisodeFields;
import org.plinth.web.edit.PatientFields;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.store.Store;
import org.plinth.web.visit.EpisodeAmended;
import org.plinth.web.visit.VisitDesk;

/**
 * {@code POST /api/patients/:id/versions}, {@code POST /api/patients/:id/episodes/:episode/versions}, {@code …/close}, {@code …/reopen}, each
 * with {@code If-Match}: 200 with what stands now; 400 with the field; 404; 409 where state or patient forbid it; 412 with the
 * current state.
 */
final class RecordRoutes implements WebModule {

    private final Store store;
    private final VisitDesk desk;

    RecordRoutes(Store store, VisitDesk desk) {
        this.store = store;
        this.desk = desk;
    }

    @Override
    public void mount(Routes routes) {
        routes.post("/api/patients/:id/versions", this::amendPatient);
        routes.post("/api/patients/:id/episodes/:episode/versions", this::amendEpisode);
        routes.post("/api/patients/:id/episodes/:episode/close", this::close);
        routes.post("/api/patients/:id/episodes/:episode/reopen", this::reopen);
    }

    private Reply amendPatient(Request request) {
        Id<Patient> id = request.id("id");
        Patient before = patient(request);
        Fields fields = request.fields(
                PatientFields.GIVEN,
                PatientFields.FAMILY,
                PatientFields.BIRTH,
                PatientFields.MASS,
                PatientFields.MASS_ON,
                PatientFields.REASON,
                BoundPatient.FIELD);
        samePatient(fields, id);
        Patient changed = PatientFields.read(fields, before, today(request));
        int seen = request.versionSeen();
        Patient stored = store.write(Acts.of(request, "patient.amend", reason(fields)), stores -> stores.patients()
                .amend(changed, seen));
        return Reply.json(ClinicJson.of(stored)).withEtag(Integer.toString(stored.version()));
    }

    private Reply amendEpisode(Request request) {
        Patient patient = patient(request);
        Fields fields = request.fields(
                EpisodeFields.PROBLEM,
                EpisodeFields.INJURED,
                EpisodeFields.OPENED,
                EpisodeFields.TREATED,
                EpisodeFields.REASON,
                BoundPatient.FIELD);
        return amend(
                request,
                "episode.amend",
                fields,
                (read, before) -> EpisodeFields.read(read, before, patient.birthDate(), today(request)));
    }

    private Reply close(Request request) {
        Fields fields = request.fields(
                EpisodeFields.CLOSED, EpisodeFields.CLOSE_REASON, EpisodeFields.REASON, BoundPatient.FIELD);
        return amend(request, "episode.close", fields, (read, before) -> {
            if (before.closedOn().isPresent()) {
                throw HttpFailure.conflict("privacy.episode.closed");
            }
            return EpisodeFields.readClosed(read, before, today(request));
        });
    }

    private Reply reopen(Request request) {
        Fields fields = request.fields(EpisodeFields.REASON, BoundPatient.FIELD);
        return amend(request, "episode.reopen", fields, (read, before) -> {
            if (before.closedOn().isEmpty()) {
                throw HttpFailure.conflict("privacy.episode.open");
            }
            return EpisodeFields.reopened(before);
        });
    }

    private Reply amend(Request request, String action, Fields fields, BiFunction<Fields, Episode, Episode> change) {
        Id<Patient> patient = request.id("id");
        samePatient(fields, patient);
        Episode before = episode(request);
        int seen = request.versionSeen();
        String reason = action.equals("episode.close")
                ? fields.optionalText(EpisodeFields.REASON, PatientFields.MOST_REASON)
                        .orElse("")
                : reason(fields);
        Episode changed = change.apply(fields, before);
        EpisodeAmended amended = desk.amendEpisode(Acts.of(request, action, reason), changed, seen);
        ObjectNode json = ClinicJson.of(amended.episode());
        json.put("symmetriesComparedAgain", amended.comparedAgain());
        return Reply.json(json).withEtag(Integer.toString(amended.episode().version()));
    }

    private Patient patient(Request request) {
        Id<Patient> id = request.id("id");
        return store.read(stores -> stores.patients().find(request.who().clinicId(), id))
                .orElseThrow(HttpFailure::notFound);
    }

    private Episode episode(Request request) {
        Id<Episode> id = request.id("episode");
        Id<Patient> patient = request.id("id");
        Episode found = store.read(
                        stores -> stores.episodes().find(request.who().clinicId(), id))
                .orElseThrow(HttpFailure::notFound);
        if (!found.patient().equals(patient)) {
            throw new HttpFailure(409, "OTHER_PATIENT", Optional.of("episode"), "http.visit.otherPatient");
        }
        return found;
    }

    private static void samePatient(Fields fields, Id<Patient> patient) {
        Optional<Id<Patient>> named = fields.optionalId(BoundPatient.FIELD);
        if (named.isPresent() && !named.get().equals(patient)) {
            throw new HttpFailure(409, "OTHER_PATIENT", Optional.of(BoundPatient.FIELD), "http.visit.otherPatient");
        }
    }

    private static String reason(Fields fields) {
        return fields.text(PatientFields.REASON, PatientFields.MOST_REASON);
    }

    private static LocalDate today(Request request) {
        return LocalDate.ofInstant(request.at(), request.who().clinic().zone());
    }
}
