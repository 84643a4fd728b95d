package org.plinth.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plinth.core.position.PositionContent;
import org.plinth.core.position.PositionFields;
import org.plinth.core.position.PositionProblem;
import org.plinth.core.position.PositionReading;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.OwnPosition;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.page.OwnPositionFormShow.Showing;
import org.plinth.web.position.PositionDesk;
import org.plinth.web.position.PositionDesk.Saved;
import org.plinth.web.position.PositionInput;
import org.plinth.web.store.Act;

/**
 * {@code GET|POST /positions/own/new?from=ID}, {@code GET|POST /positions/own/:id/edit}: the form of an own position, with a
 * preview. {@code POST /positions/own/:id/retire} takes it from the choice, or puts it back. 303 when it is done; 400 with
 * everything that is wrong beside its field; 412 with what somebody else changed meanwhile. Nothing that was typed is lost.
 */
final class OwnPositionFormPage implements WebModule {

    private static final String HERE = OwnPositionsPage.HERE;
    private static final String[] NAMES = PositionInput.names("from", "reason", "action");
    private static final String PREVIEW = "preview";
    private static final int MOST_REASON = 500;

    private final PageParts parts;
    private final PositionDesk desk;
    private final OwnPositionFormShow form;

    OwnPositionFormPage(PageParts parts) {
        this.parts = parts;
        this.desk = new PositionDesk(parts.store(), parts.clinicPositions(), parts.random());
        this.form = new OwnPositionFormShow(parts);
    }

    @Override
    public void mount(Routes routes) {
        routes.get(HERE + "/new", this::draft);
        routes.post(HERE + "/new", this::add);
        routes.get(HERE + "/:id/edit", this::edit);
        routes.post(HERE + "/:id/edit", this::amend);
        routes.post(HERE + "/:id/retire", this::retire);
    }

    private Reply draft(Request request) {
        Optional<String> from = request.query().optionalText("from", 80);
        if (from.isEmpty()) {
            return Reply.seeOther(HERE);
        }
        PositionContent draft = desk.draft(request.who().clinicId(), from.get());
        String name = parts.texts().text("own.copyname", draft.get("name").orElse(""));
        return form.show(request, Showing.of(draft, Optional.empty(), form.filled(draft.with("name", name))));
    }

    private Reply add(Request request) {
        Fields fields = request.fields(NAMES);
        PositionContent start = PositionContent.of(Map.of(PositionFields.BASED_ON, fields.text("from", 80)));
        PositionContent content = PositionInput.whole(start, fields::raw);
        if (isPreview(fields)) {
            return preview(request, start, Optional.empty(), fields, content);
        }
        List<PositionProblem> wrong = new ArrayList<>();
        Optional<String> reason = reason(fields, false, wrong);
        Saved saved = wrong.isEmpty()
                ? desk.add(act(request, "position.add", reason.orElse("")), content)
                : new Saved.Refused(wrong);
        return answer(request, Showing.of(start, Optional.empty(), form.typed(fields, List.of())), fields, saved);
    }

    private Reply edit(Request request) {
        OwnPosition position = find(request);
        if (position.retired()) {
            throw HttpFailure.conflict("own.refused.RETIRED");
        }
        return form.show(
                request, Showing.of(position.content(), Optional.of(position), form.filled(position.content())));
    }

    private Reply amend(Request request) {
        OwnPosition position = find(request);
        Fields fields = request.fields(NAMES);
        PositionContent start = PositionContent.of(Map.of(PositionFields.BASED_ON, position.basedOn()));
        PositionContent content = PositionInput.whole(start, fields::raw);
        if (isPreview(fields)) {
            return preview(request, start, Optional.of(position), fields, content);
        }
        int seen = request.versionSeen();
        Showing showing = Showing.of(start, Optional.of(position), form.typed(fields, List.of()));
        if (seen != position.version()) {
            return stale(request, showing, position, seen);
        }
        List<PositionProblem> wrong = new ArrayList<>();
        Optional<String> reason = reason(fields, true, wrong);
        if (!wrong.isEmpty()) {
            wrong.addAll(problems(request, content));
            return answer(request, showing, fields, new Saved.Refused(wrong));
        }
        return answer(
                request,
                showing,
                fields,
                desk.amend(act(request, "position.amend", reason.orElse("")), position.id(), seen, content));
    }

