package org.plinth.web.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Role;
import org.plinth.web.diary.EntryDesk;
import org.plinth.web.diary.EntryField;
import org.plinth.web.diary.EntryKind;
import org.plinth.web.diary.EntryKinds;
import org.plinth.web.diary.EntryReader;
import org.plinth.web.diary.EntryWords;
import org.plinth.web.edit.PatientFields;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.progress.HomeAnswers;
import org.plinth.web.store.StoreFailure;

/**
 * {@code GET|POST /patients/:id/episodes/:episode/add/:kind}: notes something; {@code GET|POST …/entries/:entry} changes it, {@code
 * POST …/entries/:entry/remove} takes it back. 303 to the episode; 400 with the form and what is wrong; 409 for a closed episode; 412 with
 * what somebody else wrote beside what was typed here.
 */
final class EntryPage implements WebModule {

    private static final String EPISODE = "/patients/:id/episodes/:episode";
    private static final String REQUEST = "requestId";
    private static final String REASON = "reason";
    private static final int MOST_REQUEST = 64;

    private final PageParts parts;
    private final EntryDesk desk;

    EntryPage(PageParts parts) {
        this.parts = parts;
        this.desk = new EntryDesk(parts.store());
    }

    @Override
    public void mount(Routes routes) {
        routes.get(EPISODE + "/add/:kind", request -> {
            Known known = known(request, kind(request.path("kind")));
            Map<String, String> today = Map.of(EntryReader.DATE, today(request).toString());
            return known.once()
                    .map(one -> Reply.seeOther(known.hrefOf(one)))
                    .orElseGet(() -> form(request, known, Optional.empty(), Form.of(today), Optional.empty()));
        });
        routes.post(EPISODE + "/add/:kind", this::add);
        routes.get(EPISODE + "/entries/:entry", request -> {
            EpisodeEntry entry = entry(request);
            Known known = known(request, kind(entry.kind()));
            Form form = Form.of(EntryReader.inputs(known.kind(), entry.date(), entry.values()));
            return form(request, known, Optional.of(entry), form, Optional.empty());
        });
        routes.post(EPISODE + "/entries/:entry", this::amend);
        routes.post(EPISODE + "/entries/:entry/remove", this::remove);
    }

    private record Known(Patient patient, Episode episode, EntryKind kind, List<EpisodeEntry> entries) {

        String href() {
            return "/patients/" + patient.id() + "/episodes/" + episode.id();
        }

        String hrefOf(EpisodeEntry entry) {
            return href() + "/entries/" + entry.id();
        }

        /** The one that there is of a kind of which there is only one. */
        Optional<EpisodeEntry> once() {
            return entries.stream()
                    .filter(entry -> kind.once() && entry.kind().equals(kind.id()))
                    .findFirst();
        }
    }

    private static EntryKind kind(String id) {
        return EntryKinds.find(id).filter(kind -> kind.group().byHand()).orElseThrow(HttpFailure::notFound);
    }

    private Known known(Request request, EntryKind kind) {
        Id<Clinic> clinic = request.who().clinicId();
        Id<Patient> patient = request.id("id");
        Id<Episode> id = request.id("episode");
        boolean answer = kind.id().equals(HomeAnswers.KIND); // what she said at home is read by who treats her
        if (request.who().role() == Role.ASSISTANT && (answer || !kind.group().byAssistant())) {
            throw HttpFailure.forbidden();
        }
        Known found = parts.store()
                .read(stores -> stores.patients().find(clinic, patient).flatMap(person -> stores.episodes()
                        .find(clinic, id)
                        .map(episode -> new Known(
                                person, episode, kind, stores.entries().ofEpisode(clinic, id)))))
                .orElseThrow(HttpFailure::notFound);
        if (!found.episode().patient().equals(patient)) {
            throw HttpFailure.notFound();
        }
        return found;
    }

    private EpisodeEntry entry(Request request) {
        Id<EpisodeEntry> id = request.id("entry");
        return parts.store()
                .read(stores -> stores.entries().find(request.who().clinicId(), id))
                .filter(entry -> entry.episode().equals(request.<Episode>id("episode"))
                        && entry.patient().equals(request.<Patient>id("id")))
                .filter(entry -> !entry.removed())
                .orElseThrow(HttpFailure::notFound);
    }

    private Reply add(Request request) {
        Known known = known(request, kind(request.path("kind")));
        String[] names = EntryReader.inputs(known.kind(), REQUEST);
        Fields fields = request.fields(names);
        try {
            Optional<String> once = fields.optionalText(REQUEST, MOST_REQUEST);
            desk.add(PageParts.act(request, "entry.add"), read(request, known, fields), once);
            return Reply.seeOther(known.href());
        } catch (BadRequest wrong) {
            Form again = new Typed(parts.texts()).again(fields, wrong, names);
            return form(request, known, Optional.empty(), again, Optional.empty())
                    .withStatus(400);
        }
    }

    private EpisodeEntry read(Request request, Known known, Fields fields) {
        EntryReader reader =
                new EntryReader(known.kind(), fields, known.patient().birthDate(), today(request));
        return new EpisodeEntry(
                Id.random(parts.random()),
                known.episode().clinic(),
                known.patient().id(),
                known.episode().id(),
                1,
                known.kind().id(),
                reader.date(),
                reader.values(),
                false,
                request.at(),
                request.who().id());
    }

