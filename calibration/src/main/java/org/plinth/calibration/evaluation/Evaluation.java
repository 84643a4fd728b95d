package org.plinth.calibration.evaluation;

import java.util.List;
import org.plinth.calibration.characteristic.Characteristics;
import org.plinth.calibration.characteristic.Level;
import org.plinth.calibration.conformity.Conformity;
import org.plinth.calibration.conformity.Decision;
import org.plinth.calibration.fit.CurveFit;
import org.plinth.calibration.fit.ModelAdvice;
import org.plinth.calibration.problem.CalibrationProblem;
import org.plinth.calibration.run.CalibrationRun;
import org.plinth.calibration.uncertainty.Budget;
import org.plinth.calibration.uncertainty.BudgetInputs;

/**
 * Everything that follows from a run.
 *
 * @param run what was done
 * @param inputs what the budgets needed beyond it
 * @param fit the curve
 * @param advice whether a parabola would be better than a line
 * @param zeroReading mean unloaded reading, which the curve's deflections count from
 * @param levels readings by load
 * @param characteristics in ISO 376 terms
 * @param budgets one for each load that was read on the way up
 * @param conformity of the curve with its limits: what the sensor shows once it uses it, as left
 * @param problems that leave the curve standing
 */
public record Evaluation(
        CalibrationRun run,
        BudgetInputs inputs,
        CurveFit fit,
        ModelAdvice advice,
        double zeroReading,
        List<Level> levels,
        Characteristics characteristics,
        List<Budget> budgets,
        Conformity conformity,
        List<CalibrationProblem> problems) {

    /** Copies the lists. */
    public Evaluation {
        levels = List.copyOf(levels);
        budgets = List.copyOf(budgets);
        problems = List.copyOf(problems);
    }

    /** Whether the sensor with this curve keeps to its limits. */
    public Decision decision() {
        return conformity.decision();
    }

    /** U at a force [N]: between two loads the straight line between theirs, beyond them the nearest part of the force. */
    public double expandedUncertaintyAt(double newtons) {
        double force = Math.abs(newtons);
        Budget last = budgets.get(budgets.size() - 1);
        if (force >= last.newtons()) {
            return last.newtons() == 0 ? last.expanded() : last.expanded() * force / last.newtons();
        }
        int i = 0;
        while (i < budgets.size() - 1 && budgets.get(i + 1).newtons() < force) {
            i++;
        }
        Budget low = budgets.get(i);
        if (force <= low.newtons()) {
            return low.expanded();
        }
        Budget high = budgets.get(i + 1);
        double share = (force - low.newtons()) / (high.newtons() - low.newtons());
        return low.expanded() + share * (high.expanded() - low.expanded());
    }
}
