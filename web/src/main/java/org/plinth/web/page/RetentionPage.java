package org.plinth.web.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.RetentionRule;
import org.plinth.web.clinic.Role;
import org.plinth.web.edit.PatientFields;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.privacy.Retention;
import org.plinth.web.words.Numbers;

/**
 * {@code GET|POST /retention}: how long this clinic keeps records, which it says itself, and whose need not be kept longer. Nothing is
 * ever deleted here: each is asked for and confirmed like any erasure. 400 with the form, 412.
 */
final class RetentionPage implements WebModule {

    private static final int SHOWN_OF_ID = 8;
    private static final int MOST_YEARS = 100;
    private static final int MOST_AGE = 50;
    private static final String[] NAMES = {"years", "untilAge", "source", "reason"};

    private final PageParts parts;

    RetentionPage(PageParts parts) {
        this.parts = parts;
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/retention", request -> {
            Optional<RetentionRule> rule = rule(request);
            return show(request, rule, rule.map(RetentionPage::typed).orElse(Form.empty()));
        });
        routes.post("/retention", this::save);
    }

    private Optional<RetentionRule> rule(Request request) {
        return parts.store()
                .read(stores -> stores.retention().rule(request.who().clinicId()));
    }

    private static Form typed(RetentionRule rule) {
        return Form.of(Map.of(
                "years", text(rule.yearsAfterLastVisit()),
                "untilAge", text(rule.minorsUntilAge()),
                "source", rule.source()));
    }

    private static String text(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
    }

    private Reply show(Request request, Optional<RetentionRule> rule, Form form) {
        Who who = request.who();
        RetentionView view = new RetentionView(
                rule.map(this::said).orElseGet(() -> parts.texts().text("privacy.retention.none")),
                who.role() == Role.OWNER,
                Integer.toString(rule.map(RetentionRule::number).orElse(0)),
                form,
                due(request));
        Frame frame = parts.frames().of(who, parts.texts().text("privacy.retention.title"), "/retention");
        return parts.page("retention", frame, view);
    }

    private String said(RetentionRule rule) {
        if (rule.yearsAfterLastVisit().isEmpty()) {
            return parts.texts().text("privacy.retention.none");
        }
        int years = rule.yearsAfterLastVisit().getAsInt();
        return rule.minorsUntilAge().isPresent()
                ? parts.texts()
                        .text(
                                "privacy.retention.both",
                                years,
                                rule.minorsUntilAge().getAsInt(),
                                rule.source())
                : parts.texts().text("privacy.retention.years", years, rule.source());
    }

    private TableView due(Request request) {
        Who who = request.who();
        LocalDate today = LocalDate.ofInstant(request.at(), who.clinic().zone());
        Numbers numbers = PageParts.numbers(who.clinic());
        List<TableView.Row> rows = parts.store().read(stores -> Retention.due(stores, who.clinicId(), today)).stream()
                .map(due -> row(who, due, numbers))
                .toList();
        List<String> heads = List.of("who", "last", "since").stream()
                .map(head -> parts.texts().text("privacy.retention.col." + head))
                .toList();
        return new TableView(
                parts.texts().text("privacy.retention.due"),
                heads,
                rows,
                parts.texts().text("privacy.retention.nobody"));
    }

    private TableView.Row row(Who who, Retention.Due due, Numbers numbers) {
        Id<Patient> id = due.who().patient();
        String shown = parts.texts().text("privacy.erasures.id", id.toString().substring(0, SHOWN_OF_ID));
        String last = due.who().lastDay().map(numbers::date).orElse("");
        return who.role() == Role.CLINICIAN
                ? TableView.Row.to("/patients/" + id + "/privacy", shown, last, numbers.date(due.since()))
                : TableView.Row.of(shown, last, numbers.date(due.since()));
    }

    private Reply save(Request request) {
        Fields fields = request.fields(NAMES);
        int seen = request.versionSeen();
        try {
            OptionalInt years = fields.optionalWholeNumber("years", 1, MOST_YEARS);
            OptionalInt untilAge = fields.optionalWholeNumber("untilAge", Retention.OF_AGE_YEARS, MOST_AGE);
            if (untilAge.isPresent() && years.isEmpty()) {
                throw new BadRequest("years", "privacy.retention.needsYears");
            }
            RetentionRule rule =
                    new RetentionRule(request.who().clinicId(), seen + 1, years, untilAge, fields.text("source", 300));
            String reason = fields.text("reason", PatientFields.MOST_REASON);
            parts.store().write(PageParts.act(request, "retention.set", reason), stores -> stores.retention()
                    .set(rule, seen));
            return Reply.seeOther("/retention");
        } catch (BadRequest wrong) {
            return show(request, rule(request), new Typed(parts.texts()).again(fields, wrong, NAMES))
                    .withStatus(400);
        }
    }
}
