package org.plinth.web.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.Consent;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.ErasureStep;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.edit.PatientFields;
import org.plinth.web.edit.Plausible;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.words.Numbers;

/**
 * {@code GET /patients/:id/privacy}: consents, the way to everything that is held, erasure. {@code POST /patients/:id/consents} adds what she
 * said; {@code POST /patients/:id/erasure} asks for her erasure, which another person has to confirm. 400 with the form, 409, 412.
 */
final class PrivacyPage implements WebModule {

    /** From this age on she may speak for herself [years, assumed; laws differ]. */
    static final int SPEAKS_FROM_YEARS = 16;

    private static final String[] CONSENT = {"kind", "given", "on", "by", "guardian", "textVersion", "reason"};
    private static final String[] ERASURE = {"ground", "numbers", "name", "reason"};

    private final PageParts parts;

    PrivacyPage(PageParts parts) {
        this.parts = parts;
    }

    private enum Given {
        YES,
        NO
    }

    private enum Values {
        STAY,
        GO
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/patients/:id/privacy", request -> {
            Patient patient = patient(request);
            return show(request, patient, PrivacyView.today(today(request).toString()), Form.empty());
        });
        routes.post("/patients/:id/consents", this::consent);
        routes.post("/patients/:id/erasure", this::ask);
    }

    private Patient patient(Request request) {
        Id<Patient> id = request.id("id");
        return parts.store()
                .read(stores -> stores.patients().find(request.who().clinicId(), id))
                .orElseThrow(HttpFailure::notFound);
    }

    private static LocalDate today(Request request) {
        return LocalDate.ofInstant(request.at(), request.who().clinic().zone());
    }

    private Reply show(Request request, Patient patient, Form consent, Form erasure) {
        Who who = request.who();
        List<Consent> said = parts.store().read(stores -> stores.consents().ofPatient(who.clinicId(), patient.id()));
        List<ErasureStep> steps =
                parts.store().read(stores -> stores.erasures().ofPatient(who.clinicId(), patient.id()));
        Numbers numbers = PageParts.numbers(who.clinic());
        Optional<ErasureStep> last = steps.stream().reduce((a, b) -> b);
        PrivacyView view = new PrivacyView(
                "/patients/" + patient.id(),
                new ConsentWords(parts.texts(), numbers).stand(said),
                table(said, numbers),
                said.size(),
                consent,
                options("privacy.consent.kind.", Consent.Kind.values()),
                "/patients/" + patient.id() + "/everything.zip",
                photos(who, patient),
                ErasureWords.of(parts.texts(), parts.store(), who).of(steps),
                last.filter(ErasureStep::pending).isPresent(),
                last.map(ErasureStep::number).orElse(0),
                erasure,
                options("privacy.erasure.ground.", ErasureStep.Ground.values()));
        Frame frame = parts.frames()
                .about(
                        who,
                        parts.texts().text("privacy.title"),
                        patient,
                        shown(who, patient),
                        parts.frames().toPatient(patient));
        return parts.page("privacy", frame, view);
    }

    private String photos(Who who, Patient patient) {
        int kept = parts.store()
                .read(stores -> stores.photos().kept(who.clinicId(), patient.id()))
                .size();
        return kept == 0 ? "" : parts.texts().text("privacy.photos.kept", kept);
    }

    /** The affected side belongs on every page about her: that of the open episode, or else of the newest. */
    private Optional<Episode> shown(Who who, Patient patient) {
        List<Episode> all = parts.store().read(stores -> stores.episodes().ofPatient(who.clinicId(), patient.id()));
        return all.stream()
                .filter(episode -> episode.closedOn().isEmpty())
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private List<Option> options(String prefix, Enum<?>... constants) {
        return Arrays.stream(constants)
                .map(one -> new Option(one.name(), parts.texts().text(prefix + one.name())))
                .toList();
    }

    private TableView table(List<Consent> said, Numbers numbers) {
        List<TableView.Row> rows = new ArrayList<>();
        for (Consent one : said) {
            rows.add(TableView.Row.of(
                    numbers.date(one.on()),
                    parts.texts().text("privacy.consent.kind." + one.kind().name()),
                    parts.texts().text(one.given() ? "privacy.yes" : "privacy.no"),
                    one.guardian()
                            .map(name -> parts.texts().text("privacy.consent.by.GUARDIAN.named", name))
                            .orElseGet(() -> parts.texts()
                                    .text("privacy.consent.by." + one.by().name())),
                    one.textVersion()));
        }
        Collections.reverse(rows);
        List<String> heads = List.of("on", "kind", "given", "by", "text").stream()
                .map(head -> parts.texts().text("privacy.consent.col." + head))
                .toList();
        return new TableView(
                parts.texts().text("privacy.consent.said"),
                heads,
                rows,
                parts.texts().text("privacy.consent.none"));
    }

    private Reply consent(Request request) {
        Patient patient = patient(request);
        Fields fields = request.fields(CONSENT);
        int seen = request.versionSeen();
        try {
            Consent said = read(request, patient, fields, seen);
            String reason =
                    fields.optionalText("reason", PatientFields.MOST_REASON).orElse("");
            parts.store().write(PageParts.act(request, "consent.note", reason), stores -> stores.consents()
                    .add(said, seen));
            return Reply.seeOther("/patients/" + patient.id() + "/privacy");
        } catch (BadRequest wrong) {
            Form again = new Typed(parts.texts()).again(fields, wrong, CONSENT);
            return show(request, patient, again, Form.empty()).withStatus(400);
        }
    }

    private Consent read(Request request, Patient patient, Fields fields, int seen) {
        LocalDate on = Plausible.between("on", fields.date("on"), patient.birthDate(), today(request));
        Consent.By by = fields.oneOf("by", Consent.By.class);
        Optional<String> guardian = fields.optionalText("guardian", 200);
        Consent.Kind kind = fields.oneOf("kind", Consent.Kind.class);
        if (kind == Consent.Kind.ASSENT && by != Consent.By.HERSELF) {
            throw new BadRequest("by", "privacy.consent.assent");
        }
        if (kind != Consent.Kind.ASSENT
                && by == Consent.By.HERSELF
                && on.isBefore(patient.birthDate().plusYears(SPEAKS_FROM_YEARS))) {
            throw new BadRequest("by", "privacy.consent.minor", SPEAKS_FROM_YEARS);
        }
        if ((by == Consent.By.GUARDIAN) != guardian.isPresent()) {
            throw new BadRequest("guardian", "privacy.consent.guardian.both");
        }
        return new Consent(
                Id.random(parts.random()),
                patient.clinic(),
                patient.id(),
                seen + 1,
                kind,
                fields.oneOf("given", Given.class) == Given.YES,
                on,
                by,
                guardian,
                fields.text("textVersion", 60),
                request.who().id());
    }

    private Reply ask(Request request) {
        Patient patient = patient(request);
        Fields fields = request.fields(ERASURE);
        int seen = request.versionSeen();
        try {
            if (!fields.text("name", 200).equalsIgnoreCase(patient.familyName().strip())) {
                throw new BadRequest("name", "privacy.erasure.name.wrong");
            }
            ErasureStep asked = new ErasureStep(
                    patient.clinic(),
                    patient.id(),
                    seen + 1,
                    ErasureStep.Step.ASKED,
                    fields.oneOf("ground", ErasureStep.Ground.class),
                    fields.oneOf("numbers", Values.class) == Values.STAY,
                    Optional.empty(),
                    request.at(),
                    request.who().id(),
                    fields.text("reason", PatientFields.MOST_REASON));
            parts.store().write(PageParts.act(request, "erasure.ask", asked.reason()), stores -> stores.erasures()
                    .add(asked, seen));
            return Reply.seeOther("/erasures");
        } catch (BadRequest wrong) {
            Form again = new Typed(parts.texts()).again(fields, wrong, ERASURE);
            return show(request, patient, PrivacyView.today(today(request).toString()), again)
                    .withStatus(400);
        }
    }
}
