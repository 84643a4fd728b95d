package org.plinth.web.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plinth.core.formula.Formula;
import org.plinth.core.formula.Formulas;
import org.plinth.core.formula.Worked;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Trial;
import org.plinth.web.clinic.Visit;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.visit.SideSheet;
import org.plinth.web.visit.TestSheet;
import org.plinth.web.words.Numbers;
import org.plinth.web.worked.TestNumbers;

/**
 * {@code GET /visits/:id/tests/:test/numbers/:formula}: a number of a position test, worked. {@code side=left|right} for one of a side,
 * {@code effort=<id>} for one of an effort. 404 for what is of another clinic, another visit, or has no such number.
 */
final class TestNumberPage implements WebModule {

    private static final int ID_LENGTH = 32;

    private final PageParts parts;

    TestNumberPage(PageParts parts) {
        this.parts = parts;
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/visits/:id/tests/:test/numbers/:formula", this::show);
    }

    private Reply show(Request request) {
        Who who = request.who();
        VisitFile file = VisitFile.find(parts.store(), who.clinicId(), request.id("id"));
        Id<PositionTest> test = request.id("test");
        TestSheet sheet = parts.desk().sheets(who.clinicId(), file.visit().id()).stream()
                .filter(one -> one.test().id().equals(test))
                .findFirst()
                .orElseThrow(HttpFailure::notFound);
        Formula formula = Formulas.find(request.path("formula")).orElseThrow(HttpFailure::notFound);
        Numbers numbers = PageParts.numbers(who.clinic());
        WorkedView view = view(request, sheet, formula, numbers);
        Frame frame =
                parts.frames().about(who, title(formula), file.patient(), file.forBanner(), crumbs(file, numbers));
        return parts.page("worked", frame, view);
    }

    private String title(Formula formula) {
        return parts.texts().text("number.title", formula.name());
    }

    private List<Frame.Crumb> crumbs(VisitFile file, Numbers numbers) {
        List<Frame.Crumb> crumbs = parts.frames().toPatient(file.patient());
        crumbs.add(new Frame.Crumb(
                parts.texts().text("page.visit.title", numbers.date(file.visit().date())), href(file.visit())));
        return crumbs;
    }

    static String href(Visit visit) {
        return "/visits/" + visit.id();
    }

    private WorkedView view(Request request, TestSheet sheet, Formula formula, Numbers numbers) {
        Optional<Id<Trial>> effort = request.query()
                .optionalText("effort", ID_LENGTH)
                .map(text -> Id.<Trial>parse(text).orElseThrow(HttpFailure::notFound));
        if (effort.isPresent()) {
            return new EffortNumberViews(parts, numbers, sheet)
                    .of(formula, effort.get())
                    .orElseThrow(HttpFailure::notFound);
        }
        Optional<Side> side = request.query().optionalText("side", ID_LENGTH).map(TestNumberPage::side);
        Worked worked = new TestNumbers(sheet).of(formula.id(), side).orElseThrow(HttpFailure::notFound);
        return new TestNumberViews(parts, numbers, sheet).of(worked, side);
    }

    static Side side(String typed) {
        for (Side side : Side.values()) {
            if (side.name().toLowerCase(Locale.ROOT).equals(typed)) {
                return side;
            }
        }
        throw HttpFailure.notFound();
    }

    /** Whose effort this is. */
    static Optional<SideSheet> sideOf(TestSheet sheet, Id<Trial> effort) {
        return List.of(sheet.left(), sheet.right()).stream()
                .filter(side ->
                        side.trials().stream().anyMatch(trial -> trial.id().equals(effort)))
                .findFirst();
    }
}
