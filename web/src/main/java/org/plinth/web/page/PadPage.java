package org.plinth.web.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.Visit;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Json;
import org.plinth.web.http.LoginThrottle;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.pad.PainPads;
import org.plinth.web.pad.PainPads.Pad;
import org.plinth.web.pad.PainPads.Question;
import org.plinth.web.store.Act;

/**
 * The second screen. For the clinician: {@code POST /visits/:id/pad} opens one and gives its link, {@code GET} reads the answer, {@code
 * …/ask} puts a question, {@code …/end} ends it. For who has the link, which stands behind the {@code #} of the address and so in no
 * log: {@code GET /pad} is the same empty page for everybody, {@code POST /pad} tells initials and question, {@code POST /pad/answer}
 * takes 0 to 10. A link that does not hold gets 404, and who guesses must wait: 429.
 */
final class PadPage implements WebModule {

    private static final int MOST_TOKEN = 64;
    private static final int MOST_ORIGIN = 200;
    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+");
    private static final int WORST_PAIN = 10;
    private static final String GUESSED = "pad";

    private final PageParts parts;
    private final PainPads pads;
    private final LoginThrottle throttle = new LoginThrottle();

    PadPage(PageParts parts) {
        this.parts = parts;
        this.pads = new PainPads(parts.random());
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/visits/:id/pad", this::read);
        routes.post("/visits/:id/pad", this::open);
        routes.post("/visits/:id/pad/ask", this::ask);
        routes.post("/visits/:id/pad/end", this::end);
        routes.get(
                "/pad",
                request -> parts.page("pad", parts.frames().bare(parts.texts().text("pad.title")), ""));
        routes.post("/pad", this::look);
        routes.post("/pad/answer", this::answer);
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
        String token =
                pads.open(who.clinicId(), file.visit().id(), who.id(), Frames.initials(file.patient()), request.at());
        note(PageParts.act(request, "pad.open"), file.visit().id());
        String href = origin + "/pad#" + token;
        QrPicture picture = QrPicture.of(href);
        return Reply.json(Json.object()
                        .put("href", href)
                        .put("lasts_min", PainPads.LASTS.toMinutes())
                        .put("picture", picture.outline())
                        .put("size", picture.size()))
                .withStatus(201);
    }

    private void note(Act act, Id<Visit> visit) {
        parts.store().write(act, stores -> {
            stores.audit().note("visit:" + visit);
            return visit;
        });
    }

    private Reply ask(Request request) {
        Fields fields = request.fields("effort", "patient");
        VisitFile file = visit(request, fields);
        Optional<Id<Trial>> effort = fields.optionalId("effort");
        effort.ifPresent(id -> parts.store()
                .read(stores -> stores.recordings().findTrial(file.visit().clinic(), id))
                .filter(found -> found.recording().visit().equals(file.visit().id()))
                .orElseThrow(HttpFailure::notFound));
        pads.ask(file.visit().clinic(), file.visit().id(), effort);
        return Reply.json(state(request, file.visit().id()));
    }

    private Reply read(Request request) {
        VisitFile file = visit(request, request.query());
        return Reply.json(state(request, file.visit().id()));
    }

    private ObjectNode state(Request request, Id<Visit> visit) {
        Optional<Pad> pad = pads.of(request.who().clinicId(), visit, request.at());
        ObjectNode json = Json.object().put("open", pad.isPresent());
        pad.flatMap(Pad::question).map(Question::effort).ifPresent(effort -> json.put("effort", effort.toString()));
        pad.flatMap(Pad::answer).ifPresent(pain -> json.put("pain", pain));
        return json;
    }

    private Reply end(Request request) {
        VisitFile file = visit(request, request.fields("patient"));
        pads.end(file.visit().clinic(), file.visit().id());
        return Reply.json(state(request, file.visit().id()));
    }

    /** The pad of a link; whoever guesses waits longer and longer. */
    private Pad ofLink(Request request, String token) {
        Optional<Duration> wait = throttle.wait(GUESSED + request.address(), request.address(), request.at());
        if (wait.isPresent()) {
            throw HttpFailure.tooMany(wait.get());
        }
        Optional<Pad> pad = pads.of(token, request.at());
        if (pad.isEmpty()) {
            if (!pads.knew(token)) {
                throttle.wrong(GUESSED + request.address(), request.address(), request.at());
            }
            throw HttpFailure.notFound();
        }
        boolean over = parts.store()
                .read(stores ->
                        stores.visits().find(pad.get().clinic(), pad.get().visit()))
                .filter(visit -> !visit.closed())
                .isEmpty();
        if (over) {
            pads.end(pad.get().clinic(), pad.get().visit());
            throw HttpFailure.notFound();
        }
        return pad.get();
    }

    private Reply look(Request request) {
        return Reply.json(shown(ofLink(request, request.fields("token").text("token", MOST_TOKEN))));
    }

    /** All that a link tells. */
    private static ObjectNode shown(Pad pad) {
        ObjectNode json = Json.object().put("initials", pad.initials());
        pad.question().ifPresent(question -> json.put("question", question.number()));
        pad.answer().ifPresent(pain -> json.put("pain", pain));
        return json;
    }

    private Reply answer(Request request) {
        Fields fields = request.fields("token", "question", "pain");
        String token = fields.text("token", MOST_TOKEN);
        Pad pad = ofLink(request, token);
        int number = fields.wholeNumber("question", 1, Integer.MAX_VALUE);
        int pain = fields.wholeNumber("pain", 0, WORST_PAIN);
        if (!pads.answer(token, number, pain, request.at())) {
            throw HttpFailure.conflict("pad.late");
        }
        note(new Act(pad.clinic(), pad.openedBy(), request.at(), "pad.answer", "", request.address()), pad.visit());
        return Reply.json(shown(ofLink(request, token)));
    }
}
