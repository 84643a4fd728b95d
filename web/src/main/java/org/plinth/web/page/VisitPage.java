package org.plinth.web.page;

import java.util.List;
import java.util.OptionalInt;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.Visit;
import org.plinth.web.http.Fields;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.visit.Decision;
import org.plinth.web.visit.TestSheet;
import org.plinth.web.words.Numbers;

/**
 * {@code GET /visits/:id}: what was done at a visit. {@code POST …/close} releases its results, {@code POST …/trials/:trial} takes a
 * decision back or keeps an effort after all; both go back to the page. 409 or 412 where somebody was faster.
 */
final class VisitPage implements WebModule {

    private final PageParts parts;

    VisitPage(PageParts parts) {
        this.parts = parts;
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/visits/:id", this::show);
        routes.post("/visits/:id/close", this::close);
        routes.post("/visits/:id/trials/:trial", this::decide);
    }

    private Reply show(Request request) {
        Who who = request.who();
        VisitFile file = VisitFile.find(parts.store(), who.clinicId(), request.id("id"));
        Visit visit = file.visit();
        List<TestSheet> sheets = parts.desk().sheets(who.clinicId(), visit.id());
        Numbers numbers = PageParts.numbers(who.clinic());
        String href = "/visits/" + visit.id();
        SheetViews views = new SheetViews(parts.texts(), numbers, file.episode().involvement(), href);
        VisitView view = new VisitView(
                state(file),
                !visit.closed(),
                Integer.toString(visit.version()),
                sheets.stream().map(views::of).toList(),
                href + "/live",
                href + "/close",
                new ArrivalViews(parts.texts(), numbers, parts.raw()).of(sheets));
        Frame frame = parts.frames()
                .about(
                        who,
                        parts.texts().text("page.visit.title", numbers.date(visit.date())),
                        file.patient(),
                        file.forBanner(),
                        parts.frames().toPatient(file.patient()));
        return parts.page("visit", frame, view);
    }

    private String state(VisitFile file) {
        String tester = file.clinician().map(Account::displayName).orElseGet(() -> parts.texts()
                .text("page.unknown.notknown"));
        return parts.texts().text(file.visit().closed() ? "page.visit.state.closed" : "page.visit.state.open", tester);
    }

    private Reply close(Request request) {
        Id<Visit> visit = request.id("id");
        request.fields();
        parts.desk().close(PageParts.act(request, "visit.close"), visit, request.versionSeen());
        return Reply.seeOther("/visits/" + visit);
    }

    private Reply decide(Request request) {
        Id<Trial> trial = request.id("trial");
        Fields fields = request.fields("state", "reason");
        Decision decision = new Decision(
                fields.oneOf("state", Trial.State.class), fields.optionalText("reason", 500), OptionalInt.empty());
        TestSheet sheet =
                parts.desk().decide(PageParts.act(request, "trial.decide"), trial, request.versionSeen(), decision);
        return Reply.seeOther("/visits/" + sheet.visit().id());
    }
}
