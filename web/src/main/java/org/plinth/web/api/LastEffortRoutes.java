package org.plinth.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.http.Json;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.text.Texts;
import org.plinth.web.visit.LastEffort;
import org.plinth.web.visit.VisitDesk;
import org.plinth.web.words.FlagWords;

/**
 * {@code GET /api/tests/:id/last?side=}: the last comparable effort of a side. 200, with an empty object where there is none;
 * 400 without a side; 404; 409 before an effort of this side was made.
 */
final class LastEffortRoutes implements WebModule {

    private final VisitDesk desk;
    private final SheetJson sheets;
    private final FlagWords flags;

    LastEffortRoutes(VisitDesk desk, SheetJson sheets, Texts texts) {
        this.desk = desk;
        this.sheets = sheets;
        flags = new FlagWords(texts);
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/api/tests/:id/last", this::last);
    }

    private Reply last(Request request) {
        Side side = request.query().oneOf("side", Side.class);
        return Reply.json(desk.last(request.who().clinicId(), request.id("id"), side)
                .map(last -> of(request, last))
                .orElseGet(Json::object));
    }

    private ObjectNode of(Request request, LastEffort last) {
        ObjectNode json = Json.object()
                .put("date", last.date().toString())
                .put("value_N", last.value().newtons());
        ArrayNode doubts = json.putArray("flags");
        SideResult result = last.result();
        flags.results(sheets.trust(request.who().clinic(), result.patient()).flags(result))
                .forEach(doubts::add);
        ArrayNode curve = json.putArray("curve");
        last.curve()
                .forEach(point ->
                        curve.addArray().add(point.micros()).add(point.least()).add(point.greatest()));
        return json;
    }
}
