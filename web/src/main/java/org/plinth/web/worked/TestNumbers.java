package org.plinth.web.worked;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plinth.core.formula.Formula;
import org.plinth.core.formula.Formulas;
import org.plinth.core.formula.Input;
import org.plinth.core.formula.Origin;
import org.plinth.core.formula.SymmetryWorking;
import org.plinth.core.formula.TestWorking;
import org.plinth.core.formula.TestWorking.Counted;
import org.plinth.core.formula.Worked;
import org.plinth.core.metric.MetricResult;
import org.plinth.core.quantity.Force;
import org.plinth.core.symmetry.SymmetryOutcome.Symmetry;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.Trial;
import org.plinth.web.visit.SideSheet;
import org.plinth.web.visit.TestSheet;

/** The numbers of one position test, each worked from the efforts that the clinician kept. */
public final class TestNumbers {

    private static final String QUANTITY = "peak100_N";
    private static final String ERROR = "semInUse_pct";

    private final TestSheet sheet;

    /** Of this test. */
    public TestNumbers(TestSheet sheet) {
        this.sheet = sheet;
    }

    /** Whether a number with this formula is one of a side. */
    public static boolean isOfSide(String formula) {
        return Formulas.find(formula)
                .map(found -> found.group() == Formula.Group.RESULT)
                .orElse(false);
    }

    /** The number of this formula, worked; empty where the test has no such number. */
    public Optional<Worked> of(String formula, Optional<Side> side) {
        if (isOfSide(formula)) {
            return side.flatMap(this::working).flatMap(working -> working.of(formula));
        }
        Optional<Symmetry> symmetry =
                sheet.symmetry().flatMap(stored -> stored.outcome().symmetry());
        if (formula.equals(ERROR)) {
            return symmetry.flatMap(Symmetry::error)
                    .map(error -> Worked.of(
                            Formulas.named(ERROR),
                            error.semPercent(),
                            Input.of("c_position", error.semPercent(), new Origin.OfError(error)),
                            Input.fixed("f", 1)));
        }
        return symmetry.flatMap(this::working).flatMap(working -> working.of(formula));
    }

    /** The sides and formulas of this test that have a number. */
    public List<Formula> all(Optional<Side> side) {
        return Formulas.all().stream()
                .filter(formula -> isOfSide(formula.id()) == side.isPresent())
                .filter(formula -> of(formula.id(), side).isPresent())
                .toList();
    }

    /** What a number of a side rests on; of the whole test, what either side does: its hash covers both. */
    public Optional<SideResult> result(Optional<Side> side) {
        return side.flatMap(one -> sheet.side(one).result())
                .or(() -> sheet.left().result())
                .or(() -> sheet.right().result());
    }

    private Optional<TestWorking> working(Side side) {
        SideSheet one = sheet.side(side);
        return one.result().flatMap(result -> {
            List<Counted> efforts = counted(one);
            int k = result.value().k();
            return efforts.size() < k
                    ? Optional.empty()
                    : Optional.of(new TestWorking(side, result.value(), efforts.subList(0, k)));
        });
    }

    private Optional<SymmetryWorking> working(Symmetry symmetry) {
        Side injured = symmetry.injured();
        return working(injured).flatMap(x -> working(injured.other())
                .map(y -> new SymmetryWorking(symmetry, x, y, before(injured, x), before(injured.other(), y))));
    }

    private Force before(Side side, TestWorking working) {
        Force best = working.value().best();
        return sheet.side(side).trials().stream()
                .filter(trial -> trial.state() == Trial.State.ACCEPTED)
                .filter(trial -> force(trial).filter(best::equals).isPresent())
                .findFirst()
                .map(trial -> trial.effort().baseline())
                .orElseThrow();
    }

    /** Kept efforts that have the test quantity, under the number by which the page knows them. */
    private static List<Counted> counted(SideSheet side) {
        List<Counted> counted = new ArrayList<>();
        for (int i = 0; i < side.trials().size(); i++) {
            Trial trial = side.trials().get(i);
            int number = i + 1;
            if (trial.state() == Trial.State.ACCEPTED) {
                force(trial).ifPresent(force -> counted.add(new Counted(number, force)));
            }
        }
        return counted;
    }

    private static Optional<Force> force(Trial trial) {
        return Optional.ofNullable(trial.measurements().get(QUANTITY))
                .map(MetricResult::value)
                .flatMap(value -> value.isPresent() ? Optional.of(new Force(value.getAsDouble())) : Optional.empty());
    }
}
