package org.plinth.web.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Visit;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.store.PatientStore.WorklistLine;
import org.plinth.web.store.Stores;
import org.plinth.web.words.Numbers;

/** {@code GET /worklist}: emergencies and answers from home to be read, what was cut off, visits in progress, retests due, who was seen last. */
final class WorklistPage implements WebModule {

    private static final int MOST = 200;

    /** Retests that stand here; the overview has them all. */
    private static final int MOST_RETESTS = 8;

    private final PageParts parts;
    private final RecoveryNote recovery;

    WorklistPage(PageParts parts) {
        this.parts = parts;
        this.recovery = new RecoveryNote(parts);
    }

    /**
     * What is in the database for this page, at one moment.
     *
     * @param hidden whom the caller may not see
     * @param lines open episodes, last seen first
     * @param alerts emergencies she has not read of
     * @param answers from home that somebody has to read
     */
    private record Found(
            Set<Id<Patient>> hidden,
            List<WorklistLine> lines,
            List<AlertRow> alerts,
            List<WorklistView.Answer> answers) {}

    @Override
    public void mount(Routes routes) {
        routes.get("/worklist", this::show);
    }

    private Reply show(Request request) {
        Who who = request.who();
        Numbers numbers = PageParts.numbers(who.clinic());
        LocalDate today = LocalDate.ofInstant(request.at(), who.clinic().zone());
        OverviewWords overview = new OverviewWords(parts.texts(), numbers, today);
        OverviewBook.Seen seen = parts.kept().overview().open(who.clinic(), request.at());
        Found found = parts.store().read(stores -> find(stores, request, numbers, seen));
        List<OverviewBook.Line> due =
                seen instanceof OverviewBook.Whole whole ? whole.stand().dueWithout(found.hidden()) : List.of();
        WorklistView view = new WorklistView(
                numbers.date(today),
                recovery.of(who, found.hidden()),
                found.lines().stream()
                        .flatMap(line -> open(line, numbers).stream())
                        .toList(),
                found.lines().stream().map(line -> row(line, numbers)).toList(),
                found.alerts(),
                found.answers(),
                due.stream()
                        .limit(MOST_RETESTS)
                        .map(line -> due(line, overview, numbers))
                        .toList(),
                parts.texts().count("overview.retests.all", due.size()),
                reading(seen));
        Frame frame = parts.frames().of(who, parts.texts().text("page.worklist.title"), "/worklist");
        return parts.page("worklist", frame, view);
    }

    private Found find(Stores stores, Request request, Numbers numbers, OverviewBook.Seen seen) {
        Who who = request.who();
        LocalDate today = LocalDate.ofInstant(request.at(), who.clinic().zone());
        Set<Id<Patient>> hidden = stores.access().hidden(who.clinicId(), who.id(), request.at());
        Stream<WorklistLine> lines = seen instanceof OverviewBook.Whole whole
                ? whole.stand().lastSeen().stream()
                        .map(line -> new WorklistLine(line.patient(), line.episode(), line.lastVisit()))
                : stores.patients().worklist(who.clinicId(), MOST + hidden.size()).stream();
        return new Found(
                hidden,
                lines.filter(line -> !hidden.contains(line.patient().id()))
                        .limit(MOST)
                        .toList(),
                new AccessNews(parts).alerts(stores, who, request.at()),
                new AnswersToRead(parts.texts(), numbers).of(stores, who, hidden, today));
    }

    private Optional<String> reading(OverviewBook.Seen seen) {
        return seen instanceof OverviewBook.UnderWay reading
                ? Optional.of(parts.texts().text("overview.retests.reading", reading.read(), reading.of()))
                : Optional.empty();
    }

    private Optional<WorklistView.OpenVisit> open(WorklistLine line, Numbers numbers) {
        return line.lastVisit()
                .filter(visit -> !visit.closed())
                .map(visit -> new WorklistView.OpenVisit(
                        line.patient().name(),
                        born(line.patient(), numbers),
                        parts.texts().text("page.worklist.since", numbers.moment(visit.startedAt())),
                        "/patients/" + line.patient().id(),
                        "/visits/" + visit.id() + "/live"));
    }

    private WorklistView.DueTest due(OverviewBook.Line line, OverviewWords overview, Numbers numbers) {
        return new WorklistView.DueTest(
                line.patient().name(),
                born(line.patient(), numbers),
                overview.due(line),
                "/patients/" + line.patient().id() + "/episodes/"
                        + line.episode().id());
    }

    private PersonRow row(WorklistLine line, Numbers numbers) {
        return new PersonRow(
                line.patient().name(),
                born(line.patient(), numbers),
                parts.affected(Optional.of(line.episode())),
                PageParts.css(Optional.of(line.episode())),
                seen(line.lastVisit(), numbers),
                "/patients/" + line.patient().id(),
                line.lastVisit().map(Visit::closed).orElse(true));
    }

    private String born(Patient patient, Numbers numbers) {
        return parts.texts().text("page.banner.born", numbers.date(patient.birthDate()));
    }

    private String seen(Optional<Visit> last, Numbers numbers) {
        return last.map(visit -> parts.texts().text("page.worklist.lastseen", numbers.date(visit.date())))
                .orElseGet(() -> parts.texts().text("page.worklist.neverseen"));
    }
}
