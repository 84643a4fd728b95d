package org.plinth.web.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import org.plinth.web.clinic.Feedback;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Json;
import org.plinth.web.http.LoginThrottle;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.pad.HeldForce;
import org.plinth.web.pad.PainPads;
import org.plinth.web.pad.PainPads.Pad;
import org.plinth.web.pad.PainPads.Target;
import org.plinth.web.store.Act;

/**
 * The second screen as who has its link sees it: {@code GET /pad} is the same empty page for everybody, {@code POST /pad} tells initials, the
 * question and, during a held effort, the bar, {@code POST /pad/answer} takes 0 to 10. The link stands behind the {@code #} of the address and so
 * in no log. One that does not hold gets 404, and who guesses must wait: 429.
 */
final class PadScreen implements WebModule {

    /** What counts as held, either side of the target: a tenth of it [assumed]. */
    static final double BAND = 0.1;

    private static final int MOST_TOKEN = 64;
    private static final int WORST_PAIN = 10;

    private final PageParts parts;
    private final PainPads pads;
    private final LoginThrottle throttle = new LoginThrottle();

    PadScreen(PageParts parts, PainPads pads) {
        this.parts = parts;
        this.pads = pads;
    }

    @Override
    public void mount(Routes routes) {
        routes.get(
                "/pad",
                request -> parts.page("pad", parts.frames().bare(parts.texts().text("pad.title")), ""));
        routes.post("/pad", this::look);
        routes.post("/pad/answer", this::answer);
    }

    /** The pad of a link, for as long as its visit is open and who handed it over is in and not locked. */
    private Pad ofLink(Request request, String token) {
        Pad pad = pads.of(token, request.at()).orElseThrow(() -> unknown(request, token));
        boolean alive = parts.signIn().logins().isOpen(pad.openedBy(), request.at())
                && parts.store()
                        .read(stores -> stores.visits().find(pad.clinic(), pad.visit()))
                        .filter(visit -> !visit.closed())
                        .isPresent();
        if (!alive) {
            pads.end(pad.clinic(), pad.visit());
            throw HttpFailure.notFound();
        }
        return pad;
    }

    /** Whoever guesses waits longer and longer; a pad that ended meanwhile is no guess. */
    private HttpFailure unknown(Request request, String token) {
        Optional<Duration> wait =
                pads.knew(token) ? Optional.empty() : throttle.here("pad", request.address(), request.at());
        return wait.map(HttpFailure::tooMany).orElseGet(HttpFailure::notFound);
    }

    private Reply look(Request request) {
        return Reply.json(shown(ofLink(request, request.fields("token").text("token", MOST_TOKEN))));
    }

    /** All that a link tells. */
    private ObjectNode shown(Pad pad) {
        ObjectNode json = Json.object().put("initials", pad.initials());
        pad.question().ifPresent(question -> json.put("question", question.number()));
        pad.answer().ifPresent(pain -> json.put("pain", pain));
        pad.force()
                .now()
                .flatMap(now -> pad.target()
                        .filter(target -> target.test().equals(now.test()) && target.side() == now.side())
                        .filter(target -> isWrittenDown(pad, now))
                        .map(target -> bar(target, now)))
                .ifPresent(bar -> json.set("hold", bar));
        return json;
    }

    /** She sees nothing of a force of which it does not stand with the effort that she saw it. */
    private boolean isWrittenDown(Pad pad, HeldForce.Now now) {
        return Optional.ofNullable(parts.store()
                        .read(stores -> stores.feedback().ofTest(pad.clinic(), now.test()))
                        .get(now.recording()))
                .filter(Feedback::patientSees)
                .isPresent();
    }

    private ObjectNode bar(Target target, HeldForce.Now now) {
        ObjectNode json = Json.object()
                .put("side", parts.sides().name(now.side()))
                .put("target_N", target.newtons())
                .put("least_N", target.newtons() * (1 - BAND))
                .put("most_N", target.newtons() * (1 + BAND))
                .put("lost", now.lost())
                .put("heard", now.heard());
        now.newtons().ifPresent(newtons -> json.put("force_N", newtons));
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
        note(pad, request);
        return Reply.json(shown(ofLink(request, token)));
    }

    private void note(Pad pad, Request request) {
        Act act = new Act(pad.clinic(), pad.openedBy().id(), request.at(), "pad.answer", "", request.address());
        parts.store().write(act, stores -> {
            stores.audit().note("visit:" + pad.visit());
            return pad.visit();
        });
    }
}
