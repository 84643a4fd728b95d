package org.plinth.calibration.conformity;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.plinth.calibration.characteristic.Characteristics;
import org.plinth.calibration.characteristic.Level;
import org.plinth.calibration.uncertainty.Budget;
import org.plinth.calibration.uncertainty.Component.Source;

/** Judges a sensor by its errors, its budgets and its characteristics. Stateless. */
public final class ConformityJudge {

    /** Fewest loads above zero that say something of the whole range. */
    public static final int FEWEST_LOADS = 5;

    private final AcceptanceLimits limits;

    /** By these limits. */
    public ConformityJudge(AcceptanceLimits limits) {
        this.limits = limits;
    }

    /**
     * The verdict.
     *
     * @param levels by rising load
     * @param budgets one for each level that was read on the way up
     * @param indicated what the sensor shows at a mean deflection [N]
     */
    public Conformity judge(
            List<Level> levels, List<Budget> budgets, Characteristics found, DoubleUnaryOperator indicated) {
        Set<Shortfall> shortfalls = EnumSet.noneOf(Shortfall.class);
        List<PointVerdict> points = points(levels, budgets, indicated);
        for (PointVerdict point : points) {
            addPoint(point, shortfalls);
        }
        budgets.forEach(budget -> addMissing(budget, shortfalls));
        addCharacteristics(found, shortfalls);
        if (points.size() < FEWEST_LOADS) {
            shortfalls.add(Shortfall.FEW_LOADS);
        }
        return new Conformity(limits, points, shortfalls);
    }

    private List<PointVerdict> points(List<Level> levels, List<Budget> budgets, DoubleUnaryOperator indicated) {
        List<PointVerdict> points = new ArrayList<>();
        for (Budget budget : budgets) {
            if (budget.newtons() >= limits.from()) {
                double deflection = levels.stream()
                        .filter(level -> level.newtons() == budget.newtons())
                        .findFirst()
                        .orElseThrow()
                        .meanAscending()
                        .orElseThrow();
                double error = indicated.applyAsDouble(deflection) - budget.newtons();
                double limit = limits.at(budget.newtons());
                double expanded = budget.expanded();
                points.add(new PointVerdict(
                        budget.newtons(), error, expanded, limit, Decision.of(error, limit, expanded)));
            }
        }
        return points;
    }

    private void addPoint(PointVerdict point, Set<Shortfall> shortfalls) {
        if (point.decision() == Decision.FAIL) {
            shortfalls.add(Shortfall.ERROR_BEYOND_LIMIT);
        } else if (point.decision() == Decision.CANNOT_TELL) {
            shortfalls.add(Shortfall.ERROR_TOO_NEAR_LIMIT);
        }
        if (point.expandedUncertainty() > limits.uncertaintyShare() * point.limit()) {
            shortfalls.add(Shortfall.UNCERTAINTY_TOO_LARGE);
        }
    }

    private static void addMissing(Budget budget, Set<Shortfall> shortfalls) {
        if (budget.missing().contains(Source.REFERENCE)) {
            shortfalls.add(Shortfall.REFERENCE_NOT_STATED);
        }
    }

    private void addCharacteristics(Characteristics found, Set<Shortfall> shortfalls) {
        add(
                shortfalls,
                found.repeatabilityPercent(),
                limits.repeatabilityPercent(),
                Shortfall.NOT_REPEATED,
                Shortfall.NOT_REPEATABLE);
        add(
                shortfalls,
                found.hysteresisPercent(),
                limits.hysteresisPercent(),
                Shortfall.NO_DESCENDING_READINGS,
                Shortfall.TOO_MUCH_HYSTERESIS);
        add(
                shortfalls,
                found.zeroReturn(),
                limits.zeroReturn(),
                Shortfall.NO_FINAL_ZERO,
                Shortfall.ZERO_DOES_NOT_RETURN);
    }

    private static void add(
            Set<Shortfall> shortfalls, OptionalDouble value, double limit, Shortfall unknown, Shortfall beyond) {
        if (value.isEmpty()) {
            shortfalls.add(unknown);
        } else if (value.getAsDouble() > limit) {
            shortfalls.add(beyond);
        }
    }
}
