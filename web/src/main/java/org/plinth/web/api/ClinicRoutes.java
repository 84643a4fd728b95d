package org.plinth.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.plinth.web.clinic.ApiToken;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.TokenScope;
import org.plinth.web.http.Json;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.measure.Engine;

/** {@code GET /api/clinic}: as whom a program reads, where, in which units, and what its token opens. */
final class ClinicRoutes implements WebModule {

    @Override
    public void mount(Routes routes) {
        routes.get("/api/clinic", this::show);
    }

    private Reply show(Request request) {
        Who who = request.who();
        Clinic clinic = who.clinic();
        ObjectNode json = Json.object()
                .put("clinic", clinic.name())
                .put("zone", clinic.zone().getId())
                .put("sample", clinic.sample())
                .put("displayUnit", clinic.displayUnit().symbol())
                .put("threshold_pct", clinic.thresholdPercent())
                .put("role", who.role().name());
        json.putObject("engine").put("version", Engine.VERSION);
        json.putObject("units")
                .put("force", "N")
                .put("time", "us")
                .put("day", "d")
                .put("ratio", "%");
        who.token().ifPresent(token -> json.set("token", token(token)));
        return Reply.json(json);
    }

    private static ObjectNode token(ApiToken token) {
        ObjectNode json = Json.object()
                .put("id", token.id().toString())
                .put("expiresAt", token.expiresAt().toString());
        ArrayNode scopes = json.putArray("scopes");
        token.scopes().stream().map(TokenScope::word).forEach(scopes::add);
        return json;
    }
}
