package org.plinth.core.formula;

import java.util.ArrayList;
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
public record TestWorking(Side side, TestValue value, List<Force> efforts) {

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

    /** The efforts as an input. */
    Input efforts(String symbol) {
        List<Origin> origins = new ArrayList<>();
        for (int i = 0; i < efforts.size(); i++) {
            origins.add(new Origin.OfEffort(side, i + 1, "peak100_N"));
        }
        return new Input(symbol, efforts.stream().map(Force::newtons).toList(), origins);
    }
}
