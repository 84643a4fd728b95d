package org.plinth.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.plinth.core.position.Fixation;
import org.plinth.core.visit.Side;
import org.plinth.web.capture.Squeezed;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Visit;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Json;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.store.Store;
import org.plinth.web.trust.SensorTrust;
import org.plinth.web.trust.TrustBook;
import org.plinth.web.visit.SensorChoice;
import org.plinth.web.visit.SetUp;
import org.plinth.web.visit.VisitDesk;

/**
 * {@code GET /api/sensors}, {@code GET /api/visits/:id}, {@code POST /api/visits/:id/squeeze}, {@code /tests}, {@code /close}: 200 or 201;
 * 400 with the field; 404; 409 for a closed visit; 412 for an old version.
 */
final class VisitRoutes implements WebModule {

    private static final String SENSORS = "sensors";

    private final Store store;
    private final VisitDesk desk;
    private final SheetJson sheets;
    private final BoundPatient bound;

    VisitRoutes(Store store, VisitDesk desk, SheetJson sheets) {
        this.store = store;
        this.desk = desk;
        this.sheets = sheets;
        this.bound = new BoundPatient(store);
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/api/sensors", this::sensors);
        routes.get("/api/visits/:id", this::visit);
        routes.post("/api/visits/:id/squeeze", this::squeeze);
        routes.post("/api/visits/:id/tests", this::setUp);
        routes.post("/api/visits/:id/close", this::close);
    }

    private Reply sensors(Request request) {
        ObjectNode json = Json.object();
        ArrayNode list = json.putArray(SENSORS);
        TrustBook trust =
                store.read(stores -> TrustBook.ofClinic(stores, request.who().clinicId()));
        desk.sensors(request.who().clinicId()).forEach(sensor -> list.add(of(sensor, request, trust)));
        return Reply.json(json);
    }

    private Reply visit(Request request) {
        Id<Visit> id = request.id("id");
        Visit visit = store.read(stores -> stores.visits().find(request.who().clinicId(), id))
                .orElseThrow(HttpFailure::notFound);
        ObjectNode json = ClinicJson.of(visit).put("now", request.at().toString());
        ArrayNode tests = json.putArray("tests");
        TrustBook trust = sheets.trust(request.who().clinic(), visit.patient());
        desk.sheets(request.who().clinicId(), id)
                .forEach(sheet -> tests.add(sheets.of(request.who().clinic(), sheet, trust, request.at())));
        return Reply.json(json);
    }

    /** Which sensor it is, only where exactly one was squeezed. */
    private Reply squeeze(Request request) {
        Id<Visit> visit = request.id("id");
        Fields fields = request.fields(SENSORS, BoundPatient.FIELD);
        bound.ofVisit(request.who(), visit, fields);
        List<String> asked = fields.raw(SENSORS)
                .map(lines -> lines.lines().toList())
                .orElseThrow(() -> new BadRequest(SENSORS, "http.field.missing"));
        Squeezed found = desk.squeezed(request.who().clinicId(), visit, asked);
        ObjectNode json = Json.object().put("outcome", outcome(found));
        if (found.risen().size() == 1) {
            json.put("sensor", found.risen().get(0));
        }
        ArrayNode unheard = json.putArray("unheard");
        found.unheard().forEach(unheard::add);
        return Reply.json(json);
    }

    private static String outcome(Squeezed found) {
        return switch (found.risen().size()) {
            case 0 -> "NONE";
            case 1 -> "ONE";
            default -> "SEVERAL";
        };
    }

    private Reply setUp(Request request) {
        Id<Visit> visit = request.id("id");
        Fields fields = request.fields(
                "position",
                "fixation",
                "firstSide",
                "sensor",
                "stabilisation",
                "sensorSite",
                "protocolVersion",
                "newSensor",
                Once.FIELD,
                BoundPatient.FIELD);
        bound.ofVisit(request.who(), visit, fields);
        SetUp setUp = new SetUp(
                fields.text("position", 100),
                fixation(fields),
                fields.optionalOneOf("firstSide", Side.class),
                sensor(request, fields),
                fields.optionalText("stabilisation", 200),
                fields.optionalText("sensorSite", 200),
                fields.optionalWholeNumber("protocolVersion", 1, 1_000_000),
                fields.optionalYesNo("newSensor").orElse(false),
                fields.optionalText(Once.FIELD, SetUp.LONGEST_REQUEST_ID));
        var test = desk.setUp(Acts.of(request, "test.setUp"), visit, setUp);
        return Reply.json(sheets.of(
                        request.who().clinic(), desk.sheet(request.who().clinicId(), test.id()), request.at()))
                .withStatus(201);
    }

    private Reply close(Request request) {
        Id<Visit> visit = request.id("id");
        bound.ofVisit(request.who(), visit, request.fields(BoundPatient.FIELD));
        int seen = request.versionSeen();
        return Reply.json(ClinicJson.of(desk.close(Acts.of(request, "visit.close"), visit, seen)));
    }

    private static Fixation fixation(Fields fields) {
        String id = fields.text("fixation", 20);
        return Arrays.stream(Fixation.values())
                .filter(fixation -> fixation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new BadRequest("fixation", "http.field.oneOf", "rig, belt, hand-held"));
    }

    /** Without one named, the only one in reach; never one of several. */
    private String sensor(Request request, Fields fields) {
        Optional<String> named = fields.optionalText("sensor", 200);
        if (named.isPresent()) {
            return named.get();
        }
        List<SensorChoice> found = desk.sensors(request.who().clinicId());
        if (found.size() != 1) {
            throw new BadRequest("sensor", "http.field.sensor");
        }
        return found.get(0).peripheralId();
    }

    private ObjectNode of(SensorChoice sensor, Request request, TrustBook trust) {
        SensorTrust known = trust.sensor(sensor.driverId(), sensor.peripheralId());
        ObjectNode json = of(sensor);
        json.set("calibration", sheets.state(request.who().clinic(), known, request.at()));
        if (!sensor.virtual() && isUnknown(request, sensor)) {
            json.put("unknown", true);
        }
        return json;
    }

    private boolean isUnknown(Request request, SensorChoice sensor) {
        return store.read(stores -> stores.sensors()
                .findBySerial(request.who().clinicId(), sensor.driverId(), sensor.peripheralId())
                .isEmpty());
    }

    private static ObjectNode of(SensorChoice sensor) {
        ObjectNode json = Json.object()
                .put("id", sensor.peripheralId())
                .put("name", sensor.name())
                .put("driver", sensor.driverId())
                .put("transport", sensor.transport())
                .put("virtual", sensor.virtual());
        if (!sensor.seenOnHardware()) {
            json.put("notSeenOnHardware", true);
        }
        sensor.capacity().ifPresent(capacity -> json.put("capacity_N", capacity.newtons()));
        return json;
    }
}
