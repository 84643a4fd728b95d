package org.plinth.web.page;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plinth.core.audit.KaplanMeier;
import org.plinth.web.chart.WaitingChart;
import org.plinth.web.chart.WaitingPlot;
import org.plinth.web.clinic.Role;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.outcome.OutcomeQuestion;
import org.plinth.web.outcome.OutcomeSummary;
import org.plinth.web.outcome.PositionSummary;
import org.plinth.web.privacy.Purpose;
import org.plinth.web.words.Numbers;

/**
 * {@code GET /outcomes?from=&to=&position=&site=}: what a clinic's closed episodes came to, completeness first; {@code …/charts/:kind}: days to
 * a confirmed symmetry as a picture. Counts everybody who did not refuse, names nobody, ranks nobody.
 */
final class OutcomesPage implements WebModule {

    private static final String HERE = "/outcomes";
    private static final int LONGEST_ID = 60;
    private static final List<String> DEFINED = List.of(
            "eligible",
            "paired",
            "complete",
            "missing",
            "median",
            "change",
            "responders",
            "symmetry",
            "time90",
            "quality");

    /** Position, first and last day; a picture's address has no question mark, because theme and size are put behind one. */
    private static final Pattern CHART =
            Pattern.compile("waiting\\.([a-z0-9-]{1,60})\\.(\\d{4}-\\d{2}-\\d{2})\\.(\\d{4}-\\d{2}-\\d{2})\\.svg");

    private final PageParts parts;
    private final OutcomeBook book;

    OutcomesPage(PageParts parts) {
        this.parts = parts;
        this.book = new OutcomeBook(parts);
    }

    @Override
    public void mount(Routes routes) {
        routes.get(HERE, this::show);
        routes.get(HERE + "/charts/:kind", this::draw);
    }

    private static OutcomeQuestion all(Who who, LocalDate from, LocalDate to) {
        return new OutcomeQuestion(who.clinic(), from, to, Optional.empty(), Purpose.AUDIT, Set.of());
    }

    private OutcomeQuestion question(Request request) {
        Fields query = request.query();
        LocalDate today =
                LocalDate.ofInstant(request.at(), request.who().clinic().zone());
        Optional<LocalDate> from = query.optionalDate("from");
        LocalDate to = query.optionalDate("to").orElse(today);
        if (from.filter(to::isBefore).isPresent()) {
            throw new BadRequest("to", "outcome.option.to");
        }
        String site = parts.pseudonyms().of("S", request.who().clinicId());
        if (query.optionalText("site", LONGEST_ID)
                .filter(asked -> !asked.equals(site))
                .isPresent()) {
            throw new BadRequest("site", "outcome.option.site");
        }
        OutcomeQuestion question = all(request.who(), from.orElse(OutcomeQuestion.EVER), to);
        Optional<String> position = query.optionalText("position", LONGEST_ID);
        return position.map(question::in).orElse(question);
    }

    private Reply show(Request request) {
        Who who = request.who();
        OutcomeQuestion question = question(request);
        OutcomeSummary summary = book.of(question);
        OutcomeFigures figures = new OutcomeFigures(parts.texts(), PageParts.numbers(who.clinic()));
        OutcomesView view = new OutcomesView(
                form(request),
                positions(who, question),
                new Option(
                        parts.pseudonyms().of("S", who.clinicId()), who.clinic().name()),
                said(summary),
                figures.completeness(summary),
                summary.positions().stream()
                        .map(one -> part(one, question, figures))
                        .toList(),
                figures.scores(summary),
                figures.endings(summary),
                parts.texts().text(summary.sites() == 0 ? "outcome.sites.none" : "outcome.sites.one"),
                DEFINED.stream()
                        .map(id -> new OutcomesView.Definition(
                                id,
                                parts.texts().text("outcome.defined." + id),
                                parts.texts().text("outcome.define." + id)))
                        .toList(),
                who.role() == Role.OWNER ? Optional.empty() : Optional.of("/exports"));
        return parts.page("outcomes", parts.frames().of(who, parts.texts().text("outcome.title"), HERE), view);
    }

