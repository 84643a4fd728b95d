package org.plinth.core.formula;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every formula there is: those of the metrics, as they declare them, and those of comparisons. */
public final class Formulas {

    private static final List<Formula> ALL = read();
    private static final Map<String, Formula> BY_ID =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Formula::id, Function.identity()));

    private Formulas() {}

    /** All, metrics first, in the order in which they are shown. */
    public static List<Formula> all() {
        return ALL;
    }

    /** The one with this id. */
    public static Optional<Formula> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /**
     * The one with this id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Formula named(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("there is no formula " + id));
    }

    private static List<Formula> read() {
        FormulaWords words = FormulaWords.bundled();
        return Stream.of(
                        MetricDefinitions.all(),
                        ComparisonDefinitions.results(),
                        ComparisonDefinitions.symmetry(),
                        ComparisonDefinitions.referenceLine(),
                        CourseDefinitions.all(),
                        OtherDefinitions.scaling(),
                        OtherDefinitions.reliability(),
                        OtherDefinitions.signal())
                .flatMap(List::stream)
                .map(definition -> definition.with(words))
                .toList();
    }
}
