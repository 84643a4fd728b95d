package org.plinth.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plinth.core.formula.Formula;
import org.plinth.core.formula.Formulas;
import org.plinth.core.formula.Origin;
import org.plinth.core.formula.Worked;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.measure.Course;
import org.plinth.web.text.Texts;
import org.plinth.web.words.NumberLinks;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.Said;
import org.plinth.web.worked.CourseNumbers;

/**
 * {@code GET /patients/:id/courses/:position/numbers/:formula?side=left|right}: a number of a position over time, worked; {@code result=<id>}
 * names one of two visits on one date. A test value leads on to its own visit. 404 for what is of another clinic or has no such number.
 */
final class CourseNumberPage implements WebModule {

    private static final int ID_LENGTH = 32;
    private static final String DAY = "dayValue_N";
    private static final String VALUE = "value_N";

    private final PageParts parts;

    CourseNumberPage(PageParts parts) {
        this.parts = parts;
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/patients/:id/courses/:position/numbers/:formula", this::show);
    }

    private Reply show(Request request) {
        Who who = request.who();
        PatientCourses found = PatientCourses.find(parts, who.clinicId(), request.id("id"), PatientCourses.Visits.ALL);
        Course course = found.courses().stream()
                .filter(one -> one.position().id().equals(request.path("position")))
                .findFirst()
                .orElseThrow(HttpFailure::notFound);
        Episode episode = found.episode().orElseThrow(HttpFailure::notFound);
        Side side = request.query()
                .optionalText("side", ID_LENGTH)
                .map(TestNumberPage::side)
                .orElseThrow(HttpFailure::notFound);
        Formula formula = Formulas.find(request.path("formula")).orElseThrow(HttpFailure::notFound);
        CourseNumbers all = new CourseNumbers(course, side, episode);
        if (formula.id().equals(VALUE)) {
            return newestTest(all);
        }
        Worked worked = worked(request, formula, all).orElseThrow(HttpFailure::notFound);
        Frame frame = parts.frames()
                .about(
                        who,
                        parts.texts().text("number.title", formula.name()),
                        found.patient(),
                        found.episode(),
                        parts.frames().toPatient(found.patient()));
        return parts.page(
                "worked", frame, view(worked, course, all, side, found.href(), PageParts.numbers(who.clinic())));
    }

    private static Reply newestTest(CourseNumbers all) {
        SideResult newest = all.results().stream().reduce((a, b) -> b).orElseThrow(HttpFailure::notFound);
        return Reply.seeOther(test(newest));
    }

    private static String test(SideResult result) {
        return NumberLinks.ofTest(result.visit(), result.test())
                .to(Said.number("", VALUE, result.key().side()));
    }

    private static Optional<Worked> worked(Request request, Formula formula, CourseNumbers all) {
        if (!formula.id().equals(DAY)) {
            return all.of(formula.id());
        }
        return request.query()
                .optionalText("result", ID_LENGTH)
                .flatMap(text -> Id.<SideResult>parse(text))
                .flatMap(all::ofDay);
    }

    private WorkedView view(
            Worked worked, Course course, CourseNumbers all, Side side, String patientHref, Numbers numbers) {
        Texts texts = parts.texts();
        Formula formula = worked.formula();
        NumberLinks links = NumberLinks.ofCourse(patientHref, course.position().id());
        OriginWords origins = new OriginWords(texts, numbers, places(links, all));
        return new WorkedView(
                formula.name(),
                texts.text(
                        "number.about.side",
                        course.position().name(),
                        parts.sides().name(side)),
                new UnitWords(texts, numbers).shown(formula, worked.shown()),
                Optional.of(new WorkedViews(texts, numbers, origins).of(worked)),
                facts(worked, course, all, numbers),
                FormulaView.of(formula),
                all.all().stream()
                        .filter(other -> !other.id().equals(formula.id()))
                        .map(other -> new WorkedView.Link(other.name(), href(links, side, other.id())))
                        .toList(),
                new WorkedView.Link(texts.text("number.back.patient"), patientHref));
    }

    private static String href(NumberLinks links, Side side, String formula) {
        return links.to(Said.number("", formula, side));
    }

    private static OriginWords.Places places(NumberLinks links, CourseNumbers all) {
        return new OriginWords.Places() {
            @Override
            public Optional<String> course(Side side, String formula) {
                return Optional.of(href(links, side, formula));
            }

            @Override
            public Optional<String> visit(Origin.OfVisit visit) {
                return all.results().stream()
                        .filter(result -> result.date().equals(visit.date()))
                        .findFirst()
                        .map(CourseNumberPage::test);
            }
        };
    }

    private List<WorkedView.Fact> facts(Worked worked, Course course, CourseNumbers all, Numbers numbers) {
        Formula formula = worked.formula();
        Texts texts = parts.texts();
        List<WorkedView.Fact> facts = new ArrayList<>();
        List<SideResult> results = all.results();
        SideResult newest = results.get(results.size() - 1);
        facts.add(new WorkedView.Fact(
                texts.text("number.fact.engine"),
                texts.text("number.fact.engine.value", newest.provenance().engineVersion()),
                false));
        facts.add(new WorkedView.Fact(
                texts.text("number.fact.formula"),
                texts.text("number.fact.formula.value", formula.id(), formula.version()),
                false));
        facts.add(new WorkedView.Fact(
                texts.text("number.fact.quantity"), newest.key().quantity(), false));
        worked.inputs().stream()
                .flatMap(input -> input.origins().stream())
                .filter(Origin.OfError.class::isInstance)
                .map(origin -> ((Origin.OfError) origin).error())
                .findFirst()
                .flatMap(error -> TestNumberViews.error(texts, formula, error, course.position(), newest.fixation()))
                .ifPresent(facts::add);
        for (SideResult result : results) {
            facts.add(new WorkedView.Fact(
                    texts.text("number.fact.visit", numbers.date(result.date())),
                    result.provenance().inputHash(),
                    true));
        }
        return facts;
    }
}
