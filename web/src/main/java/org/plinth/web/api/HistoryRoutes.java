package org.plinth.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Visit;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Json;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.store.HistoryStore;
import org.plinth.web.store.HistoryStore.Kind;
import org.plinth.web.store.Store;
import org.plinth.web.store.Stores;

/**
 * {@code GET /api/patients/:id/history}, {@code /api/visits/:id/history}, {@code /api/positions/:id/history}, {@code
 * /api/runs/:id/history}: all versions of the records that belong there, each record's oldest first, with what was there before
 * and after beside the fields that changed. 404 for what is not this clinic's.
 */
final class HistoryRoutes implements WebModule {

    private final Store store;

    HistoryRoutes(Store store) {
        this.store = store;
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/api/patients/:id/history", request -> {
            Id<Patient> id = request.id("id");
            here(request, stores -> Optional.of(id));
            return history(request, Kind.PATIENT, Kind.EPISODE, Kind.ENTRY);
        });
        routes.get("/api/visits/:id/history", request -> {
            Id<Visit> id = request.id("id");
            here(
                    request,
                    stores -> stores.visits().find(request.who().clinicId(), id).map(Visit::patient));
            return history(request, Kind.VISIT, Kind.RECORDING, Kind.TRIAL, Kind.RESULT, Kind.SYMMETRY);
        });
        routes.get("/api/positions/:id/history", request -> history(request, Kind.OWN_POSITION));
        routes.get("/api/runs/:id/history", request -> history(request, Kind.CALIBRATION_RUN));
    }

    /** Who was erased has no history to be read. */
    private void here(Request request, Function<Stores, Optional<Id<Patient>>> whose) {
        boolean here = store.read(stores -> whose.apply(stores)
                        .flatMap(patient -> stores.patients().find(request.who().clinicId(), patient)))
                .isPresent();
        if (!here) {
            throw HttpFailure.notFound();
        }
    }

    private Reply history(Request request, Kind... kinds) {
        Id<Object> of = request.id("id");
        List<HistoryStore.Version> versions = store.read(stores -> List.of(kinds).stream()
                .flatMap(kind -> stores.history().of(request.who().clinicId(), kind, of).stream())
                .toList());
        if (versions.isEmpty()) {
            throw HttpFailure.notFound();
        }
        ObjectNode json = Json.object();
        ArrayNode list = json.putArray("versions");
        for (int i = 0; i < versions.size(); i++) {
            HistoryStore.Version version = versions.get(i);
            boolean first = version.version() == 1 || i == 0;
            list.add(of(version, first ? Map.of() : versions.get(i - 1).fields()));
        }
        return Reply.json(json);
    }

    private static ObjectNode of(HistoryStore.Version version, Map<String, Object> before) {
        ObjectNode json = Json.object()
                .put("record", version.kind().name().toLowerCase(Locale.ROOT))
                .put("id", version.record())
                .put("version", version.version())
                .put("at", version.at().toString())
                .put("author", version.author().toString());
        version.authorName().ifPresent(name -> json.put("authorName", name));
        json.put("reason", version.reason());
        put(json.putObject("about"), version.about());
        put(json.putObject("fields"), version.fields());
        ArrayNode changes = json.putArray("changes");
        HistoryStore.changed(before, version.fields()).forEach(field -> {
            ObjectNode change = changes.addObject().put("field", field);
            put(change, "before", before.get(field));
            put(change, "after", version.fields().get(field));
        });
        return json;
    }

    private static void put(ObjectNode json, Map<String, Object> values) {
        values.forEach((name, value) -> put(json, name, value));
    }

    private static void put(ObjectNode json, String name, @Nullable Object value) {
        if (value instanceof Boolean truth) {
            json.put(name, truth);
        } else if (value instanceof Integer number) {
            json.put(name, number);
        } else if (value instanceof Long number) {
            json.put(name, number);
        } else if (value instanceof Double number) {
            json.put(name, number);
        } else if (value != null) {
            json.put(name, value.toString());
        }
    }
}
