package org.plinth.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Visit;
import org.plinth.web.http.Fields;
import org.plinth.web.http.Json;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.store.Store;
import org.plinth.web.text.Texts;
import org.plinth.web.visit.ScreeningAnswers;
import org.plinth.web.visit.ScreeningSheet;
import org.plinth.web.visit.VisitDesk;
import org.plinth.web.words.Numbers;

/**
 * {@code GET /api/visits/:id/screening}: the questions before the first maximal effort, and what was answered; {@code POST}:
 * answers, and whether testing goes on. 400 with the field; 404; 409 for another form, another patient, a closed visit, or
 * where only a clinician may go on; 412 where somebody else answered meanwhile.
 */
final class ScreeningRoutes implements WebModule {

    private static final int MOST_REASON = 500;

    private final VisitDesk desk;
    private final Texts texts;
    private final BoundPatient bound;

    ScreeningRoutes(Store store, VisitDesk desk, Texts texts) {
        this.desk = desk;
        this.texts = texts;
        this.bound = new BoundPatient(store);
    }

    @Override
    public void mount(Routes routes) {
        routes.get(
                "/api/visits/:id/screening",
                request -> reply(request, desk.screening(request.who().clinicId(), request.id("id"))));
        routes.post("/api/visits/:id/screening", this::answer);
    }

    private enum YesNo {
        YES,
        NO
    }

    private Reply answer(Request request) {
        Id<Visit> visit = request.id("id");
        Fields fields = request.fields(
                "form", "formVersion", "yes", "agreed", "goesOn", "reason", "numberSeen", BoundPatient.FIELD);
        bound.ofVisit(request.who(), visit, fields);
        ScreeningAnswers answers = new ScreeningAnswers(
                fields.text("form", 60),
                fields.wholeNumber("formVersion", 1, 1_000_000),
                ids(fields),
                fields.oneOf("agreed", YesNo.class) == YesNo.YES,
                fields.oneOf("goesOn", YesNo.class) == YesNo.YES,
                fields.wholeNumber("numberSeen", 0, 1_000_000));
        String reason = fields.optionalText("reason", MOST_REASON).orElse("");
        return reply(request, desk.screen(Acts.of(request, "visit.screen", reason), visit, answers));
    }

    /** As many as were sent: one a line. */
    private static Set<String> ids(Fields fields) {
        return fields.raw("yes")
                .map(lines -> lines.lines()
                        .map(line -> line.strip().toLowerCase(Locale.ROOT))
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()))
                .orElse(Set.of());
    }

    private Reply reply(Request request, ScreeningSheet sheet) {
        Clinic clinic = request.who().clinic();
        Numbers numbers = new Numbers(clinic.displayUnit(), clinic.zone());
        ObjectNode json = Json.object()
                .put("visit", sheet.visit().id().toString())
                .put("form", sheet.form().id())
                .put("formVersion", sheet.form().version())
                .put("firstVisit", sheet.firstVisit());
        ArrayNode questions = json.putArray("questions");
        sheet.form().questions().forEach(question -> questions
                .addObject()
                .put("id", question.id())
                .put("action", question.action().name())
                .put("words", question.words()));
        sheet.answered().ifPresent(answered -> {
            ObjectNode given = json.putObject("answered")
                    .put("number", answered.number())
                    .put("form", answered.form())
                    .put("formVersion", answered.formVersion())
                    .put("agreed", answered.agreed())
                    .put("goesOn", answered.goesOn())
                    .put("at", answered.at().toString());
            ArrayNode yes = given.putArray("yes");
            answered.yes().stream().sorted().forEach(yes::add);
            given.put("irritable", sheet.form().irritable(answered.yes()));
        });
        sheet.consent().ifPresent(consent -> json.putObject("consent")
                .put("given", consent.given())
                .put("on", consent.on().toString())
                .put("onWords", numbers.date(consent.on())));
        sheet.blocked().ifPresent(block -> {
            json.put("blocked", block.name());
            Words.of(texts, "capture.start.", block).ifPresent(words -> json.put("blockedWords", words));
        });
        return Reply.json(json);
    }
}
