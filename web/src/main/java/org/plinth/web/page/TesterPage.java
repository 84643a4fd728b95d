package org.plinth.web.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Visit;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Json;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.Visitor;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.secret.PinRules;
import org.plinth.web.signin.Testers;

/**
 * Who tests at a visit: {@code GET /visits/:id/tester} tells it and who else can, {@code POST} switches by a PIN. 400 for a wrong one, 403 for
 * somebody who may not see the patient, 409 once the visit is closed, 429 for too many tries.
 */
final class TesterPage implements WebModule {

    private final PageParts parts;
    private final Testers testers;

    TesterPage(PageParts parts) {
        this.parts = parts;
        this.testers = parts.signIn().testers();
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/visits/:id/tester", this::read);
        routes.post("/visits/:id/tester", this::change);
    }

    private Reply read(Request request) {
        return Reply.json(state(request, visit(request)));
    }

    private Visit visit(Request request) {
        Id<Visit> id = request.id("id");
        return parts.store()
                .read(stores -> stores.visits().find(request.who().clinicId(), id))
                .orElseThrow(HttpFailure::notFound);
    }

    private ObjectNode state(Request request, Visit visit) {
        Who who = request.who();
        Account now = testers.now(who, visit.id());
        ObjectNode json = Json.object();
        json.put("login", who.id().toString());
        json.set("tester", person(now, who));
        ArrayNode choice = json.putArray("choice");
        testers.choice(who, visit.id(), request.at()).forEach(account -> choice.add(person(account, who)));
        return json;
    }

    private static ObjectNode person(Account account, Who who) {
        return Json.object()
                .put("id", account.id().toString())
                .put("name", account.displayName())
                .put("own", account.id().equals(who.id()));
    }

    private Reply change(Request request) {
        Fields fields = request.fields("account", "pin", "patient");
        Visit visit = visit(request);
        if (visit.closed()) {
            throw HttpFailure.conflict("capture.start.VISIT_CLOSED");
        }
        if (fields.optionalId("patient")
                .filter(named -> !named.equals(visit.patient()))
                .isPresent()) {
            throw HttpFailure.conflict("http.visit.otherPatient");
        }
        Id<Account> tester = fields.id("account");
        // Her own person needs none where she has none; what is too long is nobody's.
        String pin = fields.raw("pin")
                .filter(given -> given.length() <= PinRules.MOST)
                .orElse("");
        Testers.Outcome outcome = testers.switchTo(request.who(), visit, tester, pin, Visitor.of(request));
        if (outcome instanceof Testers.TooOften wait) {
            throw HttpFailure.tooMany(wait.delay());
        }
        if (outcome instanceof Testers.Wrong) {
            throw new BadRequest("pin", "tester.wrong");
        }
        if (outcome instanceof Testers.NoRight) {
            throw new HttpFailure(403, "TESTER_WITHOUT_RIGHT", Optional.empty(), "tester.noright");
        }
        return Reply.json(state(request, visit));
    }
}
