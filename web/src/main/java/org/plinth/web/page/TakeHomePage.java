package org.plinth.web.page;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plinth.core.programme.SittingLadder;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Visit;
import org.plinth.web.diary.EntryDesk;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.progress.SittingSteps;
import org.plinth.web.report.Audience;
import org.plinth.web.report.SheetDays;
import org.plinth.web.report.SheetDays.Ask;
import org.plinth.web.words.Numbers;

/**
 * {@code GET /patients/:id/episodes/:episode/take-home.pdf}: the sheet that is taken home; {@code GET|POST …/take-home}: what was ticked on
 * it, one screen, one press. What was noted for a day already is shown and not noted again, so that a form sent twice is one. 303 to the
 * form; 409 for a closed episode.
 */
final class TakeHomePage implements WebModule {

    private static final String SHEET = "/patients/:id/episodes/:episode/take-home";
    private static final String SAT = "sat";
    private static final String DONE = "done";
    private static final String REQUEST = "requestId";
    private static final int MOST_REQUEST = 40;
    private static final int MOST_PAIN = 10;

    private final PageParts parts;
    private final EntryDesk desk;
    private final TakeHomeSheets sheets;

    TakeHomePage(PageParts parts) {
        this.parts = parts;
        this.desk = new EntryDesk(parts.store());
        this.sheets = new TakeHomeSheets(parts);
    }

    @Override
    public void mount(Routes routes) {
        routes.get(SHEET, this::show);
        routes.post(SHEET, this::save);
        routes.get(SHEET + ".pdf", this::pdf);
    }

    private ReportFile file(Request request) {
        return ReportFile.find(
                parts, request.who().clinic(), request.<Patient>id("id"), request.<Episode>id("episode"));
    }

    private static LocalDate today(Request request) {
        return LocalDate.ofInstant(request.at(), request.who().clinic().zone());
    }

    private Reply pdf(Request request) {
        ReportFile file = file(request);
        byte[] bytes = sheets.print(
                sheets.of(file.on(today(request), request.at(), Audience.PATIENT), HomeAddress.of(request)));
        return Reply.download("application/pdf", "take-home.pdf", out -> out.write(bytes));
    }

    /** The sheet was given at the last visit before today. */
    private static SheetDays days(ReportFile file, LocalDate today) {
        Optional<LocalDate> given = file.file().visits().stream()
                .filter(visit -> visit.episode().equals(file.episode().id()))
                .map(Visit::date)
                .filter(day -> day.isBefore(today))
                .max(LocalDate::compareTo)
                .filter(day -> day.isAfter(today.minusDays(60)));
        return SheetDays.of(given, today);
    }

    private Reply show(Request request) {
        ReportFile file = file(request);
        LocalDate today = today(request);
        Optional<Integer> saved = request.query()
                .optionalText("saved", 3)
                .filter(text -> text.matches("[0-9]{1,2}"))
                .map(Integer::valueOf);
        TakeHomeView view = new TakeHomeView(
                file.href() + "/take-home",
                file.href(),
                file.href() + "/take-home.pdf",
                Id.<EpisodeEntry>random(parts.random()).toString(),
                days(file, today).days().stream()
                        .map(day -> day(file, day, today))
                        .toList(),
                sitting(request, file, today),
                file.episode().closedOn().isPresent(),
                saved.map(count -> parts.texts().count("report.home.saved", count)));
        Frame frame = parts.frames()
                .about(
                        request.who(),
                        parts.texts().text("report.home.form"),
                        file.file().patient(),
                        Optional.of(file.episode()),
                        Stream.concat(
                                        parts.frames().toPatient(file.file().patient()).stream(),
                                        Stream.of(new Frame.Crumb(parts.texts().text("progress.title"), file.href())))
                                .toList());
        return parts.page("takehome", frame, view);
    }

    private TakeHomeView.Day day(ReportFile file, LocalDate day, LocalDate today) {
        Numbers numbers = PageParts.numbers(file.clinic());
        List<TakeHomeView.Ask> asks = Arrays.stream(Ask.values())
                .map(ask -> new TakeHomeView.Ask(
                        field(day, ask),
                        parts.texts().text("report.home.ask." + ask.name(), numbers.date(ask.about(day))),
                        SheetDays.answered(file.entries(), day, ask)
                                .map(entry -> entry.values().getOrDefault("pain", "")),
                        !ask.about(day).isAfter(today)))
                .toList();
        return new TakeHomeView.Day(numbers.date(day), asks);
    }

    private static String field(LocalDate day, Ask ask) {
        return ask.name() + "-" + day;
    }

    /** A step of the ladder is treatment: a clinician's to note. */
    private Optional<TakeHomeView.Sitting> sitting(Request request, ReportFile file, LocalDate today) {
        if (request.who().role() != Role.CLINICIAN) {
            return Optional.empty();
        }
        return SittingSteps.next(file.entries(), today)
                .map(next -> new TakeHomeView.Sitting(
                        TakeHomeSheets.step(parts.texts(), next), today.isBefore(next.earliest())));
    }

    private Reply save(Request request) {
        ReportFile file = file(request);
        LocalDate today = today(request);
        if (file.episode().closedOn().isPresent()) {
            throw HttpFailure.conflict("diary.closed");
        }
        SheetDays days = days(file, today);
        Fields fields = request.fields(names(days));
        int saved = 0;
        for (LocalDate day : days.days()) {
            for (Ask ask : Ask.values()) {
                OptionalInt pain = fields.optionalWholeNumber(field(day, ask), 0, MOST_PAIN);
                boolean open = !ask.about(day).isAfter(today)
                        && SheetDays.answered(file.entries(), day, ask).isEmpty();
                if (pain.isPresent() && open) {
                    note(request, file, "answer", ask.about(day), SheetDays.values(ask, pain.getAsInt()), ask.name());
                    saved++;
                }
            }
        }
        saved += sat(request, file, fields, today);
        return Reply.seeOther(file.href() + "/take-home?saved=" + saved);
    }

    private static String[] names(SheetDays days) {
        return Stream.concat(
                        days.days().stream()
                                .flatMap(day -> Arrays.stream(Ask.values()).map(ask -> field(day, ask))),
                        Stream.of(SAT, REQUEST))
                .toArray(String[]::new);
    }

    private int sat(Request request, ReportFile file, Fields fields, LocalDate today) {
        boolean done = fields.optionalText(SAT, 10).filter(DONE::equals).isPresent();
        Optional<SittingLadder.Next> due = SittingSteps.next(file.entries(), today)
                .filter(next ->
                        !today.isBefore(next.earliest()) && request.who().role() == Role.CLINICIAN);
        if (!done || due.isEmpty()) {
            return 0;
        }
        String seconds = Integer.toString(due.get().seconds());
        note(
                request,
                file,
                SittingSteps.KIND,
                today,
                Map.of("surface", due.get().surface().name(), "planned", seconds, "seconds", seconds),
                SAT);
        return 1;
    }

    /** Once for each form, day and question, however often that is sent. */
    private void note(
            Request request, ReportFile file, String kind, LocalDate on, Map<String, String> values, String what) {
        EpisodeEntry entry = new EpisodeEntry(
                Id.random(parts.random()),
                file.clinic().id(),
                file.file().patient().id(),
                file.episode().id(),
                1,
                kind,
                on,
                new TreeMap<>(values),
                false,
                request.at(),
                request.who().id());
        String form = request.fields(names(days(file, today(request)))).text(REQUEST, MOST_REQUEST);
        desk.add(PageParts.act(request, "entry.add"), entry, Optional.of(form + " " + on + " " + what));
    }
}
