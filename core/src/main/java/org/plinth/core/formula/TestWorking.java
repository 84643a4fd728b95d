package org.plinth.core.formula;

import java.util.List;
import java.util.Optional;
import org.plinth.core.quantity.Force;
import org.plinth.core.result.TestValue;
import org.plinth.core.visit.Side;

/**
 * Works the numbers of one side of a test from its efforts.
 *
 * @param side which
 * @param value best and mean of the first k, as the engine gave them
 * @param efforts the first k that were kept, in the order they were made
 */
public record TestWorking(Side side, TestValue value, List<Counted> efforts) {

    /**
     * An effort that counts.
     *
     * @param number by which it is known on its side
     * @param force its value
     */
    public record Counted(int number, Force force) {}

    /** Copies the list. */
    public TestWorking {
        efforts = List.copyOf(efforts);
        if (efforts.size() != value.k()) {
            throw new IllegalArgumentException("k is " + value.k() + " but there are " + efforts.size() + " efforts");
        }
    }

    /** The number of this id, worked; empty where there is none. */
    public Optional<Worked> of(String id) {
        return switch (id) {
            case "value_N" -> Optional.of(work(id, value.best().newtons()));
            case "mean_N" -> Optional.of(work(id, value.mean().newtons()));
            case "cv_pct" ->
                value.cvPercent().isPresent()
                        ? Optional.of(work(id, value.cvPercent().getAsDouble()))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Worked work(String id, double shown) {
        return Worked.of(Formulas.named(id), shown, efforts("F_efforts"));
    }

    /** Values of the efforts, in order. */
    List<Force> forces() {
        return efforts.stream().map(Counted::force).toList();
    }

    /** The number of the effort that is the best. */
    int bestNumber() {
        return efforts.get(forces().indexOf(value.best())).number();
    }

    /** The efforts as an input. */
    Input efforts(String symbol) {
        return new Input(
                symbol,
                forces().stream().map(Force::newtons).toList(),
                efforts.stream()
                        .<Origin>map(effort -> new Origin.OfEffort(side, effort.number(), "peak100_N"))
                        .toList());
    }
}
