package org.plinth.core.formula;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plinth.core.formula.Formula.Group;

/**
 * A formula without its words.
 *
 * @param id of the number
 * @param version of the formula
 * @param group what kind of number
 * @param unit UCUM
 * @param text where the steps do not say all; empty for the steps themselves
 * @param source author, year and DOI, or the decision
 * @param steps {@code symbol = expression}, in order
 */
record Definition(
        String id, int version, Group group, String unit, Optional<String> text, String source, List<String> steps) {

    static Definition of(String id, Group group, String unit, String source, String... steps) {
        return new Definition(id, 1, group, unit, Optional.empty(), source, List.of(steps));
    }

    Definition saying(String statement) {
        return new Definition(id, version, group, unit, Optional.of(statement), source, steps);
    }

    Formula with(FormulaWords words) {
        List<Step> parsed = steps.stream().map(Step::parse).toList();
        return new Formula(
                id,
                version,
                words.name(id),
                group,
                unit,
                text.orElseGet(() -> String.join("; ", steps)),
                parsed,
                symbols(parsed, words),
                words.withheld(id),
                source);
    }

    /** In the order of reading; the last step's own symbol carries the number's unit. */
    private List<Symbol> symbols(List<Step> parsed, FormulaWords words) {
        Set<String> names = new LinkedHashSet<>();
        for (Step step : parsed) {
            names.add(step.symbol());
            names.addAll(step.right().symbols());
        }
        String last = parsed.get(parsed.size() - 1).symbol();
        List<Symbol> symbols = new ArrayList<>();
        for (String name : names) {
            symbols.add(name.equals(last) ? new Symbol(name, unit, words.name(id)) : words.symbol(id, name));
        }
        return symbols;
    }
}
