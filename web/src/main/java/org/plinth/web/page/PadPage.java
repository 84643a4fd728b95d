package org.plinth.web.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.plinth.core.position.TestPosition;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.Visit;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Json;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.pad.PainPads;
import org.plinth.web.pad.PainPads.Pad;
import org.plinth.web.pad.PainPads.Question;
import org.plinth.web.pad.PainPads.Target;

/**
 * The second screen from the clinician's side: {@code POST /visits/:id/pad} opens one and gives its link, {@code GET} reads the answer, {@code
 * …/ask} puts a question, {@code …/hold} a force to hold, {@code …/end} ends it. What it answers counts by nothing that happens here: it is
 * shown at the plinth, and decided there.
 */
final class PadPage implements WebModule {

    private static final int MOST_ORIGIN = 200;
    private static final double MOST_TARGET = 2000;
    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+");

    /** The only contraction with a force to hold: in a maximal effort she sees none (decision S3). */
    private static final String HELD = "sustained";

    private final PageParts parts;
    private final PainPads pads;

    PadPage(PageParts parts) {
        this.parts = parts;
        this.pads = new PainPads(parts.random());
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/visits/:id/pad", this::read);
        routes.post("/visits/:id/pad", this::open);
        routes.post("/visits/:id/pad/ask", this::ask);
        routes.post("/visits/:id/pad/hold", this::hold);
        routes.post("/visits/:id/pad/end", this::end);
        new PadScreen(parts, pads).mount(routes);
    }

    /** The visit, which must be open and of the patient that the page shows. */
    private VisitFile visit(Request request, Fields fields) {
        VisitFile file = VisitFile.find(parts.store(), request.who().clinicId(), request.id("id"));
        if (file.visit().closed()) {
            pads.end(file.visit().clinic(), file.visit().id());
            throw HttpFailure.conflict("capture.start.VISIT_CLOSED");
        }
        if (fields.optionalId("patient")
                .filter(named -> !named.equals(file.patient().id()))
                .isPresent()) {
            throw HttpFailure.conflict("http.visit.otherPatient");
        }
        return file;
    }

    private Reply open(Request request) {
        Who who = request.who();
        Fields fields = request.fields("origin", "patient");
        VisitFile file = visit(request, fields);
        String origin = fields.text("origin", MOST_ORIGIN);
        if (!ORIGIN.matcher(origin).matches()) {
            throw new BadRequest("origin", "pad.origin");
        }
        Id<Visit> visit = file.visit().id();
        String token = pads.open(
                who, visit, Frames.initials(file.patient()), parts.desk().feed(who.clinicId(), visit), request.at());
        note(request, visit);
        String href = origin + "/pad#" + token;
        QrPicture picture = QrPicture.of(href);
        return Reply.json(Json.object()
                        .put("href", href)
                        .put("lasts_min", PainPads.LASTS.toMinutes())
                        .put("picture", picture.outline())
                        .put("size", picture.size()))
                .withStatus(201);
    }

    private void note(Request request, Id<Visit> visit) {
        parts.store().write(PageParts.act(request, "pad.open"), stores -> {
            stores.audit().note("visit:" + visit);
            return visit;
        });
    }

    private Reply ask(Request request) {
        Fields fields = request.fields("effort", "patient");
        Visit visit = visit(request, fields).visit();
        Optional<Id<Trial>> effort = fields.optionalId("effort");
        if (effort.isPresent() && !isOf(visit, effort.get())) {
            throw HttpFailure.notFound();
        }
        pads.ask(visit.clinic(), visit.id(), effort);
        return Reply.json(state(request, visit.id()));
    }

    private boolean isOf(Visit visit, Id<Trial> effort) {
        return parts.store()
                .read(stores -> stores.recordings().findTrial(visit.clinic(), effort))
                .filter(found -> found.recording().visit().equals(visit.id()))
                .isPresent();
    }

    private Reply hold(Request request) {
        Fields fields = request.fields("test", "side", "target_N", "patient");
        Visit visit = visit(request, fields).visit();
        Id<PositionTest> test = fields.id("test");
        Side side = fields.oneOf("side", Side.class);
        Optional<Target> target = fields.optionalNumber("target_N", 1, MOST_TARGET).stream()
                .mapToObj(newtons -> new Target(test, side, newtons))
                .findFirst();
        boolean held = position(visit, test).contraction().equals(HELD);
        if (target.isPresent() && !held) {
            throw HttpFailure.conflict("pad.hold.maximal");
        }
        pads.hold(visit.clinic(), visit.id(), target);
        return Reply.json(state(request, visit.id()));
    }

    private TestPosition position(Visit visit, Id<PositionTest> id) {
        return parts.store()
                .read(stores -> stores.visits()
                        .findTest(visit.clinic(), id)
                        .filter(test -> test.visit().equals(visit.id()))
                        .flatMap(test -> parts.clinicPositions().of(stores, test)))
                .orElseThrow(HttpFailure::notFound);
    }

    private Reply read(Request request) {
        Visit visit = visit(request, request.query()).visit();
        return Reply.json(state(request, visit.id()));
    }

    private ObjectNode state(Request request, Id<Visit> visit) {
        Optional<Pad> pad = pads.of(request.who().clinicId(), visit, request.at())
                .filter(open -> parts.signIn().logins().isOpen(open.openedBy(), request.at()));
        ObjectNode json = Json.object().put("open", pad.isPresent());
        pad.flatMap(Pad::question).map(Question::effort).ifPresent(effort -> json.put("effort", effort.toString()));
        pad.flatMap(Pad::answer).ifPresent(pain -> json.put("pain", pain));
        pad.flatMap(Pad::target).ifPresent(target -> json.put("target_N", target.newtons()));
        return json;
    }

    private Reply end(Request request) {
        Visit visit = visit(request, request.fields("patient")).visit();
        pads.end(visit.clinic(), visit.id());
        return Reply.json(state(request, visit.id()));
    }
}