    private Reply retire(Request request) {
        Id<OwnPosition> id = request.id("id");
        Fields fields = request.fields("retired", "reason");
        boolean retired = !fields.text("retired", 5).equals("no");
        String reason = fields.optionalText("reason", MOST_REASON).orElse("");
        String action = retired ? "position.retire" : "position.offer";
        desk.retire(act(request, action, reason), id, request.versionSeen(), retired);
        return Reply.seeOther(HERE + "/" + id);
    }

    private OwnPosition find(Request request) {
        Id<Clinic> clinic = request.who().clinicId();
        Id<OwnPosition> id = request.id("id");
        return parts.store().read(stores -> stores.positions().find(clinic, id)).orElseThrow(HttpFailure::notFound);
    }

    private static boolean isPreview(Fields fields) {
        return fields.raw("action").filter(PREVIEW::equals).isPresent();
    }

    private static Act act(Request request, String action, String reason) {
        Act act = PageParts.act(request, action);
        return new Act(act.clinic(), act.actor(), act.at(), act.action(), reason, act.from());
    }

    /** Why: asked for of a change, because somebody will read it beside a broken line. */
    private static Optional<String> reason(Fields fields, boolean required, List<PositionProblem> wrong) {
        try {
            return required
                    ? Optional.of(fields.text("reason", MOST_REASON))
                    : fields.optionalText("reason", MOST_REASON);
        } catch (BadRequest refused) {
            boolean missing = fields.raw("reason").isEmpty();
            wrong.add(new PositionProblem(
                    "reason",
                    missing ? PositionProblem.Rule.MISSING : PositionProblem.Rule.TOO_LONG,
                    missing ? List.of() : List.of(Integer.toString(MOST_REASON))));
            return Optional.empty();
        }
    }

    private List<PositionProblem> problems(Request request, PositionContent content) {
        return desk.check(request.who().clinicId(), content) instanceof PositionReading.Unusable unusable
                ? unusable.problems()
                : List.of();
    }

    private Reply preview(
            Request request,
            PositionContent start,
            Optional<OwnPosition> edited,
            Fields fields,
            PositionContent content) {
        List<PositionProblem> wrong = problems(request, content);
        Showing showing = Showing.of(start, edited, form.typed(fields, wrong));
        return wrong.isEmpty()
                ? form.show(request, showing.previewing(content))
                : form.show(request, showing).withStatus(400);
    }

    private Reply answer(Request request, Showing showing, Fields fields, Saved saved) {
        if (saved instanceof Saved.Done done) {
            return Reply.seeOther(HERE + "/" + done.position().id());
        }
        if (saved instanceof Saved.Refused refused) {
            Form again = form.typed(fields, refused.problems());
            return form.show(request, Showing.of(showing.start(), showing.edited(), again))
                    .withStatus(400);
        }
        return form.show(request, showing.saying(parts.texts().text("own.refused.UNCHANGED")))
                .withStatus(409);
    }

    /** Somebody was faster: what she changed, and what was typed here, side by side; a second save is on purpose. */
    private Reply stale(Request request, Showing showing, OwnPosition current, int seen) {
        List<OwnPositionView.Change> changes =
                parts
                        .store()
                        .read(stores -> stores.positions().history(request.who().clinicId(), current.id()))
                        .stream()
                        .filter(one -> one.position().version() == seen)
                        .findFirst()
                        .map(one -> form.changes(one.position().content(), current.content()))
                        .orElse(List.of());
        String said = parts.texts().text("own.stale", current.protocolVersion());
        return form.show(request, showing.after(changes, said)).withStatus(412);
    }
}
