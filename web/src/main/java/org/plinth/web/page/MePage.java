package org.plinth.web.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Visit;
import org.plinth.web.diary.EntryDesk;
import org.plinth.web.diary.EntryKind;
import org.plinth.web.diary.EntryKinds;
import org.plinth.web.diary.EntryReader;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.progress.HomeAnswers;
import org.plinth.web.words.Numbers;

/**
 * {@code GET /me}: a patient's own results and what is agreed with her, once a visit is closed. No criterion, threshold or forecast
 * (decision S10). {@code POST /me/answers}: she says how it is, once for each form however often it is sent; 303, 400 with the form, 409
 * without an open episode. {@code POST /me/answers/:entry/remove}: takes it back on the day she said it; 303, 409 later.
 */
final class MePage implements WebModule {

    private static final String HOME = "/me";
    private static final String REQUEST = "requestId";
    private static final int MOST_REQUEST = 60;

    /** All that she may say; what was done about it is not hers to write. */
    private static final String[] SAID = {"timing", "pain", "worse", "numb", REQUEST};

    private final PageParts parts;
    private final EntryDesk desk;

    MePage(PageParts parts) {
        this.parts = parts;
        this.desk = new EntryDesk(parts.store());
    }

    @Override
    public void mount(Routes routes) {
        routes.get(HOME, request -> show(request, Form.empty()));
        routes.post("/me/answers", this::answer);
        routes.post("/me/answers/:entry/remove", this::takeBack);
    }

    /** What is known of her, today. */
    private record Known(PatientCourses found, List<EpisodeEntry> entries, LocalDate today) {

        /** Nothing that a clinician noted at a visit that is still open: that goes to her when it is closed (decision S9). */
        List<EpisodeEntry> released() {
            Set<LocalDate> open = found.file().visits().stream()
                    .filter(visit -> !visit.closed())
                    .map(Visit::date)
                    .collect(Collectors.toSet());
            return entries.stream()
                    .filter(entry -> entry.kind().equals(HomeAnswers.KIND) || !open.contains(entry.date()))
                    .toList();
        }
    }

    private Known known(Request request) {
        Who who = request.who();
        PatientCourses found = PatientCourses.find(
                parts, who.clinicId(), who.patient().orElseThrow(HttpFailure::notFound), PatientCourses.Visits.CLOSED);
        List<EpisodeEntry> entries = found.episode()
                .map(episode -> parts.store().read(stores -> stores.entries().ofEpisode(who.clinicId(), episode.id())))
                .orElse(List.of());
        return new Known(found, entries, today(request));
    }

    private Reply show(Request request, Form form) {
        Who who = request.who();
        Known known = known(request);
        PatientCourses found = known.found();
        Numbers numbers = PageParts.numbers(who.clinic());
        List<EpisodeEntry> entries = known.released();
        MeAnswers answers = new MeAnswers(parts.texts(), numbers, known.today());
        List<String> call = answers.call(entries, who.clinic().phone());
        MeCare care = new MeCare(parts.texts(), numbers, known.today());
        MeView view = new MeView(
                parts.texts().text("page.me.hello", found.patient().givenName()),
                who.account().guardian().map(guardian -> parts.texts()
                        .text(
                                "me.guardian",
                                found.patient().name(),
                                guardian.relation(),
                                numbers.date(guardian.until()))),
                call,
                PageParts.whomToCall(parts.texts(), who.clinic()),
                new MePositions(parts.texts(), numbers).of(found),
                found.open()
                        .map(episode -> care.of(episode, entries, !call.isEmpty()))
                        .orElseGet(() -> new MeView.Care(List.of(), List.of(), List.of(), List.of())),
                found.open()
                        .filter(episode -> who.account().guardian().isEmpty())
                        .map(episode -> answers.ask(entries, found.file().visits(), form, requestId(form), who.id())),
                who.account().guardian().isEmpty() ? Optional.of(found.href() + "/everything.zip") : Optional.empty());
        return parts.page("me", parts.frames().of(who, parts.texts().text("page.me.title"), HOME), view);
    }

    private String requestId(Form form) {
        return form.value(REQUEST).isEmpty()
                ? Id.<EpisodeEntry>random(parts.random()).toString()
                : form.value(REQUEST);
    }

    /** What she feels is hers to say. */
    private static void requireHerself(Request request) {
        if (request.who().account().guardian().isPresent()) {
            throw HttpFailure.conflict("me.wrong.guardian");
        }
    }

    private Reply answer(Request request) {
        requireHerself(request);
        Known known = known(request);
        Episode episode = known.found().open().orElseThrow(() -> HttpFailure.conflict("me.wrong.closed"));
        Fields fields = request.fields(SAID);
        try {
            Optional<String> once = fields.optionalText(REQUEST, MOST_REQUEST);
            desk.add(PageParts.act(request, "entry.add"), read(request, known, episode, fields), once);
            return Reply.seeOther(HOME);
        } catch (BadRequest wrong) {
            return show(request, new Typed(parts.texts()).again(fields, wrong, SAID))
                    .withStatus(400);
        }
    }

    private EpisodeEntry read(Request request, Known known, Episode episode, Fields fields) {
        EntryKind kind = EntryKinds.find(HomeAnswers.KIND).orElseThrow();
        Patient patient = known.found().patient();
        EntryReader reader = new EntryReader(kind, fields, patient.birthDate(), known.today());
        return new EpisodeEntry(
                Id.random(parts.random()),
                episode.clinic(),
                patient.id(),
                episode.id(),
                1,
                kind.id(),
                known.today(),
                reader.values(),
                false,
                request.at(),
                request.who().id());
    }

    private Reply takeBack(Request request) {
        requireHerself(request);
        Who who = request.who();
        Id<EpisodeEntry> id = request.id("entry");
        EpisodeEntry entry = parts.store()
                .read(stores -> stores.entries().find(who.clinicId(), id))
                .filter(one -> who.patient().equals(Optional.of(one.patient())))
                .orElseThrow(HttpFailure::notFound);
        MeAnswers answers = new MeAnswers(parts.texts(), PageParts.numbers(who.clinic()), today(request));
        int seen = request.versionSeen();
        if (!answers.mayTakeBack(entry, who.id())) {
            throw HttpFailure.conflict("me.wrong.late");
        }
        desk.amend(
                PageParts.act(request, "entry.remove", parts.texts().text("me.reason.takenback")),
                entry.takenBack(),
                seen);
        return Reply.seeOther(HOME);
    }

    private static LocalDate today(Request request) {
        return LocalDate.ofInstant(request.at(), request.who().clinic().zone());
    }
}
