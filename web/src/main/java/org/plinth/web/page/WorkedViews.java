package org.plinth.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plinth.core.formula.Digits;
import org.plinth.core.formula.Formula;
import org.plinth.core.formula.Input;
import org.plinth.core.formula.Origin;
import org.plinth.core.formula.Symbol;
import org.plinth.core.formula.Worked;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;

/** A worked number in words. Where its inputs come from, and where that leads, is for {@link OriginWords} to say. */
final class WorkedViews {

    private static final int MANY = 12;
    private static final int MANY_ALIKE = 3;

    private final Texts texts;
    private final Numbers numbers;
    private final OriginWords origins;

    WorkedViews(Texts texts, Numbers numbers, OriginWords origins) {
        this.texts = texts;
        this.numbers = numbers;
        this.origins = origins;
    }

    WorkedView.Work of(Worked worked) {
        Formula formula = worked.formula();
        return new WorkedView.Work(
                worked.lines().stream()
                        .map(line -> MathText.of(formula, line.symbol() + " = " + line.general()))
                        .toList(),
                worked.inputs().stream().map(input -> row(formula, input)).toList(),
                worked.lines().stream().map(line -> line(formula, line)).toList(),
                worked.inputs().stream()
                        .filter(input -> input.values().size() > MANY)
                        .map(input -> input.values().size())
                        .findFirst()
                        .map(size -> texts.text("number.arithmetic.lists", size)),
                UnitWords.with(worked.shown(), formula.unit(), Digits.SHORT),
                units(formula),
                worked.agrees()
                        ? Optional.empty()
                        : Optional.of(texts.text(
                                "number.disagrees",
                                UnitWords.with(worked.result(), formula.unit(), Digits.SHORT),
                                UnitWords.with(worked.shown(), formula.unit(), Digits.SHORT))),
                exact(worked));
    }

    private Optional<String> units(Formula formula) {
        ForceUnit unit = numbers.unit();
        return unit == ForceUnit.NEWTON || !formula.unit().equals("N")
                ? Optional.empty()
                : Optional.of(
                        texts.text("number.arithmetic.units", unit.symbol(), Digits.ALL.of(unit.newtonsPerUnit())));
    }

    private WorkedView.InputRow row(Formula formula, Input input) {
        Optional<Symbol> symbol = formula.symbol(input.symbol());
        String unit = symbol.map(Symbol::unit).orElse("1");
        return new WorkedView.InputRow(
                MathText.of(formula, input.symbol()),
                symbol.map(Symbol::meaning).orElse(""),
                values(input, unit));
    }

    private List<WorkedView.Value> values(Input input, String unit) {
        List<Double> given = input.values();
        if (given.size() > MANY || (input.origins().size() == 1 && given.size() > MANY_ALIKE)) {
            double least = given.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
            double most = given.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
            String text = texts.text(
                    "number.inputs.many",
                    given.size(),
                    Digits.SHORT.of(least),
                    UnitWords.with(most, unit, Digits.SHORT));
            return List.of(value(text, input.origins().get(0)));
        }
        List<WorkedView.Value> values = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Origin origin = input.origins().get(input.origins().size() == 1 ? 0 : i);
            values.add(value(UnitWords.with(given.get(i), unit, Digits.SHORT), origin));
        }
        return values;
    }

    private WorkedView.Value value(String text, Origin origin) {
        return new WorkedView.Value(text, origins.words(origin), origins.href(origin));
    }

    private static WorkedView.Line line(Formula formula, Worked.Line line) {
        String unit = formula.symbol(line.symbol()).map(Symbol::unit).orElse("1");
        return new WorkedView.Line(
                MathText.of(formula, line.symbol()),
                line.arithmetic(),
                UnitWords.with(line.value(), unit, Digits.SHORT));
    }

    private static List<String> exact(Worked worked) {
        List<String> lines = new ArrayList<>();
        for (Worked.Line line : worked.lines()) {
            lines.add(line.symbol() + " = " + line.exact() + " = " + Digits.ALL.of(line.value()));
        }
        return lines;
    }
}
