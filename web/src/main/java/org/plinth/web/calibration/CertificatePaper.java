package org.plinth.web.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.plinth.calibration.characteristic.Characteristics;
import org.plinth.calibration.conformity.Conformity;
import org.plinth.calibration.conformity.PointVerdict;
import org.plinth.calibration.evaluation.Evaluation;
import org.plinth.calibration.run.CalibrationPoint;
import org.plinth.calibration.uncertainty.Budget;
import org.plinth.calibration.uncertainty.Component;
import org.plinth.web.pdf.Paper;
import org.plinth.web.pdf.Paper.Section;
import org.plinth.web.pdf.Paper.Table;
import org.plinth.web.text.Texts;

/**
 * A certificate as a printed document. What nobody stated stands there as not stated, never as a blank. Stateless.
 */
final class CertificatePaper {

    static final String RESIDUALS = "residuals";

    private final Texts texts;
    private final Certificate certificate;
    private final Evaluation evaluation;

    CertificatePaper(Certificate certificate, Texts texts) {
        this.certificate = certificate;
        this.evaluation = certificate.evaluation();
        this.texts = texts;
    }

    Paper paper() {
        List<Section> sections = new ArrayList<>(new CertificateFacts(certificate, texts).sections());
        sections.add(results());
        sections.add(conformity());
        sections.add(asFound());
        sections.add(characteristics());
        sections.add(new Section(
                text("heading.plot"),
                List.of(),
                Optional.empty(),
                Optional.of(new Paper.Picture(RESIDUALS, ResidualPlots.words(evaluation, texts)))));
        sections.add(budget());
        sections.add(readings());
        sections.add(Section.of(text("heading.notes"), notes()));
        return new Paper(
                "en",
                text("title"),
                text("number", certificate.id()),
                text("foot", certificate.engineVersion()),
                text("page"),
                text("of"),
                List.of(text("statement"), text("scope")),
                sections);
    }

    private Section results() {
        List<List<String>> rows = new ArrayList<>();
        for (Budget budget : evaluation.budgets()) {
            double expanded = budget.expanded();
            double error = evaluation.levels().stream()
                    .filter(level -> level.newtons() == budget.newtons())
                    .findFirst()
                    .map(level -> evaluation
                                    .fit()
                                    .curve()
                                    .newtons(level.meanAscending().orElseThrow())
                            - level.newtons())
                    .orElseThrow();
            rows.add(List.of(
                    Rounded.besides(budget.newtons(), expanded),
                    Rounded.besides(budget.newtons() + error, expanded),
                    Rounded.besides(error, expanded),
                    Rounded.uncertainty(expanded),
                    verdict(budget.newtons(), evaluation.conformity())));
        }
        List<String> words = new ArrayList<>(List.of(
                CurveWords.of(evaluation, texts),
                text(
                        "range",
                        Rounded.decimals(evaluation.budgets().get(0).newtons(), 1),
                        Rounded.decimals(evaluation.characteristics().fullScale(), 1)),
                text("coverage")));
        if (evaluation.budgets().stream().anyMatch(budget -> !budget.isComplete())) {
            words.add(text("lower-bound"));
        }
        return Section.of(text("heading.results"), words, new Table(columns("results", 5), rows, true));
    }

    private String verdict(double newtons, Conformity conformity) {
        return conformity.points().stream()
                .filter(point -> point.newtons() == newtons)
                .findFirst()
                .map(point -> texts.text("calibration.decision." + point.decision()))
                .orElseGet(() -> text("not-judged"));
    }

    private Section conformity() {
        List<String> words = new ArrayList<>();
        words.add(texts.text("calibration.text.verdict", texts.text("calibration.decision." + evaluation.decision())));
        words.addAll(reasons(evaluation.conformity()));
        words.add(text("rule"));
        words.add(text("limits"));
        return Section.of(text("heading.conformity"), words);
    }

    private List<String> reasons(Conformity conformity) {
        return new TreeSet<>(conformity.shortfalls())
                .stream().map(one -> texts.text("calibration.shortfall." + one)).toList();
    }