    private static Form form(Request request) {
        Map<String, String> values = new HashMap<>();
        for (String name : List.of("from", "to", "position", "site")) {
            request.query().optionalText(name, LONGEST_ID).ifPresent(value -> values.put(name, value));
        }
        return Form.of(values);
    }

    /** Those that were tested, whatever is chosen now. */
    private List<Option> positions(Who who, OutcomeQuestion question) {
        return book.of(all(who, question.from(), question.to())).positions().stream()
                .map(one -> new Option(one.position().id(), one.position().name()))
                .toList();
    }

    private List<String> said(OutcomeSummary of) {
        List<String> said = new ArrayList<>();
        said.add(parts.texts().count("outcome.said.eligible", of.eligible()));
        if (of.leftOut() > 0) {
            said.add(parts.texts().count("outcome.said.leftout", of.leftOut()));
        }
        if (of.eligible() > 0) {
            said.add(parts.texts()
                    .text(
                            "outcome.said.paired",
                            Integer.toString(of.paired()),
                            Integer.toString(of.tested()),
                            Integer.toString(of.complete())));
        }
        if (of.bilateral() > 0) {
            said.add(parts.texts().count("outcome.said.bilateral", of.bilateral()));
        }
        said.add(parts.texts().text("outcome.said.mean"));
        return said;
    }

    private OutcomesView.PositionPart part(PositionSummary one, OutcomeQuestion question, OutcomeFigures figures) {
        String id = OutcomeFigures.anchor(one.position().id());
        KaplanMeier curve = one.toSymmetry90();
        String said = figures.waitingSaid(curve);
        String address =
                HERE + "/charts/waiting." + one.position().id() + "." + question.from() + "." + question.to() + ".svg";
        Optional<ChartView> chart = curve.n() == 0
                ? Optional.empty()
                : Optional.of(new ChartView(
                        address,
                        parts.texts().text("outcome.chart.alt", one.position().name()),
                        said,
                        WaitingChart.WIDTH_PX,
                        WaitingChart.HEIGHT_PX));
        return new OutcomesView.PositionPart(
                id,
                one.position().name(),
                List.of(),
                figures.strength(one, id),
                chart,
                figures.waiting(curve, id),
                figures.quality(one, id));
    }

    private Reply draw(Request request) {
        Matcher asked = CHART.matcher(request.path("kind"));
        if (!asked.matches()) {
            throw HttpFailure.notFound();
        }
        OutcomeQuestion question = all(request.who(), date(asked.group(2)), date(asked.group(3)));
        PositionSummary position = book.of(question).positions().stream()
                .filter(one -> one.position().id().equals(asked.group(1)))
                .findFirst()
                .orElseThrow(HttpFailure::notFound);
        Numbers numbers = PageParts.numbers(request.who().clinic());
        String said = new OutcomeFigures(parts.texts(), numbers).waitingSaid(position.toSymmetry90());
        WaitingPlot plot = plot(
                position,
                parts.texts().text("outcome.chart.alt", position.position().name()),
                said);
        Fields query = request.query();
        return Reply.svg(new WaitingChart(parts.texts())
                .svg(
                        plot,
                        ChartPage.is(query, "theme", "dark"),
                        ChartPage.is(query, "size", "narrow"),
                        "w" + Integer.toHexString(plot.hashCode()) + "-"));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw HttpFailure.notFound();
        }
    }

    private static WaitingPlot plot(PositionSummary of, String title, String said) {
        KaplanMeier curve = of.toSymmetry90();
        return new WaitingPlot(
                title,
                said,
                curve.steps().stream()
                        .map(step -> new WaitingPlot.Step(
                                step.days(),
                                100 * step.waiting(),
                                step.interval()
                                        .map(interval ->
                                                new WaitingPlot.Band(100 * interval.low(), 100 * interval.high()))))
                        .toList(),
                curve.lastDays());
    }
}
