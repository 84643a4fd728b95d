package org.plinth.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plinth.web.chart.ChartRoom;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.pdf.PageSize;
import org.plinth.web.report.Audience;
import org.plinth.web.report.Issued;
import org.plinth.web.report.Report;
import org.plinth.web.report.Report.Figure;
import org.plinth.web.report.ReportDesk;
import org.plinth.web.words.Numbers;

/**
 * {@code GET /patients/:id/episodes/:episode/report?for=patient|referrer|payer|discharge}: a report as of today, and what was issued before;
 * {@code POST} makes one with a number and leads to {@code GET …/report.pdf?number=}; {@code …/report/charts/:position/:kind} its
 * pictures. {@code GET /me/report.pdf}: the patient's own, of closed visits. 409 for a report whose content has changed since, and for a letter
 * about an episode that is open.
 */
final class ReportPage implements WebModule {

    private static final String REPORT = "/patients/:id/episodes/:episode/report";
    private static final String FOR = "for";
    private static final String SVG = ".svg";
    private static final int SHORT = 64;

    private final PageParts parts;
    private final ReportDesk desk;
    private final ReportPapers papers;

    ReportPage(PageParts parts) {
        this.parts = parts;
        this.desk = new ReportDesk(parts.store());
        this.papers = new ReportPapers(parts);
    }

    @Override
    public void mount(Routes routes) {
        routes.get(REPORT, this::show);
        routes.post(REPORT, this::make);
        routes.get(REPORT + ".pdf", this::pdf);
        routes.get(REPORT + "/charts/:position/:kind", this::chart);
        routes.get("/me/report.pdf", this::mine);
    }

    private ReportFile file(Request request) {
        return ReportFile.find(
                parts, request.who().clinic(), request.<Patient>id("id"), request.<Episode>id("episode"));
    }

    private static LocalDate today(Request request) {
        return LocalDate.ofInstant(request.at(), request.who().clinic().zone());
    }

    private Optional<Report> write(ReportFile file, Audience audience, LocalDate day, Instant until) {
        return new ReportContents(parts.texts(), PageParts.numbers(file.clinic()), file.on(day, until, audience))
                .of(audience);
    }

    private static Audience audience(Fields fields) {
        return fields.optionalText(FOR, SHORT)
                .map(id -> Audience.find(id).orElseThrow(HttpFailure::notFound))
                .orElse(Audience.REFERRER);
    }

    private Reply show(Request request) {
        ReportFile file = file(request);
        Audience audience = audience(request.query());
        Optional<Report> report = write(file, audience, today(request), request.at());
        Frame frame = parts.frames()
                .about(
                        request.who(),
                        parts.texts().text("report.title." + audience.name()),
                        file.file().patient(),
                        Optional.of(file.episode()),
                        Stream.concat(
                                        parts.frames().toPatient(file.file().patient()).stream(),
                                        Stream.of(new Frame.Crumb(parts.texts().text("progress.title"), file.href())))
                                .toList());
        ReportView view = new ReportView(
                report,
                audience.id(),
                choices(file, audience),
                file.href() + "/report",
                Id.<EpisodeEntry>random(parts.random()).toString(),
                Arrays.stream(PageSize.values())
                        .map(size -> new Option(size.name(), parts.texts().text("report.paper." + size.name())))
                        .toList(),
                report.map(known -> charts(file, known)).orElse(Map.of()),
                file.issued().stream().map(issued -> row(file, issued)).toList());
        return parts.page("report", frame, view);
    }

    private List<ReportView.Choice> choices(ReportFile file, Audience current) {
        List<ReportView.Choice> choices = new ArrayList<>();
        for (Audience audience : Audience.values()) {
            if (audience != Audience.DISCHARGE || file.episode().closedOn().isPresent()) {
                choices.add(new ReportView.Choice(
                        parts.texts().text("report.for." + audience.name()),
                        file.href() + "/report?for=" + audience.id(),
                        audience == current));
            }
        }
        return choices;
    }

    private Map<String, ChartView> charts(ReportFile file, Report report) {
        Map<String, ChartView> charts = new LinkedHashMap<>();
        report.parts().stream().flatMap(part -> part.figures().stream()).forEach(figure -> {
            ChartRoom room = parts.charts().room(figure.kind(), figure.series()).orElseThrow();
            charts.put(
                    figure.name(),
                    new ChartView(
                            file.href() + "/report/charts/" + figure.position() + "/"
                                    + report.audience().id() + "-" + figure.kind() + SVG,
                            figure.words(),
                            figure.caption(),
                            room.width(),
                            room.height()));
        });
        return charts;
    }

