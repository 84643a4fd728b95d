package org.plinth.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plinth.calibration.Uncalibrated;
import org.plinth.core.formula.Formula;
import org.plinth.core.formula.Worked;
import org.plinth.core.position.Fixation;
import org.plinth.core.position.MeasurementError;
import org.plinth.core.position.TestPosition;
import org.plinth.core.symmetry.SymmetryOutcome.Symmetry;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.TestSymmetry;
import org.plinth.web.clinic.Trial;
import org.plinth.web.text.Texts;
import org.plinth.web.visit.TestSheet;
import org.plinth.web.words.NumberLinks;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.Said;
import org.plinth.web.worked.TestNumbers;

/** A number of one side of a test, or of both sides, worked, in words. */
final class TestNumberViews {

    private static final String BASELINE = "baseline_N";

    private final Texts texts;
    private final PageParts parts;
    private final Numbers numbers;
    private final TestSheet sheet;
    private final NumberLinks links;

    TestNumberViews(PageParts parts, Numbers numbers, TestSheet sheet) {
        this.texts = parts.texts();
        this.parts = parts;
        this.numbers = numbers;
        this.sheet = sheet;
        this.links = NumberLinks.ofTest(sheet.visit().id(), sheet.test().id());
    }

    WorkedView of(Worked worked, Optional<Side> side) {
        Formula formula = worked.formula();
        UnitWords units = new UnitWords(texts, numbers);
        return new WorkedView(
                formula.name(),
                about(side),
                units.shown(formula, worked.shown()),
                Optional.of(new WorkedViews(texts, numbers, new OriginWords(texts, numbers, places())).of(worked)),
                facts(formula, side),
                FormulaView.of(formula),
                siblings(formula, side),
                new WorkedView.Link(texts.text("number.back.visit"), TestNumberPage.href(sheet.visit())));
    }

    private String about(Optional<Side> side) {
        String position = sheet.position().name();
        return side.map(one ->
                        texts.text("number.about.side", position, parts.sides().name(one)))
                .orElseGet(() -> texts.text("number.about.test", position));
    }

    private OriginWords.Places places() {
        return new OriginWords.Places() {
            @Override
            public Optional<String> effort(Side side, int number, String formula) {
                Trial trial = sheet.side(side).trials().get(number - 1);
                return Optional.of(
                        formula.equals(BASELINE)
                                ? NumberLinks.formula(formula)
                                : href(Said.ofEffort("", formula, trial.id().toString())));
            }

            @Override
            public Optional<String> test(Optional<Side> side, String formula) {
                return Optional.of(
                        href(side.map(one -> Said.number("", formula, one)).orElseGet(() -> Said.number("", formula))));
            }
        };
    }

    private String href(Said number) {
        return links.to(number);
    }

    private List<WorkedView.Link> siblings(Formula formula, Optional<Side> side) {
        return new TestNumbers(sheet)
                .all(side).stream()
                        .filter(other -> !other.id().equals(formula.id()))
                        .map(other -> new WorkedView.Link(
                                other.name(),
                                href(side.map(one -> Said.number("", other.id(), one))
                                        .orElseGet(() -> Said.number("", other.id())))))
                        .toList();
    }

    private List<WorkedView.Fact> facts(Formula formula, Optional<Side> side) {
        List<WorkedView.Fact> facts = new ArrayList<>();
        Optional<SideResult> result = new TestNumbers(sheet).result(side);
        String engine = side.isPresent()
                ? result.map(one -> one.provenance().engineVersion()).orElse("")
                : sheet.symmetry().map(TestSymmetry::engineVersion).orElse("");
        facts.add(fact("engine", texts.text("number.fact.engine.value", engine)));
        facts.add(fact("formula", texts.text("number.fact.formula.value", formula.id(), formula.version())));
        result.ifPresent(one -> {
            SideResult.Provenance provenance = one.provenance();
            facts.add(fact("quantity", one.key().quantity()));
            facts.add(
                    fact("sensor", texts.text("number.fact.sensor.value", provenance.sensor(), provenance.firmware())));
            facts.add(calibration(texts, provenance.calibrationId()));
            sheet.symmetry()
                    .flatMap(stored -> stored.outcome().symmetry())
                    .flatMap(Symmetry::error)
                    .flatMap(error -> error(texts, formula, error, sheet.position(), one.fixation()))
                    .ifPresent(facts::add);
            facts.add(new WorkedView.Fact(texts.text("number.fact.inputs"), provenance.inputHash(), true));
        });
        return facts;
    }

    private WorkedView.Fact fact(String name, String value) {
        return new WorkedView.Fact(texts.text("number.fact." + name), value, false);
    }

    /** What the measurement error in a formula rests on; empty where the formula has none. */
    static Optional<WorkedView.Fact> error(
            Texts texts, Formula formula, MeasurementError error, TestPosition position, Fixation fixation) {
        boolean used = formula.symbols().stream()
                .anyMatch(symbol -> symbol.name().equals("c") || symbol.name().startsWith("c_"));
        String key = error.provisional() ? "number.fact.error.provisional" : "number.fact.error.own";
        return Optional.ofNullable(position.evidence().get(fixation))
                .filter(evidence -> used)
                .map(evidence -> evidence.basis().equals(evidence.words())
                        ? evidence.basis()
                        : evidence.basis().replaceAll("[-_]", " ") + "; " + evidence.words())
                .map(basis -> new WorkedView.Fact(texts.text("number.fact.error"), texts.text(key, basis), false));
    }

    static WorkedView.Fact calibration(Texts texts, String id) {
        boolean none = id.equals(Uncalibrated.ID);
        return new WorkedView.Fact(
                texts.text("number.fact.calibration"), none ? texts.text("number.fact.calibration.none") : id, !none);
    }
}
