package org.plinth.web.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plinth.core.signal.ForceTrace;
import org.plinth.web.capture.RawForce;
import org.plinth.web.capture.RecordedForce;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Recording;
import org.plinth.web.export.Pseudonyms;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Json;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.privacy.Included;
import org.plinth.web.privacy.Purpose;
import org.plinth.web.store.Store;
import org.plinth.web.store.Stores;

/**
 * Recordings for programs, by pseudonym. {@code GET /api/recordings}: which there are, page by page; {@code GET /api/recordings/:id/curve}: all
 * samples of one, every double exact, in µs of the sensor's own clock. Left out is who may not be seen, who said no, and what counts in
 * another patient's test: there it stands under its own id. 404 for those, and where a journal cannot be read.
 */
final class CurveRoutes implements WebModule {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final Store store;
    private final RawForce raw;
    private final Pseudonyms pseudonyms;

    CurveRoutes(Store store, RawForce raw, Pseudonyms pseudonyms) {
        this.store = store;
        this.raw = raw;
        this.pseudonyms = pseudonyms;
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/api/recordings", this::list);
        routes.get("/api/recordings/:id/curve", this::curve);
    }

    private Reply list(Request request) {
        Id<Clinic> clinic = request.who().clinicId();
        int limit = Page.limit(request, USUAL, MOST);
        Optional<Id<Recording>> after = request.query().optionalId("after");
        return Page.tagged(store.read(stores -> {
            List<Recording> page = stores.recordings().page(clinic, after, limit);
            ArrayNode recordings = Json.object().arrayNode();
            told(stores, request, page).forEach(recording -> recordings.add(described(stores, recording)));
            Optional<String> next = page.size() < limit
                    ? Optional.empty()
                    : Optional.of(page.get(page.size() - 1).id().toString());
            return Page.of("recordings", recordings, next);
        }));
    }

    private static List<Recording> told(Stores stores, Request request, List<Recording> page) {
        Who who = request.who();
        Set<Id<Patient>> hidden = new HashSet<>(stores.access().hidden(who.clinicId(), who.id(), request.at()));
        Included included = Included.of(stores, who.clinicId(), Purpose.AUDIT);
        Map<Id<Patient>, Set<Id<Recording>>> aside = new HashMap<>();
        return page.stream()
                .filter(one -> !hidden.contains(one.patient()) && included.has(one.patient()))
                .filter(one -> !aside.computeIfAbsent(
                                one.patient(), patient -> stores.recordings().setAside(who.clinicId(), patient).stream()
                                        .map(Recording::id)
                                        .collect(Collectors.toSet()))
                        .contains(one.id()))
                .toList();
    }

    private ObjectNode described(Stores stores, Recording recording) {
        ObjectNode json = Json.object()
                .put("id", recording.id().toString())
                .put("patient", pseudonyms.of("P", recording.patient()))
                .put("side", recording.side().name())
                .put("state", recording.state().name())
                .put("sensorModel", recording.driverId())
                .put("calibrated", !recording.calibrationId().equals("uncalibrated"));
        stores.visits().findTest(recording.clinic(), recording.test()).ifPresent(test -> json.put(
                        "position", test.positionId())
                .put("protocolVersion", test.protocolVersion())
                .put("fixation", test.fixation().id()));
        stores.visits().find(recording.clinic(), recording.visit()).ifPresent(visit -> {
            json.put("episode", pseudonyms.of("E", visit.episode()));
            stores.episodes().find(recording.clinic(), visit.episode()).ifPresent(episode -> new Reader.ByPseudonym(
                            pseudonyms)
                    .day(json, "date", visit.date(), episode.openedOn()));
        });
        recording.ledger().ifPresent(ledger -> json.set("ledger", LedgerJson.of(ledger)));
        recording.seal().ifPresent(seal -> json.put("journal_sha256", seal.sha256()));
        return json;
    }

    private Reply curve(Request request) {
        Id<Recording> id = request.id("id");
        Recording recording = store.read(stores -> stores.recordings()
                        .find(request.who().clinicId(), id)
                        .filter(found -> found.state() != Recording.State.OPEN)
                        .filter(found -> !told(stores, request, List.of(found)).isEmpty()))
                .orElseThrow(HttpFailure::notFound);
        RecordedForce force =
                raw.of(recording).flatMap(replayed -> replayed.force()).orElseThrow(HttpFailure::notFound);
        ObjectNode head = store.read(stores -> described(stores, recording));
        return new Reply(
                200,
                Map.of("Content-Type", "application/json; charset=utf-8"),
                new Reply.Streamed(out -> write(head, force, out)));
    }

    private static void write(ObjectNode head, RecordedForce force, OutputStream out) throws IOException {
        // The stream is the reply's own: who made it closes it.
        JsonGenerator json = new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        json.writeFieldName("recording");
        json.writeRawValue(head.toString());
        json.writeBooleanField("whole", force.isWhole());
        json.writeArrayFieldStart("segments");
        for (ForceTrace trace : force.segments()) {
            write(json, trace);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
    }

    private static void write(JsonGenerator json, ForceTrace trace) throws IOException {
        json.writeStartObject();
        json.writeNumberField("samples", trace.size());
        json.writeArrayFieldStart("t_us");
        for (int i = 0; i < trace.size(); i++) {
            json.writeNumber(trace.micros(i));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("force_N");
        for (int i = 0; i < trace.size(); i++) {
            json.writeNumber(trace.newtons(i));
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