    private ReportView.IssuedRow row(ReportFile file, Issued issued) {
        Numbers numbers = PageParts.numbers(file.clinic());
        Issued.State state =
                issued.state(write(file, issued.audience(), issued.asOf(), issued.at()), file.newerThan(issued.at()));
        boolean holds = state != Issued.State.SUPERSEDED;
        return new ReportView.IssuedRow(
                issued.number(),
                parts.texts()
                        .text(
                                "report.issued.line",
                                parts.texts()
                                        .text("report.for." + issued.audience().name()),
                                numbers.moment(issued.at()),
                                numbers.date(issued.asOf())),
                parts.texts().text("report.state." + state.name()),
                holds,
                holds ? Optional.of(file.href() + "/report.pdf?number=" + issued.number()) : Optional.empty());
    }

    private Reply make(Request request) {
        ReportFile file = file(request);
        Fields fields = request.fields(FOR, "paper", "requestId");
        Audience audience = audience(fields);
        PageSize size = fields.oneOf("paper", PageSize.class);
        Report report = write(file, audience, today(request), request.at())
                .orElseThrow(() -> HttpFailure.conflict("report.letter.open"));
        Id<EpisodeEntry> id = Id.random(parts.random());
        EpisodeEntry kept = desk.issue(
                PageParts.act(request, "report.issue"),
                new EpisodeEntry(
                        id,
                        file.clinic().id(),
                        file.file().patient().id(),
                        file.episode().id(),
                        1,
                        Issued.KIND,
                        today(request),
                        Issued.values(id, report, size, papers.made()),
                        false,
                        request.at(),
                        request.who().id()),
                fields.text("requestId", SHORT) + " " + audience + " " + size);
        return Reply.seeOther(file.href() + "/report.pdf?number=" + Issued.number(kept.id()));
    }

    /** The same bytes each time, as long as what it says has not changed; when it has, its number stands for what it said. */
    private Reply pdf(Request request) {
        ReportFile file = file(request);
        String number = request.query().text("number", SHORT);
        Issued issued = file.issued().stream()
                .filter(one -> one.number().equals(number))
                .findFirst()
                .orElseThrow(HttpFailure::notFound);
        Report report = write(file, issued.audience(), issued.asOf(), issued.at())
                .filter(now -> now.sha256().equals(issued.sha256()))
                .orElseThrow(() -> HttpFailure.conflict("report.conflict"));
        return download(papers.issued(file, report, issued));
    }

    private Reply chart(Request request) {
        String file = request.path("kind");
        int dash = file.indexOf('-');
        if (!file.endsWith(SVG) || dash < 0) {
            throw HttpFailure.notFound();
        }
        Audience audience = Audience.find(file.substring(0, dash)).orElseThrow(HttpFailure::notFound);
        String kind = file.substring(dash + 1, file.length() - SVG.length());
        Figure figure = write(file(request), audience, today(request), request.at())
                .flatMap(report -> report.figure(request.path("position"), kind))
                .orElseThrow(HttpFailure::notFound);
        Fields query = request.query();
        return parts.charts()
                .svg(kind, figure.series(), is(query, "theme", "dark"), is(query, "size", "narrow"))
                .map(Reply::svg)
                .orElseThrow(HttpFailure::notFound);
    }

    private static boolean is(Fields query, String name, String value) {
        return query.optionalText(name, 20).filter(value::equals).isPresent();
    }

    /** Her open episode, or else the newest; without a number, because nothing is issued by being read. */
    private Reply mine(Request request) {
        Clinic clinic = request.who().clinic();
        Id<Patient> patient = request.who().patient().orElseThrow(HttpFailure::notFound);
        Episode episode = parts.store()
                .read(stores -> stores.patients().file(clinic.id(), patient))
                .flatMap(file -> file.episodes().stream()
                        .filter(one -> one.closedOn().isEmpty())
                        .findFirst()
                        .or(() -> file.episodes().stream().findFirst()))
                .orElseThrow(HttpFailure::notFound);
        ReportFile file = ReportFile.find(parts, clinic, patient, episode.id());
        Report report =
                write(file, Audience.PATIENT, today(request), request.at()).orElseThrow(HttpFailure::notFound);
        PageSize size = request.query().optionalOneOf("paper", PageSize.class).orElse(PageSize.A4);
        return download(papers.own(file, report, size));
    }

    private static Reply download(byte[] bytes) {
        return Reply.download("application/pdf", "report.pdf", out -> out.write(bytes));
    }
}
