package org.plinth.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.position.PositionContent;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.OwnPosition;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Json;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.position.ClinicPositions;
import org.plinth.web.position.PositionDesk;
import org.plinth.web.position.PositionDesk.Saved;
import org.plinth.web.position.PositionInput;
import org.plinth.web.store.Store;

/**
 * {@code GET /api/positions}: bundled ones and the clinic's own. {@code POST /api/positions}: a copy, with the fields that differ;
 * 201, or 400 with everything that is wrong. {@code POST /api/positions/:id/versions}: the fields that change, with
 * {@code If-Match}; 200, 400, 404, 409 where it is retired or nothing changes, 412.
 */
final class PositionRoutes implements WebModule {

    private static final int MOST_ID = 80;
    private static final int MOST_REASON = 500;

    private final Store store;
    private final ClinicPositions positions;
    private final PositionDesk desk;

    PositionRoutes(Store store, ClinicPositions positions, PositionDesk desk) {
        this.store = store;
        this.positions = positions;
        this.desk = desk;
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/api/positions", this::all);
        routes.post("/api/positions", this::add);
        routes.post("/api/positions/:id/versions", this::amend);
    }

    private Reply all(Request request) {
        ObjectNode json = Json.object();
        ArrayNode list = json.putArray("positions");
        PositionCatalogue bundled = positions.bundled();
        bundled.all().forEach(position -> bundled.findVersion(position.id(), position.version())
                .map(PositionJson::of)
                .ifPresent(list::add));
        store.read(stores -> stores.positions().all(request.who().clinicId()))
                .forEach(own -> list.add(PositionJson.of(own)));
        return Reply.json(json);
    }

    private Reply add(Request request) {
        Fields fields = request.fields(PositionInput.names("from", "reason"));
        PositionContent draft = desk.draft(request.who().clinicId(), fields.text("from", MOST_ID));
        PositionContent content = PositionInput.changed(draft, fields::raw);
        String reason = fields.optionalText("reason", MOST_REASON).orElse("");
        return reply(desk.add(Acts.of(request, "position.add", reason), content))
                .withStatus(201);
    }

    private Reply amend(Request request) {
        Id<OwnPosition> id = OwnPosition.idOf(request.path("id")).orElseThrow(HttpFailure::notFound);
        Fields fields = request.fields(PositionInput.names("reason"));
        int seen = request.versionSeen();
        OwnPosition before = store.read(
                        stores -> stores.positions().find(request.who().clinicId(), id))
                .orElseThrow(HttpFailure::notFound);
        PositionContent content = PositionInput.changed(before.content(), fields::raw);
        String reason = fields.text("reason", MOST_REASON);
        return reply(desk.amend(Acts.of(request, "position.amend", reason), id, seen, content));
    }

    private static Reply reply(Saved saved) {
        if (saved instanceof Saved.Refused refused) {
            throw new PositionRefused(refused.problems());
        }
        if (saved instanceof Saved.Done done) {
            return Reply.json(PositionJson.of(done.position()))
                    .withEtag(Integer.toString(done.position().version()));
        }
        throw HttpFailure.conflict("own.refused.UNCHANGED");
    }
}
