package org.plinth.web.page;

import java.util.List;
import java.util.Optional;
import org.plinth.core.formula.Formula;
import org.plinth.core.formula.Step;
import org.plinth.web.words.NumberLinks;

/**
 * A formula in general.
 *
 * @param id of the number
 * @param name in words
 * @param version of the formula
 * @param unit as people read it
 * @param steps in symbols
 * @param statement what the steps leave to be said; empty where they say all
 * @param symbols with meaning and unit
 * @param withheld when there is no such number
 * @param source author and year, or a rule of Plinth
 * @param doi of the source
 * @param href its own page
 */
public record FormulaView(
        String id,
        String name,
        int version,
        String unit,
        List<MathText> steps,
        Optional<String> statement,
        List<SymbolRow> symbols,
        String withheld,
        String source,
        Optional<String> doi,
        String href) {

    /** Copies the lists. */
    public FormulaView {
        steps = List.copyOf(steps);
        symbols = List.copyOf(symbols);
    }

    /**
     * A symbol.
     *
     * @param symbol as it stands in the formula
     * @param meaning in words
     * @param unit as people read it
     */
    public record SymbolRow(MathText symbol, String meaning, String unit) {}

    static FormulaView of(Formula formula) {
        String steps =
                String.join("; ", formula.steps().stream().map(Step::toString).toList());
        return new FormulaView(
                formula.id(),
                formula.name(),
                formula.version(),
                UnitWords.of(formula.unit()),
                formula.steps().stream().map(step -> MathText.of(formula, step)).toList(),
                formula.text().equals(steps) ? Optional.empty() : Optional.of(formula.text()),
                formula.symbols().stream()
                        .map(symbol -> new SymbolRow(
                                MathText.of(formula, symbol.name()), symbol.meaning(), UnitWords.of(symbol.unit())))
                        .toList(),
                formula.withheld(),
                formula.source().replaceAll(", doi:[^;]+", ""),
                formula.doi(),
                NumberLinks.formula(formula.id()));
    }
}