    private Section asFound() {
        List<String> words = new ArrayList<>();
        if (certificate.asFound().isEmpty()) {
            words.add(text("as-found.unknown"));
            words.add(text("as-left", texts.text("calibration.decision." + evaluation.decision())));
            return Section.of(text("heading.as-found"), words);
        }
        Conformity found = certificate.asFound().get();
        words.add(text("as-found", texts.text("calibration.decision." + found.decision())));
        words.addAll(reasons(found));
        words.add(text("as-left", texts.text("calibration.decision." + evaluation.decision())));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < found.points().size(); i++) {
            PointVerdict before = found.points().get(i);
            PointVerdict after = evaluation.conformity().points().get(i);
            rows.add(List.of(
                    Rounded.besides(before.newtons(), before.expandedUncertainty()),
                    Rounded.besides(before.error(), before.expandedUncertainty()),
                    texts.text("calibration.decision." + before.decision()),
                    Rounded.besides(after.error(), after.expandedUncertainty()),
                    texts.text("calibration.decision." + after.decision())));
        }
        return Section.of(text("heading.as-found"), words, new Table(columns("as-found", 5), rows, true));
    }

    private Section characteristics() {
        Characteristics found = evaluation.characteristics();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                text("name.non-linearity"), text("percent-fs", Rounded.decimals(found.nonLinearityPercent(), 3))));
        rows.add(List.of(
                text("name.residual"),
                texts.text("calibration.newtons", Rounded.decimals(found.largestResidual(), 3))));
        rows.add(List.of(text("name.hysteresis"), Rounded.percent(found.hysteresisPercent(), texts)));
        rows.add(List.of(text("name.reversibility"), Rounded.percent(found.reversibilityPercent(), texts)));
        rows.add(List.of(text("name.repeatability"), Rounded.percent(found.repeatabilityPercent(), texts)));
        rows.add(List.of(text("name.reproducibility"), Rounded.percent(found.reproducibilityPercent(), texts)));
        rows.add(List.of(
                text("name.interpolation"),
                texts.text("calibration.percent", Rounded.decimals(found.interpolationPercent(), 3))));
        rows.add(List.of(text("name.zero"), Rounded.newtons(found.zeroReturn(), texts)));
        rows.add(List.of(text("name.creep"), Rounded.percent(found.creepPercent(), texts)));
        rows.add(List.of(
                text("name.resolution"), texts.text("calibration.newtons", Rounded.decimals(found.resolution(), 3))));
        evaluation
                .fit()
                .scatter()
                .ifPresent(scatter -> rows.add(List.of(
                        text("name.scatter"),
                        texts.text("calibration.newtons", Rounded.digits(scatter.loadedSd(), 3)))));
        return Section.of(
                text("heading.characteristics"),
                List.of(text("deflections")),
                new Table(columns("characteristics", 2), rows, true));
    }

    private Section budget() {
        Budget last = evaluation.budgets().get(evaluation.budgets().size() - 1);
        List<List<String>> rows = new ArrayList<>();
        for (Component component : last.components()) {
            rows.add(List.of(
                    texts.text("calibration.component." + component.source()),
                    component.source().symbol(),
                    Rounded.digits(component.value(), 3) + " " + unit(component.unit()),
                    texts.text("calibration.distribution." + component.distribution()),
                    Rounded.digits(component.divisor(), 4),
                    Rounded.digits(component.sensitivity(), 4),
                    Rounded.decimals(component.standardUncertainty(), 4)));
        }
        List<String> words = new ArrayList<>();
        words.add(text(
                "budget",
                Rounded.decimals(last.newtons(), 1),
                Rounded.decimals(last.combined(), 4),
                Rounded.uncertainty(last.expanded())));
        new TreeSet<>(last.missing())
                .forEach(source -> words.add(text("missing", texts.text("calibration.component." + source))));
        return Section.of(text("heading.budget"), words, new Table(columns("budget", 7), rows, true));
    }

    private static String unit(String unit) {
        return unit.equals("1") ? "" : unit;
    }

    private Section readings() {
        List<List<String>> rows = new ArrayList<>();
        evaluation
                .run()
                .points()
                .forEach(point -> rows.add(List.of(
                        Integer.toString(point.row()),
                        Integer.toString(point.cycle()),
                        texts.text("calibration.direction." + point.direction()),
                        Rounded.digits(point.load().amount(), 7) + " "
                                + point.load().unit(),
                        Rounded.decimals(evaluation.run().force(point).newtons(), 3),
                        Rounded.digits(point.reading(), 8),
                        remark(point))));
        return Section.of(
                text("heading.readings"), List.of(text("readings")), new Table(columns("readings", 7), rows, true));
    }

    private String remark(CalibrationPoint point) {
        List<String> remarks = new ArrayList<>();
        point.rotationDegrees().ifPresent(degrees -> remarks.add(text("turned", Rounded.digits(degrees, 4))));
        point.holdSeconds().ifPresent(seconds -> remarks.add(text("held", Rounded.decimals(seconds, 0))));
        point.excluded().ifPresent(reason -> remarks.add(text("excluded", reason)));
        return String.join("; ", remarks);
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        evaluation.problems().forEach(problem -> notes.add(ProblemWords.of(problem, texts)));
        notes.add(text("note.items"));
        notes.add(text("note.reproduction"));
        notes.add(text("note.points", certificate.pointsSha256()));
        return notes;
    }

    private List<String> columns(String table, int count) {
        List<String> heads = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            heads.add(text(
                    "column." + table + "." + i, evaluation.run().readingUnit().symbol()));
        }
        return heads;
    }

    private String text(String key, Object... arguments) {
        return texts.text("calibration.certificate." + key, arguments);
    }
}
