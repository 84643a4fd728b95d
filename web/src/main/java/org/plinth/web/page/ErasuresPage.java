package org.plinth.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.ErasureStep;
import org.plinth.web.clinic.ErasureStep.Step;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Role;
import org.plinth.web.edit.PatientFields;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.privacy.DueErasures;

/**
 * {@code GET /erasures}: erasures that wait, were called off or are done. {@code POST /erasures/:id/confirm} by another person than who
 * asked, {@code when=WAIT} for seven days or {@code when=NOW} with a reason; {@code POST /erasures/:id/cancel}. The id is the patient's. 409, 412.
 */
final class ErasuresPage implements WebModule {

    private static final int SHOWN_OF_ID = 8;

    private final PageParts parts;
    private final DueErasures due;

    ErasuresPage(PageParts parts) {
        this.parts = parts;
        this.due = new DueErasures(parts.store(), parts.eraser());
    }

    private enum When {
        WAIT,
        NOW
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/erasures", this::show);
        routes.post("/erasures/:id/confirm", this::confirm);
        routes.post("/erasures/:id/cancel", this::cancel);
    }

    private Reply show(Request request) {
        Who who = request.who();
        ErasureWords words = ErasureWords.of(parts.texts(), parts.store(), who);
        List<ErasuresView.Row> rows = parts.store().read(stores -> stores.erasures().newest(who.clinicId()).stream()
                .map(last -> row(
                        who,
                        last,
                        stores.patients().find(who.clinicId(), last.patient()),
                        words.of(stores.erasures().ofPatient(who.clinicId(), last.patient()))))
                .toList());
        Frame frame = parts.frames().of(who, parts.texts().text("privacy.erasures.title"), "/erasures");
        return parts.page("erasures", frame, new ErasuresView(rows));
    }

    /** An owner sees no patient: only the beginning of her id, which the clinician sees too. */
    private ErasuresView.Row row(Who who, ErasureStep last, Optional<Patient> patient, List<String> steps) {
        String id = parts.texts()
                .text("privacy.erasures.id", last.patient().toString().substring(0, SHOWN_OF_ID));
        return new ErasuresView.Row(
                last.patient().toString(),
                patient.filter(known -> who.role() == Role.CLINICIAN)
                        .map(known -> known.name() + ", " + id)
                        .orElse(id),
                steps,
                Integer.toString(last.number()),
                last.step() == Step.ASKED && !last.author().equals(who.id()),
                last.pending());
    }

    private ErasureStep last(Request request) {
        Id<Patient> patient = request.id("id");
        return parts
                .store()
                .read(stores -> stores.erasures().ofPatient(request.who().clinicId(), patient))
                .stream()
                .reduce((a, b) -> b)
                .orElseThrow(HttpFailure::notFound);
    }

    private Reply confirm(Request request) {
        ErasureStep asked = last(request);
        Fields fields = request.fields("when", "reason");
        int seen = request.versionSeen();
        When when = fields.oneOf("when", When.class);
        String reason = when == When.NOW
                ? fields.text("reason", PatientFields.MOST_REASON)
                : fields.optionalText("reason", PatientFields.MOST_REASON).orElse("");
        Instant at = when == When.NOW ? request.at() : request.at().plus(DueErasures.DELAY);
        add(request, asked, Step.CONFIRMED, Optional.of(at), reason, seen);
        if (when == When.NOW) {
            due.run(request.at());
        }
        return Reply.seeOther("/erasures");
    }

    private Reply cancel(Request request) {
        ErasureStep last = last(request);
        Fields fields = request.fields("reason");
        int seen = request.versionSeen();
        add(request, last, Step.CANCELLED, Optional.empty(), fields.text("reason", PatientFields.MOST_REASON), seen);
        return Reply.seeOther("/erasures");
    }

    private void add(Request request, ErasureStep before, Step step, Optional<Instant> dueAt, String reason, int seen) {
        ErasureStep next = new ErasureStep(
                before.clinic(),
                before.patient(),
                seen + 1,
                step,
                before.ground(),
                before.numbersStay(),
                dueAt,
                request.at(),
                request.who().id(),
                reason);
        String action = step == Step.CONFIRMED ? "erasure.confirm" : "erasure.cancel";
        parts.store().write(PageParts.act(request, action, reason), stores -> stores.erasures()
                .add(next, seen));
    }
}