    private Reply amend(Request request) {
        EpisodeEntry entry = entry(request);
        Known known = known(request, kind(entry.kind()));
        String[] names = EntryReader.inputs(known.kind(), REASON);
        Fields fields = request.fields(names);
        int seen = request.versionSeen();
        try {
            EpisodeEntry typed = read(request, known, fields);
            String reason = fields.text(REASON, PatientFields.MOST_REASON);
            desk.amend(PageParts.act(request, "entry.amend", reason), entry.with(typed.date(), typed.values()), seen);
            return Reply.seeOther(known.href());
        } catch (BadRequest wrong) {
            Form again = new Typed(parts.texts()).again(fields, wrong, names);
            return form(request, known, Optional.of(at(entry, seen)), again, Optional.empty())
                    .withStatus(400);
        } catch (StoreFailure refused) {
            if (refused.reason() == StoreFailure.Reason.OLD_VERSION
                    && refused.current().orElse(refused) instanceof EpisodeEntry now) {
                Form typed = Typed.of(fields, names);
                return form(request, known, Optional.of(now), typed, Optional.of(conflict(request, known, now, typed)))
                        .withStatus(412);
            }
            throw refused;
        }
    }

    /** The form goes back with the version that was seen, not with a newer one. */
    private static EpisodeEntry at(EpisodeEntry entry, int version) {
        return new EpisodeEntry(
                entry.id(),
                entry.clinic(),
                entry.patient(),
                entry.episode(),
                version,
                entry.kind(),
                entry.date(),
                entry.values(),
                entry.removed(),
                entry.at(),
                entry.author());
    }

    private EditView.Conflict conflict(Request request, Known known, EpisodeEntry now, Form typed) {
        EntryWords words = words(request.who());
        Map<String, String> stored = EntryReader.inputs(known.kind(), now.date(), now.values());
        List<EditView.Row> rows = new ArrayList<>();
        differ(rows, parts.texts().text("diary.date"), now.date().toString(), typed.value(EntryReader.DATE));
        for (EntryField field : known.kind().fields()) {
            differ(rows, words.label(known.kind(), field), joined(field, stored), joined(field, typed.values()));
        }
        return new EditView.Conflict(
                parts.texts()
                        .text(
                                "diary.conflict",
                                PageParts.numbers(request.who().clinic()).moment(now.at())),
                rows);
    }

    private void differ(List<EditView.Row> rows, String label, String there, String here) {
        if (!there.equals(here)) {
            rows.add(new EditView.Row(label, shown(there), shown(here)));
        }
    }

    /** What a form says of a field; of several boxes those that are ticked. */
    private static String joined(EntryField field, Map<String, String> values) {
        return field.type() == EntryField.Type.SEVERAL
                ? field.options().stream()
                        .filter(option -> !values.getOrDefault(field.name() + "-" + option, "")
                                .isEmpty())
                        .collect(Collectors.joining(", "))
                : values.getOrDefault(field.name(), "");
    }

    private String shown(String value) {
        return value.isEmpty() ? parts.texts().text("privacy.history.nothing") : value;
    }

    private Reply remove(Request request) {
        EpisodeEntry entry = entry(request);
        Known known = known(request, kind(entry.kind()));
        String reason = request.fields(REASON).text(REASON, PatientFields.MOST_REASON);
        desk.amend(PageParts.act(request, "entry.remove", reason), entry.takenBack(), request.versionSeen());
        return Reply.seeOther(known.href());
    }

    private Reply form(
            Request request,
            Known known,
            Optional<EpisodeEntry> entry,
            Form form,
            Optional<EditView.Conflict> conflict) {
        EntryWords words = words(request.who());
        EntryKind kind = known.kind();
        EntryFormView view = new EntryFormView(
                entry.map(known::hrefOf).orElse(known.href() + "/add/" + kind.id()),
                known.href(),
                entry.map(EpisodeEntry::version),
                parts.texts().has("diary.what." + kind.id()) ? parts.texts().text("diary.what." + kind.id()) : "",
                new EntryFields(parts.texts(), PageParts.numbers(request.who().clinic())).of(kind),
                form,
                kind.past()
                        ? today(request).toString()
                        : today(request).plusYears(5).toString(),
                conflict,
                form.value(REQUEST).isEmpty()
                        ? Id.<EpisodeEntry>random(parts.random()).toString()
                        : form.value(REQUEST));
        List<Frame.Crumb> crumbs = Stream.concat(
                        parts.frames().toPatient(known.patient()).stream(),
                        Stream.of(new Frame.Crumb(parts.texts().text("progress.title"), known.href())))
                .toList();
        return parts.page(
                "entryform",
                parts.frames()
                        .about(request.who(), words.name(kind), known.patient(), Optional.of(known.episode()), crumbs),
                view);
    }

    private EntryWords words(Who who) {
        return new EntryWords(parts.texts(), PageParts.numbers(who.clinic()));
    }

    private static LocalDate today(Request request) {
        return LocalDate.ofInstant(request.at(), request.who().clinic().zone());
    }
}
