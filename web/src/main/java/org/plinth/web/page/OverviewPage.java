package org.plinth.web.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plinth.web.chart.OutcomeSeries;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.words.Numbers;

/**
 * {@code GET /overview}: all open episodes by the day of the next test, fifty a page ({@code page=2}), or only those that are due ({@code
 * due=yes}); {@code GET /patients/:id/episodes/:episode/small.svg}: the picture of a row ({@code theme=dark}). No ranking of people.
 */
final class OverviewPage implements WebModule {

    private static final int PAGE = 50;
    private static final int MOST_PAGES = 10_000;
    private static final int NEAR = 2;
    private static final String HERE = "/overview";

    /** Until the browser asks again [s], while the episodes are being read. */
    private static final String AGAIN_AFTER = "2";

    private final PageParts parts;
    private final ChartTags tags;

    OverviewPage(PageParts parts) {
        this.parts = parts;
        this.tags = new ChartTags(parts);
    }

    @Override
    public void mount(Routes routes) {
        routes.get(HERE, this::show);
        routes.get("/patients/:id/episodes/:episode/small.svg", this::picture);
    }

    private Reply show(Request request) {
        Who who = request.who();
        Fields query = request.query();
        boolean dueOnly = query.optionalText("due", 3).filter("yes"::equals).isPresent();
        int page = query.optionalWholeNumber("page", 1, MOST_PAGES).orElse(1);
        LocalDate today = LocalDate.ofInstant(request.at(), who.clinic().zone());
        Numbers numbers = PageParts.numbers(who.clinic());
        OverviewWords words = new OverviewWords(parts.texts(), numbers, today);
        Frame frame = parts.frames().of(who, parts.texts().text("overview.title"), HERE);
        Set<Id<Patient>> hidden =
                parts.store().read(stores -> stores.access().hidden(who.clinicId(), who.id(), request.at()));
        OverviewBook.Seen seen = parts.kept().overview().open(who.clinic(), request.at());
        if (seen instanceof OverviewBook.UnderWay reading) {
            return underWay(reading, dueOnly, frame);
        }
        OverviewStand stand = ((OverviewBook.Whole) seen).stand();
        List<OverviewBook.Line> lines = stand.without(hidden);
        int due = hidden.isEmpty() ? stand.due() : stand.dueWithout(hidden).size();
        int count = dueOnly ? due : lines.size();
        int first = Math.min(count, (page - 1) * PAGE);
        OverviewView view = new OverviewView(
                parts.texts().count("overview.count", lines.size(), due),
                false,
                dueOnly,
                lines.subList(first, Math.min(count, first + PAGE)).stream()
                        .map(line -> row(line, words, numbers))
                        .toList(),
                pages(count, page, dueOnly));
        return parts.page("overview", frame, view);
    }

    private Reply underWay(OverviewBook.UnderWay reading, boolean dueOnly, Frame frame) {
        OverviewView view = new OverviewView(
                parts.texts().text("overview.reading", reading.read(), reading.of()),
                true,
                dueOnly,
                List.of(),
                List.of());
        return parts.page("overview", frame, view).withHeader("Refresh", AGAIN_AFTER);
    }

    private OverviewView.Row row(OverviewBook.Line line, OverviewWords words, Numbers numbers) {
        String href = "/patients/" + line.patient().id() + "/episodes/"
                + line.episode().id();
        Optional<Episode> episode = Optional.of(line.episode());
        return new OverviewView.Row(
                line.patient().name(),
                parts.texts()
                        .text("page.banner.born", numbers.date(line.patient().birthDate())),
                parts.affected(episode),
                PageParts.css(episode),
                words.lastTest(line),
                words.due(line),
                words.isDue(line),
                words.statement(line),
                href,
                line.lastTest().map(day -> href + "/small.svg"));
    }

    /** The first, the last and those beside this one: of two hundred nobody needs every link. */
    private List<OverviewView.Page> pages(int count, int current, boolean dueOnly) {
        List<OverviewView.Page> pages = new ArrayList<>();
        int most = (count + PAGE - 1) / PAGE;
        for (int page = 1; page <= most; page++) {
            if (page > 1 && page < most && Math.abs(page - current) > NEAR) {
                continue;
            }
            int last = Math.min(count, page * PAGE);
            pages.add(new OverviewView.Page(
                    parts.texts().text("overview.page", (page - 1) * PAGE + 1, last),
                    HERE + "?page=" + page + (dueOnly ? "&due=yes" : ""),
                    page == current));
        }
        return pages.size() < 2 ? List.of() : pages;
    }

    private Reply picture(Request request) {
        boolean dark =
                request.query().optionalText("theme", 20).filter("dark"::equals).isPresent();
        return tags.answer(
                request,
                request.id("id"),
                List.of("small", request.path("episode"), dark),
                () -> draw(request, request.id("id"), request.id("episode"), dark));
    }

    private Reply draw(Request request, Id<Patient> patient, Id<Episode> episode, boolean dark) {
        Who who = request.who();
        OutcomeSeries series = kept(request, patient, episode).orElseGet(() -> {
            PatientCourses found = PatientCourses.find(
                    parts, who.clinicId(), patient, Optional.of(episode), PatientCourses.Visits.ALL);
            return SmallCourse.of(found.courses())
                    .map(small -> small.series(found.patient(), who.clinic().displayUnit(), parts.texts()))
                    .orElseThrow(HttpFailure::notFound);
        });
        return Reply.svg(parts.charts().small(series, dark));
    }

    /** Of an open episode, as the list has it; empty while that is being read. */
    private Optional<OutcomeSeries> kept(Request request, Id<Patient> patient, Id<Episode> episode) {
        Who who = request.who();
        return parts.kept().overview().open(who.clinic(), request.at()) instanceof OverviewBook.Whole whole
                ? whole.stand().find(patient, episode).flatMap(line -> line.small()
                        .map(small -> small.series(line.patient(), who.clinic().displayUnit(), parts.texts())))
                : Optional.empty();
    }
}
