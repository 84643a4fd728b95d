package org.plinth.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Visit;
import org.plinth.web.http.Json;

/** Records of a clinic as JSON. What is not known is absent. */
final class ClinicJson {

    private ClinicJson() {}

    static ObjectNode of(Patient patient) {
        ObjectNode json = Json.object()
                .put("id", patient.id().toString())
                .put("version", patient.version())
                .put("givenName", patient.givenName())
                .put("familyName", patient.familyName())
                .put("birthDate", patient.birthDate().toString());
        patient.bodyMass().ifPresent(mass -> json.put("bodyMass_kg", mass.kilograms()));
        patient.bodyMassOn().ifPresent(date -> json.put("bodyMassOn", date.toString()));
        return json;
    }

    static ObjectNode of(Episode episode) {
        ObjectNode json = Json.object()
                .put("id", episode.id().toString())
                .put("version", episode.version())
                .put("patient", episode.patient().toString())
                .put("problem", episode.problem())
                .put("injured", episode.involvement().name())
                .put("openedOn", episode.openedOn().toString());
        episode.treatmentStartedOn().ifPresent(date -> json.put("treatmentStartedOn", date.toString()));
        episode.closedOn().ifPresent(date -> json.put("closedOn", date.toString()));
        episode.closeReason().ifPresent(why -> json.put("closeReason", why));
        return json;
    }

    static ObjectNode of(Visit visit) {
        return Json.object()
                .put("id", visit.id().toString())
                .put("version", visit.version())
                .put("patient", visit.patient().toString())
                .put("episode", visit.episode().toString())
                .put("date", visit.date().toString())
                .put("zone", visit.zone().getId())
                .put("startedAt", visit.startedAt().toString())
                .put("closed", visit.closed());
    }

    static ObjectNode of(PositionTest test) {
        return Json.object()
                .put("id", test.id().toString())
                .put("visit", test.visit().toString())
                .put("patient", test.patient().toString())
                .put("position", test.positionId())
                .put("protocolVersion", test.protocolVersion())
                .put("fixation", test.fixation().id())
                .put("firstSide", test.firstSide().name())
                .put("createdAt", test.createdAt().toString());
    }

    static ObjectNode of(Recording recording) {
        ObjectNode json = Json.object()
                .put("id", recording.id().toString())
                .put("version", recording.version())
                .put("test", recording.test().toString())
                .put("side", recording.side().name())
                .put("state", recording.state().name())
                .put("startedAt", recording.startedAt().toString());
        recording.ledger().ifPresent(ledger -> json.set("ledger", LedgerJson.of(ledger)));
        return json;
    }
}
