package org.plinth.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plinth.core.formula.Formula;
import org.plinth.core.formula.Formula.Group;
import org.plinth.core.formula.Formulas;
import org.plinth.web.clinic.Role;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;

/**
 * {@code GET /formulas?q=}: every formula, by group. {@code GET /formulas/:formula}: one, without anybody's numbers. A
 * patient does not see those of the reference line (decision S10).
 */
final class FormulaPages implements WebModule {

    static final String INDEX = "/formulas";

    private static final int MOST_TYPED = 60;

    private final PageParts parts;

    FormulaPages(PageParts parts) {
        this.parts = parts;
    }

    @Override
    public void mount(Routes routes) {
        routes.get(INDEX, this::index);
        routes.get("/formulas/:formula", this::one);
    }

    private Reply index(Request request) {
        String typed = request.query().optionalText("q", MOST_TYPED).orElse("");
        List<FormulasView.Section> sections = new ArrayList<>();
        for (Group group : Group.values()) {
            List<FormulaView> found = Formulas.all().stream()
                    .filter(formula -> formula.group() == group)
                    .filter(formula -> isFor(request, formula) && fits(formula, typed))
                    .map(FormulaView::of)
                    .toList();
            if (!found.isEmpty()) {
                sections.add(new FormulasView.Section(
                        group.name().toLowerCase(Locale.ROOT),
                        parts.texts().text("number.group." + group.name()),
                        found));
            }
        }
        Frame frame = parts.frames().of(request.who(), parts.texts().text("number.formulas.title"), INDEX);
        return parts.page("formulas", frame, new FormulasView(typed, sections));
    }

    private Reply one(Request request) {
        Formula formula = Formulas.find(request.path("formula"))
                .filter(found -> isFor(request, found))
                .orElseThrow(HttpFailure::notFound);
        Frame frame = parts.frames()
                .under(
                        request.who(),
                        formula.name(),
                        List.of(new Frame.Crumb(parts.texts().text("number.formulas.title"), INDEX)));
        return parts.page("formula", frame, FormulaView.of(formula));
    }

    private static boolean isFor(Request request, Formula formula) {
        return request.who().role() != Role.PATIENT || formula.group() != Group.REFERENCE_LINE;
    }

    private static boolean fits(Formula formula, String typed) {
        String all = formula.id() + " " + formula.name() + " " + formula.text() + " " + formula.source();
        return all.toLowerCase(Locale.ROOT).contains(typed.strip().toLowerCase(Locale.ROOT));
    }
}
