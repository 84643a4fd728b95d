package org.plinth.calibration.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plinth.calibration.Calibration;
import org.plinth.calibration.characteristic.Characteristics;
import org.plinth.calibration.characteristic.CharacteristicsFinder;
import org.plinth.calibration.characteristic.Level;
import org.plinth.calibration.conformity.AcceptanceLimits;
import org.plinth.calibration.conformity.Conformity;
import org.plinth.calibration.conformity.ConformityJudge;
import org.plinth.calibration.fit.CurveFit;
import org.plinth.calibration.fit.CurveFitter;
import org.plinth.calibration.fit.CurveModel;
import org.plinth.calibration.fit.Deflections;
import org.plinth.calibration.fit.ModelAdvice;
import org.plinth.calibration.problem.CalibrationProblem;
import org.plinth.calibration.problem.ProblemFinder;
import org.plinth.calibration.run.CalibrationRun;
import org.plinth.calibration.uncertainty.Budget;
import org.plinth.calibration.uncertainty.BudgetInputs;
import org.plinth.calibration.uncertainty.BudgetMaker;

/** Evaluates runs by one set of limits. Pure; any thread. */
public final class Evaluator {

    private final AcceptanceLimits limits;

    /** By these limits. */
    public Evaluator(AcceptanceLimits limits) {
        this.limits = limits;
    }

    /** The curve of a run and everything that follows, or all that is wrong with it. */
    public EvaluationOutcome evaluate(CalibrationRun run, CurveModel model, BudgetInputs inputs) {
        List<CalibrationProblem> problems = new ArrayList<>(ProblemFinder.find(run, model, inputs.step()));
        if (problems.stream().anyMatch(CalibrationProblem::stops)) {
            return new EvaluationOutcome.Refused(problems);
        }
        Deflections deflections = Deflections.of(run);
        Optional<CurveFit> fit = CurveFitter.fit(model, deflections.ascending());
        Optional<CurveFit> line = CurveFitter.fit(CurveModel.LINEAR, deflections.ascending());
        if (fit.isEmpty() || line.isEmpty()) {
            problems.add(new CalibrationProblem.TooFewLoads(rows(deflections), 1, model.leastLoads()));
            return new EvaluationOutcome.Refused(problems);
        }
        OptionalDouble turn = fit.get().curve().turnsAt();
        if (turn.isPresent()) {
            double at = turn.getAsDouble();
            problems.add(new CalibrationProblem.CurveTurns(
                    rows(deflections), fit.get().curve().newtons(at), at));
            return new EvaluationOutcome.Refused(problems);
        }
        return new EvaluationOutcome.Evaluated(evaluated(run, inputs, deflections, fit.get(), line.get(), problems));
    }

    private Evaluation evaluated(
            CalibrationRun run,
            BudgetInputs inputs,
            Deflections deflections,
            CurveFit fit,
            CurveFit line,
            List<CalibrationProblem> problems) {
        List<Level> levels = Level.of(deflections);
        Characteristics found = new CharacteristicsFinder(deflections, levels, fit, line).find(inputs.step());
        List<Budget> budgets = new BudgetMaker(run, fit, levels, found, inputs).all();
        Conformity conformity = new ConformityJudge(limits).judge(levels, budgets, found, fit.curve()::newtons);
        return new Evaluation(
                run,
                inputs,
                fit,
                advice(deflections, line),
                deflections.zeroReading(),
                levels,
                found,
                budgets,
                conformity,
                problems);
    }

    /**
     * A sensor as it was found: what it showed with the calibration that it came with, zeroed, under the loads of this run.
     */
    public Conformity asFound(Evaluation evaluation, Calibration before) {
        double zero = before.newtons(evaluation.zeroReading());
        return new ConformityJudge(limits)
                .judge(
                        evaluation.levels(),
                        evaluation.budgets(),
                        evaluation.characteristics(),
                        deflection -> before.newtons(evaluation.zeroReading() + deflection) - zero);
    }

    private static ModelAdvice advice(Deflections deflections, CurveFit line) {
        return CurveFitter.fit(CurveModel.QUADRATIC, deflections.ascending())
                .map(parabola -> ModelAdvice.of(line, parabola))
                .orElse(ModelAdvice.CANNOT_TELL);
    }

    private static List<Integer> rows(Deflections deflections) {
        return deflections.ascending().stream()
                .map(point -> point.point().row())
                .toList();
    }
}
