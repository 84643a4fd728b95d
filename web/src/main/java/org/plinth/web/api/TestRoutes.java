package org.plinth.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Trial;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Json;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.signin.Testers;
import org.plinth.web.store.Store;
import org.plinth.web.text.Texts;
import org.plinth.web.visit.Decision;
import org.plinth.web.visit.TareOutcome;
import org.plinth.web.visit.TestSheet;
import org.plinth.web.visit.VisitDesk;

/**
 * {@code GET /api/tests/:id} and what is done in a test: {@code connect}, {@code take-over}, {@code tare}, {@code recordings}, {@code stop},
 * {@code swap}, {@code decision}. 200, or 201 for a new recording; 400 with the field; 404; 409 where the state forbids it; 412 for an old
 * version; 502 when the sensor failed.
 */
final class TestRoutes implements WebModule {

    private static final int MOST_REASON = 500;
    private static final int WORST_PAIN = 10;

    private final VisitDesk desk;
    private final SheetJson sheets;
    private final Texts texts;
    private final BoundPatient bound;
    private final Store store;
    private final Testers testers;

    TestRoutes(Store store, VisitDesk desk, SheetJson sheets, Texts texts, Testers testers) {
        this.store = store;
        this.testers = testers;
        this.desk = desk;
        this.sheets = sheets;
        this.texts = texts;
        this.bound = new BoundPatient(store);
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/api/tests/:id", request -> sheet(request, request.id("id")));
        routes.post("/api/tests/:id/connect", this::connect);
        routes.post("/api/tests/:id/take-over", this::takeOver);
        routes.post("/api/tests/:id/tare", this::tare);
        routes.post("/api/tests/:id/recordings", this::start);
        routes.post("/api/recordings/:id/stop", this::stop);
        routes.post("/api/recordings/:id/swap", this::swap);
        routes.post("/api/tests/:id/swap", this::swapSides);
        routes.post("/api/trials/:id/decision", this::decide);
    }

    private Reply sheet(Request request, Id<PositionTest> test) {
        return sheet(request, desk.sheet(request.who().clinicId(), test));
    }

    private Reply sheet(Request request, TestSheet sheet) {
        return Reply.json(sheets.of(request.who().clinic(), sheet, request.at()));
    }

    private Reply connect(Request request) {
        Id<PositionTest> test = request.id("id");
        bound.ofTest(request.who(), test, request.fields(BoundPatient.FIELD));
        desk.connect(Acts.of(request, "test.connect"), test);
        return sheet(request, test);
    }

    private Reply takeOver(Request request) {
        Id<PositionTest> test = request.id("id");
        Fields fields = request.fields("reason", BoundPatient.FIELD);
        bound.ofTest(request.who(), test, fields);
        desk.takeOver(Acts.of(request, "test.takeOver", fields.text("reason", MOST_REASON)), test);
        return sheet(request, test);
    }

    private Reply tare(Request request) {
        Id<PositionTest> test = request.id("id");
        Fields fields = request.fields("side", BoundPatient.FIELD);
        bound.ofTest(request.who(), test, fields);
        Side side = fields.oneOf("side", Side.class);
        return Reply.json(of(desk.tare(Acts.of(request, "test.tare"), test, side)));
    }

    private Reply start(Request request) {
        Id<PositionTest> test = request.id("id");
        Fields fields =
                request.fields("side", "requestId", "tones", "voice", "cues", "patientSees", BoundPatient.FIELD);
        bound.ofTest(request.who(), test, fields);
        Side side = fields.oneOf("side", Side.class);
        String requestId = fields.text("requestId", 64);
        Recording recording = desk.start(
                Acts.of(request, "recording.start"),
                test,
                side,
                requestId,
                FeedbackJson.read(fields),
                tester(request, test));
        return Reply.json(ClinicJson.of(recording)).withStatus(201);
    }

    private Id<Account> tester(Request request, Id<PositionTest> test) {
        PositionTest found = store.read(
                        stores -> stores.visits().findTest(request.who().clinicId(), test))
                .orElseThrow(HttpFailure::notFound);
        return testers.required(request.who(), found.visit(), request.at());
    }

    private Reply stop(Request request) {
        Id<Recording> recording = request.id("id");
        bound.ofRecording(request.who(), recording, request.fields(BoundPatient.FIELD));
        return sheet(request, desk.stop(Acts.of(request, "recording.stop"), recording));
    }

    private Reply swap(Request request) {
        Id<Recording> recording = request.id("id");
        Fields fields = request.fields("reason", BoundPatient.FIELD);
        bound.ofRecording(request.who(), recording, fields);
        String reason = fields.text("reason", MOST_REASON);
        return sheet(
                request, desk.swapSide(Acts.of(request, "recording.swap", reason), recording, request.versionSeen()));
    }

    private Reply swapSides(Request request) {
        Id<PositionTest> test = request.id("id");
        Fields fields = request.fields("reason", BoundPatient.FIELD);
        bound.ofTest(request.who(), test, fields);
        String reason = fields.text("reason", MOST_REASON);
        return sheet(request, desk.swapSides(Acts.of(request, "test.swap", reason), test, request.versionSeen()));
    }

    private Reply decide(Request request) {
        Id<Trial> trial = request.id("id");
        Fields fields = request.fields("state", "reason", "pain", BoundPatient.FIELD);
        bound.ofTrial(request.who(), trial, fields);
        Decision decision = new Decision(
                fields.oneOf("state", Trial.State.class),
                fields.optionalText("reason", MOST_REASON),
                fields.optionalWholeNumber("pain", 0, WORST_PAIN));
        if (decision.state() == Trial.State.EXCLUDED && decision.reason().isEmpty()) {
            throw new BadRequest("reason", "http.field.reason");
        }
        return sheet(request, desk.decide(Acts.of(request, "trial.decide"), trial, request.versionSeen(), decision));
    }

    private ObjectNode of(TareOutcome tare) {
        ObjectNode json = Json.object()
                .put("side", tare.side().name())
                .put("tareState", tare.state().name())
                .put("accepted", tare.accepted())
                .put("mean_N", tare.still().mean())
                .put("spread_N", tare.still().spread())
                .put("drift_N", tare.still().drift());
        tare.refusal().ifPresent(refusal -> {
            json.put("refusal", refusal.name());
            Words.of(texts, "capture.tare.", refusal).ifPresent(words -> json.put("refusalWords", words));
        });
        return json;
    }
}
