package org.plinth.web.page;

import java.util.OptionalInt;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.TestTrust;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.Visit;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.store.Act;
import org.plinth.web.trust.TrustBook;
import org.plinth.web.visit.Decision;
import org.plinth.web.visit.TestSheet;

/**
 * {@code GET /visits/:id}: what was done at a visit; {@code …/visit.pdf}: the same to print. {@code POST …/close} releases its results, {@code POST …/trials/:trial} takes a
 * decision back or keeps an effort after all; both go back to the page. 409 or 412 where somebody was faster.
 */
final class VisitPage implements WebModule {

    private static final int LONGEST_REASON = 500;
    private static final String REASON = "reason";

    private final PageParts parts;
    private final VisitShown shown;

    VisitPage(PageParts parts) {
        this.parts = parts;
        this.shown = new VisitShown(parts);
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/visits/:id", this::show);
        routes.get("/visits/:id/visit.pdf", this::pdf);
        routes.get("/visits/:id/note", this::note);
        routes.post("/visits/:id/close", this::close);
        routes.post("/visits/:id/trials/:trial", this::decide);
        routes.post("/visits/:id/tests/:test/trust", this::trust);
        routes.post("/visits/:id/recordings/:recording/swap", this::swap);
        routes.post("/visits/:id/tests/:test/move", this::move);
        routes.post("/visits/:id/tests/:test/move-back", this::moveBack);
    }

    private Reply show(Request request) {
        VisitShown.Page page = shown.of(
                request.who(),
                request.id("id"),
                request.at(),
                request.query().optionalText("correct", 10).isPresent());
        return parts.page("visit", page.frame(), page.view());
    }

    private Reply pdf(Request request) {
        byte[] bytes = shown.pdf(request.who(), request.id("id"));
        return Reply.download("application/pdf", "visit.pdf", out -> out.write(bytes));
    }

    /** Plain text: shown by the browser, copied by the live page. */
    private Reply note(Request request) {
        return Reply.text("text/plain; charset=utf-8", shown.note(request.who(), request.id("id")));
    }

    /** A clinician's word on results whose calibration is missing, expired or in doubt; kept beside them, with the reason. */
    private Reply trust(Request request) {
        Who who = request.who();
        Id<Visit> visit = request.id("id");
        Id<PositionTest> test = request.id("test");
        Fields fields = request.fields("trusted", "reason");
        boolean trusted = fields.oneOf("trusted", YesNo.class) == YesNo.YES;
        String reason = fields.text("reason", LONGEST_REASON);
        int seen = request.versionSeen();
        Act act = PageParts.act(request, "test.trust", reason);
        parts.store().write(act, stores -> {
            PositionTest found = stores.visits()
                    .findTest(who.clinicId(), test)
                    .filter(one -> one.visit().equals(visit))
                    .orElseThrow(HttpFailure::notFound);
            TrustBook book = TrustBook.ofPatient(stores, who.clinicId(), found.patient());
            if (stores.results().ofTest(who.clinicId(), test).stream()
                    .allMatch(result -> book.of(result).isSound())) {
                throw HttpFailure.conflict("sensor.trust.none");
            }
            return stores.trust()
                    .say(
                            new TestTrust(
                                    Id.random(parts.random()),
                                    who.clinicId(),
                                    found.patient(),
                                    visit,
                                    test,
                                    seen + 1,
                                    trusted,
                                    request.at(),
                                    who.id(),
                                    reason),
                            seen);
        });
        return Reply.seeOther("/visits/" + visit + "#test-" + test);
    }

    private Reply swap(Request request) {
        Id<Recording> recording = request.id("recording");
        String reason = request.fields(REASON).text(REASON, LONGEST_REASON);
        TestSheet sheet = parts.desk()
                .swapSide(PageParts.act(request, "recording.swap", reason), recording, request.versionSeen());
        return Reply.seeOther(
                "/visits/" + sheet.visit().id() + "#test-" + sheet.test().id());
    }

    private Reply move(Request request) {
        Id<PositionTest> test = request.id("test");
        Fields fields = request.fields("target", REASON);
        Id<Visit> target = fields.id("target");
        String reason = fields.text(REASON, LONGEST_REASON);
        TestSheet sheet = parts.desk().move(PageParts.act(request, "test.move", reason), test, target);
        return Reply.seeOther(
                "/visits/" + sheet.visit().id() + "#test-" + sheet.test().id());
    }

    private Reply moveBack(Request request) {
        Id<PositionTest> test = request.id("test");
        String reason = request.fields(REASON).text(REASON, LONGEST_REASON);
        TestSheet sheet = parts.desk().moveBack(PageParts.act(request, "test.moveBack", reason), test);
        return Reply.seeOther(
                "/visits/" + sheet.visit().id() + "#test-" + sheet.test().id());
    }

    private enum YesNo {
        YES,
        NO
    }

    private Reply close(Request request) {
        Id<Visit> visit = request.id("id");
        request.fields();
        parts.desk().close(PageParts.act(request, "visit.close"), visit, request.versionSeen());
        return Reply.seeOther("/visits/" + visit);
    }

    /** A stale or a made-up form must not decide about another visit. */
    private void requireOfVisit(Request request, Id<Trial> trial) {
        Id<Visit> visit = request.id("id");
        boolean here =
                parts
                        .store()
                        .read(stores ->
                                stores.recordings().trialsOfVisit(request.who().clinicId(), visit))
                        .stream()
                        .anyMatch(one -> one.trial().id().equals(trial));
        if (!here) {
            throw HttpFailure.notFound();
        }
    }

    private Reply decide(Request request) {
        Id<Trial> trial = request.id("trial");
        requireOfVisit(request, trial);
        Fields fields = request.fields("state", "reason");
        Decision decision = new Decision(
                fields.oneOf("state", Trial.State.class), fields.optionalText("reason", 500), OptionalInt.empty());
        TestSheet sheet =
                parts.desk().decide(PageParts.act(request, "trial.decide"), trial, request.versionSeen(), decision);
        return Reply.seeOther("/visits/" + sheet.visit().id());
    }
}
